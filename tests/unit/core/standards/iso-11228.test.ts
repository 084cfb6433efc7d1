import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ISO_11228_SCOPE,
  ISO_CARRYING,
  ISO_OTHER_REFERENCE_KG,
  ISO_REFERENCE_MASS_KG,
  isoCarrying,
  isoRecommendedLimit,
  isoReferenceMass,
  isoScope,
  type IsoExcluded,
  type IsoScopeInput,
  type Sex,
} from '../../../../src/core/standards/iso-11228';
import type { Answer } from '../../../../src/core/standards/judged-range';
import { unnoticedChanges } from './changed-cells';
import { told } from './inputs';

/** Typed from the standards' notes. */
const MASSES: [Sex, years: number, kg: number][] = [
  ['man', 17, 20],
  ['man', 18, 25],
  ['man', 45, 25],
  ['man', 46, 20],
  ['woman', 17, 15],
  ['woman', 18, 20],
  ['woman', 45, 20],
  ['woman', 46, 15],
];
/** m, a minute, kg a minute, kg an hour, kg in eight hours. */
const CARRYING = [
  [1, 8, 120, 7200, 10000],
  [2, 5, 75, 4500, 10000],
  [4, 4, 60, 3000, 10000],
  [10, 2, 30, 1500, 10000],
  [20, 1, 15, 750, 6000],
] as const;

const massMismatches = (): string[] =>
  MASSES.filter(([sex, years, kg]) => isoReferenceMass(told(sex), told(years)).kg !== kg).map(
    (line) => line.join(' '),
  );
const mostAt = (distanceM: number): string =>
  isoCarrying({ massKg: 10, distanceM, perMinute: 1, hoursPerDay: 8 })
    .limits.map((limit) => limit.most)
    .join();
/** At each distance, just short of it, and just beyond, where the next one's limits begin. */
const carryingMismatches = (): number[] =>
  CARRYING.filter(([distanceM, ...most], k) => {
    const [, ...next] = CARRYING[k + 1] ?? [0];
    return (
      mostAt(distanceM) !== most.join() ||
      mostAt(distanceM - 0.01) !== most.join() ||
      mostAt(distanceM + 0.01) !== next.join()
    );
  }).map(([distanceM]) => distanceM);
const others = (value: unknown): unknown[] =>
  typeof value === 'number' ? [value + 1, value - 1] : [];

describe('reference masses (ISO-11228-1)', () => {
  it('every one of the notes', () => expect(massMismatches()).toEqual([]));

  it('a single changed one is noticed', () => {
    const notices = () => massMismatches().length > 0;
    const { unnoticed, tried } = unnoticedChanges(ISO_REFERENCE_MASS_KG, others, notices);
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(12);
  });

  it('what was not asked leaves a range', () => {
    expect(isoReferenceMass(told<Sex>(null), told<number>(null))).toEqual({
      judged: 'not-asked',
      kg: null,
      lowKg: 15,
      highKg: 25,
      verified: true,
    });
    expect(isoReferenceMass(told<Sex>('man'), told<number>(null))).toMatchObject({
      lowKg: 20,
      highKg: 25,
    });
    expect(isoReferenceMass(told<Sex>(null), told(30))).toMatchObject({ lowKg: 20, highKg: 25 });
  });

  it('names the other choice', () =>
    expect(ISO_OTHER_REFERENCE_KG).toMatchObject({ kg: 23, verified: false }));

  it('the recommended limit is in the proportion of the masses (ISO-11228-2)', () => {
    const niosh = { value: 9.2, low: 6.9, high: 11.5 };
    const known = isoRecommendedLimit(niosh, isoReferenceMass(told<Sex>('man'), told(30)));
    expect(known.value).toBeCloseTo(10, 9);
    expect(known.low).toBeCloseTo(7.5, 9);
    expect(known.high).toBeCloseTo(12.5, 9);
    const open = isoRecommendedLimit(niosh, isoReferenceMass(told<Sex>(null), told<number>(null)));
    expect(open.value).toBeNull();
    expect(open.low).toBeCloseTo(4.5, 9);
    expect(open.high).toBeCloseTo(12.5, 9);
  });
});

describe('carrying (ISO-11228-3)', () => {
  it('every limit of the notes', () => expect(carryingMismatches()).toEqual([]));

  it('a single changed one is noticed', () => {
    const notices = () => carryingMismatches().length > 0;
    const { unnoticed, tried } = unnoticedChanges(ISO_CARRYING, others, notices);
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(2 * 25);
  });

  it('says which are exceeded, and that none was read again', () => {
    const carry = (massKg: number, perMinute: number, hoursPerDay: number | null = 8) =>
      isoCarrying({ massKg, distanceM: 10, perMinute, hoursPerDay });
    expect(carry(10, 2)).toMatchObject({ judged: true, over: [], verified: false });
    expect(carry(12.5, 2).over).toEqual(['kg-per-day']);
    expect(carry(16, 2, 1).over).toEqual(['kg-per-minute', 'kg-per-hour']);
    expect(carry(5, 3, 1).over).toEqual(['per-minute']);
    expect(carry(16, 2, null).limits.map((l) => l.limit)).not.toContain('kg-per-day');
  });

  it('further than 20 m is not spoken of', () =>
    expect(isoCarrying({ massKg: 5, distanceM: 20.1, perMinute: 1, hoursPerDay: 1 })).toMatchObject(
      { judged: 'outside-scope', limits: [], over: [] },
    ));

  it('heavier, further or more often never exceeds fewer limits', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        number(1, 40),
        number(0.1, 20),
        number(0.1, 10),
        number(0, 5),
        (massKg, distanceM, perMinute, more) => {
          const base = { massKg, distanceM, perMinute, hoursPerDay: 4 };
          const { over } = isoCarrying(base);
          for (const change of [
            { massKg: massKg + more },
            { distanceM: Math.min(20, distanceM + more) },
            { perMinute: perMinute + more },
          ])
            expect(isoCarrying({ ...base, ...change }).over).toEqual(expect.arrayContaining(over));
        },
      ),
    );
  });
});

describe('scope (ISO-11228-4)', () => {
  const job = (change: Partial<IsoScopeInput> = {}): IsoScopeInput => ({
    massKg: told(10),
    walkingMS: told(0.8),
    hoursPerDay: told(8),
    excluded: Object.fromEntries(
      ISO_11228_SCOPE.excluded.map((key) => [key, told(false)]),
    ) as Record<IsoExcluded, Answer<boolean>>,
    ...change,
  });

  it('inside it', () =>
    expect(isoScope(job())).toEqual({ outside: [], extended: false, notAsked: [] }));

  it.each([
    ['below-3-kg', { massKg: told(2.9) }],
    ['walking-speed', { walkingMS: told(0.49) }],
    ['walking-speed', { walkingMS: told(1.01) }],
    ['more-than-12-hours', { hoursPerDay: told(12.5) }],
  ])('%s', (reason, change) => expect(isoScope(job(change)).outside).toEqual([reason]));

  it.each(ISO_11228_SCOPE.excluded.map((key) => [key]))('%s', (key) => {
    const { excluded } = job();
    expect(isoScope(job({ excluded: { ...excluded, [key]: told(true) } })).outside).toEqual([key]);
    expect(isoScope(job({ excluded: { ...excluded, [key]: told(null) } })).notAsked).toEqual([key]);
  });

  it('nine to twelve hours are an extended shift', () => {
    expect(isoScope(job({ hoursPerDay: told(10) }))).toMatchObject({ outside: [], extended: true });
    expect(isoScope(job({ massKg: told(3), hoursPerDay: told(12) })).outside).toEqual([]);
  });
});
