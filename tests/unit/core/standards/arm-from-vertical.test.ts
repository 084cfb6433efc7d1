import { describe, expect, it } from 'vitest';
import { liftPose } from '../../../../src/core/kinematics/lifter-pose';
import {
  liftSkeleton,
  SKELETON_JOINTS,
  type BodyVector,
  type Skeleton,
} from '../../../../src/core/kinematics/skeleton';
import { at } from '../../../../src/core/pose/landmarks';
import { armFromVertical, furtherArm } from '../../../../src/core/standards/arm-from-vertical';
import { sampleCamera } from '../../../../training/camera';
import { detect, sampleHabit } from '../../../../training/detector-errors';
import { samplePerson } from '../../../../training/person';
import { samplePosture, standingPosture } from '../../../../training/postures';
import { Random } from '../../../../training/random';
import { poseBody } from '../../../../training/skeleton';
import { minus } from '../../../../training/vector';
import { lifters } from '../recordings';

/** A skeleton with both shoulders in one place and elbows 0.3 m from there. */
function arms(left: BodyVector, right: BodyVector, leftError = 0.05, rightError = 0.05): Skeleton {
  const shoulder = { at: [0, 0.5, 0.1] as BodyVector, error: 0.02 };
  const elbow = ([x, y, z]: BodyVector, error: number) => ({
    at: [0.3 * x, 0.5 + 0.3 * y, 0.1 + 0.3 * z] as BodyVector,
    error,
  });
  const joints = Object.fromEntries(SKELETON_JOINTS.map((joint) => [joint, shoulder]));
  return {
    joints: { ...joints, leftElbow: elbow(left, leftError), rightElbow: elbow(right, rightError) },
  } as Skeleton;
}
const DOWN: BodyVector = [0, -1, 0];

describe('an upper arm from vertical (BODY-3)', () => {
  it.each<[string, BodyVector, number]>([
    ['hanging', DOWN, 0],
    ['ahead', [0, 0, 1], 90],
    ['aside', [1, 0, 0], 90],
    ['behind, halfway', [0, -Math.SQRT1_2, -Math.SQRT1_2], 45],
    ['overhead', [0, 1, 0], 180],
  ])('%s', (_, direction, deg) =>
    expect(armFromVertical(arms(direction, DOWN), 'left').value).toBeCloseTo(deg, 6),
  );

  it('is as unsure as its elbow, and judged as an upper arm is', () => {
    // three quarters of the angle of 0.05 m seen from 0.3 m
    expect(armFromVertical(arms(DOWN, DOWN), 'left')).toMatchObject({ judged: true });
    expect(armFromVertical(arms(DOWN, DOWN), 'left').error).toBeCloseTo(0.75 * 9.4623, 3);
    expect(armFromVertical(arms(DOWN, DOWN, 0.2), 'left').judged).toBe('too-uncertain');
  });

  it('of two the further, or the one that is judged', () => {
    const ahead: BodyVector = [0, 0, 1];
    expect(furtherArm(arms(DOWN, ahead)).value).toBeCloseTo(90, 6);
    expect(furtherArm(arms(ahead, DOWN)).value).toBeCloseTo(90, 6);
    expect(furtherArm(arms(DOWN, ahead, 0.05, 0.2)).value).toBeCloseTo(0, 6);
    expect(furtherArm(arms(ahead, DOWN, 0.2, 0.05)).value).toBeCloseTo(0, 6);
    expect(furtherArm(arms(DOWN, ahead, 0.2, 0.2)).judged).toBe('too-uncertain');
  });

  it('holds nine in ten simulated people, before any camera', () => {
    let held = 0,
      all = 0;
    for (let seed = 1; seed <= 350; seed++) {
      const random = new Random(500_000 + seed);
      const person = samplePerson(random);
      const camera = sampleCamera(random, person.statureM);
      const habit = sampleHabit(random, 'movenet');
      const still = standingPosture(person, random);
      const joints = poseBody(person, samplePosture(person, random, still));
      const look = (j: typeof joints, steady: number) =>
        detect(j, camera, habit, person.statureM, random, steady).map((p) => ({
          ...p,
          score: 0.8,
        }));
      const stood = look(poseBody(person, still), 0.3);
      const y = (name: 'leftEar' | 'rightEar' | 'leftAnkle' | 'rightAnkle') => stood[at(name)]!.y;
      const sizePx = (y('leftAnkle') + y('rightAnkle') - y('leftEar') - y('rightEar')) / 2;
      const { width, height } = camera;
      const lifter = lifters['movenet-thunder'];
      const glance = {
        points: look(joints, 1),
        standing: { points: stood, sizePx },
        width,
        height,
      };
      const skeleton = liftSkeleton(lifter, liftPose(lifter, glance), person.statureM);
      for (const side of ['left', 'right'] as const) {
        const [x, up, z] = minus(joints[`${side}Elbow`], joints[`${side}Shoulder`]);
        const truth = (Math.atan2(Math.hypot(x, z), -up) * 180) / Math.PI;
        const { value, error } = armFromVertical(skeleton, side);
        all++;
        if (Math.abs(value! - truth) <= error!) held++;
      }
    }
    expect(held / all).toBeGreaterThan(0.87);
    expect(held / all).toBeLessThan(0.95);
  }, 60_000);
});
