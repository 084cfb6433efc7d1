import { describe, expect, it } from 'vitest';
import { BODY_POINTS, bodyPoints, keypointIndex } from '../../../../src/core/pose/landmarks';
import {
  DETECTOR_IDS,
  familyOf,
  KEYPOINT_TABLE_SIZE,
  settledPose,
  type DetectorFamily,
  type Pose,
} from '../../../../src/core/pose/pose';

const numbered = (family: DetectorFamily) =>
  Array.from({ length: KEYPOINT_TABLE_SIZE[family] }, (_, i) => ({ x: i, y: -i, score: 1 }));

describe('body points', () => {
  it('are taken from the detector’s own order: COCO 17 or BlazePose 33', () => {
    const xs = (family: DetectorFamily) => bodyPoints(family, numbered(family)).map(({ x }) => x);
    expect(xs('movenet')).toEqual([0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(xs('blazepose')).toEqual([
      0, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
    ]);
    for (const family of ['movenet', 'blazepose'] as const)
      bodyPoints(family, numbered(family)).forEach(({ x }, i) => {
        expect(keypointIndex(family, BODY_POINTS[i]!)).toBe(x);
      });
  });

  it('belong to two families', () => {
    expect(DETECTOR_IDS.map(familyOf)).toEqual([
      'movenet',
      'movenet',
      'blazepose',
      'blazepose',
      'blazepose',
    ]);
  });
});

describe('a settled pose', () => {
  const pose: Pose = {
    timeS: 1.23456,
    detector: 'movenet-thunder',
    width: 640,
    height: 480,
    keypoints: [
      { x: 12.344, y: 45.678, score: 0.87654 },
      { x: -0.126, y: 479.995, score: 0.0004 },
    ],
  };

  it('keeps hundredths of a pixel and thousandths of a score, and settles once', () => {
    const settled = settledPose(pose)!;
    expect(settled).toEqual({
      ...pose,
      keypoints: [
        { x: 12.34, y: 45.68, score: 0.877 },
        { x: -0.13, y: 480, score: 0 },
      ],
    });
    expect(settledPose(settled)).toEqual(settled);
  });

  it('POSE-1: is none with a keypoint that is no number', () => {
    for (const wrong of [{ x: NaN }, { y: Infinity }, { score: NaN }])
      expect(
        settledPose({
          ...pose,
          keypoints: [pose.keypoints[0]!, { ...pose.keypoints[1]!, ...wrong }],
        }),
      ).toBeNull();
  });
});
