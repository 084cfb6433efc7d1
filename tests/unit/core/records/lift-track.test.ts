import { describe, expect, it } from 'vitest';
import { findBaseline } from '../../../../src/core/kinematics/standing';
import type { LiftTimes } from '../../../../src/core/lifts/lift';
import type { Pose, PoseFrame } from '../../../../src/core/pose/pose';
import { liftTrackOf, type LiftTrackParts } from '../../../../src/core/records/lift-track';
import { savedPoses } from '../recordings';

const saved = savedPoses('twist');
const { pose } = saved.frames[0]!;
/** Two minutes of somebody, ten times a second. */
const frames = Array.from({ length: 1200 }, (_, i): PoseFrame => ({
  timeS: i / 10,
  pose: { ...pose!, timeS: i / 10 },
}));
const UP: LiftTimes = {
  startS: 10,
  graspS: 11,
  peakS: 11,
  endS: 13,
  lowerStartS: null,
  releaseS: null,
  lowerEndS: null,
};
const parts = (change: Partial<LiftTrackParts> = {}): LiftTrackParts => ({
  times: UP,
  frames,
  looks: [5, 11, 50].map((timeS) => ({ timeS, upperBackDeg: 3 })),
  closer: [5, 11, 50].map((timeS) => ({ timeS, keypoints: [], standing: [] })),
  baseline: findBaseline(saved.frames)!,
  person: { heightM: 1.8, heightEntered: true },
  ...change,
});
const times = (change: Partial<LiftTrackParts> = {}): number[] =>
  liftTrackOf(parts(change))!.frames.map(({ timeS }) => timeS);

describe('what is kept of a lift', () => {
  it('is the lift with half a second on either side', () => {
    expect(times().at(0)).toBe(9.5);
    expect(times().at(-1)).toBe(13.5);
    expect(times()).toHaveLength(41);
    expect(liftTrackOf(parts())).toMatchObject({
      heightM: 1.8,
      looks: [{ timeS: 11 }],
      closer: [{ timeS: 11 }],
      width: pose!.width,
    });
  });

  it('goes on until the hands are empty; of a long carry the middle is left out', () => {
    const short = { ...UP, lowerStartS: 30, releaseS: 31, lowerEndS: 32 };
    expect(times({ times: short })).toHaveLength(231);
    const long = { ...UP, lowerStartS: 90, releaseS: 91, lowerEndS: 92 };
    const kept = times({ times: long });
    expect(kept.at(-1)).toBe(92.5);
    expect(kept.filter((t) => t > 23 && t < 80)).toEqual([]);
    expect(kept.filter((t) => t <= 23)).toHaveLength(136);
    expect(kept.filter((t) => t >= 80)).toHaveLength(126);
  });

  it('has one picture size and one order of keypoints', () => {
    const mixed = frames.map((frame, i) =>
      i !== 110 ? frame : { ...frame, pose: { ...frame.pose!, width: 99 } },
    );
    const track = liftTrackOf(parts({ frames: mixed }))!;
    expect(track.frames.filter((frame) => frame.pose === null).map(({ timeS }) => timeS)).toEqual([
      11,
    ]);
  });

  it.each<[string, Partial<Pose>, boolean]>([
    ['another height', { height: 99 }, false],
    ['another order of keypoints', { detector: 'blazepose-lite' }, false],
    ['a point that is no number', { keypoints: [{ x: NaN, y: 1, score: 1 }] }, false],
    ['a detector of the same order', { detector: 'movenet-lightning' }, true],
  ])('a pose with %s within it', (_, odd, isKept) => {
    expect(pose!.detector).toBe('movenet-thunder');
    const mixed = frames.with(110, { timeS: 11, pose: { ...pose!, timeS: 11, ...odd } });
    const track = liftTrackOf(parts({ frames: mixed }))!;
    const there = track.frames.find(({ timeS }) => timeS === 11)!;
    expect(there.pose === null).toBe(!isKept);
    if (isKept) expect(there.pose!.detector).toBe(pose!.detector);
  });

  it('has settled poses, and a standing pose in halves of their steps', () => {
    const keypoints = pose!.keypoints.map(() => ({ x: 1.0051, y: 2.00049, score: 0.50016 }));
    const track = liftTrackOf(
      parts({
        frames: frames.map((frame) => ({ ...frame, pose: { ...frame.pose!, keypoints } })),
        baseline: { ...findBaseline(saved.frames)!, keypoints },
      }),
    )!;
    expect(track.frames[0]!.pose!.keypoints[0]).toEqual({ x: 1.01, y: 2, score: 0.5 });
    expect(track.baseline.keypoints[0]).toEqual({ x: 1.005, y: 2, score: 0.5002 });
  });

  it('ends with somebody who was seen in it: nobody after that takes nothing away', () => {
    const gone = frames.map((frame) => (frame.timeS > 12 ? { ...frame, pose: null } : frame));
    const track = liftTrackOf(parts({ frames: gone }))!;
    expect(track).toMatchObject({ width: pose!.width, detector: pose!.detector });
    expect(track.frames).toHaveLength(41);
  });

  it('is nothing when nobody is seen in it', () => {
    expect(
      liftTrackOf(parts({ frames: frames.map(({ timeS }) => ({ timeS, pose: null })) })),
    ).toBeNull();
  });
});
