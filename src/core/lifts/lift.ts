import type { Seconds } from '../units';

/** The moments of one lift. Times are seconds from the first frame; null = not seen. */
export interface LiftTimes {
  /** The person leaves upright standing and reaches down. */
  startS: Seconds;
  /** The hands are lowest and begin to come up. */
  graspS: Seconds;
  /** The trunk is most inclined. */
  peakS: Seconds;
  /** Upright again, with the load. */
  endS: Seconds;
  /** Putting down begins. */
  lowerStartS: Seconds | null;
  /** Putting down: the load leaves the hands (they are lowest again). */
  releaseS: Seconds | null;
  /** Upright again with empty hands. */
  lowerEndS: Seconds | null;
}

/** Where in a lift the person is now. */
export type LiftPhase = 'standing' | 'reaching' | 'rising' | 'holding' | 'lowering' | 'returning';
