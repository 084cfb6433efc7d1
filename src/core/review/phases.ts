import type { LiftTimes } from '../lifts/lift';
import type { Seconds } from '../units';

/**
 * Where in a lift a moment is, whatever the pace: 0 bending down begins, 1 the grasp, 2 upright, 3 putting down begins,
 * 4 the load is let go, 5 upright again.
 */
export type Phase = number;

export interface PhaseKnot {
  phase: Phase;
  timeS: Seconds;
}

const NAMES = ['startS', 'graspS', 'endS', 'lowerStartS', 'releaseS', 'lowerEndS'] as const;

/** The moments of a lift that were seen, in order of time. */
export function phaseKnots(times: LiftTimes): PhaseKnot[] {
  const knots: PhaseKnot[] = [];
  NAMES.forEach((name, phase) => {
    const timeS = times[name];
    const last = knots.at(-1);
    if (timeS !== null && (last === undefined || timeS > last.timeS)) knots.push({ phase, timeS });
  });
  return knots;
}

/** The knots that two lifts have in common. */
export function commonKnots(a: LiftTimes, b: LiftTimes): [PhaseKnot[], PhaseKnot[]] {
  const [own, other] = [phaseKnots(a), phaseKnots(b)];
  const shared = (knots: PhaseKnot[], with_: PhaseKnot[]): PhaseKnot[] =>
    knots.filter(({ phase }) => with_.some((one) => one.phase === phase));
  return [shared(own, other), shared(other, own)];
}

/** When a phase was reached: a straight line between the knots around it, the nearest knot outside of them. */
export const timeAt = (knots: readonly PhaseKnot[], phase: Phase): Seconds =>
  between(
    knots.map((k) => [k.phase, k.timeS]),
    phase,
  );

/** The phase at a moment; the inverse of {@link timeAt}. */
export const phaseAt = (knots: readonly PhaseKnot[], timeS: Seconds): Phase =>
  between(
    knots.map((k) => [k.timeS, k.phase]),
    timeS,
  );

function between(points: readonly [from: number, to: number][], x: number): number {
  const after = points.findIndex(([from]) => from >= x);
  if (after === 0) return points[0]![1];
  if (after === -1) return points.at(-1)?.[1] ?? 0;
  const [x0, y0] = points[after - 1]!;
  const [x1, y1] = points[after]!;
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
