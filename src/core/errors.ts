/** Every expected failure, as a value with a kind. The words for people are in `words/`. Throw only for bugs. */
export const APP_ERROR_KINDS = [
  'camera-denied',
  'camera-missing',
  'camera-in-use',
  'camera-unplugged',
  'camera-frozen', // its picture is there, and no new one comes
  'camera-insecure-page',
  'camera-failed',
  'file-unreadable', // not a video, or damaged
  'file-no-video', // audio only
  'file-codec', // this browser cannot decode it (iPhone HEVC)
  'file-too-short',
  'poses-unreadable', // a saved-poses file that does not fit its schema
  'model-missing', // detector weights not found or damaged
  'backend-failed', // no back end of the browser could run the detector
  'gpu-lost',
  'memory-full',
  'storage-missing', // this browser keeps nothing for this page (private window, switched off)
  'storage-full',
  'storage-blocked', // another tab holds an older version open
  'storage-lost', // the connection to the database broke and could not be opened again
  'import-refused', // a session file or backup that does not fit; nothing was changed
  'cancelled',
] as const;
export type AppErrorKind = (typeof APP_ERROR_KINDS)[number];

export interface AppError {
  kind: AppErrorKind;
  /** What the machine said, for the curious; never the only text shown. */
  detail: string;
}

export type Result<T, E = AppError> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const fail = (kind: AppErrorKind, detail = ''): { ok: false; error: AppError } => ({
  ok: false,
  error: { kind, detail },
});
