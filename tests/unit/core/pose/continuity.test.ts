import { describe, expect, it } from 'vitest';
import { PersonContinuity } from '../../../../src/core/pose/continuity';
import type { Pose } from '../../../../src/core/pose/pose';
import { savedPoses } from '../recordings';

const standing = savedPoses('good-lift').frames[0]!.pose!;
const moved = (timeS: number, dx: number): Pose => ({
  ...standing,
  timeS,
  keypoints: standing.keypoints.map((k) => ({ ...k, x: k.x + dx })),
});

describe('keeping to one person', () => {
  it('POSE-1: a pose that is no pose', () => {
    const broken = {
      ...standing,
      keypoints: standing.keypoints.map((k, i) => (i === 7 ? { ...k, x: NaN } : k)),
    };
    expect(new PersonContinuity().check(broken)).toBe('broken');
    expect(
      new PersonContinuity().check({ ...standing, keypoints: standing.keypoints.slice(1) }),
    ).toBe('broken');
  });

  it('POSE-2: a jump across the room is somebody else, and does not become the reference', () => {
    const one = new PersonContinuity();
    expect(one.check(moved(0, 0))).toBe('same');
    expect(one.check(moved(0.1, 200))).toBe('other');
    expect(one.check(moved(0.2, 200))).toBe('other');
    expect(one.check(moved(0.3, 5))).toBe('same');
  });

  it('POSE-2: after somebody else was seen, whose feet are elsewhere is not the person', () => {
    const one = new PersonContinuity();
    const size = 300;
    expect(one.check(moved(0, 0))).toBe('same');
    expect(one.check(moved(0.1, 200))).toBe('other');
    expect(one.check(moved(0.5, 0.2 * size))).toBe('other');
    expect(one.check(moved(0.6, 0.02 * size))).toBe('same');
    // Nobody else about: a step to the side is a step to the side.
    const alone = new PersonContinuity();
    alone.check(moved(0, 0));
    expect(alone.check(moved(0.4, 0.2 * size))).toBe('same');
  });

  it('POSE-2: after a second and a half whoever is there counts', () => {
    const one = new PersonContinuity();
    one.check(moved(0, 0));
    expect(one.check(moved(1.6, 200))).toBe('same');
  });

  it('no movement of a real lift is taken for somebody else', () => {
    for (const name of [
      'good-lift',
      'bent-back',
      'twist',
      'three-lifts',
      'walk-and-reach-up',
    ] as const) {
      const one = new PersonContinuity();
      for (const { pose } of savedPoses(name).frames)
        if (pose !== null) expect(one.check(pose)).toBe('same');
    }
  });
});
