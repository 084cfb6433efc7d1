import type { DetectorId } from '../pose/pose';
import type { LiftVerdict } from '../scoring/check';
import type { EpochMs } from '../units';

/** One lift as it was judged when it was recorded. It is never changed: what is said later is an amendment or a re-score. */
export interface LiftRecord {
  v: 1;
  id: string;
  sessionId: string;
  /** Of this session, from 0. */
  index: number;
  startedMs: EpochMs;
  /** Rule set that judged. */
  rules: string;
  detector: DetectorId;
  /** Version of the lifter weights. */
  lifter: string;
  /** Times are seconds from the first frame of the session. */
  verdict: LiftVerdict;
}
