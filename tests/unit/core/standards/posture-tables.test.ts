import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { OWAS, OWAS_SOURCES_DIFFER } from '../../../../src/core/standards/owas-tables';
import { POSTURE_METHODS } from '../../../../src/core/standards/posture-methods';
import { REBA_A, REBA_B, REBA_C } from '../../../../src/core/standards/reba-tables';
import { RULA_A, RULA_B, RULA_C } from '../../../../src/core/standards/rula-tables';
import {
  TYPED_OWAS,
  TYPED_REBA_A,
  TYPED_REBA_B,
  TYPED_REBA_C,
  TYPED_RULA_A,
  TYPED_RULA_B,
  TYPED_RULA_C,
} from './typed-tables';

type Table = number | readonly Table[];

/** All cells of a table with where they are, such as '3-1-7-3' (from 1). */
function cellsOf(table: Table, at: readonly number[] = []): [string, number][] {
  if (typeof table === 'number') return [[at.join('-'), table]];
  return table.flatMap((part, i) => cellsOf(part, [...at, i + 1]));
}

/** A copy in which one cell is another number. */
function withChanged(table: Table, [first, ...rest]: readonly number[], by: number): Table {
  if (typeof table === 'number') return table + by;
  return table.map((part, i) => (i === first! - 1 ? withChanged(part, rest, by) : part));
}

/** Where two tables differ: the comparison that decides about a cell. */
function differences(product: Table, typed: Table): string[] {
  const own = new Map(cellsOf(product));
  const other = new Map(cellsOf(typed));
  return [...new Set([...own.keys(), ...other.keys()])].filter(
    (key) => own.get(key) !== other.get(key),
  );
}

describe.each<[string, Table, Table, number]>([
  ['REBA A', REBA_A, TYPED_REBA_A, 60],
  ['REBA B', REBA_B, TYPED_REBA_B, 36],
  ['REBA C', REBA_C, TYPED_REBA_C, 144],
  ['RULA A', RULA_A, TYPED_RULA_A, 144],
  ['RULA B', RULA_B, TYPED_RULA_B, 72],
  ['RULA C', RULA_C, TYPED_RULA_C, 56],
  ['OWAS', OWAS, TYPED_OWAS, 252],
])('table %s', (_, product, typed, count) => {
  it(`has ${count} cells, each as it was typed apart from it`, () => {
    expect(cellsOf(typed)).toHaveLength(count);
    expect(differences(product, typed)).toEqual([]);
  });

  it('cannot have one changed cell without its being noticed', () => {
    for (const [key] of cellsOf(product)) {
      const at = key.split('-').map(Number);
      for (const by of [-1, 1])
        expect(differences(withChanged(product, at, by), typed)).toEqual([key]);
    }
  });

  it('cannot lose or gain a cell without its being noticed', () => {
    const [first, ...rest] = product as readonly Table[];
    expect(differences(rest, typed)).not.toEqual([]);
    expect(differences([first!, first!, ...rest], typed)).not.toEqual([]);
  });
});

describe('cells on which sources differ', () => {
  it.each(OWAS_SOURCES_DIFFER)('OWAS $at is $here here and $other elsewhere', ({ at, here }) => {
    expect(new Map(cellsOf(TYPED_OWAS)).get(at)).toBe(here);
  });
  it('are the two known ones', () => {
    expect(OWAS_SOURCES_DIFFER.map(({ at, other }) => [at, other])).toEqual([
      ['3-3-7-3', 2],
      ['4-1-3-2', 3],
    ]);
  });
});

describe('methods as data', () => {
  const spec = readFileSync(
    new URL('../../../../src/core/standards/SPEC.md', import.meta.url),
    'utf8',
  );
  it.each(Object.entries(POSTURE_METHODS))(
    '%s names rules and cells that there are',
    (_, method) => {
      const named = [...method.unverified, ...method.sourcesDiffer.map(({ at }) => at)];
      for (const name of named) expect(spec).toContain(name);
    },
  );
  it('has every level of every score', () => {
    const { reba, rula } = POSTURE_METHODS;
    const levels = (top: number, levelOf: (score: number) => number) => [
      ...new Set(Array.from({ length: top }, (_, i) => levelOf(i + 1))),
    ];
    expect(levels(15, reba.levelOf)).toEqual(reba.levels);
    expect(levels(7, rula.levelOf)).toEqual(rula.levels);
    expect(new Set(cellsOf(OWAS).map(([, category]) => category))).toEqual(
      new Set(POSTURE_METHODS.owas.levels),
    );
  });
});
