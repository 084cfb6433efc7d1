import { firstCut, LEG_POINTS, REACH_POINTS, TRUNK_POINTS } from '../pose/framing';
import { at, bodyPoints, type BodyPoint } from '../pose/landmarks';
import { familyOf, type PoseFrame } from '../pose/pose';
import type { Metres, Seconds } from '../units';
import type { LifterSet } from './lifter';
import { liftPose } from './lifter-pose';
import {
  MEASURE_NAMES,
  type Measure,
  type MeasureName,
  type Motion,
  type NotJudgedReason,
} from './measure';
import type { Baseline } from './standing';
import { bendHalfWidth, halfWidth, JUDGED_UP_TO, metreError, twistHalfWidth } from './uncertainty';

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

/**
 * Wrist height above the ankles from the picture: share of stature = A * (share of standing size) + B,
 * fitted on 108 rendered sequences; 90 % of frames are within HAND_HEIGHT_ERROR of stature.
 */
const HAND_HEIGHT = { a: 0.81, b: 0.066, error: 0.065 };

const BENDS = [
  ['trunkInclinationDeg', 'trunkInclination'],
  ['hipShoulderInclinationDeg', 'hipShoulderIncl'],
  ['trunkFlexionDeg', 'trunkFlexion'],
] as const;
const OTHERS = [
  ['lateralBendDeg', 'lateralBend', TRUNK_POINTS],
  ['kneeFlexionLeftDeg', 'kneeFlexionL', LEG_POINTS],
  ['kneeFlexionRightDeg', 'kneeFlexionR', LEG_POINTS],
] as const;

export const unknown = (reason: NotJudgedReason): Measure => ({
  value: null,
  error: null,
  judged: reason,
});

/** A moment about which nothing is known, for one reason. */
export function unknownMoment(timeS: Seconds, reason: NotJudgedReason): Moment {
  const measures = Object.fromEntries(
    MEASURE_NAMES.map((name) => [name, unknown(reason)]),
  ) as Record<MeasureName, Measure>;
  measures.lumbarFlexionDeg = unknown('not-measurable');
  return { timeS, measures, signal: null };
}

/** Rule JUDGE-1: judged when the error is small enough, else the reason why not. */
export function judge(name: MeasureName, value: number, error: number): Measure {
  const limit = JUDGED_UP_TO[name];
  return { value, error, judged: limit === undefined || error <= limit ? true : 'too-uncertain' };
}

const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/**
 * Measures one frame. Trunk velocity is left to the series (series.ts): one frame has none.
 *
 * @param frame pose, px
 * @param baseline the person's own standing; without one nothing but "no baseline" comes out
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
  if (baseline === null) return unknownMoment(timeS, 'no-baseline');
  const family = familyOf(pose.detector);
  const points = bodyPoints(family, pose.keypoints);
  const lifted = liftPose(lifters[family], points, baseline, pose.width, pose.height);
  const judgedOrCut = (
    name: MeasureName,
    value: number,
    error: number,
    needs: readonly BodyPoint[],
  ): Measure => {
    if (!baseline.trusted || firstCut(pose, needs) !== null)
      return { value, error, judged: 'out-of-frame' };
    return judge(name, value, error);
  };

  const moment = unknownMoment(timeS, 'too-short');
  const measures = moment.measures;
  for (const [name, output] of BENDS) {
    const bend = lifted[output];
    measures[name] = judgedOrCut(
      name,
      bend.mean,
      bendHalfWidth(family, output, bend),
      TRUNK_POINTS,
    );
  }
  for (const [name, output, needs] of OTHERS) {
    const { mean, sigma } = lifted[output];
    measures[name] = judgedOrCut(name, mean, halfWidth(family, output, sigma), needs);
  }
  const { axialTwist, trunkInclination } = lifted;
  measures.axialTwistDeg = judgedOrCut(
    'axialTwistDeg',
    axialTwist.mean,
    twistHalfWidth(family, axialTwist, trunkInclination.mean),
    TRUNK_POINTS,
  );
  const reachShare = lifted.handAnkleH.mean / 100;
  const reach = Math.max(0, reachShare) * person.heightM;
  const reachError =
    (halfWidth(family, 'handAnkleH', lifted.handAnkleH.sigma) / 100) * person.heightM;
  measures.handReachM = judgedOrCut(
    'handReachM',
    reach,
    metreError(reachError, reach, person.heightEntered),
    REACH_POINTS,
  );

  const y = (left: BodyPoint, right: BodyPoint): number =>
    (points[at(left)]!.y + points[at(right)]!.y) / 2;
  const handHeight =
    (y('leftAnkle', 'rightAnkle') - y('leftWrist', 'rightWrist')) / baseline.sizePx;
  const heightM = (HAND_HEIGHT.a * handHeight + HAND_HEIGHT.b) * person.heightM;
  measures.handHeightM = judgedOrCut(
    'handHeightM',
    heightM,
    metreError(HAND_HEIGHT.error * person.heightM, heightM, person.heightEntered),
    REACH_POINTS,
  );

  const { camSin, camCos } = lifted;
  const azimuth = wrapped((Math.atan2(camSin.mean, camCos.mean) * 180) / Math.PI);
  const spread =
    Math.hypot(camSin.sigma, camCos.sigma) / Math.max(0.2, Math.hypot(camSin.mean, camCos.mean));
  measures.viewAzimuthDeg = judgedOrCut(
    'viewAzimuthDeg',
    azimuth,
    Math.min(180, (halfWidth(family, 'camSin', spread) * 180) / Math.PI),
    TRUNK_POINTS,
  );

  const stood = (name: BodyPoint): number => baseline.points[at(name)]!.y;
  const standingLegs =
    (stood('leftAnkle') + stood('rightAnkle') - stood('leftHip') - stood('rightHip')) / 2;
  moment.signal = {
    trunkDeg: Math.max(0, lifted.trunkInclination.mean),
    handHeight,
    handReach: reachShare,
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
