import { describe, expect, it } from 'vitest';
import { findBaseline, StandingWatch } from '../../../../src/core/kinematics/standing';
import type { PoseFrame } from '../../../../src/core/pose/pose';
import { analysed, savedPoses } from '../recordings';

describe('the standing baseline of a recording', () => {
  it('STAND-1..4: is found before the lift', () => {
    const baseline = findBaseline(savedPoses('good-lift').frames)!;
    expect(baseline.trusted).toBe(true);
    expect(baseline.timesS[0]).toBe(0);
    expect(baseline.timesS.at(-1)).toBeLessThan(4);
  });

  it('STAND-4: is found after the lift too', () => {
    const { frames } = savedPoses('good-lift');
    const late = frames.filter((f) => f.timeS > 4.2);
    const baseline = findBaseline(late)!;
    expect(baseline.timesS[0]).toBeGreaterThan(8);
    expect(baseline.sizePx / findBaseline(frames)!.sizePx).toBeCloseTo(1, 1);
  });

  it('STAND-4: feet outside the picture find lifts, and judge nothing', () => {
    const poses = savedPoses('feet-out-of-picture');
    expect(findBaseline(poses.frames)?.trusted).toBe(false);
    const [lift] = analysed(poses).lifts;
    expect(lift!.headline.kind).toBe('not-judged');
    expect(lift!.score).toBeNull();
    expect(lift!.checks.every((c) => c.state === 'not-judged')).toBe(true);
  });

  it('nobody standing: no baseline, no lift, and the reason in every frame', () => {
    const poses = savedPoses('bent-back');
    const bentOnly = poses.frames
      .filter((f) => f.timeS > 4.2 && f.timeS < 5.4)
      .map((f) => ({ ...f, timeS: f.timeS - 4.2 }));
    const analysis = analysed({ ...poses, frames: bentOnly });
    expect(analysis.baseline).toBeNull();
    expect(analysis.lifts).toEqual([]);
    expect(analysis.frames.every((f) => f.judged.trunkInclinationDeg === 'no-baseline')).toBe(true);
  });
});

describe('the standing baseline of a live check (STAND-5)', () => {
  const { frames } = savedPoses('good-lift');
  const watchUntilFound = (list: readonly PoseFrame[]): number | null => {
    const watch = new StandingWatch();
    for (const frame of list) if (watch.push(frame.pose!).baseline !== null) return frame.timeS;
    return null;
  };

  it('takes about two seconds of standing', () => {
    const foundS = watchUntilFound(frames);
    expect(foundS).toBeGreaterThan(1.5);
    expect(foundS).toBeLessThan(2.5);
  });

  it('does not take a person who is lifting', () => {
    expect(watchUntilFound(frames.filter((f) => f.timeS > 3.6 && f.timeS < 9))).toBeNull();
  });
});
