import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EN_TRUNK_ASYMMETRY,
  EN_TRUNK_INCLINATION,
  EN_VERDICTS,
  en1005Trunk,
  type EnTrunk,
  type EnVerdict,
} from '../../../../src/core/standards/en-1005-4';
import { unnoticedChanges } from './changed-cells';
import { seen, unseen } from './inputs';

const trunk = (change: Partial<EnTrunk>) =>
  en1005Trunk({
    inclination: seen(0),
    axialTwist: seen(0),
    lateralBend: seen(0),
    perMinute: null,
    ...change,
  });
const COLUMNS = [null, 1.9, 2];
const LETTERS: Record<string, EnVerdict> = {
  a: 'acceptable',
  c: 'conditional',
  n: 'not-acceptable',
};

/** Typed from the standards' notes: angle, then held, below two a minute, two or more. */
const INCLINATION: [number, string][] = [
  [-5, 'ncn'],
  [-0.1, 'ncn'],
  [0, 'aaa'],
  [19.9, 'aaa'],
  [20, 'can'],
  [60, 'can'],
  [60.1, 'ncn'],
  [100, 'ncn'],
];
const ASYMMETRY: [number, string][] = [
  [0, 'aaa'],
  [9.9, 'aaa'],
  [10, 'ncn'],
  [45, 'ncn'],
];

/** Where the lines of a table begin and end. */
const EDGES = [
  [EN_TRUNK_INCLINATION, '-180 0 0 20 20 60 60 180'],
  [EN_TRUNK_ASYMMETRY, '0 10 10 180'],
] as const;

function mismatches(): string[] {
  const wrong: string[] = [];
  for (const [table, edges] of EDGES)
    if (table.flatMap((line) => [line.fromDeg, line.toDeg]).join(' ') !== edges) wrong.push(edges);
  for (const [k, perMinute] of COLUMNS.entries()) {
    for (const [deg, row] of INCLINATION) {
      const { verdict } = trunk({ inclination: seen(deg), perMinute }).inclination;
      if (verdict !== LETTERS[row[k]!]) wrong.push(`inclination ${deg} ${k}`);
    }
    for (const [deg, row] of ASYMMETRY) {
      const turned = trunk({ axialTwist: seen(-deg), perMinute }).asymmetry.verdict;
      const sideways = trunk({ lateralBend: seen(deg), perMinute }).asymmetry.verdict;
      if (turned !== LETTERS[row[k]!] || sideways !== turned) wrong.push(`asymmetry ${deg} ${k}`);
    }
  }
  return wrong;
}

describe('EN 1005-4, trunk', () => {
  it('every cell (EN-1005-4-1, EN-1005-4-2)', () => expect(mismatches()).toEqual([]));

  it('a single changed cell is noticed', () => {
    const others = (value: unknown, path: string): unknown[] =>
      path.includes('verdicts')
        ? EN_VERDICTS.filter((verdict) => verdict !== value)
        : path.endsWith('Deg')
          ? [(value as number) + 1]
          : [];
    const all = [EN_TRUNK_INCLINATION, EN_TRUNK_ASYMMETRY];
    const { unnoticed, tried } = unnoticedChanges(all, others, () => mismatches().length > 0);
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(2 * (12 + 6) + 8 + 4);
  });

  it('shows where sources differ: 20° to 60°, often', () => {
    expect(trunk({ inclination: seen(40), perMinute: 3 }).inclination.differs).toMatchObject({
      verdict: 'conditional',
      perMinute: [2, 10],
    });
    expect(trunk({ inclination: seen(40), perMinute: 1 }).inclination.differs).toBeNull();
    expect(trunk({ inclination: seen(70), perMinute: 3 }).inclination.differs).toBeNull();
  });

  it('says what was read again', () => {
    expect(trunk({}).inclination.verified).toBe(false);
    expect(trunk({}).asymmetry.verified).toBe(true);
    expect(trunk({ inclination: seen(-20) }).inclination.unlessSupported).toBe(true);
    expect(trunk({ inclination: seen(80) }).inclination.unlessSupported).toBe(false);
  });

  it('the error leaves a range, and what is not judged a reason', () => {
    expect(trunk({ inclination: seen(57, 5), perMinute: 1 }).inclination).toMatchObject({
      verdict: 'acceptable',
      low: 'acceptable',
      high: 'conditional',
    });
    expect(trunk({ inclination: unseen('out-of-frame') }).inclination).toMatchObject({
      judged: 'out-of-frame',
      verdict: null,
      low: 'acceptable',
      high: 'not-acceptable',
    });
    // bent sideways far enough, whatever the twist is
    expect(
      trunk({ axialTwist: unseen('too-uncertain'), lateralBend: seen(30, 5) }).asymmetry,
    ).toMatchObject({ judged: true, verdict: 'not-acceptable' });
  });

  it('the range holds the verdict, widens with the error, and more asymmetry is never milder', () => {
    const number = (max: number) => fc.double({ min: 0, max, noNaN: true });
    const rank = (verdict: EnVerdict | null): number => EN_VERDICTS.indexOf(verdict!);
    fc.assert(
      fc.property(
        number(120),
        number(60),
        number(20),
        number(30),
        fc.constantFrom(...COLUMNS),
        (deg, twist, error, more, perMinute) => {
          const make = (wider: number, further: number) =>
            trunk({
              inclination: seen(deg, error + wider),
              axialTwist: seen(twist + further, error + wider),
              perMinute,
            });
          const [one, wide, turned] = [make(0, 0), make(more, 0), make(0, more)];
          for (const part of ['inclination', 'asymmetry'] as const) {
            expect(rank(one[part].low)).toBeLessThanOrEqual(rank(one[part].verdict));
            expect(rank(one[part].high)).toBeGreaterThanOrEqual(rank(one[part].verdict));
            expect(rank(wide[part].low)).toBeLessThanOrEqual(rank(one[part].low));
            expect(rank(wide[part].high)).toBeGreaterThanOrEqual(rank(one[part].high));
          }
          for (const end of ['low', 'verdict', 'high'] as const)
            expect(rank(turned.asymmetry[end])).toBeGreaterThanOrEqual(rank(one.asymmetry[end]));
        },
      ),
    );
  });
});
