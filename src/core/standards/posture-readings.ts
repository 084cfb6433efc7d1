import type { Measure, MeasureName } from '../kinematics/measure';
import { firstReason } from './told';

/** Where a value comes from: seen by the camera, said by a person, or taken because nobody said anything. */
export type Origin = 'camera' | 'asked' | 'assumed';

/** An angle in degrees with its 90 % error, and where it comes from. One that a person entered has the error 0. */
export interface Reading extends Measure {
  origin: Origin;
}

export const SIDES = ['left', 'right'] as const;
export type Side = (typeof SIDES)[number];

/** The angles that the posture scores are made from. */
export interface PostureReadings {
  /** Forward bend of the trunk, hips to shoulders, + forward. */
  trunkFlexion: Reading;
  /** To either side. */
  lateralBend: Reading;
  axialTwist: Reading;
  /** Head against the trunk's line, + forward, 0 = as in upright standing. */
  neckFlexion: Reading;
  /** 0 = straight. */
  kneeFlexion: Record<Side, Reading>;
  /** Upper arm against the trunk, 0 = hanging along it, + forward, − behind. */
  upperArm: Record<Side, Reading>;
  /** 0 = straight. */
  elbowFlexion: Record<Side, Reading>;
}

/**
 * Rule POSTURE-4: head against the trunk's line when a person stands upright and looks ahead, degrees: ears stand before
 * the seventh neck vertebra. Middle and nine in ten of 3 000 simulated people (training/person.ts).
 */
const NEUTRAL_NECK = { deg: 16, error: 6 };

/**
 * Rule POSTURE-5: who scores a posture by eye sees the trunk as a line from hips to shoulders, which reach forwards with
 * the arms; `trunkFlexionDeg` ends at the neck base. The bend is that of the neck base and how much more the shoulders
 * lean.
 */
function trunkAsSeen(measures: Record<MeasureName, Measure>): Measure {
  const { trunkFlexionDeg: bend, hipShoulderInclinationDeg: shoulders } = measures;
  const lean = measures.trunkInclinationDeg;
  if (bend.value === null || shoulders.value === null || lean.value === null) return bend;
  return {
    value: bend.value + shoulders.value - lean.value,
    error: Math.max(bend.error!, shoulders.error!),
    judged: firstReason([bend.judged, shoulders.judged]) ?? true,
  };
}

/**
 * What the camera measured, as readings. It sees how far head and arms are from the trunk's line, not which way: they
 * are taken to go forwards, as they do in lifting.
 */
export function cameraReadings(measures: Record<MeasureName, Measure>): PostureReadings {
  const seen = (name: MeasureName): Reading => ({ ...measures[name], origin: 'camera' });
  const head = seen('neckFlexionDeg');
  const neckFlexion =
    head.value === null || head.error === null
      ? head
      : {
          ...head,
          value: head.value - NEUTRAL_NECK.deg,
          error: Math.hypot(head.error, NEUTRAL_NECK.error),
        };
  return {
    trunkFlexion: { ...trunkAsSeen(measures), origin: 'camera' },
    lateralBend: seen('lateralBendDeg'),
    axialTwist: seen('axialTwistDeg'),
    neckFlexion,
    kneeFlexion: { left: seen('kneeFlexionLeftDeg'), right: seen('kneeFlexionRightDeg') },
    upperArm: { left: seen('upperArmLeftDeg'), right: seen('upperArmRightDeg') },
    elbowFlexion: { left: seen('elbowFlexionLeftDeg'), right: seen('elbowFlexionRightDeg') },
  };
}

/** An angle that a person entered. */
export const enteredAngle = (value: number): Reading => ({
  value,
  error: 0,
  judged: true,
  origin: 'asked',
});
