import { longestHoldS, SAME_POSTURE_DEG, STATIC_FROM_S } from '../standards/holding-time';
import type { Degrees, Seconds } from '../units';

/** A trunk inclination that was held (rule STRAIN-4). */
export interface Hold {
  /** When it began, on the clock of its samples. */
  startS: Seconds;
  seconds: Seconds;
  /** Mean over the hold, and the mean half-width of its 90 % error. */
  inclinationDeg: Degrees;
  errorDeg: Degrees;
}

/** A band of inclinations the trunk is in now, or was until a moment ago. */
export interface OpenHold {
  centreDeg: Degrees;
  startS: Seconds;
  lastS: Seconds;
  /** Seconds really inside the band, and degrees and errors summed over them (°·s). */
  insideS: Seconds;
  sumDegS: number;
  sumErrorDegS: number;
}

/** A judged moment. */
export interface Inclined {
  timeS: Seconds;
  deg: Degrees;
  errorDeg: Degrees;
}

/** Rule STRAIN-4: leaving a posture and coming back takes longer than this, so less is a slip of the measuring. */
export const SLIP_S: Seconds = 0.25;
/** Held at less than this is not bent. */
const BENT_FROM_DEG: Degrees = 20;
/** Middles of the bands, a degree apart: whatever stays within 9° is wholly inside one of them. */
const BAND_STEP_DEG: Degrees = 1;

/**
 * The part of a straight way from a to b that lies within a band it touches, as two shares of the way; null = it only
 * touches the edge.
 */
function within(a: Degrees, b: Degrees, centre: Degrees): [number, number] | null {
  if (a === b) return [0, 1];
  const [low, high] = [centre - SAME_POSTURE_DEG, centre + SAME_POSTURE_DEG];
  const [p, q] = [(low - a) / (b - a), (high - a) / (b - a)];
  const [from, to] = [Math.max(0, Math.min(p, q)), Math.min(1, Math.max(p, q))];
  return to > from ? [from, to] : null;
}

/** Goes on with the open bands over the straight way between two judged moments. */
export function stretchHolds(open: readonly OpenHold[], from: Inclined, to: Inclined): OpenHold[] {
  const duration = to.timeS - from.timeS;
  const known = new Map(open.map((hold) => [hold.centreDeg, hold]));
  const first = Math.ceil((Math.min(from.deg, to.deg) - SAME_POSTURE_DEG) / BAND_STEP_DEG);
  const last = Math.floor((Math.max(from.deg, to.deg) + SAME_POSTURE_DEG) / BAND_STEP_DEG);
  for (let step = Math.max(first, BENT_FROM_DEG / BAND_STEP_DEG); step <= last; step++) {
    const centreDeg = step * BAND_STEP_DEG;
    const part = within(from.deg, to.deg, centreDeg);
    if (part === null) continue;
    const [enters, leaves] = part;
    const entersS = from.timeS + enters * duration;
    const before = known.get(centreDeg);
    const goesOn = before !== undefined && entersS - before.lastS <= SLIP_S;
    const middle = (enters + leaves) / 2;
    const insideS = (leaves - enters) * duration;
    known.set(centreDeg, {
      centreDeg,
      startS: goesOn ? before.startS : entersS,
      lastS: from.timeS + leaves * duration,
      insideS: (goesOn ? before.insideS : 0) + insideS,
      sumDegS: (goesOn ? before.sumDegS : 0) + insideS * (from.deg + middle * (to.deg - from.deg)),
      sumErrorDegS:
        (goesOn ? before.sumErrorDegS : 0) +
        insideS * (from.errorDeg + middle * (to.errorDeg - from.errorDeg)),
    });
  }
  return [...known.values()].filter((hold) => to.timeS - hold.lastS <= SLIP_S);
}

/** The hold an open band has come to; null while it is too short or too upright to be one. */
export function heldSoFar(open: OpenHold): Hold | null {
  const seconds = open.lastS - open.startS;
  if (seconds < STATIC_FROM_S) return null;
  const inclinationDeg = open.sumDegS / open.insideS;
  if (inclinationDeg < BENT_FROM_DEG) return null;
  const errorDeg = open.sumErrorDegS / open.insideS;
  return { startS: open.startS, seconds, inclinationDeg, errorDeg };
}

/** How much of its limit a hold used up; beyond 60°, where none is recommended, any is more than all of it. */
function shareOfLimit({ inclinationDeg, seconds }: Hold): number {
  const limit = longestHoldS(inclinationDeg);
  return limit === null ? Infinity : seconds / limit;
}

export const longer = (a: Hold | null, b: Hold | null): Hold | null =>
  a === null || (b !== null && b.seconds > a.seconds) ? b : a;

/** The hold nearest to or furthest beyond its limit; of two beyond 60° the longer one. */
export function nearerToLimit(a: Hold | null, b: Hold | null): Hold | null {
  if (a === null || b === null) return a ?? b;
  const [one, other] = [shareOfLimit(a), shareOfLimit(b)];
  return one === other ? longer(a, b) : other > one ? b : a;
}
