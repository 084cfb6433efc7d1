import type { DetectorFamily } from '../pose/pose';
import type { Degrees, Metres } from '../units';
import type { LifterOutput } from './lifter';
import type { MeasureName } from './measure';

/**
 * From the lifter's own sigma to the half-width of a 90 % error: one factor per measure and detector
 * family. Each is the 90th percentile of |error| / sigma over 108 rendered sequences that no lifter was
 * trained on (3 780 frames, smoothed as recordings are), rounded up. `npm run accuracy` prints the
 * coverage that they give on recordings with truth.
 */
const WIDEN: Record<DetectorFamily, Partial<Record<LifterOutput, number>>> = {
  movenet: {
    trunkInclination: 1.6,
    hipShoulderIncl: 1.6,
    trunkFlexion: 1.6,
    lateralBend: 1.5,
    kneeFlexionL: 1.8,
    kneeFlexionR: 1.8,
    handAnkleH: 1.7,
    camSin: 1.65,
  },
  blazepose: {
    trunkInclination: 2.15,
    hipShoulderIncl: 2.15,
    trunkFlexion: 2.15,
    lateralBend: 1.5,
    kneeFlexionL: 1.9,
    kneeFlexionR: 1.9,
    handAnkleH: 1.8,
    camSin: 1.7,
  },
};

/** Half-width of the 90 % error from the lifter's sigma, in the unit of the output. Twist: see twistHalfWidth. */
export const halfWidth = (
  family: DetectorFamily,
  output: Exclude<LifterOutput, 'axialTwist'>,
  sigma: number,
): number => WIDEN[family][output]! * sigma;

/**
 * The factor for twist depends on what is read: the lifter reads twists between 10° and 30° much too small
 * and does not know it, hardly ever invents a large one, and is less sure with a bent trunk. Same
 * sequences and same percentile as above, in bins; [reading in degrees, factor], straight lines between.
 */
// prettier-ignore
const TWIST_WIDEN: Record<DetectorFamily, Record<'upright' | 'bent', [Degrees, number][]>> = {
  movenet: {
    upright: [[2, 1.1], [6, 1.7], [10, 2.2], [15, 3.4], [29, 3.2], [31, 1.3], [38, 1.2], [45, 1.05]],
    bent: [[2, 1.4], [6, 2.25], [10, 3.2], [15, 3.7], [21, 3.5], [34, 3], [45, 1.25]],
  },
  blazepose: {
    upright: [[2, 1.25], [6, 1.9], [10, 3.2], [15, 3.8], [21, 3.4], [27, 2.5], [34, 1.9], [45, 1.9]],
    bent: [[2, 1.5], [6, 3.4], [10, 3.4], [15, 3.4], [21, 3.4], [27, 3.6], [34, 3], [45, 2.3]],
  },
};
/** From this inclination on a trunk counts as bent. */
const BENT_FROM: Degrees = 45;

/** Half-width of the 90 % error of a twist reading, degrees. */
export function twistHalfWidth(
  family: DetectorFamily,
  twist: { mean: Degrees; sigma: Degrees },
  trunk: Degrees,
): Degrees {
  const table = TWIST_WIDEN[family][trunk < BENT_FROM ? 'upright' : 'bent'];
  return between(table, Math.abs(twist.mean)) * twist.sigma;
}

/**
 * Bends beyond the horizontal are read too small (106° as 98°): from 80° on the error grows to half as much
 * again. Same sequences; [reading in degrees, factor on top of WIDEN].
 */
const FAR_BEND: [Degrees, number][] = [
  [80, 1],
  [100, 1.5],
];

/** Half-width of the 90 % error of an inclination (trunk, or hip to shoulder, or its sagittal part), degrees. */
export const bendHalfWidth = (
  family: DetectorFamily,
  output: 'trunkInclination' | 'hipShoulderIncl' | 'trunkFlexion',
  bend: { mean: Degrees; sigma: Degrees },
): Degrees => halfWidth(family, output, bend.sigma) * between(FAR_BEND, bend.mean);

/** On straight lines between the points of a table; beyond its ends their values hold. */
function between(table: readonly [number, number][], x: number): number {
  const after = table.findIndex(([at]) => at > x);
  if (after === 0) return table[0]![1];
  if (after === -1) return table.at(-1)![1];
  const [from, low] = table[after - 1]!;
  const [to, high] = table[after]!;
  return low + ((high - low) * (x - from)) / (to - from);
}

/** While nobody has entered the body height, every metre value is this share wider. */
export const UNKNOWN_HEIGHT_SHARE = 0.1;

/** Half-width of a metre value: the measure's own, and a tenth of the value while the height is assumed. */
export const metreError = (own: Metres, value: Metres, heightEntered: boolean): Metres =>
  own + (heightEntered ? 0 : UNKNOWN_HEIGHT_SHARE * Math.abs(value));

/**
 * Rule JUDGE-1: a measure is judged when the half-width of its 90 % error is at most this. Our choice:
 * about what still tells the bands of a check apart. Velocity: a share of the value (or of the watch
 * edge, when the value is smaller). Measures without an entry are judged whenever they are known.
 */
export const JUDGED_UP_TO: Partial<Record<MeasureName, number>> = {
  trunkInclinationDeg: 10,
  hipShoulderInclinationDeg: 10,
  trunkFlexionDeg: 10,
  lateralBendDeg: 10,
  axialTwistDeg: 15,
  kneeFlexionLeftDeg: 15,
  kneeFlexionRightDeg: 15,
  handReachM: 0.08,
};
export const VELOCITY_JUDGED_SHARE = 0.25;
