import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { pairedChange } from '../../../../src/core/coaching/paired-change';
import { SCORED_CHECKS } from '../../../../src/core/scoring/rules';
import { arbitraryVerdict, liftWith } from './arbitrary-verdict';

// Hundreds of pairs, on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

/** Any lifts, or some that are much alike, as those of one person are. */
const lifts = fc.oneof(
  fc.array(arbitraryVerdict, { maxLength: 6 }),
  fc
    .record({
      bend: fc.integer({ min: 10, max: 110 }),
      reach: fc.integer({ min: 20, max: 90 }),
      twist: fc.integer({ min: -60, max: 60 }),
      off: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 2, maxLength: 6 }),
    })
    .map(({ bend, reach, twist, off }) =>
      off.map((by) =>
        liftWith({
          'bent-back': [bend + by, 5],
          'far-load': [(reach + by) / 100, 0.04],
          twist: [twist + by, 9],
        }),
      ),
    ),
);

it('CHANGE-1: a change within the error is never called less or more', () => {
  let seen = { 'within-error': 0, less: 0, more: 0, none: 0 };
  fc.assert(
    fc.property(lifts, lifts, (before, after) => {
      const changes = pairedChange(before, after);
      expect(changes.map(({ id }) => id)).toEqual(SCORED_CHECKS);
      for (const { change, before: first, after: second } of changes) {
        seen = { ...seen, [change?.way ?? 'none']: seen[change?.way ?? 'none'] + 1 };
        if (change === null) {
          expect(Math.min(first.mean?.of ?? 0, second.mean?.of ?? 0)).toBeLessThan(2);
          continue;
        }
        const { difference, error, way } = change;
        expect(difference).toBeCloseTo(second.mean!.value - first.mean!.value, 9);
        expect(error).toBeCloseTo(Math.hypot(first.mean!.error, second.mean!.error), 9);
        if (Math.abs(difference) <= error) expect(way).toBe('within-error');
        else expect(way).toBe(difference < 0 ? 'less' : 'more');
      }
    }),
    { numRuns: 300 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(5);
});

it('CHANGE-1: two clear changes and one that is none', () => {
  const at = (bend: number, reach: number, twist: number) =>
    liftWith({ 'bent-back': [bend, 5], 'far-load': [reach, 0.04], twist: [twist, 9] });
  const changes = pairedChange(
    [at(90, 0.4, 40), at(92, 0.41, -42)],
    [at(50, 0.7, -36), at(52, 0.71, 34)],
  );
  const way = Object.fromEntries(changes.map(({ id, change }) => [id, change?.way]));
  expect(way).toMatchObject({ 'bent-back': 'less', 'far-load': 'more', twist: 'within-error' });
});

it('CHANGE-1: one lift on either side tells no change', () => {
  const lift = liftWith({ 'bent-back': [90, 5] });
  expect(pairedChange([lift], [lift, lift]).every(({ change }) => change === null)).toBe(true);
});
