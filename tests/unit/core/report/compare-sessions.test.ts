import { describe, expect, it } from 'vitest';
import { compareSessions } from '../../../../src/core/report/compare-sessions';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import { aVerdict } from '../../../fixtures/kept';

/** Lifts with these worst bends, each ± 4°. */
const bends = (...values: number[]): LiftVerdict[] =>
  values.map((value) => {
    const verdict = aVerdict(value > 60 ? { 'bent-back': 'flagged' } : {});
    for (const check of verdict.checks) if (check.id === 'bent-back') check.value = value;
    return verdict;
  });
const bend = (a: LiftVerdict[], b: LiftVerdict[]) =>
  compareSessions(a, b).find(({ id }) => id === 'bent-back')!;

describe('two sessions compared', () => {
  it('means, shares, and a change that is more than the error', () => {
    const { a, b, change } = bend(bends(80, 84, 82, 78), bends(40, 44, 42, 38));
    expect(a.flagged).toMatchObject({ count: 4, of: 4 });
    expect(b.flagged).toMatchObject({ count: 0, of: 4 });
    expect(a.mean!.value).toBeCloseTo(81);
    // 2.353 * sd(2.58) / 2 beside the 4° of each measure
    expect(a.mean!.error).toBeCloseTo(Math.hypot(4, (2.353 * 2.582) / 2), 2);
    expect(change).toMatchObject({ difference: -40, isMore: true });
  });

  it('many lifts never make it surer than the measure itself', () => {
    const many = Array.from({ length: 400 }, (_, i) => 50 + (i % 3));
    const { change } = bend(bends(...many), bends(...many.map((v) => v - 5)));
    expect(change!.error).toBeGreaterThan(Math.hypot(4, 4));
    expect(change!.isMore).toBe(false);
  });

  it('one lift tells nothing of how lifts differ, and what was not judged is left out', () => {
    const single = bend(bends(80), bends(40, 42));
    expect(single.a.mean).toEqual({ value: 80, error: 4, of: 1 });
    expect(single.change).toBeNull();
    const unjudged = bends(80, 82);
    for (const { checks } of unjudged) for (const check of checks) check.value = null;
    expect(bend(unjudged, bends(40, 42)).a).toEqual({ flagged: null, mean: null });
  });

  it('the sign of a twist does not count', () => {
    const twisted = (degrees: number): LiftVerdict[] =>
      [0, 1].map(() => {
        const verdict = aVerdict();
        for (const check of verdict.checks) if (check.id === 'twist') check.value = degrees;
        return verdict;
      });
    const [twist] = compareSessions(twisted(-30), twisted(30)).filter(({ id }) => id === 'twist');
    expect(twist!.change!.difference).toBe(0);
  });
});
