import { describe, expect, it, test } from 'vitest';
import { byHand, found, type Given } from './lifts-of-a-job';

const iso = (given: Given) => byHand(given).iso11228;
const LIFT: Given = {
  ...{ coupling: 'good', control: false, perMinute: 1 },
  spells: [{ workMin: 50, recoveryMin: null }],
  ...{ 'origin.horizontalCm': 50, 'origin.verticalCm': 75, 'origin.asymmetryDeg': 0 },
  'destination.verticalCm': 100,
};
/** Half of the load constant, and 0.94 for one lift a minute. */
const SHARE = 0.5 * 0.94;
const MAN: Given = { 'iso.sex': 'man', 'iso.ageYears': 30 };

describe('ISO 11228-1 (JOB-12)', () => {
  it('asks for sex, age and mass, and needs no more for a reference', () => {
    const { inputs, asked, state } = iso({});
    expect(inputs.map(({ path, unit }) => [path, unit])).toEqual([
      ['iso.sex', null],
      ['iso.ageYears', 'years'],
      ['massKg', 'kg'],
    ]);
    expect(asked).toEqual(['iso.sex', 'iso.ageYears', 'massKg']);
    expect(state).toBe('told');
    expect(iso({}).results.map(({ name }) => name)).toEqual(['reference-mass']);
    expect(iso({}).detail).toMatchObject({
      carrying: null,
      reference: { lowKg: 15, highKg: 25 },
    });
  });

  test.each<[Given, object]>([
    [{}, { value: null, low: 15, high: 25, why: 'not-asked' }],
    [{ 'iso.sex': 'man' }, { value: null, low: 20, high: 25, why: 'not-asked' }],
    [MAN, { value: 25, low: 25, high: 25, why: null }],
  ])('the reference mass of %o', (given, expected) => {
    expect(found(iso(given), 'reference-mass')).toMatchObject({
      ...expected,
      unit: 'kg',
      verified: true,
    });
  });

  test.each<[string, Given, number, string]>([
    ['as much as the reference', MAN, 25, 'within'],
    ['more than the reference', MAN, 25.1, 'over'],
    ['as much as the least that is open', {}, 15, 'within'],
    ['between what is open', {}, 15.1, 'unsure'],
    ['as much as the most that is open', {}, 25, 'unsure'],
    ['more than all that is open', {}, 25.1, 'over'],
  ])('a mass of %s: %#', (_, given, massKg, verdict) => {
    const sheet = iso({ ...given, massKg });
    expect(found(sheet, 'mass-against-reference')).toMatchObject({
      value: verdict,
      verified: true,
    });
  });

  it('ISO-11228-2: the recommended limit is in the proportion of the reference mass', () => {
    const known = found(iso({ ...LIFT, ...MAN, massKg: 12 }), 'recommended-limit')!;
    for (const x of [known.value, known.low, known.high]) expect(x).toBeCloseTo(25 * SHARE, 9);
    expect(known).toMatchObject({ unit: 'kg', verified: false, why: null });
    const open = found(iso({ ...LIFT, massKg: 12 }), 'recommended-limit')!;
    expect(open).toMatchObject({ value: null, why: 'not-asked' });
    expect(open.low).toBeCloseTo(15 * SHARE, 9);
    expect(open.high).toBeCloseTo(25 * SHARE, 9);
    expect(found(iso({ ...LIFT, ...MAN }), 'recommended-limit')).toBeUndefined();
  });

  test.each<[string, Given, object]>([
    [
      'just the limits of 4 m',
      { massKg: 15, 'iso.carriesPerMinute': 4, hoursPerDay: 2 },
      {
        'carries-per-minute': 'within',
        'carried-per-minute': 'within',
        'carried-per-hour': 'over',
        'carried-per-day': 'within',
      },
    ],
    [
      'more often',
      { massKg: 5, 'iso.carriesPerMinute': 5, hoursPerDay: 8 },
      {
        'carries-per-minute': 'over',
        'carried-per-minute': 'within',
        'carried-per-hour': 'within',
        'carried-per-day': 'over',
      },
    ],
    [
      'no hours, no day',
      { massKg: 16, 'iso.carriesPerMinute': 4 },
      { 'carries-per-minute': 'within', 'carried-per-minute': 'over', 'carried-per-hour': 'over' },
    ],
    ['no mass', { 'iso.carriesPerMinute': 4 }, {}],
    ['not how often', { massKg: 15 }, {}],
  ])('ISO-11228-3: carried 4 m, %s', (_, given, expected) => {
    const carried = iso({ 'iso.carryingM': 4, ...given }).results.filter(({ name }) =>
      /^carrie[sd]-/.test(name),
    );
    expect(Object.fromEntries(carried.map(({ name, value }) => [name, value]))).toEqual(expected);
    expect(carried.every(({ verified }) => !verified)).toBe(true);
  });

  it('carried nobody knows how far, or farther than there are limits for, is not judged', () => {
    const given: Given = { massKg: 5, 'iso.carriesPerMinute': 1 };
    expect(found(iso(given), 'carries-per-minute')).toBeUndefined();
    const far = iso({ ...given, 'iso.carryingM': 21 });
    expect(found(far, 'carries-per-minute')).toBeUndefined();
    expect(far.detail!.carrying!.judged).toBe('outside-scope');
  });

  test.each<[Given, string[]]>([
    [{ massKg: 3 }, []],
    [{ massKg: 2.9 }, ['below-3-kg']],
    [{ 'iso.walkingMS': 1.1 }, ['walking-speed']],
    [{ hoursPerDay: 12.5 }, ['more-than-12-hours']],
    [{ 'iso.excluded.seated': true, 'iso.excluded.holding': false }, ['seated']],
  ])('ISO-11228-4: %o is outside for %o', (given, refused) => {
    const sheet = iso(given);
    expect(sheet.refused).toEqual(refused);
    expect(sheet.state).toBe(refused.length > 0 ? 'refused' : 'told');
  });
});
