import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittedSize, isLookedAt } from '../../../src/capture/frame-choice';

/** Times of the frames that are looked at, for frames that begin at `starts`. */
const chosen = (starts: number[], fps: number): number[] =>
  starts.filter((start, i) => isLookedAt(start, starts[i + 1] ?? null, fps));

const steady = (count: number, rate: number): number[] =>
  Array.from({ length: count }, (_, i) => i / rate);

describe('isLookedAt', () => {
  it('takes the frame on show at each grid time', () => {
    // 25 frames a second, looked at 15 times: 0, 0.067, 0.133, 0.2 show frames 0, 1, 3, 5
    expect(chosen(steady(11, 25), 15).map((t) => Math.round(t * 25))).toEqual([
      0, 1, 3, 5, 6, 8, 10,
    ]);
  });

  it('takes every frame when the recording is as fast as the grid, whatever the clock rounds to', () => {
    const milliseconds = steady(31, 15).map((t) => Math.round(t * 1000) / 1000);
    expect(chosen(steady(31, 15), 15)).toHaveLength(31);
    expect(chosen(milliseconds, 15)).toHaveLength(31);
  });

  it('gives each frame of a slower recording at most once', () => {
    expect(chosen(steady(10, 5), 15)).toEqual(steady(10, 5));
  });

  it('always takes the first, and as many as the grid has times when frames are dense', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.double({ min: 0.001, max: 0.2, noNaN: true }), {
          minLength: 1,
          maxLength: 200,
        }),
        (fps, gaps) => {
          const starts = gaps.reduce<number[]>(
            (all, gap) => [...all, (all.at(-1) ?? 0) + gap],
            [0],
          );
          const got = chosen(starts, fps);
          expect(got[0]).toBe(0);
          expect(got.length).toBeLessThanOrEqual(
            Math.floor(((starts.at(-1) ?? 0) + 0.001) * fps) + 1,
          );
          expect([...got].sort((a, b) => a - b)).toEqual(got);
        },
      ),
    );
  });
});

describe('fittedSize', () => {
  it('scales the longer side down and never enlarges', () => {
    expect(fittedSize(1920, 1080, 640)).toEqual({ width: 640, height: 360 });
    expect(fittedSize(1080, 1920, 640)).toEqual({ width: 360, height: 640 });
    expect(fittedSize(640, 480, 640)).toEqual({ width: 640, height: 480 });
    expect(fittedSize(160, 120, 640)).toEqual({ width: 160, height: 120 });
    expect(fittedSize(10_000, 2, 640)).toEqual({ width: 640, height: 1 });
  });
});
