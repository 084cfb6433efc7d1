import { describe, expect, it } from 'vitest';
import {
  SKELETON_JOINTS,
  type BodyVector,
  type Skeleton,
  type SkeletonJoint,
} from '../../../../src/core/kinematics/skeleton';
import { steadySkeletons } from '../../../../src/core/kinematics/skeleton-series';

const STANDING: Record<SkeletonJoint, BodyVector> = {
  leftHip: [0.1, 0, 0],
  rightHip: [-0.1, 0, 0],
  neckBase: [0, 0.55, 0],
  nose: [0, 0.7, 0.1],
  leftShoulder: [0.19, 0.5, 0],
  rightShoulder: [-0.19, 0.5, 0],
  leftElbow: [0.2, 0.25, 0],
  rightElbow: [-0.2, 0.25, 0],
  leftWrist: [0.2, 0, 0.05],
  rightWrist: [-0.2, 0, 0.05],
  leftKnee: [0.1, -0.4, 0.02],
  rightKnee: [-0.1, -0.4, 0.02],
  leftAnkle: [0.1, -0.83, 0],
  rightAnkle: [-0.1, -0.83, 0],
};
const angle = { value: 0, error: 5 };
function skeleton(change: Partial<Record<SkeletonJoint, BodyVector>> = {}): Skeleton {
  const at = { ...STANDING, ...change };
  return {
    joints: Object.fromEntries(
      SKELETON_JOINTS.map((joint) => [joint, { at: at[joint], error: 0.03 }]),
    ) as Skeleton['joints'],
    handHeight: { value: 0.8, error: 0.05 },
    angles: {
      leftUpperArm: angle,
      rightUpperArm: angle,
      leftElbowFlexion: angle,
      rightElbowFlexion: angle,
      neckFlexion: angle,
      handsDirection: angle,
    },
  };
}
const between = (s: Skeleton, a: SkeletonJoint, b: SkeletonJoint): number =>
  Math.hypot(...[0, 1, 2].map((k) => s.joints[a].at[k]! - s.joints[b].at[k]!));

describe('the skeletons of a recording', () => {
  it('keep their limb lengths, and the directions that were read', () => {
    const longer = skeleton({ leftKnee: [0.1, -0.5, 0.025] });
    const steady = steadySkeletons([skeleton(), longer, skeleton(), null]);
    expect(steady[3]).toBeNull();
    const usual = between(skeleton(), 'leftHip', 'leftKnee');
    for (const one of steady.slice(0, 3))
      expect(between(one!, 'leftHip', 'leftKnee')).toBeCloseTo(usual, 6);
    // what was read in the middle of all stays where it was
    for (const joint of SKELETON_JOINTS)
      expect(
        Math.hypot(...[0, 1, 2].map((k) => steady[0]!.joints[joint].at[k]! - STANDING[joint][k]!)),
      ).toBeLessThan(1e-9);
  });

  it('bend elbows and knees no further than they can', () => {
    // wrist folded back into the shoulder
    const folded = skeleton({ leftWrist: [0.195, 0.499, 0.001] });
    const [one] = steadySkeletons([folded]);
    const { at } = one!.joints.leftElbow;
    const up = [0, 1, 2].map((k) => at[k]! - one!.joints.leftShoulder.at[k]!);
    const low = [0, 1, 2].map((k) => one!.joints.leftWrist.at[k]! - at[k]!);
    const cos =
      up.reduce((sum, x, k) => sum + x * low[k]!, 0) / (Math.hypot(...up) * Math.hypot(...low));
    expect((Math.acos(cos) * 180) / Math.PI).toBeCloseTo(150, 3);
  });

  it('of nobody are nobody', () => {
    expect(steadySkeletons([null, null])).toEqual([null, null]);
  });
});
