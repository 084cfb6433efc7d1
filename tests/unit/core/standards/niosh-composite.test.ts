import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateTask, governing, type NioshTask } from '../../../../src/core/standards/niosh';
import {
  compositeIndex,
  partOf,
  type CompositePart,
  type Spread,
} from '../../../../src/core/standards/niosh-composite';
import { liInterval } from '../../../../src/core/standards/niosh-interval';
import { DURATIONS } from '../../../../src/core/standards/niosh-tables';
import { variableIndex } from '../../../../src/core/standards/niosh-variable';
import { aTask } from './niosh-tasks';

const EXACT: Spread = { low: 1, high: 1 };

const aPart: fc.Arbitrary<CompositePart> = fc
  .record({
    fili: fc.double({ min: 0.1, max: 3, noNaN: true }),
    perMinute: fc.integer({ min: 1, max: 12 }).map((n) => n / 4),
    originVerticalCm: fc.integer({ min: 0, max: 175 }),
  })
  .map(({ fili, ...rest }) => ({ filiMax: fili, filiMean: fili, spread: EXACT, ...rest }));
const someParts = (maxLength: number): fc.Arbitrary<CompositePart[]> =>
  fc.uniqueArray(aPart, { minLength: 1, maxLength, selector: ({ filiMax }) => filiMax });
const aDuration = fc.constantFrom(...DURATIONS);

describe('composite index (NIOSH-16)', () => {
  it('of one task is its lifting index', () => {
    fc.assert(
      fc.property(aTask(), (task) => {
        const { li, outside } = governing(evaluateTask(task));
        const { part, outside: partOutside } = partOf(task);
        if (part === null) {
          expect(partOutside.length).toBeGreaterThan(0);
          expect(li).toBeNull();
          return;
        }
        const composed = compositeIndex([part], task.duration);
        expect(composed.outside).toEqual(outside);
        if (li === null) expect(composed.index).toBeNull();
        else expect(composed.index).toBeCloseTo(li, 9);
      }),
    );
  });

  it('is no lower than any task by itself, and the sum of what each task adds', () => {
    fc.assert(
      fc.property(someParts(6), aDuration, (parts, duration) => {
        const { index, parts: own } = compositeIndex(parts, duration);
        if (index === null) return;
        expect(index).toBeGreaterThanOrEqual(Math.max(...own.map(({ stli }) => stli!)) - 1e-12);
        for (const { adds } of own) expect(adds).toBeGreaterThanOrEqual(0);
        expect(own.reduce((sum, { adds }) => sum + adds!, 0)).toBeCloseTo(index, 9);
      }),
    );
  });

  it('does not depend on the order of the tasks', () => {
    fc.assert(
      fc.property(someParts(6), aDuration, (parts, duration) => {
        const one = compositeIndex(parts, duration);
        const other = compositeIndex(parts.toReversed(), duration);
        if (one.index === null) expect(other.index).toBeNull();
        else expect(other.index).toBeCloseTo(one.index, 9);
      }),
    );
  });

  it('takes the mean mass for the task itself and the largest for what it adds', () => {
    const task: NioshTask = {
      massKg: 20,
      origin: { horizontalCm: 25, verticalCm: 75, asymmetryDeg: 0 },
      destination: { horizontalCm: 25, verticalCm: 75, asymmetryDeg: 0 },
      control: false,
      perMinute: 1,
      duration: 'short',
      coupling: 'good',
    };
    const heavy = partOf({ ...task, massKg: 22 }).part!;
    const mixed = partOf(task, {}, 10).part!;
    expect(mixed.filiMax).toBeCloseTo(20 / 23, 12);
    expect(mixed.filiMean).toBeCloseTo(10 / 23, 12);
    const { index, parts } = compositeIndex([mixed, heavy], 'short');
    expect(parts[0]!.stli).toBeCloseTo(10 / 23 / 0.94, 12);
    expect(index).toBeCloseTo(22 / 23 / 0.94 + (20 / 23) * (1 / 0.91 - 1 / 0.94), 12);
  });

  it('is not given when there are more lifts than the table has, or no task', () => {
    const part = {
      filiMax: 1,
      filiMean: 1,
      spread: EXACT,
      perMinute: 8,
      originVerticalCm: 50,
    };
    const both = compositeIndex([part, { ...part, filiMax: 0.5, filiMean: 0.5 }], 'short');
    expect(both).toEqual({
      index: null,
      interval: { low: null, high: null },
      parts: [
        { stli: 1 / 0.6, adds: null },
        { stli: 0.5 / 0.6, adds: null },
      ],
      outside: ['frequency'],
      verified: true,
    });
    expect(compositeIndex([{ ...part, perMinute: 13 }], 'short').parts).toEqual([
      { stli: null, adds: null },
    ]);
    expect(compositeIndex([], 'short').outside).toEqual(['input']);
  });

  it('leaves out a task that is outside the equation for another reason', () => {
    fc.assert(
      fc.property(aTask(1), (task) => {
        const far = { ...task, origin: { ...task.origin, horizontalCm: 64 } };
        expect(partOf(far)).toEqual({ part: null, outside: ['horizontal'] });
      }),
      { numRuns: 10 },
    );
  });
});

describe('variable index (NIOSH-17)', () => {
  const liftsOf = (parts: readonly CompositePart[]): CompositePart[] =>
    parts.flatMap((part) => Array.from({ length: part.perMinute * 4 }, () => part));
  const together = (parts: readonly CompositePart[]): number =>
    parts.reduce((sum, { perMinute }) => sum + perMinute, 0);

  it('is the composite index when each task is its own bin', () => {
    let compared = 0;
    fc.assert(
      fc.property(someParts(9), aDuration, (parts, duration) => {
        const composite = compositeIndex(parts, duration);
        const variable = variableIndex(liftsOf(parts), together(parts), duration);
        expect(variable.bins).toHaveLength(parts.length);
        expect(variable.outside).toEqual(composite.outside);
        if (composite.index === null) expect(variable.index).toBeNull();
        else {
          expect(variable.index).toBeCloseTo(composite.index, 9);
          compared++;
        }
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(50);
  });

  it('is marked as not verified', () => {
    const lift = { filiMax: 1, spread: EXACT, originVerticalCm: 50 };
    expect(variableIndex([lift], 1, 'short').verified).toBe(false);
  });

  it('puts more than nine kinds into sextiles, equal ones into the same', () => {
    const lift = (filiMax: number) => ({ filiMax, spread: EXACT, originVerticalCm: 80 });
    const many = Array.from({ length: 60 }, (_, i) => lift(1 + i / 100));
    const { bins } = variableIndex(many, 3, 'short');
    expect(bins.map(({ lifts }) => lifts)).toEqual([10, 10, 10, 10, 10, 10]);
    expect(bins.map(({ part }) => part.perMinute)).toEqual(Array(6).fill(0.5));
    expect(bins[0]!.part.filiMax).toBeCloseTo(1.045, 9);
    const tied = [...Array.from({ length: 40 }, () => lift(0.5)), ...many.slice(0, 20)];
    expect(variableIndex(tied, 3, 'short').bins.map(({ lifts }) => lifts)).toEqual([40, 10, 10]);
  });

  it('takes the column of low hands when one lift of a bin begins there', () => {
    const many = Array.from({ length: 12 }, (_, i) => ({
      filiMax: 1 + i / 100,
      spread: EXACT,
      originVerticalCm: i === 3 ? 20 : 90,
    }));
    const { bins } = variableIndex(many, 3, 'short');
    expect(bins.map(({ part }) => part.originVerticalCm)).toEqual([90, 20, 90, 90, 90, 90]);
  });

  it('lies between the composite of the lightest and of the heaviest lifts', () => {
    fc.assert(
      fc.property(someParts(40), aDuration, (parts, duration) => {
        const { index, bins } = variableIndex(parts, 3, duration);
        expect(bins.length).toBeLessThanOrEqual(9);
        expect(bins.reduce((sum, { lifts }) => sum + lifts, 0)).toBe(parts.length);
        const all = (fili: number, originVerticalCm: number): number => {
          const part = {
            filiMax: fili,
            filiMean: fili,
            spread: EXACT,
            perMinute: 3,
            originVerticalCm,
          };
          return compositeIndex([part], duration).index!;
        };
        const filis = parts.map(({ filiMax }) => filiMax);
        expect(index).toBeLessThanOrEqual(all(Math.max(...filis), 0) + 1e-9);
        expect(index).toBeGreaterThanOrEqual(all(Math.min(...filis), 80) - 1e-9);
      }),
    );
  });
});

describe('intervals of composite and variable index', () => {
  const aSpread: fc.Arbitrary<Spread> = fc.record({
    low: fc.double({ min: 0.3, max: 1, noNaN: true }),
    high: fc.double({ min: 1, max: 3, noNaN: true }),
  });
  const spreadParts = fc
    .tuple(someParts(20), fc.array(aSpread, { minLength: 20, maxLength: 20 }))
    .map(([parts, spreads]) => parts.map((part, i) => ({ ...part, spread: spreads[i]! })));

  it('contain the index, and are open where one part is', () => {
    fc.assert(
      fc.property(spreadParts, aDuration, (parts, duration) => {
        const open = parts.map((part, i) =>
          i === 0 ? { ...part, spread: { low: 1, high: null } } : part,
        );
        for (const [one, opened] of [
          [compositeIndex(parts, duration), compositeIndex(open, duration)],
          [variableIndex(parts, 3, duration), variableIndex(open, 3, duration)],
        ] as const) {
          if (one.index === null) {
            expect(one.interval).toEqual({ low: null, high: null });
            continue;
          }
          expect(one.interval.low).toBeLessThanOrEqual(one.index * (1 + 1e-12));
          expect(one.interval.high).toBeGreaterThanOrEqual(one.index * (1 - 1e-12));
          expect(opened.interval.high).toBeNull();
        }
      }),
    );
  });

  it('of one task done seldom are those of its lifting index', () => {
    const errors = { massKg: 1, origin: { horizontalCm: 6, verticalCm: 5, asymmetryDeg: 15 } };
    fc.assert(
      fc.property(aTask(1), (given) => {
        const task: NioshTask = { ...given, perMinute: 0.2, duration: 'short' };
        const { part } = partOf(task, errors);
        // counted, and so the same for all parts
        expect(partOf(task, { ...errors, perMinute: 5 }).part).toEqual(part);
        const { low, high } = liInterval(task, errors);
        const { interval } = compositeIndex([part!], 'short');
        expect(interval.low).toBeCloseTo(low!, 9);
        if (high === null) expect(interval.high).toBeNull();
        else expect(interval.high! / high).toBeCloseTo(1, 9);
      }),
    );
  });
});
