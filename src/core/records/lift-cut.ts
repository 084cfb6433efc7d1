import type { LiftTimes } from '../lifts/lift';
import type { Seconds } from '../units';

/**
 * Smoothing needs this much before and after the lift itself, and so does the question whether there was a twist while
 * it was sudden (rule HEAD-1).
 */
export const LIFT_MARGIN_S: Seconds = 0.5;

/** When a lift is over, as far as it is known: empty hands again, else upright with the load. */
export const liftEndS = ({ endS, lowerEndS }: LiftTimes): Seconds => lowerEndS ?? endS;

/**
 * What is kept of a stream for one lift: everything that its verdict depends on. The one place where this is decided, for
 * lifts that are kept while a check runs and for those cut out of a whole recording.
 *
 * @param frames in order of time
 * @param times of the lift, on the same clock
 */
export const cutLift = <T extends { timeS: Seconds }>(
  frames: readonly T[],
  times: LiftTimes,
): T[] => {
  const fromS = times.startS - LIFT_MARGIN_S;
  const untilS = liftEndS(times) + LIFT_MARGIN_S;
  const first = frames.findIndex((frame) => frame.timeS >= fromS);
  const after = frames.findLastIndex((frame) => frame.timeS <= untilS) + 1;
  return first === -1 ? [] : frames.slice(first, after);
};
