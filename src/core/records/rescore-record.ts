import type { LiftVerdict } from '../scoring/check';
import type { EpochMs } from '../units';

/** A kept lift judged again, under another rule set or by another lifter. The first verdict stays. */
export interface RescoreRecord {
  v: 1;
  id: string;
  liftId: string;
  sessionId: string;
  atMs: EpochMs;
  rules: string;
  lifter: string;
  verdict: LiftVerdict;
}
