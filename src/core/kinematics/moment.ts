import { firstCut, LEG_POINTS, REACH_POINTS, TRUNK_POINTS } from '../pose/framing';
import { at, bodyPoints, type BodyPoint } from '../pose/landmarks';
import { familyOf, type PoseFrame } from '../pose/pose';
import type { Metres, Seconds } from '../units';
import type { LifterSet } from './lifter';
import { liftPose } from './lifter-pose';
import { liftBodyFacts } from './skeleton';
import {
  MEASURE_NAMES,
  type Measure,
  type MeasureName,
  type Motion,
  type NotJudgedReason,
} from './measure';
import type { Baseline } from './standing';
import { JUDGED_UP_TO, metreError } from './uncertainty';

/** What finding a lift needs besides the trunk: shares of the person's own standing size. */
export interface LiftSignal {
  /** Trunk inclination, degrees. */
  trunkDeg: number;
  /** Wrists above ankles. */
  handHeight: number;
  /** Hands from ankles, share of stature. */
  handReach: number;
  /** How much nearer to the ankles the hips are than in standing. */
  hipDrop: number;
}

/** One frame, measured. */
export interface Moment extends Motion {
  signal: LiftSignal | null;
}

export interface Person {
  heightM: Metres;
  heightEntered: boolean;
}

/** Height of a person who entered none; every distance is then less sure. */
export const ASSUMED_HEIGHT_M: Metres = 1.7;

const ANGLES = [
  ['trunkInclinationDeg', 'trunkInclination', TRUNK_POINTS],
  ['hipShoulderInclinationDeg', 'hipShoulderIncl', TRUNK_POINTS],
  ['trunkFlexionDeg', 'trunkFlexion', TRUNK_POINTS],
  ['lateralBendDeg', 'lateralBend', TRUNK_POINTS],
  ['axialTwistDeg', 'axialTwist', TRUNK_POINTS],
  ['kneeFlexionLeftDeg', 'kneeFlexionL', LEG_POINTS],
  ['kneeFlexionRightDeg', 'kneeFlexionR', LEG_POINTS],
] as const;
const ARM_POINTS = [...TRUNK_POINTS, 'leftElbow', 'rightElbow', 'leftWrist', 'rightWrist'] as const;
const BODY = [
  ['upperArmLeftDeg', 'leftUpperArm', ARM_POINTS],
  ['upperArmRightDeg', 'rightUpperArm', ARM_POINTS],
  ['elbowFlexionLeftDeg', 'leftElbowFlexion', ARM_POINTS],
  ['elbowFlexionRightDeg', 'rightElbowFlexion', ARM_POINTS],
  ['neckFlexionDeg', 'neckFlexion', [...TRUNK_POINTS, 'leftEar', 'rightEar']],
  ['handDirectionDeg', 'handsDirection', ARM_POINTS],
] as const;

export const unknown = (reason: NotJudgedReason): Measure => ({
  value: null,
  error: null,
  judged: reason,
});

/** A moment about which nothing is known, for one reason. */
export function unknownMoment(timeS: Seconds, reason: NotJudgedReason): Moment {
  const measures = {} as Record<MeasureName, Measure>;
  for (const name of MEASURE_NAMES) measures[name] = unknown(reason);
  measures.lumbarFlexionDeg = unknown('not-measurable');
  return { timeS, measures, signal: null };
}

/** Rule JUDGE-1: whether the error is small enough to judge by. */
export const isSure = (name: MeasureName, error: number): boolean =>
  error <= (JUDGED_UP_TO[name] ?? Infinity);

/** Judged where that may be, else the reason why not. */
export const judge = (name: MeasureName, value: number, error: number): Measure => ({
  value,
  error,
  judged: isSure(name, error) ? true : 'too-uncertain',
});

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/**
 * Measures one frame. Trunk velocity is left to the series (series.ts): one frame has none.
 *
 * @param frame pose, px
 * @param baseline the person's own standing; without one angles are less sure, and what needs their size is unknown
 * @returns degrees and metres with the half-width of their 90 % error
 */
export function measureFrame(
  frame: PoseFrame,
  baseline: Baseline | null,
  lifters: LifterSet,
  person: Person,
): Moment {
  const { pose, timeS } = frame;
  if (pose === null) return unknownMoment(timeS, 'no-person');
  const points = bodyPoints(familyOf(pose.detector), pose.keypoints);
  const { width, height } = pose;
  const lifter = lifters[pose.detector];
  // A standing pose that the picture's edge cut tells no size: better none than a wrong one.
  const standing = baseline?.trusted === true ? baseline : null;
  const look = liftPose(lifter, { points, standing, width, height });
  const lifted = look.measures;
  // The same few lists of points again and again.
  const cuts = new Map<readonly BodyPoint[], boolean>();
  const isCut = (needs: readonly BodyPoint[]): boolean => {
    let cut = cuts.get(needs);
    if (cut === undefined) cuts.set(needs, (cut = firstCut(pose, needs) !== null));
    return cut;
  };
  const judgedOrCut = (
    name: MeasureName,
    value: number,
    error: number,
    needs: readonly BodyPoint[],
  ): Measure =>
    isCut(needs) ? { value, error, judged: 'out-of-frame' } : judge(name, value, error);

  const moment = unknownMoment(
    timeS,
    baseline === null ? 'no-baseline' : standing === null ? 'out-of-frame' : 'too-short',
  );
  const measures = moment.measures;
  measures.trunkVelocityDegS = unknown('too-short');
  for (const [name, output, needs] of ANGLES) {
    const { value, error } = lifted[output];
    measures[name] = judgedOrCut(name, value, error, needs);
  }
  const { handAnkleH, camSin, camCos } = lifted;
  const reach = (Math.max(0, handAnkleH.value) / 100) * person.heightM;
  measures.handReachM = judgedOrCut(
    'handReachM',
    reach,
    metreError((handAnkleH.error / 100) * person.heightM, reach, person.heightEntered),
    REACH_POINTS,
  );
  const azimuth = wrapped((Math.atan2(camSin.value, camCos.value) * 180) / Math.PI);
  const spread =
    Math.hypot(camSin.error, camCos.error) /
    Math.min(1, Math.max(0.2, Math.hypot(camSin.value, camCos.value)));
  measures.viewAzimuthDeg = judgedOrCut(
    'viewAzimuthDeg',
    azimuth,
    Math.min(180, (spread * 180) / Math.PI),
    TRUNK_POINTS,
  );
  if (baseline === null) return moment;

  if (standing !== null) {
    const { angles, handHeight } = liftBodyFacts(lifter, look, person.heightM);
    for (const [name, angle, needs] of BODY) {
      const { value, error } = angles[angle];
      measures[name] = judgedOrCut(name, value, error, needs);
    }
    measures.handHeightM = judgedOrCut(
      'handHeightM',
      handHeight.value,
      metreError(handHeight.error, handHeight.value, person.heightEntered),
      REACH_POINTS,
    );
  }

  const y = (left: BodyPoint, right: BodyPoint): number =>
    (points[at(left)]!.y + points[at(right)]!.y) / 2;
  const stood = (name: BodyPoint): number => baseline.points[at(name)]!.y;
  const standingLegs =
    (stood('leftAnkle') + stood('rightAnkle') - stood('leftHip') - stood('rightHip')) / 2;
  moment.signal = {
    trunkDeg: Math.max(0, lifted.trunkInclination.value),
    handHeight: (y('leftAnkle', 'rightAnkle') - y('leftWrist', 'rightWrist')) / baseline.sizePx,
    handReach: handAnkleH.value / 100,
    hipDrop:
      (standingLegs - (y('leftAnkle', 'rightAnkle') - y('leftHip', 'rightHip'))) / baseline.sizePx,
  };
  return moment;
}

/** Where the hands hang in the baseline, share of the standing size. */
export function hangingHandHeight(baseline: Baseline): number {
  const y = (name: BodyPoint): number => baseline.points[at(name)]!.y;
  return (
    (y('leftAnkle') + y('rightAnkle') - y('leftWrist') - y('rightWrist')) / 2 / baseline.sizePx
  );
}
