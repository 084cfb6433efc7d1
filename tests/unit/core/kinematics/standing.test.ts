import type { Check, CheckId } from '../../../../src/core/scoring/check';
import { describe, expect, it } from 'vitest';
import { findBaseline, StandingWatch } from '../../../../src/core/kinematics/standing';
import { at } from '../../../../src/core/pose/landmarks';
import type { PoseFrame } from '../../../../src/core/pose/pose';
import { analysed, savedPoses } from '../recordings';
import { atTime, changed } from '../recordings-changed';

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

  it('STAND-4: feet outside the picture find lifts; what is in it is judged without a standing pose', () => {
    const poses = savedPoses('feet-out-of-picture');
    expect(findBaseline(poses.frames)?.trusted).toBe(false);
    const [lift] = analysed(poses).lifts;
    const of = (id: CheckId): Check => lift!.checks.find((c) => c.id === id)!;
    // rendered with a furthest bend of 56.4°
    expect(Math.abs(of('bent-back').value! - 56.4)).toBeLessThan(of('bent-back').error!);
    expect(of('bent-back').error).toBeGreaterThan(6);
    expect(of('far-load').notJudged).toBe('out-of-frame');
    expect(of('straight-legs').notJudged).toBe('out-of-frame');
    expect(of('twist').state).toBe('not-judged');
    expect(lift!.score).toBeNull();
  });

  it('STAND-1: hands that hold a load do not hang, once they are seen lower', () => {
    const { frames } = savedPoses('feet-out-of-picture');
    expect(findBaseline(frames)!.timesS.every((t) => t < 0.8 || t > 6)).toBe(true);
  });

  it('STAND-2: a slip of one frame changes nothing', () => {
    const { frames } = savedPoses('good-lift');
    const slipped = frames.map((f, i) =>
      i === 5
        ? changed(f, (k) => ({ ...k, y: f.pose!.height / 2 + 1.2 * (k.y - f.pose!.height / 2) }))
        : f,
    );
    expect(findBaseline(slipped)!.sizePx / findBaseline(frames)!.sizePx).toBeCloseTo(1, 2);
  });

  describe('people who stand nearer to the camera before they lift', () => {
    const { frames } = savedPoses('good-lift');
    const usual = findBaseline(frames)!;
    const horizon = usual.points[at('leftHip')]!.y;
    /** As if stood nearer: larger, about the height of the camera. */
    const nearer = frames
      .filter((f) => f.timeS < 2)
      .map((f) =>
        changed(f, (k) => ({
          ...k,
          x: 320 + 1.2 * (k.x - 320),
          y: horizon + 1.2 * (k.y - horizon),
        })),
      );

    it('STAND-4: measured where they lift', () => {
      const both = [...nearer, ...frames.map((f) => atTime(f, f.timeS + 2.5))];
      const baseline = findBaseline(both)!;
      expect(baseline.trusted).toBe(true);
      expect(baseline.sizePx / usual.sizePx).toBeCloseTo(1, 2);
    });

    it('STAND-4: not to be trusted when they never stand there', () => {
      const bent = frames.filter((f) => f.timeS > 4.2 && f.timeS < 5.4);
      const baseline = findBaseline([...nearer, ...bent])!;
      expect(baseline.sizePx / usual.sizePx).toBeCloseTo(1.2, 1);
      expect(baseline.trusted).toBe(false);
    });
  });

  it('nobody standing: no baseline, no lift, and what needs one says so in every frame', () => {
    const poses = savedPoses('bent-back');
    const bentOnly = poses.frames
      .filter((f) => f.timeS > 4.2 && f.timeS < 5.4)
      .map((f) => ({ ...f, timeS: f.timeS - 4.2 }));
    const analysis = analysed({ ...poses, frames: bentOnly });
    expect(analysis.baseline).toBeNull();
    expect(analysis.lifts).toEqual([]);
    expect(analysis.frames.every((f) => f.judged.handHeightM === 'no-baseline')).toBe(true);
    // the trunk is measured all the same, less surely than against the standing pose
    const known = analysed(poses).frames.filter((f) => f.t > 4.2 && f.t < 5.4);
    const widths = (list: typeof known): number[] =>
      list.flatMap((f) => f.errors.trunkInclinationDeg ?? []);
    expect(Math.min(...widths(analysis.frames))).toBeGreaterThan(Math.min(...widths(known)));
  });
});

describe('the standing baseline of a live check (STAND-5)', () => {
  const { frames } = savedPoses('good-lift');
  const watchUntilFound = (list: readonly PoseFrame[]): number | null => {
    const watch = new StandingWatch();
    for (const frame of list) if (watch.push(frame.pose!).found !== null) return frame.timeS;
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

describe('a short standing before a bend, live (STAND-6)', () => {
  const { frames } = savedPoses('three-lifts');
  const found = (list: readonly PoseFrame[]) => {
    const watch = new StandingWatch();
    for (const frame of list) {
      const seen = watch.push(frame.pose!).found;
      if (seen !== null) return { ...seen, atS: frame.timeS };
    }
    return null;
  };
  const baseline = findBaseline(frames)!;

  it('is taken once the bend has begun, and is that of the recording', () => {
    const seen = found(frames)!;
    expect(seen.atS).toBeLessThan(1.5);
    expect(seen.sinceS).toBeLessThan(0.5);
    expect(seen.baseline.trusted).toBe(true);
    expect(seen.baseline.sizePx / baseline.sizePx).toBeCloseTo(1, 2);
  });

  it('is not taken of a person who was bent before', () => {
    const bent = frames.find((f) => f.timeS > 1.2)!;
    const later = frames.map((f) => ({
      ...f,
      timeS: f.timeS + 1,
      pose: f.pose && { ...f.pose, timeS: f.timeS + 1 },
    }));
    const first = { ...bent, timeS: 0, pose: { ...bent.pose!, timeS: 0 } };
    const seen = found([first, ...later.filter((f) => f.timeS < 3.5)]);
    expect(seen).toBeNull();
  });

  it('is not taken when the feet went elsewhere, or the bend came late', () => {
    const standing = frames.filter((f) => f.timeS < 0.7);
    const bend = frames.filter((f) => f.timeS >= 0.7 && f.timeS < 2);
    const moved = (list: readonly PoseFrame[], dx: number, dt: number): PoseFrame[] =>
      list.map(({ timeS, pose }) => ({
        timeS: timeS + dt,
        pose: pose && {
          ...pose,
          timeS: timeS + dt,
          keypoints: pose.keypoints.map((k) => ({ ...k, x: k.x + dx })),
        },
      }));
    expect(found([...standing, ...moved(bend, 0, 0)])).not.toBeNull();
    expect(found([...standing, ...moved(bend, 0.2 * baseline.sizePx, 0)])).toBeNull();
    expect(found([...standing, ...moved(bend, 0, 2.2)])).toBeNull();
  });
});
