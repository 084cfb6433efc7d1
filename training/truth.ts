import { LIFTER_OUTPUTS } from '../src/core/kinematics/lifter';
import {
  SKELETON_JOINTS,
  SKELETON_OUTPUTS,
  type SkeletonOutput,
} from '../src/core/kinematics/skeleton';
import type { Joints } from './skeleton';
import { across, angleBetween, cross, dot, middle, minus, unit, type Vector } from './vector';

/** What the lifter is taught, in the order of its outputs without the camera. Degrees; hand distance in % of stature. */
export interface Truth {
  hipShoulderIncl: number;
  trunkInclination: number;
  trunkFlexion: number;
  lateralBend: number;
  axialTwist: number;
  lumbarFlexion: number;
  kneeFlexionL: number;
  kneeFlexionR: number;
  handAnkleH: number;
  /** Direction of the pelvis about the vertical, degrees, + to the person's left. */
  heading: number;
}

const DEGREES = 180 / Math.PI;
const UP: Vector = [0, 1, 0];

/**
 * The measures of a posed body, defined on its joints: the trunk from the middle of the hip joints to the
 * neck base, the twist of the shoulder line against the hip line about the trunk axis, and so on.
 * @param lumbarFlexion set by the posture: joints alone do not tell it
 */
export function truthOf(j: Joints, statureM: number, lumbarFlexion: number): Truth {
  const hips = middle(j.leftHip, j.rightHip);
  const trunk = minus(j.neckBase, hips);
  const axis = unit(trunk);
  const hipLine = minus(j.leftHip, j.rightHip);
  const left = unit([hipLine[0], 0, hipLine[2]]);
  const ahead = cross(left, UP);
  const hipsAcross = across(hipLine, axis);
  const shouldersAcross = across(minus(j.leftShoulder, j.rightShoulder), axis);
  const hands = middle(j.leftWrist, j.rightWrist),
    ankles = middle(j.leftAnkle, j.rightAnkle);
  const knee = (side: 'left' | 'right'): number =>
    angleBetween(
      minus(j[`${side}Knee`], j[`${side}Hip`]),
      minus(j[`${side}Ankle`], j[`${side}Knee`]),
    );
  return {
    hipShoulderIncl: angleBetween(minus(middle(j.leftShoulder, j.rightShoulder), hips), UP),
    trunkInclination: angleBetween(trunk, UP),
    trunkFlexion: Math.atan2(dot(axis, ahead), axis[1]) * DEGREES,
    lateralBend: Math.asin(Math.min(1, Math.max(-1, -dot(axis, left)))) * DEGREES,
    axialTwist:
      Math.atan2(dot(cross(hipsAcross, shouldersAcross), axis), dot(hipsAcross, shouldersAcross)) *
      DEGREES,
    lumbarFlexion,
    kneeFlexionL: knee('left'),
    kneeFlexionR: knee('right'),
    handAnkleH: (Math.hypot(hands[0] - ankles[0], hands[2] - ankles[2]) / statureM) * 100,
    heading: Math.atan2(ahead[0], ahead[2]) * DEGREES,
  };
}

/** What the nets should say of one look, in the order of their outputs. */
export interface Targets {
  measures: number[];
  skeleton: number[];
}

/** @param azimuth where the camera stands, seen from the pelvis, degrees */
export function targetsOf(
  joints: Joints,
  statureM: number,
  lumbarFlexion: number,
  azimuth: number,
): Targets {
  const truth = truthOf(joints, statureM, lumbarFlexion);
  const towards = azimuth / DEGREES;
  const all = { ...truth, camSin: Math.sin(towards), camCos: Math.cos(towards) };
  const body = bodyOf(joints, statureM, truth.heading / DEGREES);
  return {
    measures: LIFTER_OUTPUTS.map((name) => all[name]),
    skeleton: SKELETON_OUTPUTS.map((name) => body[name]),
  };
}

/** The joints from the middle of the hips in % of stature, in the pelvis's heading, and the angles between limbs. */
function bodyOf(j: Joints, statureM: number, heading: number): Record<SkeletonOutput, number> {
  const hips = middle(j.leftHip, j.rightHip);
  const left: Vector = [Math.cos(heading), 0, -Math.sin(heading)];
  const ahead: Vector = [Math.sin(heading), 0, Math.cos(heading)];
  const share = 100 / statureM;
  const parts = SKELETON_JOINTS.flatMap((joint) => {
    const from = minus(j[joint], hips);
    return [
      [`${joint}.left`, dot(from, left) * share],
      [`${joint}.up`, from[1] * share],
      [`${joint}.ahead`, dot(from, ahead) * share],
    ] as const;
  });
  const down = minus(hips, j.neckBase);
  const arm = (side: 'left' | 'right'): Vector => minus(j[`${side}Elbow`], j[`${side}Shoulder`]);
  const elbow = (side: 'left' | 'right'): number =>
    angleBetween(arm(side), minus(j[`${side}Wrist`], j[`${side}Elbow`]));
  const hands = minus(middle(j.leftWrist, j.rightWrist), hips);
  const reach = Math.max(1e-6, Math.hypot(dot(hands, left), dot(hands, ahead)));
  const head = minus(middle(j.leftEar, j.rightEar), j.neckBase);
  return {
    ...(Object.fromEntries(parts) as Record<SkeletonOutput, number>),
    leftUpperArm: angleBetween(arm('left'), down),
    rightUpperArm: angleBetween(arm('right'), down),
    leftElbowFlexion: elbow('left'),
    rightElbowFlexion: elbow('right'),
    neckFlexion: angleBetween(head, minus(j.neckBase, hips)),
    handsSin: dot(hands, left) / reach,
    handsCos: dot(hands, ahead) / reach,
    handHeight:
      (middle(j.leftWrist, j.rightWrist)[1] - middle(j.leftAnkle, j.rightAnkle)[1]) * share,
  };
}
