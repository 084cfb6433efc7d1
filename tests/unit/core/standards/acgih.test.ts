import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ACGIH_ASKED_SCOPE,
  ACGIH_TABLES,
  acgihLift,
  type AcgihAskedScope,
  type AcgihLift,
  type AcgihResult,
} from '../../../../src/core/standards/acgih';
import type { Answer } from '../../../../src/core/standards/judged-range';
import { unnoticedChanges } from './changed-cells';
import { seen, told, unseen } from './inputs';

/** Typed from the standards' notes, top row first; - = no known safe limit. */
const TABLES = [
  '16 7 - | 32 16 9 | 18 14 7 | 14 - -',
  '14 5 - | 27 14 7 | 16 11 5 | 9 - -',
  '11 - - | 14 9 5 | 9 7 2 | - - -',
].map((table) => table.split(' | ').map((row) => row.split(' ')));
/** A height in the middle of each row, m, and a reach in the middle of each column. */
const HEIGHTS = [1.5, 1, 0.5, 0.1];
const REACHES = [0.2, 0.45, 0.7];
/** Rate and hours of each table, twice. */
const RATES = [
  [
    [60, 2],
    [12, 8],
  ],
  [
    [360, 2],
    [30, 8],
  ],
  [
    [31, 2.1],
    [360, 8],
  ],
] as const;

const conditions = (value: boolean | null = false): AcgihLift['conditions'] =>
  Object.fromEntries(ACGIH_ASKED_SCOPE.map((key) => [key, told(value)])) as Record<
    AcgihAskedScope,
    Answer<boolean>
  >;
const LIFT: AcgihLift = {
  horizontalM: seen(0.45),
  handHeightM: seen(1),
  midShinHeightM: seen(0.25),
  knuckleHeightM: seen(0.75),
  shoulderHeightM: seen(1.45),
  asymmetryDeg: seen(0),
  liftsPerHour: seen(20),
  hoursPerDay: told(1),
  massKg: told(10),
  conditions: conditions(),
};
const lift = (change: Partial<AcgihLift>): AcgihResult => acgihLift({ ...LIFT, ...change });

function mismatches(): string[] {
  const wrong: string[] = [];
  for (const [t, rows] of TABLES.entries()) {
    for (const [rate, hours] of RATES[t]!) {
      for (const [r, row] of rows.entries()) {
        for (const [c, cell] of row.entries()) {
          const { limit } = lift({
            horizontalM: seen(REACHES[c]!),
            handHeightM: seen(HEIGHTS[r]!),
            liftsPerHour: seen(rate),
            hoursPerDay: told(hours),
          });
          if (limit?.kg !== (cell === '-' ? null : Number(cell))) wrong.push(`${t} ${r} ${c}`);
        }
      }
    }
  }
  return wrong;
}

describe('the ACGIH tables (ACGIH-3)', () => {
  it('every cell, at two rates each', () => expect(mismatches()).toEqual([]));

  it('a single changed cell is noticed', () => {
    const change = (value: unknown, path: string): unknown[] =>
      path.includes('rows') ? [value === null ? 1 : null, ((value as number | null) ?? 4) + 1] : [];
    const { unnoticed, tried } = unnoticedChanges(
      ACGIH_TABLES,
      change,
      () => mismatches().length > 0,
    );
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(72);
  });

  it('the first was read again, the others were not', () => {
    expect(lift({})).toMatchObject({ table: 1, verified: true });
    expect(lift({ liftsPerHour: seen(100) })).toMatchObject({ table: 2, verified: false });
    expect(lift({ liftsPerHour: seen(58, 5) })).toMatchObject({ table: 1, verified: false });
  });
});

describe('zones and rates', () => {
  it.each([
    [0.29, 'close'],
    [0.3, 'intermediate'],
    [0.59, 'intermediate'],
    [0.6, 'extended'],
    [0.8, 'extended'],
  ])('%s m is %s (ACGIH-1)', (reach, zone) =>
    expect(lift({ horizontalM: seen(reach) }).horizontal).toBe(zone),
  );

  it.each([
    [0, 'floor-to-mid-shin'],
    [0.24, 'floor-to-mid-shin'],
    [0.25, 'mid-shin-to-knuckle'],
    [0.74, 'mid-shin-to-knuckle'],
    [0.75, 'knuckle-to-below-shoulder'],
    [1.36, 'knuckle-to-below-shoulder'],
    [1.38, 'about-shoulder'],
    [1.74, 'about-shoulder'],
  ])('hands at %s m are %s (ACGIH-2)', (height, zone) =>
    expect(lift({ handHeightM: seen(height) }).vertical).toBe(zone),
  );

  it.each([
    [60, 2, 1],
    [60.1, 2, 2],
    [360, 2, 2],
    [12, 2.1, 1],
    [12.1, 2.1, 2],
    [30, 8, 2],
    [30.1, 8, 3],
    [360, 8, 3],
  ])('%s an hour, %s h a day: table %s (ACGIH-4)', (rate, hours, table) =>
    expect(lift({ liftsPerHour: seen(rate), hoursPerDay: told(hours) }).table).toBe(table),
  );
});

describe('where no table applies (ACGIH-5)', () => {
  it.each([
    ['beyond-the-zones', { horizontalM: seen(0.81) }],
    ['beyond-the-zones', { handHeightM: seen(1.76) }],
    ['more-than-360-an-hour', { liftsPerHour: seen(361) }],
    ['more-than-8-hours', { hoursPerDay: told(8.5) }],
    ['asymmetry-beyond-30', { asymmetryDeg: seen(-31) }],
  ])('%s', (reason, change) =>
    expect(lift(change)).toMatchObject({
      judged: 'outside-scope',
      limit: null,
      low: null,
      high: null,
      verdict: null,
      scope: { outside: [reason] },
    }),
  );

  it('more often than any table is for is in none', () => {
    expect(lift({ liftsPerHour: seen(360.1) }).table).toBeNull();
    expect(lift({ liftsPerHour: seen(361, 5) })).toMatchObject({ table: null, limit: null });
  });

  it.each(ACGIH_ASKED_SCOPE.map((key) => [key]))('%s, asked', (key) => {
    const yes = lift({ conditions: { ...conditions(), [key]: told(true) } });
    expect(yes).toMatchObject({ judged: 'outside-scope', scope: { outside: [key] } });
    const open = lift({ conditions: { ...conditions(), [key]: told(null) } });
    expect(open).toMatchObject({ judged: true, scope: { outside: [], notAsked: [key] } });
  });

  it('what is only possible is listed and leaves the limit', () => {
    expect(lift({ asymmetryDeg: seen(25, 10) })).toMatchObject({
      judged: true,
      limit: { kg: 16 },
      scope: { outside: [], maybe: ['asymmetry-beyond-30'] },
    });
    expect(lift({ asymmetryDeg: unseen('not-visible') }).scope.maybe).toEqual([
      'asymmetry-beyond-30',
    ]);
  });

  it('by its value outside: no limit, though the error leaves a cell open', () => {
    const far = lift({ horizontalM: seen(0.82, 0.05) });
    expect(far).toMatchObject({ judged: 'outside-scope', limit: null, low: { kg: 9 } });
    expect(far.scope).toMatchObject({ outside: [], maybe: ['beyond-the-zones'] });
  });
});

describe('a mass against the limit (ACGIH-6)', () => {
  it('is over only where every limit the errors leave open is exceeded', () => {
    const at = (massKg: number) => lift({ horizontalM: seen(0.55, 0.08), massKg: told(massKg) });
    // intermediate 16 kg, extended 9 kg
    expect(at(9).verdict).toBe('within');
    expect(at(10).verdict).toBe('unsure');
    expect(at(16).verdict).toBe('unsure');
    expect(at(16.1).verdict).toBe('over');
    expect(at(10)).toMatchObject({ limit: { kg: 16 }, low: { kg: 9 }, high: { kg: 16 } });
  });

  it('no known safe limit is exceeded by any mass', () =>
    expect(lift({ handHeightM: seen(0.1), massKg: told(1) })).toMatchObject({
      judged: true,
      limit: { kg: null },
      verdict: 'over',
    }));

  it('a mass that was not asked gives a limit and no verdict', () =>
    expect(lift({ massKg: told<number>(null) })).toMatchObject({
      limit: { kg: 16 },
      verdict: null,
    }));

  it('what is not judged or not asked has its reason, and what it leaves open', () => {
    expect(lift({ horizontalM: unseen('too-uncertain') })).toMatchObject({
      judged: 'too-uncertain',
      limit: null,
      low: { kg: 9 },
      high: { kg: 32 },
      verdict: null,
    });
    // 20 an hour: the first table up to two hours a day, the second for longer
    expect(lift({ hoursPerDay: told<number>(null) })).toMatchObject({
      judged: 'not-asked',
      table: null,
      low: { kg: 14 },
      high: { kg: 16 },
    });
  });

  it('heavier, further out, more often or longer is never milder', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const kg = (end: { kg: number | null } | null): number => end?.kg ?? 0;
    const strict = ['within', 'unsure', 'over'];
    fc.assert(
      fc.property(
        fc.record({
          reach: number(0.1, 0.7),
          hand: number(0, 1.6),
          error: number(0, 0.1),
          rate: number(1, 300),
          hours: number(0.5, 7),
          mass: number(1, 40),
        }),
        number(0, 1),
        ({ reach, hand, error, rate, hours, mass }, more) => {
          const base = {
            horizontalM: seen(reach, error),
            handHeightM: seen(hand, error),
            liftsPerHour: seen(rate),
            hoursPerDay: told(hours),
            massKg: told(mass),
          };
          const one = lift(base);
          expect(kg(one.low)).toBeLessThanOrEqual(kg(one.high));
          if (one.limit !== null) {
            expect(kg(one.low)).toBeLessThanOrEqual(kg(one.limit));
            expect(kg(one.high)).toBeGreaterThanOrEqual(kg(one.limit));
          }
          const harder: Partial<AcgihLift>[] = [
            { horizontalM: seen(reach + 0.1 * more, error) },
            { liftsPerHour: seen(rate + 60 * more) },
            { hoursPerDay: told(hours + more) },
            { massKg: told(mass + 10 * more) },
          ];
          for (const change of harder) {
            const other = lift({ ...base, ...change });
            expect(kg(other.low)).toBeLessThanOrEqual(kg(one.low));
            expect(kg(other.high)).toBeLessThanOrEqual(kg(one.high));
            if (one.verdict !== null && other.verdict !== null)
              expect(strict.indexOf(other.verdict)).toBeGreaterThanOrEqual(
                strict.indexOf(one.verdict),
              );
          }
          const unsure = lift({
            ...base,
            horizontalM: seen(reach, error + 0.05 * more),
            handHeightM: seen(hand, error + 0.05 * more),
          });
          if (unsure.scope.outside.length === 0) {
            expect(kg(unsure.low)).toBeLessThanOrEqual(kg(one.low));
            expect(kg(unsure.high)).toBeGreaterThanOrEqual(kg(one.high));
          }
        },
      ),
    );
  });
});
