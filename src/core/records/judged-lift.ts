import type { LiftVerdict } from '../scoring/check';
import type { LiftRecord } from './lift-record';
import type { LiftTrack } from './track-record';

/** A lift as it comes out of a check, before it is known where it is kept. */
export interface JudgedLift extends Pick<LiftRecord, 'index' | 'rules' | 'detector' | 'lifter'> {
  verdict: LiftVerdict;
  /** null = nobody is seen in it; then it cannot be replayed. */
  track: LiftTrack | null;
}
