import type { Seconds } from '../units';

/**
 * What is measured in every frame. Definitions and signs:
 * - trunkInclinationDeg: hip midpoint to neck base (about C7), against the vertical, 0..180
 * - hipShoulderInclinationDeg: hip midpoint to shoulder midpoint, against the vertical (what marker references use)
 * - trunkFlexionDeg: the sagittal part of the inclination, + forward
 * - lateralBendDeg: the sideways part, + to the person's right
 * - axialTwistDeg: shoulder line against hip line about the trunk axis, + shoulders turned to the person's left
 * - lumbarFlexionDeg: rounding of the lower back; no keypoint measures it, so it is always null (a lift's check
 *   "rounded-back" comes from the outline of the back)
 * - kneeFlexion*Deg: 180 minus the hip-knee-ankle angle
 * - handReachM: horizontal distance of the wrists' midpoint from the ankles' midpoint
 * - handHeightM: wrists' midpoint above ankles' midpoint
 * - trunkVelocityDegS: how fast the trunk inclination changes (size, no sign)
 * - viewAzimuthDeg: where the camera stands, 0 = in front, 90 = on the person's left, -90 = right, 180 = behind
 * - upperArm*Deg: upper arm against the trunk's downward line, 0 = hanging along it
 * - elbowFlexion*Deg: 180 minus the shoulder-elbow-wrist angle
 * - neckFlexionDeg: ears' midpoint from the neck base, against the trunk line
 * - handDirectionDeg: where the hands are about the vertical, seen from the middle of the hips, 0 = ahead, + = to the
 *   person's left
 */
export const MEASURE_NAMES = [
  'trunkInclinationDeg',
  'hipShoulderInclinationDeg',
  'trunkFlexionDeg',
  'lateralBendDeg',
  'axialTwistDeg',
  'lumbarFlexionDeg',
  'kneeFlexionLeftDeg',
  'kneeFlexionRightDeg',
  'handReachM',
  'handHeightM',
  'trunkVelocityDegS',
  'viewAzimuthDeg',
  'upperArmLeftDeg',
  'upperArmRightDeg',
  'elbowFlexionLeftDeg',
  'elbowFlexionRightDeg',
  'neckFlexionDeg',
  'handDirectionDeg',
] as const;
export type MeasureName = (typeof MEASURE_NAMES)[number];

/** Why a value cannot be judged. A closed list; the words for people are in `words/`. */
export const NOT_JUDGED_REASONS = [
  'no-person', // nobody was found in this frame
  'no-baseline', // no upright standing was seen, so the person's own size and zero are unknown
  'out-of-frame', // part of the body the measure needs is outside the picture
  'too-uncertain', // the error of the measure is larger than what may be judged
  'too-short', // too few frames around the moment
  'rate-too-low', // so few frames a second that the worst may lie between two of them
  'not-measurable', // this version cannot measure it at all
  'not-visible', // from where the camera stands it cannot be seen
  'not-bent', // the trunk was not inclined far enough for it to show
  'not-looked-at', // it takes a second look at the pictures, and there was none
] as const;
export type NotJudgedReason = (typeof NOT_JUDGED_REASONS)[number];

/** Whether a value that may have been judged or not is only less sure than it should be: its interval still holds. */
export const holdsItsError = (
  judged: true | NotJudgedReason,
): judged is true | 'too-uncertain' | 'rate-too-low' =>
  judged === true || judged === 'too-uncertain' || judged === 'rate-too-low';

/** A value with the half-width of its 90 % error. Unknown is null with a reason, never 0 and never NaN. */
export interface Measure {
  value: number | null;
  error: number | null;
  judged: true | NotJudgedReason;
}

/** All measures of one moment. */
export interface Motion {
  timeS: Seconds;
  measures: Record<MeasureName, Measure>;
}
