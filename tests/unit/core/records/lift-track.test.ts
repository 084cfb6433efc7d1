import { describe, expect, it } from 'vitest';
import { findBaseline } from '../../../../src/core/kinematics/standing';
import type { LiftTimes } from '../../../../src/core/lifts/lift';
import type { PoseFrame } from '../../../../src/core/pose/pose';
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

  it('is nothing when nobody is seen in it', () => {
    expect(
      liftTrackOf(parts({ frames: frames.map(({ timeS }) => ({ timeS, pose: null })) })),
    ).toBeNull();
  });
});
