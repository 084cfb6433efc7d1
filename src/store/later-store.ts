import { fail } from '../core/errors';
import type { SessionStore } from '../core/records/session-store';

/** What answers with a value that is no Result, when the store's code cannot be fetched. */
const WITHOUT = {
  use: { usedBytes: null, quotaBytes: null, persistent: false },
  askPersistent: false,
} as const;

/**
 * A store whose code is fetched with the first question, so that the first screen is there sooner. When it cannot be
 * fetched, questions fail with 'storage-missing', and the next one tries again.
 */
export function storeLater(open: () => Promise<SessionStore>): SessionStore {
  let opening: Promise<SessionStore> | null = null;
  const opened = (): Promise<SessionStore> =>
    (opening ??= open().catch((why: unknown) => {
      opening = null;
      throw why;
    }));

  const onChanged: SessionStore['onChanged'] = (listener) => {
    let leave: (() => void) | null = null;
    let left = false;
    opened().then(
      (store) => {
        if (!left) leave = store.onChanged(listener);
      },
      () => undefined,
    );
    return () => {
      left = true;
      leave?.();
    };
  };
  const close = (): void => void opening?.then((store) => store.close());

  return new Proxy({ onChanged, close } as SessionStore, {
    get(own, name: keyof SessionStore | 'then') {
      // A promise is what has a `then`.
      if (name === 'then') return undefined;
      if (name in own) return Reflect.get(own, name) as unknown;
      return async (...asked: unknown[]): Promise<unknown> => {
        let store: SessionStore;
        try {
          store = await opened();
        } catch (why) {
          return name in WITHOUT
            ? WITHOUT[name as keyof typeof WITHOUT]
            : fail('storage-missing', String(why));
        }
        return (store[name] as (...asked: unknown[]) => unknown).apply(store, asked);
      };
    },
  });
}
