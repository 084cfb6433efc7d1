import type { BodyVector, SkeletonJoint } from '../kinematics/skeleton';
import type { Degrees, Metres } from '../units';

/** Segments of the figure, m: a person of 1.72 m (shares of stature as in the simulated people's means). */
export const LIMBS = {
  shank: 0.42,
  thigh: 0.42,
  hipHalf: 0.1,
  hipToNeck: 0.53,
  hipToShoulder: 0.47,
  shoulderHalf: 0.18,
  upperArm: 0.29,
  forearm: 0.28,
  neckToHead: 0.17,
} as const;
/** Ankles above the sole; heel behind, toes before them. */
export const ANKLE: Metres = 0.07;
const HEEL: Metres = 0.05;
const TOES: Metres = 0.18;
/** Of the trunk's inclination the head keeps this much: eyes ahead. */
const HEAD_FOLLOWS = 0.55;

export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];
export const outward = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

export type FigureJoint =
  SkeletonJoint | 'pelvis' | 'head' | 'leftHeel' | 'rightHeel' | 'leftToe' | 'rightToe';
/** Joints in the room, m: to the left, up, ahead, as the person stood at the beginning; the floor is at 0. */
export type FigurePerson = Record<FigureJoint, BodyVector>;

export interface FootPlace {
  left: Metres;
  ahead: Metres;
  /** Of the sole above the floor. */
  up: Metres;
  /** Where the toes point, + to the left. */
  yaw: Degrees;
}

/** What sets a person's pose. */
export interface FigurePosture {
  /** Middle of the feet, on the floor. */
  base: BodyVector;
  heading: Degrees;
  hipHeight: Metres;
  /** How far the hips are behind the middle of the feet. */
  hipBack: Metres;
  trunkInclination: Degrees;
  feet: Record<Side, FootPlace>;
  /** Where a wrist is, given its shoulder. */
  wrist: (side: Side, shoulder: BodyVector) => BodyVector;
}

const RADIANS = Math.PI / 180;

export const added = (a: BodyVector, b: BodyVector, times = 1): BodyVector => [
  a[0] + b[0] * times,
  a[1] + b[1] * times,
  a[2] + b[2] * times,
];
/** A vector of somebody who faces `heading`, in the room. */
export function facing(heading: Degrees, [left, up, ahead]: BodyVector): BodyVector {
  const [s, c] = [Math.sin(heading * RADIANS), Math.cos(heading * RADIANS)];
  return [left * c + ahead * s, up, ahead * c - left * s];
}

/**
 * The joint between two bones of fixed length.
 * @param towards where it bends to
 */
function jointBetween(
  root: BodyVector,
  end: BodyVector,
  upper: Metres,
  lower: Metres,
  towards: BodyVector,
): BodyVector {
  const reach = added(end, root, -1);
  const far = Math.hypot(...reach);
  const direction = reach.map((x) => x / far) as unknown as BodyVector;
  const along = (upper * upper - lower * lower + far * far) / (2 * far);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  const share = towards.reduce((sum, x, i) => sum + x * direction[i]!, 0);
  const aside = added(towards, direction, -share);
  return added(added(root, direction, along), aside, out / Math.hypot(...aside));
}

/** As near to `end` as a limb of this length comes. */
function within(root: BodyVector, end: BodyVector, length: Metres): BodyVector {
  const reach = added(end, root, -1);
  return added(root, reach, Math.min(1, (length * 0.9999) / Math.hypot(...reach)));
}

/** Poses the figure: legs from the feet to the hips, a straight trunk, arms to where the wrists are. */
export function posed(posture: FigurePosture): FigurePerson {
  const { base, heading, hipHeight, hipBack, trunkInclination, feet } = posture;
  const here = (at: BodyVector): BodyVector => facing(heading, at);
  const pelvis = added(base, here([0, hipHeight, -hipBack]));
  const upTrunk = (length: Metres, inclination: Degrees): BodyVector =>
    here([0, length * Math.cos(inclination * RADIANS), length * Math.sin(inclination * RADIANS)]);
  const neckBase = added(pelvis, upTrunk(LIMBS.hipToNeck, trunkInclination));
  const chest = added(pelvis, upTrunk(LIMBS.hipToShoulder, trunkInclination));
  const gaze = trunkInclination * HEAD_FOLLOWS;
  const head = added(neckBase, upTrunk(LIMBS.neckToHead, gaze));
  const nose = added(head, upTrunk(0.11, gaze + 90));
  const joints: Partial<FigurePerson> = { pelvis, neckBase, head, nose };
  for (const side of SIDES) {
    const { left, ahead, up, yaw } = feet[side];
    const ankle: BodyVector = [left, ANKLE + up, ahead];
    const hip = added(pelvis, here([outward(side) * LIMBS.hipHalf, 0, 0]));
    const shoulder = added(chest, here([outward(side) * LIMBS.shoulderHalf, 0, 0]));
    const wrist = within(shoulder, posture.wrist(side, shoulder), LIMBS.upperArm + LIMBS.forearm);
    joints[`${side}Ankle`] = ankle;
    joints[`${side}Hip`] = hip;
    // Knees bend over the toes; elbows back, down and a little out.
    joints[`${side}Knee`] = jointBetween(
      hip,
      ankle,
      LIMBS.thigh,
      LIMBS.shank,
      facing(yaw, [0, 0, 1]),
    );
    joints[`${side}Shoulder`] = shoulder;
    joints[`${side}Wrist`] = wrist;
    joints[`${side}Elbow`] = jointBetween(
      shoulder,
      wrist,
      LIMBS.upperArm,
      LIMBS.forearm,
      here([outward(side) * 0.45, -0.5, -0.75]),
    );
    joints[`${side}Heel`] = added(ankle, facing(yaw, [0, -ANKLE, -HEEL]));
    joints[`${side}Toe`] = added(ankle, facing(yaw, [0, -ANKLE, TOES]));
  }
  return joints as FigurePerson;
}
