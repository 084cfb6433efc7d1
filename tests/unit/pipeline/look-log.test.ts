import { describe, expect, it } from 'vitest';
import type { CloserLook } from '../../../src/core/kinematics/closer-look';
import { settledPose, type Keypoint } from '../../../src/core/pose/pose';
import { LookLog } from '../../../src/pipeline/look-log';
import { savedPoses } from '../core/recordings';

const poses = savedPoses('three-lifts').frames.flatMap(({ pose }) => pose ?? []);
const picture = { width: poses[0]!.width, height: poses[0]!.height };
const keypointsAt = (i: number): Keypoint[] => settledPose(poses[i % poses.length]!)!.keypoints;
const COUNT = 200;
/** So many lifts that most of them are packed; the person stood anew for the second half. */
const closer = Array.from({ length: COUNT }, (_, i): CloserLook => {
  const standing = keypointsAt(i < COUNT / 2 ? 0 : 1);
  return { timeS: 6.13 * i, keypoints: keypointsAt(i), standing };
});
const backs = closer.map(({ timeS }, i) => ({ timeS, upperBackDeg: i % 3 === 0 ? null : i / 10 }));

describe('looks of many lifts', () => {
  const log = new LookLog();
  closer.forEach((look, i) => log.push({ backs: [backs[i]!], closer: [look] }, picture));

  it('come back as they were, each with the standing it goes with', () => {
    expect(log.all()).toEqual({ backs, closer });
  });

  it('of one lift, old or new, are found by its times, both included', () => {
    for (const at of [0, 63, 64, 99, 100, COUNT - 2]) {
      const [from, to] = [closer[at]!.timeS, closer[at + 1]!.timeS];
      expect(log.between(from, to)).toEqual({
        backs: backs.slice(at, at + 2),
        closer: closer.slice(at, at + 2),
      });
      expect(log.between(from + 0.01, to - 0.01)).toEqual({ backs: [], closer: [] });
    }
  });
});
