import { describe, expect, it } from 'vitest';
import {
  difference,
  exactly,
  isAbove,
  isAtLeast,
  larger,
  rangeOf,
  sizeOf,
  type JudgedRange,
} from '../../../../src/core/standards/judged-range';

const range = (low: number, value: number | null, high: number): JudgedRange => ({
  value,
  low,
  high,
  reason: value === null ? 'too-uncertain' : null,
});
const ALL_OPEN = { value: null, low: -Infinity, high: Infinity };

describe('what a number can be (RANGE-1)', () => {
  it('is its error on both sides, judged or not', () => {
    expect(rangeOf({ value: 5, error: 2, judged: true })).toEqual(range(3, 5, 7));
    expect(rangeOf({ value: 5, error: 2, judged: 'too-uncertain' })).toEqual(range(3, null, 7));
  });

  it.each([
    ['no value', { value: null, error: 2, judged: 'no-person' as const }, 'no-person'],
    ['no error', { value: 5, error: null, judged: true as const }, 'not-measurable'],
    ['no number', { value: Number.NaN, error: 2, judged: true as const }, 'not-measurable'],
    ['an error below 0', { value: 5, error: -1, judged: true as const }, 'not-measurable'],
    [
      'an error that is no number',
      { value: 5, error: Number.NaN, judged: true as const },
      'not-measurable',
    ],
  ])('with %s everything is open', (_, measure, reason) =>
    expect(rangeOf(measure)).toEqual({ ...ALL_OPEN, reason }),
  );

  it('errors that meet add (RANGE-2), and the first reason stays', () => {
    expect(difference(range(3, 5, 7), range(1, 2, 4))).toEqual(range(-1, 3, 6));
    expect(difference(range(3, 5, 7), exactly(5))).toEqual(range(-2, 0, 2));
    expect(difference(range(3, null, 7), range(1, 2, 4))).toEqual(range(-1, null, 6));
    expect(
      difference(rangeOf({ value: null, error: null, judged: 'no-person' }), exactly(1)),
    ).toEqual({ ...ALL_OPEN, reason: 'no-person' });
  });

  it('a size has no sign', () => {
    expect(sizeOf(range(0.2, 0.5, 0.8))).toEqual(range(0.2, 0.5, 0.8));
    expect(sizeOf(range(-0.8, -0.5, -0.2))).toEqual(range(0.2, 0.5, 0.8));
    expect(sizeOf(range(-3, -1, 1))).toEqual(range(0, 1, 3));
    expect(sizeOf(range(-1, 1, 3))).toEqual(range(0, 1, 3));
  });

  it('the larger of two', () => {
    expect(larger(range(1, 5, 9), range(3, 4, 5))).toEqual(range(3, 5, 9));
    expect(larger(range(1, null, 9), range(3, 4, 5))).toEqual(range(3, null, 9));
  });

  it('above is beyond the edge, at least is on it too', () => {
    const truth = (surely: boolean, likely: boolean | null, maybe: boolean) => ({
      surely,
      likely,
      maybe,
    });
    expect(isAbove(exactly(4), 4)).toEqual(truth(false, false, false));
    expect(isAtLeast(exactly(4), 4)).toEqual(truth(true, true, true));
    expect(isAbove(range(2, 4, 6), 4)).toEqual(truth(false, false, true));
    expect(isAtLeast(range(2, 4, 6), 4)).toEqual(truth(false, true, true));
    expect(isAtLeast(range(2, 3, 4), 4)).toEqual(truth(false, false, true));
    expect(isAtLeast(range(5, null, 6), 4)).toEqual(truth(true, null, true));
  });
});
