import { describe, expect, it } from 'vitest';
import {
  evaluateEnd,
  evaluateTask,
  governing,
  horizontalFromDepth,
  type Conditions,
  type NioshTask,
} from '../../../../src/core/standards/niosh';
import { compositeIndex } from '../../../../src/core/standards/niosh-composite';
import { averageFrequency, durationOf } from '../../../../src/core/standards/niosh-duration';
import { otherReadings } from '../../../../src/core/standards/niosh-readings';
import type { Coupling, Duration } from '../../../../src/core/standards/niosh-tables';
import {
  cmFromInches,
  inchesFromCm,
  kgFromPounds,
  poundsFromKg,
} from '../../../../src/core/standards/us-units';

/** One row of the manual's chapter 3: lb, in, degrees; what a rounded sheet and what full precision give, in lb. */
interface Example {
  name: string;
  lb: number;
  h: number;
  v: number;
  d: number;
  a?: number;
  perMinute?: number;
  coupling: Coupling;
  originV?: number;
  sheet: [rwl: number, li: number];
  full: [rwl: number, li: number];
}

const EXAMPLES: Example[] = [
  {
    name: '1a',
    lb: 44,
    h: 23,
    v: 15,
    d: 49,
    coupling: 'fair',
    sheet: [16.3, 2.7],
    full: [16.02, 2.75],
  },
  {
    name: '1b',
    lb: 44,
    h: 23,
    v: 64,
    d: 49,
    coupling: 'fair',
    originV: 15,
    sheet: [14.5, 3.0],
    full: [14.15, 3.11],
  },
  {
    name: '1c',
    lb: 44,
    h: 10,
    v: 15,
    d: 49,
    coupling: 'fair',
    sheet: [37.1, 1.2],
    full: [36.84, 1.19],
  },
  {
    name: '1d',
    lb: 44,
    h: 10,
    v: 64,
    d: 49,
    coupling: 'fair',
    originV: 15,
    sheet: [32.9, 1.3],
    full: [32.55, 1.35],
  },
  {
    name: '2a',
    lb: 35,
    h: 20,
    v: 27,
    d: 17,
    coupling: 'poor',
    sheet: [20.9, 1.7],
    full: [20.77, 1.69],
  },
  {
    name: '2b',
    lb: 35,
    h: 20,
    v: 10,
    d: 17,
    coupling: 'poor',
    originV: 27,
    sheet: [18.1, 1.9],
    full: [18.06, 1.94],
  },
  {
    name: '3',
    lb: 40,
    h: 18,
    v: 15,
    d: 21,
    a: 45,
    coupling: 'fair',
    sheet: [18.9, 2.1],
    full: [18.52, 2.16],
  },
  {
    name: '4a',
    lb: 26,
    h: 10,
    v: 22,
    d: 37,
    perMinute: 3,
    coupling: 'fair',
    sheet: [34.9, 0.7],
    full: [34.81, 0.75],
  },
  {
    name: '4b',
    lb: 26,
    h: 20,
    v: 59,
    d: 37,
    perMinute: 3,
    coupling: 'fair',
    originV: 22,
    sheet: [15.2, 1.7],
    // 26 / 15.2529; it goes about as 1.71, from the rounded 15.2
    full: [15.25, 1.7],
  },
];

const conditions = (one: Example, cm: (inches: number) => number): Conditions => ({
  horizontalCm: cm(one.h),
  verticalCm: cm(one.v),
  travelCm: cm(one.d),
  asymmetryDeg: one.a ?? 0,
  originVerticalCm: cm(one.originV ?? one.v),
  perMinute: one.perMinute ?? 0.2,
  duration: 'short',
  coupling: one.coupling,
});

describe('worked examples of 94-110, chapter 3', () => {
  // The US form is the metric one with an inch of 2.5 cm and a pound of 23/51 kg: so the same code must give its numbers.
  const nominal = (inches: number): number => 2.5 * inches;
  const POUND = 23 / 51;

  it.each(EXAMPLES)('$name, full precision', (one) => {
    const { rwlKg, li } = evaluateEnd(one.lb * POUND, conditions(one, nominal));
    expect(Math.abs(rwlKg! / POUND - one.full[0])).toBeLessThanOrEqual(0.005);
    expect(Math.abs(li! - one.full[1])).toBeLessThanOrEqual(0.005);
  });

  it.each(EXAMPLES)('$name, the printed sheet within 0.4 lb', (one) => {
    const { rwlKg } = evaluateEnd(one.lb * POUND, conditions(one, nominal));
    expect(Math.abs(rwlKg! / POUND - one.sheet[0])).toBeLessThanOrEqual(0.4);
  });

  it.each(EXAMPLES)(
    '$name, entered in real inches and pounds: no more than 3.5 % apart, never lighter',
    (one) => {
      const { rwlKg, li } = evaluateEnd(kgFromPounds(one.lb), conditions(one, cmFromInches));
      expect(poundsFromKg(rwlKg!) / one.full[0]).toBeGreaterThan(0.965);
      expect(poundsFromKg(rwlKg!) / one.full[0]).toBeLessThan(1.001);
      expect(li! / one.full[1]).toBeLessThan(1.045);
    },
  );

  it('5, composite index', () => {
    const part = (lb: number, firwl: number, perMinute: number) => ({
      filiMax: lb / firwl,
      filiMean: lb / firwl,
      spread: { low: 1, high: 1 },
      perMinute,
      originVerticalCm: 50,
    });
    const { index, parts, outside, verified } = compositeIndex(
      [part(30, 20, 1), part(20, 20, 2), part(10, 15, 4)],
      'short',
    );
    expect(index).toBeCloseTo(1.863, 3);
    expect(parts.map(({ stli }) => stli!.toFixed(1))).toEqual(['1.6', '1.1', '0.8']);
    expect({ outside, verified }).toEqual({ outside: [], verified: true });
  });

  it('6, special frequency (NIOSH-11)', () => {
    expect(averageFrequency(10, 8)).toBeCloseTo(5.33, 2);
    expect(averageFrequency(10, 15)).toBe(10);
    expect(averageFrequency(10, 40)).toBe(10);
    expect(averageFrequency(16, 8)).toBe(16);
  });

  it('7, duration (NIOSH-10)', () => {
    const day = (rest: number) => [
      { workMin: 30, recoveryMin: rest },
      { workMin: 45, recoveryMin: null },
    ];
    expect(durationOf(day(10), 1)).toEqual({ duration: 'moderate', workMin: 75 });
    expect(durationOf(day(30), 1)).toEqual({ duration: 'short', workMin: 45 });
    // before 2021 half an hour was not enough after half an hour
    expect(durationOf(day(30), 1, 1.2)).toEqual({ duration: 'moderate', workMin: 75 });
  });
});

describe('metric vectors', () => {
  const vector = (
    [h, v, d]: [number, number, number],
    a: number,
    perMinute: number,
    duration: Duration,
    coupling: Coupling,
  ): Conditions => ({
    horizontalCm: h,
    verticalCm: v,
    travelCm: d,
    asymmetryDeg: a,
    originVerticalCm: v,
    perMinute,
    duration,
    coupling,
  });

  it.each([
    [vector([25, 75, 25], 0, 0.2, 'short', 'good'), '23.000', null, ''],
    [vector([50, 100, 50], 45, 4, 'long', 'fair'), '3.7288', 10, '2.682'],
    [vector([40, 20, 60], 0, 1, 'short', 'fair'), '9.593', 15, '1.564'],
    [vector([40, 20, 60], 45, 1, 'short', 'fair'), '8.212', 15, '1.827'],
    [vector([60, 20, 60], 45, 1, 'short', 'fair'), '5.475', 15, '2.740'],
    // 23 · 25/30 · 0.985 · 0.9325 · 0.904 · 0.55 · 0.95 = 8.31546; it goes about as 8.316, rounded twice
    [vector([30, 70, 40], 30, 3, 'long', 'fair'), '8.31546', null, ''],
  ])('%o: %s kg', (given, rwl, mass, li) => {
    const digits = (text: string): number => text.length - text.indexOf('.') - 1;
    const found = evaluateEnd(mass ?? 10, given);
    expect(found.rwlKg!.toFixed(digits(rwl))).toBe(rwl);
    if (mass !== null) expect(found.li!.toFixed(digits(li))).toBe(li);
  });

  it('says what is outside the equation, and no index (NIOSH-8)', () => {
    const given = vector([30, 70, 40], 30, 3, 'long', 'fair');
    const outside = (change: Partial<Conditions>): unknown => {
      const { rwlKg, li, outside: why } = evaluateEnd(10, { ...given, ...change });
      expect([rwlKg, li]).toEqual([null, null]);
      return why;
    };
    expect(outside({ horizontalCm: 63.01 })).toEqual(['horizontal']);
    expect(outside({ verticalCm: 175.01 })).toEqual(['vertical']);
    expect(outside({ travelCm: 175.01 })).toEqual(['travel']);
    expect(outside({ asymmetryDeg: -135.01 })).toEqual(['asymmetry']);
    expect(outside({ horizontalCm: 64 })).toEqual(['horizontal']);
    expect(outside({ perMinute: 9 })).toEqual(['frequency']);
    expect(outside({ horizontalCm: 64, perMinute: 16 })).toEqual(['horizontal', 'frequency']);
    for (const bad of [NaN, -1, Infinity]) {
      expect(outside({ horizontalCm: bad })).toEqual(['input']);
      expect(outside({ travelCm: bad })).toEqual(['input']);
    }
    expect(evaluateEnd(0, given).outside).toEqual(['input']);
  });

  it('is inside at its very limits', () => {
    const edge = vector([63, 175, 175], 135, 0.2, 'short', 'good');
    const { multipliers, rwlKg } = evaluateEnd(1, edge);
    expect(multipliers.HM).toBeCloseTo(25 / 63, 12);
    expect(multipliers.VM).toBeCloseTo(0.7, 12);
    expect(multipliers.DM).toBeCloseTo(0.82 + 4.5 / 175, 12);
    expect(multipliers.AM).toBeCloseTo(0.568, 12);
    expect(rwlKg).toBeGreaterThan(0);
    expect(evaluateEnd(1, { ...edge, verticalCm: 0 }).multipliers.VM).toBeCloseTo(0.775, 12);
  });
});

describe('a task (NIOSH-9)', () => {
  const task: NioshTask = {
    massKg: 10,
    origin: { horizontalCm: 30, verticalCm: 20, asymmetryDeg: 0 },
    destination: { horizontalCm: 50, verticalCm: 100, asymmetryDeg: 30 },
    control: true,
    perMinute: 9,
    duration: 'short',
    coupling: 'fair',
  };

  it('goes by the lower recommended weight, and by the origin alone without control', () => {
    const both = evaluateTask(task);
    expect(both.governs).toBe('destination');
    expect(governing(both).li).toBe(both.destination!.li);
    expect(both.destination!.li).toBeGreaterThan(both.origin.li!);
    const one = evaluateTask({ ...task, control: false });
    expect(one).toEqual({ origin: both.origin, destination: null, governs: 'origin' });
    expect(governing(one)).toBe(one.origin);
  });

  it('takes the frequency by the height at the origin, the coupling by that of the end', () => {
    const fast = { ...task, perMinute: 13, coupling: 'fair' as const };
    // 13 a minute: only from 75 cm on
    expect(evaluateTask(fast).destination!.outside).toEqual(['frequency']);
    const lowered = { ...fast, origin: fast.destination, destination: fast.origin };
    const { origin, destination } = evaluateTask(lowered);
    expect([origin.multipliers.FM, destination!.multipliers.FM]).toEqual([0.34, 0.34]);
    expect([origin.multipliers.CM, destination!.multipliers.CM]).toEqual([1, 0.95]);
  });

  it('travels as far as the heights differ', () => {
    expect(evaluateTask(task).origin.multipliers.DM).toBeCloseTo(0.82 + 4.5 / 80, 12);
  });

  it('is governed by an end that is outside the equation', () => {
    const far = { ...task, destination: { ...task.destination, horizontalCm: 70 } };
    expect(governing(evaluateTask(far)).outside).toEqual(['horizontal']);
  });

  it('estimates H from the depth of a container', () => {
    expect(horizontalFromDepth(40, 25)).toBe(40);
    expect(horizontalFromDepth(40, 24)).toBe(45);
  });
});

describe('duration (NIOSH-10)', () => {
  const spell = (workMin: number, recoveryMin: number | null) => ({ workMin, recoveryMin });

  it.each([
    [[spell(60, null)], 'short'],
    [[spell(61, null)], 'moderate'],
    [[spell(120, null)], 'moderate'],
    [[spell(121, null)], 'long'],
    [[spell(480, null)], 'long'],
    [[spell(300, null), spell(181, null)], null],
    // an hour and an hour off, all morning
    [[spell(60, 60), spell(60, 60), spell(60, 60)], 'short'],
    [[spell(60, 59), spell(60, null)], 'moderate'],
    [[spell(100, 30), spell(100, 30)], 'moderate'],
    [[spell(100, 29), spell(100, null)], 'long'],
    // too little at the very end: what follows is not known
    [[spell(45, 15)], 'moderate'],
    [[spell(45, 5)], 'long'],
    [[spell(200, 500)], 'long'],
  ])('%o: %s', (spells, duration) => {
    expect(durationOf(spells, 1).duration).toBe(duration);
  });

  it('is short for what is done less than once in ten minutes', () => {
    expect(durationOf([spell(400, null)], 0.09).duration).toBe('short');
    expect(durationOf([spell(400, null)], 0.1).duration).toBe('long');
    expect(durationOf([spell(500, null)], 0.09).duration).toBeNull();
  });
});

describe('other readings of the same sources', () => {
  const task: NioshTask = {
    massKg: 10,
    origin: { horizontalCm: 30, verticalCm: 20, asymmetryDeg: 0 },
    destination: { horizontalCm: 30, verticalCm: 100, asymmetryDeg: 0 },
    control: true,
    perMinute: 11.5,
    duration: 'moderate',
    coupling: 'good',
  };

  it('are given where they make a difference', () => {
    const lowered = { ...task, origin: task.destination, destination: task.origin };
    const { li } = governing(evaluateTask(lowered));
    expect(li).not.toBeNull();
    // at the destination, low down, others have no multiplier for eleven lifts a minute
    expect(otherReadings(lowered)).toEqual([
      { id: 'frequency-height', li: null },
      { id: 'between-rows', li: expect.closeTo((li! * 0.22) / 0.21, 9) as number },
    ]);
    expect(otherReadings({ ...lowered, control: false, perMinute: 3 })).toEqual([]);
    expect(otherReadings({ ...lowered, perMinute: 16 })).toEqual([]);
  });
});

describe('inches and pounds', () => {
  it('are exact, there and back', () => {
    expect(cmFromInches(1)).toBe(2.54);
    expect(kgFromPounds(1)).toBe(0.45359237);
    expect(inchesFromCm(cmFromInches(17))).toBeCloseTo(17, 12);
    expect(poundsFromKg(kgFromPounds(44))).toBeCloseTo(44, 12);
  });
});
