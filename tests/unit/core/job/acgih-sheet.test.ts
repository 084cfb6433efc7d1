import { describe, expect, it, test } from 'vitest';
import { aLift, byHand, changedAt, found, jobOf, sheetOf, type Given } from './lifts-of-a-job';

/** The frame at which the load is taken, of 15 a second. */
const TAKEN = 15;

describe('ACGIH (JOB-11)', () => {
  const LIFT: Given = {
    ...{ 'origin.horizontalCm': 40, 'origin.verticalCm': 100, 'origin.asymmetryDeg': 0 },
    ...{ perMinute: 1, hoursPerDay: 1, massKg: 12, heightM: 1.75 },
  };
  const zone = (given: Given, measured?: ReturnType<typeof jobOf>) =>
    found((measured ? sheetOf(given, measured) : byHand(given)).acgih, 'vertical-zone')?.value;

  it('asks for the hands, how often, how long and the mass', () => {
    const { acgih } = byHand({});
    expect(acgih.asked).toEqual([
      ...['origin.horizontalCm', 'origin.verticalCm', 'origin.asymmetryDeg'],
      ...['perMinute', 'hoursPerDay', 'massKg'],
    ]);
    expect(acgih).toMatchObject({ state: 'asked', results: [] });
  });

  it('has a limit in kilograms, its zones, and the mass against it', () => {
    // 60 lifts an hour is still the first table: 16 kg between knuckle and shoulder, 30 to 60 cm away.
    const { results } = byHand(LIFT).acgih;
    expect(results).toMatchObject([
      { name: 'limit', value: 16, low: 16, high: 16, unit: 'kg', verified: true },
      { name: 'horizontal-zone', value: 'intermediate' },
      { name: 'vertical-zone', value: 'knuckle-to-below-shoulder' },
      { name: 'mass-against-limit', value: 'within', verified: true },
    ]);
    const noMass = byHand({ ...LIFT, massKg: null }).acgih.results.map(({ name }) => name);
    expect(noMass).toEqual(['limit', 'horizontal-zone', 'vertical-zone']);
    const low = byHand({ ...LIFT, 'origin.verticalCm': 10 }).acgih;
    expect(found(low, 'limit')).toMatchObject({ value: 'no-known-limit', low: 'no-known-limit' });
  });

  test.each<[string, Given, number]>([
    ['60 times the lifts a minute', { perMinute: 1.01 }, 14],
    ['lifts an hour, where they are said', { perMinute: 1.01, 'acgih.liftsPerHour': 60 }, 16],
    ['lifts an hour, beyond the first table', { 'acgih.liftsPerHour': 61 }, 14],
  ])('the table goes by %s', (_, given, kg) => {
    expect(found(byHand({ ...LIFT, ...given }).acgih, 'limit')!.value).toBe(kg);
  });

  it('is refused by what was entered', () => {
    const refused = byHand({ ...LIFT, 'origin.asymmetryDeg': 31, 'acgih.conditions.heat': true });
    expect(refused.acgih).toMatchObject({
      state: 'refused',
      refused: ['asymmetry-beyond-30', 'heat'],
    });
  });

  it('BODY-1: zones go by the height that was entered, else that of the person, else an assumed one', () => {
    const given: Given = { ...LIFT, heightM: null };
    // Above the ankle joints, which are 9 ± 2 cm up, hands at 86 cm are above the knuckles of 1.7 m and below those of 2 m.
    const at = { 'origin.verticalCm': 86 };
    expect(zone({ ...given, ...at })).toBe('knuckle-to-below-shoulder');
    expect(zone({ ...given, ...at, heightM: 2 })).toBe('mid-shin-to-knuckle');
    const tall = jobOf([{ ...aLift(), person: { heightM: 2, heightEntered: true } }]);
    expect(zone({ ...given, ...at }, tall)).toBe('mid-shin-to-knuckle');
    expect(zone({ ...given, ...at, heightM: 1.7 }, tall)).toBe('knuckle-to-below-shoulder');
    const origins = sheetOf({ ...given, ...at }, tall).acgih.detail!.origins;
    expect(origins).not.toContain('assumed');
    expect(byHand({ ...given, ...at }).acgih.detail!.origins).toContain('assumed');
  });

  it('ACGIH-7: what the camera saw of the taking has its own allowances', () => {
    const { acgih } = sheetOf(
      { massKg: 12, perMinute: 1, hoursPerDay: 1, heightM: 1.75 },
      jobOf([aLift()]),
    );
    expect(acgih.detail!.origins).toContain('camera');
    // Hands seen at 10 ± 3 cm, knuckles 5 ± 5 cm lower: surely below the middle of the shin.
    expect(found(acgih, 'vertical-zone')!.value).toBe('floor-to-mid-shin');
    // 19° seen, 10° more from the hips: within 30°; 20° more, as NIOSH has it, would perhaps not be.
    const turned = changedAt(TAKEN, { handDirectionDeg: 19 });
    const sheet = sheetOf({ massKg: 12, perMinute: 1, hoursPerDay: 1 }, jobOf([turned])).acgih;
    expect(sheet.detail!.scope.maybe).not.toContain('asymmetry-beyond-30');
  });

  it('what was entered of the hands holds against what the camera saw of them', () => {
    const given: Given = { massKg: 12, perMinute: 1, hoursPerDay: 1, heightM: 1.75 };
    const seen = jobOf([aLift()]);
    expect(sheetOf(given, seen).acgih.refused).toEqual([]);
    const turned = sheetOf({ ...given, 'origin.asymmetryDeg': 40 }, seen).acgih;
    expect(turned.refused).toEqual(['asymmetry-beyond-30']);
    expect(zone({ ...given, 'origin.verticalCm': 100 }, seen)).toBe('knuckle-to-below-shoulder');
  });
});
