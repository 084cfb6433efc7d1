import type { LiftSignal } from '../kinematics/moment';
import type { Fraction, Seconds } from '../units';

/** The body is low from here on: any of the three. Degrees and shares of the standing size. */
export const LOW = { trunkDeg: 25, handDrop: 0.1, hipDrop: 0.1 };
/**
 * A movement is first seen when it is this share of the way to low. It begins gently, as the square of
 * time, so its beginning lies before that by a fixed share of the time from here to low.
 */
const ONSET = { restDeg: 4, seen: 0.35 };
const ONSET_LEAD = Math.sqrt(ONSET.seen) / (1 - Math.sqrt(ONSET.seen));
/** What counts as one load's worth of carrying: hands above hanging, and hands in front beyond `reachFrom`. */
const CARRY = { handRise: 0.06, reach: 0.04, reachFrom: 0.115 };
const LOWEST_BAND = { hand: 0.03, trunkDeg: 3 };
/** Between putting down and grasping again the hands come up at least this far. */
const BETWEEN_DIPS = 0.12;

/** One moment of a movement's course, as the segmenter reads it. */
export interface Sample extends LiftSignal {
  timeS: Seconds;
  /** Hands below where they hang, share of the standing size. */
  handDrop: Fraction;
  /** How clearly the hands hold something in front: 1 or more means a load. */
  carry: number;
  /** How far on the way from standing to low, by whichever of trunk, hands and hips is furthest: 1 = low. */
  lowness: number;
}

export function sampleOf(timeS: Seconds, signal: LiftSignal, hangingHandHeight: Fraction): Sample {
  const { trunkDeg, handHeight, handReach, hipDrop } = signal;
  const handDrop = hangingHandHeight - handHeight;
  // Hips that are still low take the hands down with them.
  const rise = (Math.max(0, hipDrop) - handDrop) / CARRY.handRise;
  const reach = Math.max(0, handReach - CARRY.reachFrom) / CARRY.reach;
  return {
    timeS,
    trunkDeg,
    handHeight,
    handReach,
    hipDrop,
    handDrop,
    carry: rise + reach,
    lowness: Math.max(
      (trunkDeg - ONSET.restDeg) / (LOW.trunkDeg - ONSET.restDeg),
      handDrop / LOW.handDrop,
      hipDrop / LOW.hipDrop,
    ),
  };
}

export const lowestOf = (samples: readonly Sample[]): Sample =>
  samples.reduce((a, b) => (b.handHeight < a.handHeight ? b : a));
export const furthestOf = (samples: readonly Sample[]): Sample =>
  samples.reduce((a, b) => (b.trunkDeg > a.trunkDeg ? b : a));

/**
 * LIFT-1: when the movement began that is low at `lowS`.
 *
 * @param before the samples up to then, since the last movement was over
 */
export function onset(before: readonly Sample[], lowS: Seconds): Seconds {
  if (before.length === 0) return lowS;
  const last = before.findLastIndex((s) => s.lowness < ONSET.seen);
  if (last === -1) return before.reduce((a, b) => (b.lowness <= a.lowness ? b : a)).timeS;
  const from = before[last]!,
    to = before[last + 1] ?? from;
  const rise = to.lowness - from.lowness;
  const share = rise > 0 ? (ONSET.seen - from.lowness) / rise : 0;
  const seenS = from.timeS + share * (to.timeS - from.timeS);
  return Math.max(before[0]!.timeS, seenS - ONSET_LEAD * (lowS - seenS));
}

/** When the hands took or left the load: the middle of their lowest time, or of the furthest bend. */
export function workTime(samples: readonly Sample[]): Seconds {
  const lowest = lowestOf(samples);
  const furthest = furthestOf(samples);
  const there =
    lowest.handDrop > LOW.handDrop
      ? samples.filter((s) => s.handHeight <= lowest.handHeight + LOWEST_BAND.hand)
      : samples.filter((s) => s.trunkDeg >= furthest.trunkDeg - LOWEST_BAND.trunkDeg);
  return (there[0]!.timeS + there.at(-1)!.timeS) / 2;
}

/** Of each sample the lowest hands up to it. */
function lowestHands(samples: readonly Sample[]): Fraction[] {
  let lowest = Infinity;
  return samples.map((s) => (lowest = Math.min(lowest, s.handHeight)));
}

/** LIFT-7: the two times that the hands went down, with a rise between; twice the whole where it was once. */
export function dips(samples: readonly Sample[]): [readonly Sample[], readonly Sample[]] {
  const lowestSoFar = lowestHands(samples);
  const lowestToCome = lowestHands([...samples].reverse()).reverse();
  const between = samples.map((s, i) => s.handHeight - Math.max(lowestSoFar[i]!, lowestToCome[i]!));
  const top = between.reduce((best, rise, i) => (rise > between[best]! ? i : best), 0);
  if (between[top]! < BETWEEN_DIPS) return [samples, samples];
  return [samples.slice(0, top + 1), samples.slice(top)];
}
