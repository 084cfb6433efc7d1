import type { EpochMs } from '../units';

/** What a person says about a lift after it was recorded. */
export type Amendment =
  | { kind: 'person'; personId: string | null }
  | { kind: 'not-a-lift' }
  | { kind: 'mass'; massKg: number | null }
  | { kind: 'note'; text: string }
  /** Takes an earlier amendment back. */
  | { kind: 'undo'; amendmentId: string };

/** Amendments are added, never changed: the original stays, and so does what was said before. */
export interface AmendmentRecord {
  v: 1;
  id: string;
  liftId: string;
  sessionId: string;
  atMs: EpochMs;
  amendment: Amendment;
}
