import type { StorageUse } from '../core/records/session-store';

/** Browsers that do not say, and pages without a secure address, have none. */
const manager = (): Partial<StorageManager> =>
  (navigator as { storage?: StorageManager }).storage ?? {};

/** How much this page keeps on the device, of how much. */
export async function storageUse(): Promise<StorageUse> {
  const storage = manager();
  const { usage, quota } = (await storage.estimate?.()) ?? {};
  return {
    usedBytes: usage ?? null,
    quotaBytes: quota ?? null,
    persistent: (await storage.persisted?.()) ?? false,
  };
}

/** Asks the browser never to clear it by itself. @returns whether it promised */
export const askPersistent = async (): Promise<boolean> => (await manager().persist?.()) ?? false;
