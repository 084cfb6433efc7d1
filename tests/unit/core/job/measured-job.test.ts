import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { MethodSheet } from '../../../../src/core/job/sheet';
import type { NotJudgedReason } from '../../../../src/core/kinematics/measure';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { anyAnswers } from '../../../fixtures/any-job';
import { aLift, found, jobOf, sheetOf, twoLifts, WORK, type Given } from './lifts-of-a-job';

const li = (given: Given, measured = twoLifts()) => found(sheetOf(given, measured).niosh, 'li')!;

describe('NIOSH from the camera', () => {
  it('asks what no camera sees and nothing else', () => {
    expect([...sheetOf({}).niosh.asked].sort()).toEqual(Object.keys(WORK).sort());
  });
  it('has an index with its error; an answer goes before what was measured (JOB-2)', () => {
    const seen = li(WORK);
    expect(seen.low as number).toBeLessThan(seen.value as number);
    expect(seen.high as number).toBeGreaterThan(seen.value as number);
    const nearer = li({ ...WORK, 'origin.horizontalCm': 25 });
    expect(nearer.value as number).toBeLessThan(seen.value as number);
    const input = sheetOf({ ...WORK, 'origin.horizontalCm': 25 }).niosh.inputs.find(
      ({ path }) => path === 'origin.horizontalCm',
    );
    expect(input).toMatchObject({ value: 25, error: 0, from: 'asked' });
  });
  it('widens with the measuring error', () => {
    const width = (error: number): number => {
      const { low, high } = li(WORK, jobOf([aLift({ error })]));
      return (high as number) - (low as number);
    };
    expect(width(0.06)).toBeGreaterThan(width(0.03));
  });
  it('has a variable index of all lifts, whatever was entered for the one, and unverified (JOB-3)', () => {
    const all = found(sheetOf(WORK).niosh, 'vli')!;
    expect(all.verified).toBe(false);
    expect(all.value as number).toBeGreaterThan(0);
    const other = sheetOf({ ...WORK, 'origin.horizontalCm': 25 }).niosh;
    expect(found(other, 'vli')!.value).toBe(all.value);
    const { niosh } = sheetOf(WORK, jobOf([aLift(), null, aLift({ fromS: 10 })]));
    expect(niosh.detail!.variable).toMatchObject({ lifts: 2, notMeasured: 1, outside: 0 });
    expect(found(sheetOf(WORK, jobOf([aLift()])).niosh, 'vli')).toBeUndefined();
  });
  it('is refused by hands that are surely too fast, unless a person knows better (JOB-6)', () => {
    const fast = jobOf([aLift({ slow: false })]);
    expect(fast.lift!.speed.fast).not.toBe('no');
    const { niosh } = sheetOf(WORK, fast);
    if (fast.lift!.speed.fast === 'yes') expect(niosh.refused).toEqual(['fast-hands']);
    else expect(niosh.detail!.warned).toEqual(['fast-hands']);
    expect(sheetOf({ ...WORK, 'scope.fast-hands': false }, fast).niosh.state).toBe('told');
    expect(sheetOf({ ...WORK, 'scope.fast-hands': true }).niosh.refused).toEqual(['fast-hands']);
  });
  it('without the chosen lift everything is asked', () => {
    expect(sheetOf(WORK, jobOf([aLift()], null)).niosh.asked).toContain('origin.horizontalCm');
    expect(sheetOf(WORK, jobOf([null])).niosh.asked).toContain('origin.horizontalCm');
  });
});

describe('postures from the camera (JOB-7)', () => {
  it('tell the worst, both sides, and the time at each level', () => {
    const { reba, rula, owas } = sheetOf(WORK);
    for (const sheet of [reba, rula, owas]) {
      expect(sheet.state).toBe('told');
      const shares = sheet.results.filter(({ name }) => name.startsWith('time-at-level-'));
      expect(shares.reduce((sum, { value }) => sum + (value as number), 0)).toBeCloseTo(1, 9);
    }
    expect(found(reba, 'left')!.value).toBe(found(reba, 'right')!.value);
    expect(reba.detail!.worst!.parts.trunk.score).toBeGreaterThanOrEqual(3);
    expect(owas.detail!.worst!.parts.back.score).toBe(2);
  });
  it('an entered angle stands for the whole lift', () => {
    const { reba } = sheetOf({ ...WORK, 'posture.angles.trunkFlexionDeg': 0 });
    expect(reba.detail!.worst!.parts.trunk.score).toBe(1);
  });
  it('cannot be judged where nothing was seen, and may be entered', () => {
    const blind = aLift();
    const moments = blind.moments.map(({ timeS }) => unknownMoment(timeS, 'out-of-frame'));
    const { reba } = sheetOf(WORK, jobOf([{ ...blind, moments }]));
    expect(reba.state).toBe('not-judged');
    expect(reba.notJudged).toEqual<NotJudgedReason[]>(['out-of-frame']);
    expect(reba.results.every(({ value }) => value === null)).toBe(true);
  });
});

describe('zones from the camera', () => {
  it('MAC: hands at the floor are red, an answer goes before it (JOB-8)', () => {
    const { mac } = sheetOf({});
    expect(found(mac, 'colour-vertical-region')).toMatchObject({ value: 'red' });
    expect(mac.asked).toContain('mac.load-frequency');
    const said = sheetOf({ 'mac.vertical-region': 'green' }).mac;
    expect(found(said, 'colour-vertical-region')!.value).toBe('green');
  });
  it('ISO 11226: a lift is no hold, a held bend is (JOB-9)', () => {
    expect(sheetOf({}).iso11226).toMatchObject({ state: 'refused', refused: ['short-hold'] });
    const held = sheetOf({}, jobOf([aLift({ heldS: 6 })])).iso11226;
    expect(held.state).toBe('told');
    expect(found(held, 'hold')!.value).toBe('not-recommended');
  });
  it('EN 1005-4: the furthest bend, moved into so often, or held (JOB-10)', () => {
    const often = sheetOf({ perMinute: 5 }).en1005;
    expect(found(often, 'inclination')!.value).toBe('not-acceptable');
    expect(found(sheetOf({ perMinute: 1 }).en1005, 'inclination')!.value).toBe('conditional');
    expect(found(sheetOf({ heldS: 9 }).en1005, 'inclination')!.value).toBe('not-acceptable');
  });
  it('ACGIH: the zone that the load is taken from (JOB-11)', () => {
    const given: Given = { massKg: 12, perMinute: 0.5, hoursPerDay: 1, heightM: 1.75 };
    const { acgih } = sheetOf(given);
    expect(acgih.state).toBe('told');
    expect(found(acgih, 'vertical-zone')!.value).toBe('floor-to-mid-shin');
    expect(sheetOf({ ...given, 'acgih.conditions.heat': true }).acgih.refused).toEqual(['heat']);
  });
  it('ACGIH: entered hands are above the floor, its zones above the ankle joints (NIOSH-18)', () => {
    const given: Given = {
      ...{ massKg: 12, perMinute: 0.5, hoursPerDay: 1, heightM: 1.75 },
      ...{ 'origin.horizontalCm': 25, 'origin.asymmetryDeg': 0 },
    };
    const zone = (verticalCm: number) =>
      found(sheetOf({ ...given, 'origin.verticalCm': verticalCm }).acgih, 'vertical-zone')!.value;
    // mid-shin is 12.4 % of 1.75 m above the ankle joints, and those are 9 cm above the floor
    expect([zone(30.5), zone(31)]).toEqual(['floor-to-mid-shin', 'mid-shin-to-knuckle']);
  });
  it('ISO 11228-1: a limit whose lower end is not known has none', () => {
    const given: Given = { ...WORK, 'iso.sex': 'man', 'iso.ageYears': 30 };
    const edge = sheetOf(given, jobOf([aLift({ reachM: 0.52, error: 0.06 })]));
    expect(edge.niosh.detail!.interval.high).toBeNull();
    const limit = found(edge.iso11228, 'recommended-limit')!;
    expect(limit.low).toBeNull();
    expect(limit.value as number).toBeGreaterThan(0);
    expect(found(sheetOf(given).iso11228, 'recommended-limit')!.low as number).toBeGreaterThan(0);
  });
  it('ISO 11228-1: carried against the limits of its distance (JOB-12)', () => {
    const given: Given = { ...WORK, 'iso.carryingM': 4, 'iso.carriesPerMinute': 6 };
    const { iso11228 } = sheetOf(given);
    expect(found(iso11228, 'carried-per-minute')!.value).toBe('over');
    expect(found(iso11228, 'carries-per-minute')!.value).toBe('over');
    const seldom = sheetOf({ ...given, 'iso.carriesPerMinute': 2 }).iso11228;
    expect(found(seldom, 'carried-per-minute')!.value).toBe('within');
    expect(sheetOf({ massKg: 2 }).iso11228.refused).toEqual(['below-3-kg']);
  });
});

it('whatever is answered: no NaN, no result where refused, and something to do where not told (JOB-5)', () => {
  const states = new Set<string>();
  const measured = twoLifts();
  fc.assert(
    fc.property(anyAnswers, fc.boolean(), (answers, hasCamera) => {
      const sheet = jobSheet({ measured: hasCamera ? measured : null, answers });
      for (const { state, results, asked, refused, notJudged } of Object.values(
        sheet,
      ) as MethodSheet<unknown>[]) {
        states.add(state);
        if (state === 'refused') expect(results).toEqual([]);
        if (state !== 'told')
          expect(asked.length + refused.length + notJudged.length).toBeGreaterThan(0);
        for (const { value, low, high } of results)
          for (const x of [value, low, high])
            if (typeof x === 'number') expect(Number.isNaN(x)).toBe(false);
      }
    }),
    { numRuns: 60 },
  );
  expect([...states]).toEqual(expect.arrayContaining(['told', 'asked', 'refused']));
}, 30_000);
