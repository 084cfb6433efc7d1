import { viewName } from '../kinematics/camera-view';
import type { Measure } from '../kinematics/measure';
import { isUpright, stanceOf } from '../kinematics/stance';
import type { Pose } from '../pose/pose';
import type { TrainingSetup } from '../records/training-record';
import type { Degrees, Fraction, Metres } from '../units';

/**
 * Ear-to-ankle height as share of the stature, as detectors see it: median over the simulated people of training/person;
 * nine in ten are within 5 % of it, from every side.
 */
const EAR_TO_ANKLE: Fraction = 0.86;
/** A view less sure than this sets nothing and is compared with nothing. Our choice. */
const SUREST_NEEDED: Degrees = 20;
/** Rule SETUP-2: 28° is what two views that are each 20° off differ by. */
const VIEW_DRIFTS_BY: Degrees = 30;
/**
 * Rule SETUP-3: two people's proportions (5 % each) and a step to and fro make up 15 %; a tenth each for heights that
 * nobody entered makes it a quarter.
 */
const DISTANCE_DRIFTS_BY: Fraction = 0.15;
const DISTANCE_DRIFTS_BY_UNSURE: Fraction = 0.25;

/** Who stands before the camera now. */
export interface StandingNow {
  /** Where the camera stands, of the same moment as the pose. */
  azimuth: Measure;
  pose: Pose;
  heightM: Metres;
}

/**
 * Rule SETUP-1: where the camera stands, read off somebody who stands upright, whole in the picture, with hanging hands.
 * @returns null while that cannot be told
 */
export function setupOf({ azimuth, pose, heightM }: StandingNow): TrainingSetup | null {
  const stance = stanceOf(pose);
  if (stance.cut || !stance.feetSeen || !isUpright(stance)) return null;
  const { value, error, judged } = azimuth;
  if (judged !== true || value === null || error === null || error > SUREST_NEEDED) return null;
  const pictureHeightM = (pose.height / stance.posture.sizePx) * EAR_TO_ANKLE * heightM;
  return { view: viewName(value), azimuthDeg: value, pictureHeightM };
}

/** What is no longer as it was: the side that is seen, or how far people stand from the camera. */
export type SetupDrift = 'view' | 'nearer' | 'farther';

/**
 * Rules SETUP-2 and SETUP-3. Left and right are alike: who turns the other side to the camera is judged as well.
 *
 * @param heightsEntered whether the body heights of both people are known
 * @returns null = as it was, as far as can be told
 */
export function setupDrift(
  setup: TrainingSetup,
  now: TrainingSetup,
  heightsEntered: boolean,
): SetupDrift | null {
  if (Math.abs(Math.abs(now.azimuthDeg) - Math.abs(setup.azimuthDeg)) > VIEW_DRIFTS_BY)
    return 'view';
  const most = heightsEntered ? DISTANCE_DRIFTS_BY : DISTANCE_DRIFTS_BY_UNSURE;
  const ratio = now.pictureHeightM / setup.pictureHeightM;
  if (ratio > 1 + most) return 'farther';
  return ratio < 1 / (1 + most) ? 'nearer' : null;
}
