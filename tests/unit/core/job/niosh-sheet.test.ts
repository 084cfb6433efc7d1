import { describe, expect, it, test } from 'vitest';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { MeasuredJob } from '../../../../src/core/job/measured-job';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import {
  aLift,
  answersOf,
  found,
  jobOf,
  sheetOf,
  twoLifts,
  WORK,
  type Given,
} from './lifts-of-a-job';

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
const byHand = (given: Given) => jobSheet({ measured: null, answers: answersOf(given) }).niosh;
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
    expect(paths(byHand(given))).toEqual(['massKg', ...lift, ...destination, ...work]);
  });

  it('each input has its unit; duration is told as what the spells come to', () => {
    const { inputs } = byHand({ ...TASK, ...DESTINATION, control: true });
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
    expect(byHand({}).inputs.at(-1)).toEqual({
      ...spells,
      value: null,
      from: null,
      why: 'not-asked',
    });
  });

  test.each(['massKg', 'coupling', 'control', 'perMinute', 'spells', ...lift] as const)(
    'without %s there is no index, and just that is asked',
    (path) => {
      const { state, asked, results, detail } = byHand({ ...TASK, [path as 'massKg']: null });
      expect({ state, asked, results, detail }).toEqual({
        ...{ state: 'asked', asked: [path], results: [], detail: null },
      });
    },
  );
});

describe('the index by hand', () => {
  it('JOB-2: what was entered has no error; limits are in kilograms', () => {
    const { results, detail } = byHand(TASK);
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
    expect(byHand({ ...TASK, meanMassKg: 9 }).detail!.meanMassKg).toBe(9);
  });

  it('JOB-6: where control is needed the destination counts, and may decide; either side is alike', () => {
    const { results, detail } = byHand({ ...TASK, ...DESTINATION, control: true });
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
    const { detail } = byHand({ ...WORK, ...ORIGIN, travelCm: 60 });
    expect(detail!.task.destination.verticalCm).toBe(135);
    expect(detail!.errors.travelCm).toBe(0);
    expect(byHand(TASK).detail!.errors.travelCm).toBeUndefined();
  });

  it('NIOSH-11: who lifts a third of the time does a third of the lifts', () => {
    const often = (given: Given) => byHand(given).inputs.find(({ path }) => path === 'perMinute');
    expect(often({ ...TASK, perMinute: 6, liftingMin: 5 })).toMatchObject({
      value: 2,
      error: 0,
      from: 'asked',
    });
    expect(byHand({ ...TASK, perMinute: 6, liftingMin: 5 }).results).toEqual(byHand(TASK).results);
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
    const sheet = byHand({ ...TASK, ...given });
    expect(sheet.refused).toEqual(refused);
    expect(sheet.state).toBe(refused.length > 0 ? 'refused' : 'told');
    if (refused.length === 0) expect(sheet.detail!.warned).toEqual(warned);
  });
});

describe('from the camera', () => {
  const withSpeed = (fast: 'no' | 'perhaps' | 'yes' | 'unknown'): MeasuredJob => {
    const job = twoLifts();
    return { ...job, lift: { ...job.lift!, speed: { fast, metresPerSecond: 1, error: 0.1 } } };
  };
  test.each([
    ['yes', null, ['fast-hands'], []],
    ['yes', false, [], []],
    ['perhaps', null, [], ['fast-hands']],
    ['perhaps', false, [], []],
    ['no', null, [], []],
    ['no', true, ['fast-hands'], []],
    ['unknown', null, [], []],
  ] as const)('NIOSH-13: hands too fast: %s, a person says %s', (fast, said, refused, warned) => {
    const { niosh } = sheetOf({ ...WORK, 'scope.fast-hands': said }, withSpeed(fast));
    expect(niosh.refused).toEqual(refused);
    if (refused.length === 0) expect(niosh.detail).toMatchObject({ warned, speed: { fast } });
  });

  it('NIOSH-18: the way is the one that was seen, unless a height was entered', () => {
    const seen = sheetOf(WORK).niosh.detail!;
    const { error } = twoLifts().lift!.task.travelCm;
    expect(seen.errors.travelCm).toBe(error);
    const entered = sheetOf({ ...WORK, 'origin.verticalCm': 20 }).niosh.detail!.errors;
    expect(entered.travelCm).toBeUndefined();
    expect(entered.origin!.verticalCm).toBe(0);
    expect(entered.origin!.horizontalCm).toBe(twoLifts().lift!.task.origin.horizontalCm.error);
  });

  it('NIOSH-19: lifts a minute are counted with their error where nobody says', () => {
    const counted = jobOf([0, 150, 300].map((fromS) => aLift({ fromS })));
    const { niosh } = sheetOf({ ...WORK, perMinute: null }, counted);
    // three lifts until the last is put down, 304.8 s
    const minutes = 304.8 / 60;
    const input = niosh.inputs.find(({ path }) => path === 'perMinute')!;
    expect(input).toMatchObject({ from: 'camera', unit: '1/min' });
    expect(input.value).toBeCloseTo(3 / minutes, 9);
    expect(niosh.detail!.errors.perMinute).toBeCloseTo((1.645 * Math.sqrt(3)) / minutes, 9);
    expect(sheetOf(WORK, counted).niosh.detail!.errors.perMinute).toBe(0);
  });

  it('an index without an upper end leaves the recommended weight without a lower one', () => {
    const edge = sheetOf(WORK, jobOf([aLift({ reachM: 0.52, error: 0.06 })])).niosh;
    const [li, rwl] = [found(edge, 'li-origin')!, found(edge, 'rwl-origin')!];
    expect(li.high).toBeNull();
    expect(rwl.low).toBeNull();
    expect(rwl.high).toBeCloseTo(12 / (li.low as number), 9);
    const sure = sheetOf(WORK).niosh;
    expect(found(sure, 'rwl-origin')!.low).toBeCloseTo(
      12 / (found(sure, 'li-origin')!.high as number),
      9,
    );
  });

  it('JOB-3: lifts outside the equation and lifts that were not measured are counted, and do not count', () => {
    const blind = aLift({ fromS: 30 });
    const moments = blind.moments.map(({ timeS }) => unknownMoment(timeS, 'out-of-frame'));
    const lifts = [
      aLift(),
      aLift({ fromS: 10 }),
      aLift({ fromS: 20, reachM: 0.8 }),
      { ...blind, moments },
      null,
    ];
    const { niosh } = sheetOf(WORK, jobOf(lifts));
    expect(niosh.detail!.variable).toMatchObject({ lifts: 2, outside: 1, notMeasured: 2 });
    const vli = found(niosh, 'vli')!;
    expect(vli).toMatchObject({ why: null, unit: null, verified: false });
    expect(vli.low as number).toBeLessThan(vli.value as number);
    // Two lifts that are alike come to the index of one of them.
    expect(vli.value).toBeCloseTo(found(niosh, 'li')!.value as number, 6);
    const alone = sheetOf(WORK, jobOf([aLift(), null])).niosh.detail!.variable;
    expect(alone).toEqual({ index: null, lifts: 1, outside: 0, notMeasured: 1 });
  });
});
