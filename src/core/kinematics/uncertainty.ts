import type { Metres } from '../units';
import type { MeasureName } from './measure';

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
  upperArmLeftDeg: 20,
  upperArmRightDeg: 20,
  elbowFlexionLeftDeg: 25,
  elbowFlexionRightDeg: 25,
  neckFlexionDeg: 15,
  handDirectionDeg: 25,
};
export const VELOCITY_JUDGED_SHARE = 0.25;
