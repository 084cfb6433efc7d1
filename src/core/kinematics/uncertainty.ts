import type { DetectorFamily } from '../pose/pose';
import type { Metres } from '../units';
import type { LifterOutput } from './lifter';
import type { MeasureName } from './measure';

/**
 * From the lifter's own sigma to the half-width of a 90 % error: one factor per measure and detector
 * family. Each is the 90th percentile of |error| / sigma over 108 rendered sequences that no lifter was
 * trained on (3 780 frames, smoothed as recordings are), rounded up. `npm run bench:accuracy` prints the
 * coverage that they give on a folder of clips with truth.
 */
const WIDEN: Record<DetectorFamily, Partial<Record<LifterOutput, number>>> = {
  movenet: {
    trunkInclination: 1.6,
    hipShoulderIncl: 1.6,
    trunkFlexion: 1.6,
    lateralBend: 1.5,
    axialTwist: 1.95,
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
    axialTwist: 2.1,
    kneeFlexionL: 1.9,
    kneeFlexionR: 1.9,
    handAnkleH: 1.8,
    camSin: 1.7,
  },
};

/** Half-width of the 90 % error from the lifter's sigma, in the unit of the output. */
export const halfWidth = (family: DetectorFamily, output: LifterOutput, sigma: number): number =>
  WIDEN[family][output]! * sigma;

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
