import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import { LiftSegmenter } from '../../../../src/core/lifts/segmenter';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import type { SavedPoses } from '../../../../src/core/session/poses-file';
import { analysed, savedPoses, type RecordingName } from '../recordings';
import { atTime, mirrored, resampled } from '../recordings-changed';

const HANGING = 0.51;
const upright: LiftSignal = { trunkDeg: 3, handHeight: HANGING, handReach: 0.085, hipDrop: 0 };
const loaded: LiftSignal = { ...upright, handHeight: 0.64, handReach: 0.13 };
const down: LiftSignal = { trunkDeg: 70, handHeight: 0.1, handReach: 0.16, hipDrop: 0.1 };

/** A body moves gently from one posture to the next; each leg takes `s` seconds. */
class Story {
  readonly segmenter = new LiftSegmenter(HANGING);
  #timeS = 0;
  #last = upright;

  constructor(private readonly rate = 15) {}

  to(next: LiftSignal | null, s: number): this {
    const steps = Math.round(s * this.rate);
    for (let i = 1; i <= steps; i++) {
      this.#timeS += 1 / this.rate;
      const share = (1 - Math.cos((Math.PI * i) / steps)) / 2;
      const mix = (name: keyof LiftSignal): number =>
        this.#last[name] + (next![name] - this.#last[name]) * share;
      this.segmenter.push(
        this.#timeS,
        next === null
          ? null
          : {
              trunkDeg: mix('trunkDeg'),
              handHeight: mix('handHeight'),
              handReach: mix('handReach'),
              hipDrop: mix('hipDrop'),
            },
      );
    }
    if (next !== null) this.#last = next;
    return this;
  }

  get lifts() {
    return this.segmenter.lifts;
  }
}

const story = (rate?: number): Story => new Story(rate).to(upright, 1);

describe('lifts', () => {
  it.each([7, 10, 15, 30])(
    'LIFT-1, LIFT-2, LIFT-5: one lift and its putting down, at %i poses a second',
    (rate) => {
      const { lifts } = story(rate)
        .to(down, 1.3)
        .to(down, 0.3)
        .to(loaded, 1.3)
        .to(loaded, 1)
        .to(down, 1.3)
        .to(down, 0.3)
        .to(upright, 1.3)
        .to(upright, 1);
      expect(lifts).toHaveLength(1);
      const [lift] = lifts;
      expect(Math.abs(lift!.startS - 1)).toBeLessThan(0.2);
      expect(lift!.graspS).toBeCloseTo(2.45, 0);
      expect(lift!.endS).toBeGreaterThan(3.5);
      expect(lift!.endS).toBeLessThan(4.5);
      expect(lift!.releaseS).toBeGreaterThan(5.8);
      expect(lift!.releaseS).toBeLessThan(6.9);
      expect(lift!.lowerEndS).toBeGreaterThan(7.4);
    },
  );

  it('LIFT-3: bending and coming up with empty hands is no lift', () => {
    const { lifts, segmenter } = story().to(down, 1).to(upright, 1).to(upright, 1);
    expect(lifts).toHaveLength(0);
    expect(segmenter.phase).toBe('standing');
  });

  it('LIFT-4: walking and reaching up is no lift', () => {
    const step: LiftSignal = { trunkDeg: 4, handHeight: 0.49, handReach: 0.15, hipDrop: 0.03 };
    const up: LiftSignal = { trunkDeg: 5, handHeight: 1.2, handReach: 0.2, hipDrop: 0 };
    expect(
      story().to(step, 0.5).to(upright, 0.5).to(step, 0.5).to(up, 1).to(up, 1).to(upright, 1).lifts,
    ).toHaveLength(0);
  });

  it('LIFT-5: a dip with the load in the hands is no putting down', () => {
    const dip: LiftSignal = { trunkDeg: 30, handHeight: 0.5, handReach: 0.2, hipDrop: 0.05 };
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(dip, 0.6)
      .to(loaded, 0.6)
      .to(loaded, 1);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeNull();
  });

  it('LIFT-6: a load placed on something high is released without a bend', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(upright, 0.6)
      .to(upright, 1.5);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeGreaterThan(4);
    expect(lifts[0]!.lowerEndS).toBe(lifts[0]!.releaseS);
  });

  it('LIFT-7: put down and lifted again without standing up: two lifts', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(down, 1)
      .to(down, 0.3)
      .to(loaded, 1)
      .to(loaded, 1);
    expect(lifts).toHaveLength(2);
    expect(lifts[0]!.releaseS).toBe(lifts[1]!.startS);
  });

  it('a second lift without standing still counts', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 0.5)
      .to(down, 1)
      .to(upright, 0.8)
      .to(upright, 0.2)
      .to(down, 0.8)
      .to(loaded, 1)
      .to(loaded, 1);
    expect(lifts).toHaveLength(2);
    expect(lifts[0]!.lowerEndS).not.toBeNull();
    expect(lifts[1]!.releaseS).toBeNull();
  });

  it('LIFT-1: the start is where the movement begins, at any speed and rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.double({ min: 0.7, max: 3, noNaN: true }),
        (rate, s) => {
          const { lifts } = story(rate).to(down, s).to(down, 0.2).to(loaded, s).to(loaded, 1);
          expect(lifts).toHaveLength(1);
          expect(Math.abs(lifts[0]!.startS - 1)).toBeLessThan(0.1 * s + 1 / rate);
        },
      ),
    );
  });

  it('LIFT-3: hands that still come up after the trunk is upright are waited for', () => {
    const low: LiftSignal = { ...loaded, handHeight: 0.59, handReach: 0.1 };
    const { lifts } = story().to(down, 3).to(low, 5).to(low, 1);
    expect(lifts).toHaveLength(1);
  });

  it('LIFT-7: half up between putting down and the next grasp', () => {
    const half: LiftSignal = { trunkDeg: 35, handHeight: 0.35, handReach: 0.15, hipDrop: 0.05 };
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(down, 1)
      .to(down, 0.3)
      .to(half, 0.6)
      .to(down, 0.6)
      .to(down, 0.3)
      .to(loaded, 1)
      .to(loaded, 1);
    expect(lifts).toHaveLength(2);
    expect(lifts[0]!.releaseS).toBeCloseTo(5.15, 0);
    expect(Math.abs(lifts[1]!.startS - 5.9)).toBeLessThan(0.2);
    expect(Math.abs(lifts[1]!.graspS - 6.65)).toBeLessThan(0.25);
  });

  it('LIFT-9: the stream ends while coming up: a lift once nearly upright with the load, else none', () => {
    const nearly: LiftSignal = { trunkDeg: 15, handHeight: 0.61, handReach: 0.13, hipDrop: 0.02 };
    const ended = (last: LiftSignal): number => {
      const told = story().to(down, 1).to(last, 1);
      told.segmenter.finish();
      return told.lifts.length;
    };
    expect(ended(nearly)).toBe(1);
    expect(ended({ ...nearly, handHeight: 0.5, handReach: 0.09 })).toBe(0);
    expect(ended({ ...nearly, trunkDeg: 45 })).toBe(0);
    expect(ended(down)).toBe(0);
  });

  it('LIFT-9: a putting down that was all but over counts', () => {
    const told = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(down, 1)
      .to({ ...upright, trunkDeg: 15, handHeight: 0.48 }, 1);
    told.segmenter.finish();
    expect(told.lifts[0]!.releaseS).toBeCloseTo(5, 0);
    expect(told.lifts[0]!.lowerEndS).toBeCloseTo(6, 1);
  });

  it('LIFT-10: lifted half-way and put down elsewhere is a lift only when the hands show the load', () => {
    const half: LiftSignal = { trunkDeg: 28, handHeight: 0.58, handReach: 0.19, hipDrop: 0.05 };
    const carried = story().to(down, 1).to(half, 1).to(down, 1).to(upright, 1).to(upright, 1).lifts;
    expect(carried).toHaveLength(1);
    expect(Math.abs(carried[0]!.endS - 3)).toBeLessThan(0.25);
    expect(carried[0]!.releaseS).toBeCloseTo(4, 0);
    const hanging: LiftSignal = { ...half, handHeight: 0.42, handReach: 0.15 };
    expect(
      story().to(down, 1).to(hanging, 1).to(down, 1).to(upright, 1).to(upright, 1).lifts,
    ).toHaveLength(0);
  });

  it('LIFT-8: who leaves in the middle has not lifted; a lift that had ended stays', () => {
    expect(story().to(down, 1).to(null, 2).to(upright, 1).lifts).toHaveLength(0);
    const { lifts } = story().to(down, 1).to(loaded, 1).to(loaded, 1).to(null, 2).to(upright, 2);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeNull();
  });
});

describe('lifts in recordings of the real detector', () => {
  const expected: Record<RecordingName, number> = {
    'good-lift': 1,
    'bent-back': 1,
    twist: 1,
    'three-lifts': 3,
    'bend-without-load': 0,
    'walk-and-reach-up': 0,
    'feet-out-of-picture': 1,
  };
  it.each(Object.entries(expected))('%s: %i', (name, count) => {
    expect(analysed(savedPoses(name as RecordingName)).lifts).toHaveLength(count);
  });
});

describe('the same recording in other clothes gives the same lifts', () => {
  const names = ['good-lift', 'bent-back', 'three-lifts', 'bend-without-load'] as const;
  const times = (poses: SavedPoses, stretch = 1): number[] =>
    analysed(poses).lifts.flatMap((l) => [
      l.startS / stretch,
      l.graspS / stretch,
      l.endS / stretch,
    ]);
  const expectAlike = (one: number[], other: number[], withinS: number): void => {
    expect(other).toHaveLength(one.length);
    one.forEach((t, i) => expect(Math.abs(t - other[i]!)).toBeLessThan(withinS));
  };

  it.each(names)('%s: shifted in time, mirrored', (name) => {
    const poses = savedPoses(name);
    expectAlike(times(poses), times(mirrored(poses)), 0.25);
    const shifted = times({ ...poses, frames: poses.frames.map((f) => atTime(f, f.timeS + 7)) });
    expectAlike(
      times(poses),
      shifted.map((t) => t - 7),
      0.001,
    );
  });

  it.each(names)('%s: at 10 to 60 poses a second, a little faster or slower', (name) => {
    const poses = savedPoses(name);
    const once = times(poses);
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 60 }),
        fc.double({ min: 0.85, max: 1.25, noNaN: true }),
        (rate, stretch) => {
          const frames = poses.frames.map((f) => atTime(f, f.timeS * stretch));
          expectAlike(once, times({ ...poses, frames: resampled(frames, rate) }, stretch), 0.25);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('recordings that begin or end in the middle', () => {
  const poses = savedPoses('good-lift');
  const [whole] = analysed(poses).lifts;
  const cut = (fromS: number, toS: number): LiftVerdict[] => {
    const kept = poses.frames.filter((f) => f.timeS >= fromS && f.timeS <= toS);
    return analysed({ ...poses, frames: kept.map((f) => atTime(f, f.timeS - kept[0]!.timeS)) })
      .lifts;
  };

  it('LIFT-1: begun while reaching or grasping: a lift from the first picture on', () => {
    for (const fromS of [(whole!.startS + whole!.graspS) / 2, whole!.graspS]) {
      const lifts = cut(fromS, Infinity);
      expect(lifts).toHaveLength(1);
      expect(lifts[0]!.startS).toBeLessThan(0.15);
      expect(Math.abs(lifts[0]!.endS + fromS - whole!.endS)).toBeLessThan(0.3);
    }
  });

  it('begun while holding or putting down: no lift was seen', () => {
    expect(cut(whole!.endS + 0.15, Infinity)).toHaveLength(0);
    expect(cut((whole!.lowerStartS! + whole!.releaseS!) / 2, Infinity)).toHaveLength(0);
  });

  it('LIFT-9: ended before upright: no lift; ended while putting down: a lift, not known to be released', () => {
    expect(cut(0, whole!.graspS + 0.1)).toHaveLength(0);
    const [lift] = cut(0, whole!.releaseS! - 0.3);
    expect(Math.abs(lift!.endS - whole!.endS)).toBeLessThan(0.2);
    expect(lift!.releaseS).toBeNull();
  });
});
