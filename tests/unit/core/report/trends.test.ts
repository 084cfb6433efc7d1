import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDay, type DayTotals } from '../../../../src/core/records/lift-query';
import { meanOf, mondayOf, shareOf, spanFor, totalsBy } from '../../../../src/core/report/trends';

describe('a share', () => {
  it('has the interval of Wilson 1927', () => {
    // 10 of 50: (0.2 + 0.02706 ± 1.64485 · √0.0034706) / 1.05411, by hand
    const share = shareOf(10, 50)!;
    expect(share.value).toBe(0.2);
    expect(share.low).toBeCloseTo(0.1235, 4);
    expect(share.high).toBeCloseTo(0.3073, 4);
  });

  it('of nothing is not known', () => expect(shareOf(0, 0)).toBeNull());

  it('is never beyond none and all, and is in its interval, which narrows with more lifts', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.integer({ min: 1, max: 500 }), (some, of) => {
        const count = Math.min(some, of);
        const { value, low, high } = shareOf(count, of)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeGreaterThan(low);
        const more = shareOf(4 * count, 4 * of)!;
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('holds the true share about nine times in ten', () => {
    // Exact: every count that 40 lifts with a true share of 0.3 can give, by its probability.
    const [of, truth] = [40, 0.3];
    let held = 0,
      probability = (1 - truth) ** of;
    for (let count = 0; count <= of; count++) {
      const { low, high } = shareOf(count, of)!;
      if (low <= truth && truth <= high) held += probability;
      probability *= ((of - count) / (count + 1)) * (truth / (1 - truth));
    }
    expect(held).toBeGreaterThan(0.86);
    expect(held).toBeLessThan(0.94);
  });
});

describe('a mean score', () => {
  const mean = (scores: number[]) =>
    meanOf(
      scores.reduce((a, b) => a + b, 0),
      scores.reduce((a, b) => a + b * b, 0),
      scores.length,
    );

  it('has the interval of Student', () => {
    // 60, 70, 80: spread 10, t for two degrees of freedom 2.92
    const { value, error } = mean([60, 70, 80])!;
    expect(value).toBeCloseTo(70);
    expect(error).toBeCloseTo((2.92 * 10) / Math.sqrt(3), 3);
  });

  it('goes on smoothly where the table ends', () => {
    const width = (n: number) =>
      (mean(Array.from({ length: n }, (_, i) => 50 + (i % 2)))!.error! * Math.sqrt(n - 1)) / 0.5;
    expect(width(32)).toBeLessThan(width(31));
    expect(width(32)).toBeGreaterThan(1.69);
    expect(width(100_001)).toBeCloseTo(1.645, 3);
  });

  it('of one lift has no error that is known, of none no value', () => {
    expect(mean([70])).toEqual({ of: 1, value: 70, error: null });
    expect(mean([])).toBeNull();
  });

  it('survives sums with a little noise', () => expect(meanOf(140, 9799.9999, 2)!.error).toBe(0));
});

describe('days by span', () => {
  const day = (name: string, lifts = 1): DayTotals => ({ ...emptyDay(name), lifts });

  it('weeks begin on Monday, across months and years', () => {
    expect(mondayOf('2026-11-25')).toBe('2026-11-23');
    expect(mondayOf('2026-11-22')).toBe('2026-11-16');
    expect(mondayOf('2027-01-01')).toBe('2026-12-28');
  });

  it('adds days up and puts them in order', () => {
    const days = [day('2026-11-25', 2), day('2026-11-23', 3), day('2026-11-22', 4)];
    const named = (span: 'day' | 'week' | 'month') =>
      totalsBy(days, span).map((one) => [one.day, one.lifts]);
    expect(named('week')).toEqual([
      ['2026-11-16', 4],
      ['2026-11-23', 5],
    ]);
    expect(named('month')).toEqual([['2026-11-01', 9]]);
    expect(days[1]!.lifts).toBe(3);
  });

  it('takes a span that a chart can hold', () => {
    expect(spanFor([])).toBe('day');
    expect(spanFor([day('2026-11-01'), day('2026-11-25')])).toBe('day');
    expect(spanFor([day('2026-08-01'), day('2026-11-25')])).toBe('week');
    expect(spanFor([day('2023-08-01'), day('2026-11-25')])).toBe('month');
  });
});
