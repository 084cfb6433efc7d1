import { describe, expect, it } from 'vitest';
import { valueAt, type Track } from '../../../../src/core/figure/track';

const RISING: Track = [
  [0.1, 2],
  [0.3, 3],
  [0.7, 7],
  [0.9, 7],
];
const THERE_AND_BACK: Track = [
  [0, -1],
  [0.25, 3],
  [0.75, 3],
  [1, -1],
];
const slope = (track: Track, at: number, side: 1 | -1): number => {
  const h = 1e-6;
  return (side * (valueAt(track, at + side * h) - valueAt(track, at))) / h;
};

describe('a track', () => {
  it.each([RISING, THERE_AND_BACK])('goes through all its knots', (...track) => {
    for (const [at, value] of track) expect(valueAt(track, at)).toBeCloseTo(value, 12);
  });

  it('stays as it begins and ends before and after its knots', () => {
    expect([0, 0.05].map((at) => valueAt(RISING, at))).toEqual([2, 2]);
    expect([0.95, 1].map((at) => valueAt(RISING, at))).toEqual([7, 7]);
    expect(valueAt([[0, 4]], 0.5)).toBe(4);
  });

  it('does not overshoot between two knots', () => {
    for (const track of [RISING, THERE_AND_BACK])
      for (let at = 0; at <= 1; at += 0.01) {
        const values = track.map(([, value]) => value);
        expect(valueAt(track, at)).toBeGreaterThanOrEqual(Math.min(...values));
        expect(valueAt(track, at)).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
      }
    for (const at of [0.3, 0.5, 0.7]) expect(valueAt(THERE_AND_BACK, at)).toBeCloseTo(3, 12);
  });

  it('has the middle of two knots between which it rests at both half way', () => {
    const two: Track = [
      [0.2, 1],
      [0.6, 4],
    ];
    expect(valueAt(two, 0.4)).toBeCloseTo(2.5, 12);
    expect(valueAt(two, 0.3)).toBeCloseTo(1 + 3 * (3 * 0.25 ** 2 - 2 * 0.25 ** 3), 12);
  });

  it.each<[string, Track, number, number]>([
    // Fritsch and Butland: 1/(0.2 + 0.4)/3 · (0.2 + 0.8) = 5/9 of the far side's 10, 4/9 of 5: 50 / (50/9 + 20/9)
    ['rises through a knot by the mean of both sides', RISING, 0.3, 50 / (50 / 9 + 20 / 9)],
    ['rests where it goes on level', RISING, 0.7, 0],
    ['rests at its first knot', RISING, 0.1, 0],
    ['rests where it turns back', [...RISING.slice(0, 3), [0.9, 1]], 0.7, 0],
  ])('%s, the same from both sides', (_, track, at, wanted) => {
    expect(slope(track, at, 1)).toBeCloseTo(wanted, 3);
    expect(slope(track, at, -1)).toBeCloseTo(wanted, 3);
  });
});
