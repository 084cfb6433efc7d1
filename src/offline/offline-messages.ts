/** What the service worker tells pages. */
export type OfflineMessage =
  { kind: 'storing'; storedBytes: number; totalBytes: number } | { kind: 'others-open' };

/** What a page asks of the service worker. */
export type OfflineWish =
  /** Serve this page too, if its entry script (path within the site) is of the same version. */
  | { kind: 'serve-me'; entry: string }
  /** Take the place of the older version, if no other page is open. */
  | { kind: 'take-over' };

/**
 * How far the program is kept on this device. none: this browser or address cannot; storing; ready: it works without a
 * network; update: a newer version waits; others-open: it goes on waiting, because another page is open.
 */
export type OfflineState =
  | { name: 'none' }
  | { name: 'storing'; storedBytes: number; totalBytes: number }
  | { name: 'ready' | 'update' | 'others-open' };
