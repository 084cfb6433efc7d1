import { describe, expect, it } from 'vitest';
import { PersonContinuity } from '../../../../src/core/pose/continuity';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Keypoint, Pose } from '../../../../src/core/pose/pose';
import { savedPoses } from '../recordings';

const standing = savedPoses('good-lift').frames[0]!.pose!;
const moved = (timeS: number, dx: number): Pose => ({
  ...standing,
  timeS,
  keypoints: standing.keypoints.map((k) => ({ ...k, x: k.x + dx })),
});

describe('keeping to one person', () => {
  it('POSE-1: a pose that is no pose', () => {
    for (const wrong of [{ x: NaN }, { y: -Infinity }, { score: NaN }]) {
      const broken = {
        ...standing,
        keypoints: standing.keypoints.map((k, i) => (i === 7 ? { ...k, ...wrong } : k)),
      };
      expect(new PersonContinuity().check(broken)).toBe('broken');
    }
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

describe('POSE-2: how far a person can move', () => {
  const SIZE = 400;
  /** All points in one place, but for nose and toes: a body 320 px wide and 240 px high, 400 px across. */
  function body(timeS: number, some: Partial<Record<BodyPoint, Partial<Keypoint>>> = {}): Pose {
    const keypoints = Array.from({ length: 17 }, () => ({ x: 100, y: 100, score: 0.9 }));
    const put = (name: BodyPoint, said: Partial<Keypoint>): void => {
      Object.assign(keypoints[keypointIndex('movenet', name)!]!, said);
    };
    put('nose', { x: 0, y: 0 });
    put('leftKnee', { x: 320, y: 240 });
    for (const [name, said] of Object.entries(some)) put(name as BodyPoint, said);
    return { timeS, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
  }
  /** Both points of a pair, moved by a share of the size along both axes together. */
  const pair = (part: 'Hip' | 'Shoulder' | 'Ankle', share: number, score = 0.9) => {
    const place = { x: 100 + 0.6 * share * SIZE, y: 100 + 0.8 * share * SIZE, score };
    return { [`left${part}`]: place, [`right${part}`]: place };
  };
  const after = (timeS: number, some: ReturnType<typeof pair>) => {
    const one = new PersonContinuity();
    one.check(body(10));
    return one.check(body(10 + timeS, some));
  };

  it.each(['Hip', 'Shoulder', 'Ankle'] as const)(
    'the middle of each pair counts: %s; two sizes a second, and 6 %% that need no time',
    (part) => {
      expect(after(0.1, pair(part, 0.25))).toBe('same');
      expect(after(0.1, pair(part, 0.27))).toBe('other');
      expect(after(0, pair(part, 0.05))).toBe('same');
      expect(after(0, pair(part, 0.07))).toBe('other');
    },
  );

  it('grows for a quarter of a second, no longer', () => {
    expect(after(1.4, pair('Hip', 0.55))).toBe('same');
    expect(after(1.4, pair('Hip', 0.57))).toBe('other');
    expect(after(1.5, pair('Hip', 0.57))).toBe('other');
    expect(after(1.51, pair('Hip', 0.57))).toBe('same');
  });

  it('a clock that jumps back gives nobody time to move', () => {
    expect(after(-1, pair('Hip', 0.05))).toBe('same');
    expect(after(-1, pair('Hip', 0.07))).toBe('other');
  });

  it('feet count where both are clearly seen; hips and shoulders always', () => {
    expect(after(0.1, pair('Ankle', 0.5, 0.39))).toBe('same');
    expect(after(0.1, pair('Ankle', 0.5, 0.4))).toBe('other');
    expect(after(0.1, pair('Shoulder', 0.5, 0.01))).toBe('other');
    const oneUnseen = pair('Ankle', 0.5);
    expect(after(0.1, { ...oneUnseen, leftAnkle: { ...oneUnseen.leftAnkle!, score: 0.1 } })).toBe(
      'same',
    );
    const unseenBefore = new PersonContinuity();
    unseenBefore.check(body(10, pair('Ankle', 0, 0.1)));
    expect(unseenBefore.check(body(10.1, pair('Ankle', 0.5)))).toBe('same');
  });

  it('after somebody else was seen, feet stay within 12 % until the person is known again', () => {
    const doubted = (): PersonContinuity => {
      const one = new PersonContinuity();
      one.check(body(10));
      expect(one.check(body(10.1, pair('Hip', 0.5)))).toBe('other');
      return one;
    };
    expect(doubted().check(body(10.5, pair('Ankle', 0.13)))).toBe('other');
    expect(doubted().check(body(10.5, pair('Ankle', 0.5, 0.1)))).toBe('same');
    const known = doubted();
    expect(known.check(body(10.5, pair('Ankle', 0.11)))).toBe('same');
    expect(known.check(body(10.9, pair('Ankle', 0.4)))).toBe('same');
  });

  it('a check begun anew knows nobody, and doubts nobody', () => {
    const one = new PersonContinuity();
    one.check(body(10));
    one.check(body(10.1, pair('Hip', 0.5)));
    one.reset();
    expect(one.check(body(10.2, pair('Hip', 0.5)))).toBe('same');
    expect(one.check(body(10.6, { ...pair('Hip', 0.5), ...pair('Ankle', 0.2) }))).toBe('same');
  });

  it('a body that bends looks small; how far it can move hardly shrinks with it', () => {
    const one = new PersonContinuity();
    one.check(body(10));
    const small = { nose: { x: 100, y: 100 }, leftKnee: { x: 100, y: 100 } };
    expect(one.check(body(10.1, small))).toBe('same');
    // 98 % of 400 px: 0.26 of them are 102 px
    expect(one.check(body(10.2, { ...small, ...pair('Hip', 0.25) }))).toBe('same');
    const other = new PersonContinuity();
    other.check(body(10));
    other.check(body(10.1, small));
    expect(other.check(body(10.2, { ...small, ...pair('Hip', 0.258) }))).toBe('other');
  });

  it('a body that comes nearer is as large as it looks at once', () => {
    const one = new PersonContinuity();
    one.check(body(10));
    one.check(body(10.1, { leftKnee: { x: 640, y: 480 } }));
    expect(one.check(body(10.2, { leftKnee: { x: 640, y: 480 }, ...pair('Hip', 0.5) }))).toBe(
      'same',
    );
  });
});
