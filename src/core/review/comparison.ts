import type { Measure, MeasureName } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { LiftVerdict } from '../scoring/check';
import type { Seconds } from '../units';
import { commonKnots, timeAt, type Phase } from './phases';

/** A value with the half-width of its 90 % error, or nothing. */
export interface Reading {
  value: number | null;
  error: number | null;
}

/** Two curves over the phases of a lift, and the second less the first. */
export interface ComparedCurve {
  phase: Phase;
  first: Reading;
  second: Reading;
  difference: Reading;
}

const NOTHING: Reading = { value: null, error: null };
/** Frames further apart than this are not joined by a line. */
const GAP_S: Seconds = 0.35;

/**
 * The second reading less the first. The errors are taken as independent: two lifts seen by one camera share a part of
 * theirs, which makes this one too wide rather than too narrow.
 */
export function difference(first: Reading, second: Reading): Reading {
  const isWhole = (r: Reading): r is { value: number; error: number } =>
    r.value !== null && r.error !== null;
  // An error that is not known is not nought.
  if (!isWhole(first) || !isWhole(second)) return NOTHING;
  return { value: second.value - first.value, error: Math.hypot(first.error, second.error) };
}

/** What was judged at a moment, on the straight line between the frames around it. */
export function readingAt(moments: readonly Moment[], name: MeasureName, timeS: Seconds): Reading {
  const after = moments.findIndex((m) => m.timeS >= timeS);
  if (after === -1) return NOTHING;
  const late = moments[after]!;
  const early = late.timeS === timeS ? late : moments[after - 1];
  if (early === undefined || late.timeS - early.timeS > GAP_S) return NOTHING;
  const [a, b] = [early.measures[name], late.measures[name]];
  if (!isKnown(a) || !isKnown(b)) return NOTHING;
  const share = late === early ? 0 : (timeS - early.timeS) / (late.timeS - early.timeS);
  return {
    value: a.value + share * (b.value - a.value),
    error: Math.max(a.error, b.error),
  };
}

const isKnown = (m: Measure): m is Measure & { value: number; error: number } =>
  m.judged === true && m.value !== null && m.error !== null;

interface Side {
  times: LiftVerdict;
  moments: readonly Moment[];
}

/** Readings a phase. */
const PER_PHASE = 24;

/**
 * Two lifts laid over each other by phase: same moment of the movement above same moment.
 * @returns one entry a 24th of a phase, over the phases that both have
 */
export function compareCurves(first: Side, second: Side, name: MeasureName): ComparedCurve[] {
  const [a, b] = commonKnots(first.times, second.times);
  if (a.length < 2) return [];
  const [from, to] = [a[0]!.phase, a.at(-1)!.phase];
  return Array.from({ length: (to - from) * PER_PHASE + 1 }, (_, i) => {
    const phase = from + i / PER_PHASE;
    const [one, two] = [
      readingAt(first.moments, name, timeAt(a, phase)),
      readingAt(second.moments, name, timeAt(b, phase)),
    ];
    return { phase, first: one, second: two, difference: difference(one, two) };
  });
}
