import { describe, expect, it, test } from 'vitest';
import { byHand, WORK, type Given } from './lifts-of-a-job';

const ORIGIN: Given = {
  'origin.horizontalCm': 40,
  'origin.verticalCm': 75,
  'origin.asymmetryDeg': 0,
};
const DESTINATION: Given = {
  'destination.horizontalCm': 50,
  'destination.verticalCm': 100,
  'destination.asymmetryDeg': -30,
};
const TASK: Given = { ...WORK, ...ORIGIN, 'destination.verticalCm': 100 };
const niosh = (given: Given) => byHand(given).niosh;
const paths = ({ inputs }: { inputs: { path: string }[] }) => inputs.map(({ path }) => path);
/** FM of 2 lifts a minute over one to two hours from 75 cm; the hold is fair and not low. */
const RWL = 23 * (25 / 40) * 0.84;

describe('what NIOSH is made from (JOB-6)', () => {
  const lift = Object.keys(ORIGIN);
  const work = ['control', 'coupling', 'perMinute', 'spells'];
  test.each<[string, Given, string[]]>([
    ['without control the height alone', TASK, ['destination.verticalCm']],
    ['with control all of it', { ...TASK, control: true }, Object.keys(DESTINATION)],
    ['a way in its place', { ...WORK, ...ORIGIN, travelCm: 25 }, ['travelCm']],
    [
      'a way is not needed where there is a height',
      { ...TASK, travelCm: 50 },
      ['destination.verticalCm'],
    ],
    [
      'a way tells nothing where control counts',
      { ...WORK, ...ORIGIN, control: true, travelCm: 25 },
      Object.keys(DESTINATION),
    ],
  ])('of the destination: %s', (_, given, destination) => {
    expect(paths(niosh(given))).toEqual(['massKg', ...lift, ...destination, ...work]);
  });

  it('each input has its unit; duration is told as what the spells come to', () => {
    const { inputs } = niosh({ ...TASK, ...DESTINATION, control: true });
    expect(Object.fromEntries(inputs.map(({ path, unit }) => [path, unit]))).toEqual({
      massKg: 'kg',
      'origin.horizontalCm': 'cm',
      'origin.verticalCm': 'cm',
      'origin.asymmetryDeg': 'deg',
      'destination.horizontalCm': 'cm',
      'destination.verticalCm': 'cm',
      'destination.asymmetryDeg': 'deg',
      perMinute: '1/min',
      ...{ control: null, coupling: null, spells: null },
    });
    const spells = { path: 'spells', unit: null, error: null };
    expect(inputs.at(-1)).toEqual({ ...spells, value: 'moderate', from: 'asked', why: null });
    expect(niosh({}).inputs.at(-1)).toEqual({
      ...spells,
      value: null,
      from: null,
      why: 'not-asked',
    });
  });

  test.each(['massKg', 'coupling', 'control', 'perMinute', 'spells', ...lift] as const)(
    'without %s there is no index, and just that is asked',
    (path) => {
      const { state, asked, results, detail } = niosh({ ...TASK, [path as 'massKg']: null });
      expect({ state, asked, results, detail }).toEqual({
        ...{ state: 'asked', asked: [path], results: [], detail: null },
      });
    },
  );
});

describe('the index by hand', () => {
  it('JOB-2: what was entered has no error; limits are in kilograms', () => {
    const { results, detail } = niosh(TASK);
    expect(results.map(({ name, unit }) => [name, unit])).toEqual([
      ['li', null],
      ['rwl-origin', 'kg'],
      ['li-origin', null],
    ]);
    for (const { name, value, low, high } of results)
      for (const x of [value, low, high])
        expect(x).toBeCloseTo(name === 'rwl-origin' ? RWL : 12 / RWL, 9);
    expect(detail).toMatchObject({
      governs: 'origin',
      meanMassKg: 12,
      warned: [],
      speed: null,
      variable: null,
    });
    expect(niosh({ ...TASK, meanMassKg: 9 }).detail!.meanMassKg).toBe(9);
  });

  it('JOB-6: where control is needed the destination counts, and may decide; either side is alike', () => {
    const { results, detail } = niosh({ ...TASK, ...DESTINATION, control: true });
    const at = (name: string) => results.find((one) => one.name === name)!.value as number;
    // 100 cm: VM 1 − 0.003 · 25; the way of 25 cm costs nothing; 30° to the right.
    const there = 23 * (25 / 50) * (1 - 0.003 * 25) * (1 - 0.0032 * 30) * 0.84;
    expect(at('rwl-destination')).toBeCloseTo(there, 9);
    expect(at('li-destination')).toBeCloseTo(12 / there, 9);
    expect(at('li')).toBe(at('li-destination'));
    expect(at('rwl-origin')).toBeCloseTo(RWL, 9);
    expect(detail!.governs).toBe('destination');
  });

  it('a way upwards is added to the height at the origin', () => {
    const { detail } = niosh({ ...WORK, ...ORIGIN, travelCm: 60 });
    expect(detail!.task.destination.verticalCm).toBe(135);
    expect(detail!.errors.travelCm).toBe(0);
    expect(niosh(TASK).detail!.errors.travelCm).toBeUndefined();
  });

  it('NIOSH-11: who lifts a third of the time does a third of the lifts', () => {
    const often = (given: Given) => niosh(given).inputs.find(({ path }) => path === 'perMinute');
    expect(often({ ...TASK, perMinute: 6, liftingMin: 5 })).toMatchObject({
      value: 2,
      error: 0,
      from: 'asked',
    });
    expect(niosh({ ...TASK, perMinute: 6, liftingMin: 5 }).results).toEqual(niosh(TASK).results);
    expect(often({ ...TASK, perMinute: null, liftingMin: 5 })).toMatchObject({ value: null });
  });

  test.each<[string, Given, string[], string[]]>([
    [
      'what only bears on the rest of the job stands beside it',
      { 'scope.climate': true },
      [],
      ['climate'],
    ],
    [
      'what does not hold says nothing',
      { 'scope.climate': false, 'scope.carrying': false },
      [],
      [],
    ],
    [
      'more than eight hours',
      { spells: [{ workMin: 481, recoveryMin: null }] },
      ['over-8-hours'],
      [],
    ],
    [
      'more than eight hours, said twice',
      { spells: [{ workMin: 481, recoveryMin: null }], 'scope.over-8-hours': true },
      ['over-8-hours'],
      [],
    ],
    [
      'several, in order',
      { 'scope.carrying': true, 'scope.one-handed': true },
      ['one-handed', 'carrying'],
      [],
    ],
  ])('NIOSH-12: %s', (_, given, refused, warned) => {
    const sheet = niosh({ ...TASK, ...given });
    expect(sheet.refused).toEqual(refused);
    expect(sheet.state).toBe(refused.length > 0 ? 'refused' : 'told');
    if (refused.length === 0) expect(sheet.detail!.warned).toEqual(warned);
  });
});
