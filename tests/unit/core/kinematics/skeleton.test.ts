import { describe, expect, it } from 'vitest';
import { liftPose } from '../../../../src/core/kinematics/lifter-pose';
import {
  liftBodyFacts,
  liftSkeleton,
  SKELETON_JOINTS,
  SKELETON_OUTPUTS,
  type Skeleton,
} from '../../../../src/core/kinematics/skeleton';
import { bodyPoints } from '../../../../src/core/pose/landmarks';
import { figure, lifterSaying, type Told } from './told-lifter';

const DEGREES = 180 / Math.PI;

/** Of somebody 2 m tall: one per cent of stature is 2 cm. */
function skeletonOf(skeleton: Told): { whole: Skeleton; facts: Omit<Skeleton, 'joints'> } {
  const lifter = lifterSaying({ skeleton });
  const points = bodyPoints('movenet', figure().keypoints);
  const standing = { points, sizePx: 300 };
  const look = liftPose(lifter, { points, standing, width: 640, height: 480 });
  return { whole: liftSkeleton(lifter, look, 2), facts: liftBodyFacts(lifter, look, 2) };
}

describe('the whole body from one look', () => {
  it('has each joint where the net says, from shares of the stature to metres', () => {
    const told: Record<string, [number]> = {};
    SKELETON_OUTPUTS.forEach((name, k) => (told[name] = [k - 20]));
    const { joints } = skeletonOf(told).whole;
    for (const joint of SKELETON_JOINTS)
      (['left', 'up', 'ahead'] as const).forEach((axis, k) => {
        const [share] = told[`${joint}.${axis}`]!;
        expect(joints[joint].at[k], `${joint} ${axis}`).toBeCloseTo(share * 0.02, 4);
      });
  });

  it('is as sure of a joint as of the worst of its axes', () => {
    for (const axis of ['left', 'up', 'ahead']) {
      const { joints } = skeletonOf({ [`nose.${axis}`]: [0, 4] }).whole;
      expect(joints.nose.error).toBeCloseTo(0.08, 5);
      expect(joints.neckBase.error).toBeCloseTo(0.02, 5);
    }
  });

  it('says of angles and hands the same as when only these are asked for', () => {
    const { whole, facts } = skeletonOf({
      leftUpperArm: [31, 2],
      rightUpperArm: [32, 2],
      leftElbowFlexion: [33, 3],
      rightElbowFlexion: [34, 3],
      neckFlexion: [35, 5],
      handHeight: [40, 3],
    });
    expect(facts.handHeight.value).toBeCloseTo(0.8, 5);
    expect(facts.handHeight.error).toBeCloseTo(0.06, 5);
    const values = Object.entries(facts.angles).map(([name, { value }]) => [name, value] as const);
    expect(Object.fromEntries(values)).toEqual({
      leftUpperArm: 31,
      rightUpperArm: 32,
      leftElbowFlexion: 33,
      rightElbowFlexion: 34,
      neckFlexion: 35,
      handsDirection: 0,
    });
    expect(whole.handHeight).toEqual(facts.handHeight);
    expect(whole.angles).toEqual(facts.angles);
  });
});

describe('the direction of the hands', () => {
  const directionOf = (sin: [number, number], cos: [number, number]) =>
    skeletonOf({ handsSin: sin, handsCos: cos }).whole.angles.handsDirection;

  it.each([
    [0, 1, 0],
    [1, 0, 90],
    [-1, 0, -90],
    [0, -1, 180],
    [0.5, 0.5, 45],
  ])('is ahead at 0, and + to the left: sine %d and cosine %d are %d°', (sin, cos, degrees) => {
    expect(directionOf([sin, 0.1], [cos, 0.1]).value).toBeCloseTo(degrees, 3);
  });

  it('is as unsure as the worse of the two, more so the less of a direction there is', () => {
    expect(directionOf([0.6, 0.1], [0.8, 0.2]).error).toBeCloseTo(0.2 * DEGREES, 3);
    expect(directionOf([0.6, 0.3], [0.8, 0.2]).error).toBeCloseTo(0.3 * DEGREES, 3);
    expect(directionOf([0.3, 0.1], [0.4, 0.2]).error).toBeCloseTo(0.4 * DEGREES, 3);
    expect(directionOf([0, 0.1], [0.1, 0.2]).error).toBeCloseTo(DEGREES, 3);
    expect(directionOf([0, 1], [0.1, 1]).error).toBe(180);
  });
});
