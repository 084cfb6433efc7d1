import type { SessionStore } from '../core/records/session-store';

export function openDexieStore(): SessionStore {
  throw new Error('to be written');
}
