import { describe, expect, it } from 'vitest';
import { bodyCut, clearness, cutBy, firstCut, keypoint } from '../../../../src/core/pose/framing';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Keypoint, Pose } from '../../../../src/core/pose/pose';

/** Everything in the middle of the picture and clearly seen, but for some points. */
function poseWith(some: Partial<Record<BodyPoint, Partial<Keypoint>>>): Pose {
  const keypoints = Array.from({ length: 17 }, () => ({ x: 320, y: 240, score: 0.9 }));
  for (const [name, said] of Object.entries(some))
    Object.assign(keypoints[keypointIndex('movenet', name as BodyPoint)!]!, said);
  return { timeS: 0, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
}
const cut = (said: Partial<Keypoint>) => cutBy(poseWith({ leftWrist: said }), 'leftWrist');

describe('a point at the edge of the picture', () => {
  it.each([
    ['left', { x: 15 }],
    ['right', { x: 625 }],
    ['top', { y: 15 }],
    ['bottom', { y: 465 }],
  ] as const)(
    'is cut off on the %s when it is hardly seen, else it is in the picture',
    (edge, place) => {
      expect(cut({ ...place, score: 0.3 })).toBe(edge);
      expect(cut({ ...place, score: 0.4 })).toBeNull();
    },
  );

  it.each([
    ['left', { x: -1 }],
    ['right', { x: 641 }],
    ['top', { y: -1 }],
    ['bottom', { y: 481 }],
  ] as const)(
    'is cut off on the %s beyond it, however surely a detector guesses',
    (edge, place) => {
      expect(cut({ ...place, score: 0.9 })).toBe(edge);
    },
  );

  it('begins at a fortieth of the longer side', () => {
    for (const inside of [{ x: 16 }, { x: 624 }, { y: 16 }, { y: 464 }])
      expect(cut({ ...inside, score: 0.3 })).toBeNull();
  });

  it('is not cut off for being on the last pixel, nor for being hidden in the middle', () => {
    for (const last of [{ x: 0 }, { x: 640 }, { y: 0 }, { y: 480 }])
      expect(cut({ ...last, score: 0.9 })).toBeNull();
    expect(cut({ score: 0.1 })).toBeNull();
  });

  it('is below rather than beside in a corner: feet are what is cut most', () => {
    expect(cut({ x: -5, y: 500 })).toBe('bottom');
  });
});

describe('a body', () => {
  it.each(['leftEar', 'rightShoulder', 'leftHip', 'rightKnee', 'leftAnkle', 'rightWrist'] as const)(
    'is cut when its %s is',
    (name) => {
      expect(bodyCut(poseWith({}))).toBeNull();
      expect(bodyCut(poseWith({ [name]: { y: 490 } }))).toBe('bottom');
    },
  );

  it('is whole without elbows and nose: they lie between what is looked at', () => {
    expect(bodyCut(poseWith({ leftElbow: { x: -5 }, nose: { y: -5 } }))).toBeNull();
  });

  it('is cut where the first of the asked points is', () => {
    const pose = poseWith({ leftAnkle: { y: 490 }, leftWrist: { x: -5 } });
    expect(firstCut(pose, ['leftWrist', 'leftAnkle'])).toBe('left');
    expect(firstCut(pose, ['leftAnkle', 'leftWrist'])).toBe('bottom');
    expect(firstCut(pose, ['rightAnkle'])).toBeNull();
  });

  it('has no toes where the detector gives none, and they are not cut', () => {
    expect(keypoint(poseWith({}), 'leftToe')).toBeNull();
    expect(cutBy(poseWith({}), 'leftToe')).toBeNull();
    expect(keypoint({ ...poseWith({}), keypoints: [] }, 'nose')).toBeNull();
  });

  it('is as clear as its trunk and legs on average; hips count for both', () => {
    expect(clearness(poseWith({}))).toBeCloseTo(0.9, 9);
    expect(clearness(poseWith({ nose: { score: 0 }, leftWrist: { score: 0 } }))).toBeCloseTo(
      0.9,
      9,
    );
    expect(clearness(poseWith({ leftKnee: { score: 0.4 } }))).toBeCloseTo(0.85, 9);
    expect(clearness(poseWith({ leftHip: { score: 0.4 } }))).toBeCloseTo(0.8, 9);
    expect(clearness({ ...poseWith({}), keypoints: [] })).toBe(0);
  });
});
