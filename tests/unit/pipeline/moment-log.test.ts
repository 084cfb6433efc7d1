import { describe, expect, it, vi } from 'vitest';
import { measureFrame, type Moment } from '../../../src/core/kinematics/moment';
import { smoothMoment } from '../../../src/core/kinematics/series';
import { findBaseline, type Baseline } from '../../../src/core/kinematics/standing';
import type { PoseFrame } from '../../../src/core/pose/pose';
import { MomentLog, type TimedSignal } from '../../../src/pipeline/moment-log';
import { settledFrames } from '../../../src/pipeline/recording';
import { lifters, savedPoses } from '../core/recordings';

// A thousand frames are measured again and again; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const person = { heightM: 1.8, heightEntered: true };
const measured = (frame: PoseFrame, baseline: Baseline | null): Moment =>
  measureFrame(frame, baseline, lifters, person);

/** The last of some moments, smoothed by the past alone, and what of it is told first. */
const smoothedLast = (moments: readonly Moment[]): Moment =>
  smoothMoment(moments.slice(-9), Math.min(9, moments.length) - 1);
const signalOf = ({ timeS, signal }: Moment): TimedSignal => ({ timeS, signal });

/** A recording over and over, so that its beginning is no longer kept as it was measured. */
function rounds(count: number): PoseFrame[] {
  const frames = settledFrames(savedPoses('bent-back').frames);
  const roundS = frames.at(-1)!.timeS + 0.1;
  return Array.from({ length: count }, (_, round) =>
    frames.map(({ timeS: fromS, pose }): PoseFrame => {
      const timeS = fromS + round * roundS;
      return { timeS, pose: pose && { ...pose, timeS } };
    }),
  ).flat();
}

describe('moment log', () => {
  const frames = rounds(6);
  const own = findBaseline(frames)!;
  const other = { ...own, sizePx: own.sizePx * 1.1 };

  it('is long enough here to forget', () => expect(frames.length).toBeGreaterThan(600));

  it('gives each moment as it was measured, however long ago', () => {
    const log = new MomentLog(lifters, person);
    const expected: Moment[] = [];
    frames.forEach((frame, i) => {
      // Nobody's standing pose, then one, then another one, then none: each from a frame on.
      const baseline = i < 40 ? null : i < 200 ? own : i < 600 ? other : null;
      expected.push(measured(frame, baseline));
      const now = smoothedLast(expected);
      expect(log.push(frame, baseline)).toEqual(signalOf(now));
      expect(log.newest()).toEqual(now);
    });
    expect(log.slice()).toEqual(expected);
    const [kept, across] = [expected.slice(-100), expected.slice(30, -20)];
    expect(log.slice(frames.length - 100)).toEqual(kept);
    expect(log.slice(30, frames.length - 20)).toEqual(across);
    expect(log.slice(199, 201)).toEqual(expected.slice(199, 201));
  });

  it.each([130, frames.length - 30, frames.length])(
    'measures anew from frame %i on, and what it was before is forgotten',
    (from) => {
      const log = new MomentLog(lifters, person);
      frames.forEach((frame, i) => log.push(frame, i < 60 ? own : null));
      const expected = frames.map((frame, i) =>
        measured(frame, i >= from ? other : i < 60 ? own : null),
      );
      const again = log.remeasure(from, other);
      expect(log.slice(100)).toEqual(expected.slice(100));
      expect(again).toEqual(
        frames.slice(from).map((_, i) => signalOf(smoothedLast(expected.slice(0, from + i + 1)))),
      );
      // The next frame goes on from there.
      const next = { timeS: frames.at(-1)!.timeS + 0.1, pose: null };
      log.push(next, other);
      expect(log.slice(frames.length)).toEqual([measured(next, other)]);
      expect(log.slice(100, 140)).toEqual(expected.slice(100, 140));
    },
  );
});
