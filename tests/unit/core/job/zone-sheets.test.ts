import { describe, expect, it, test } from 'vitest';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { LiftMoments } from '../../../../src/core/job/measured-job';
import type { MeasureName } from '../../../../src/core/kinematics/measure';
import { MAC_FACTOR_IDS } from '../../../../src/core/standards/mac';
import { aLift, answersOf, found, jobOf, measure, sheetOf, type Given } from './lifts-of-a-job';

const byHand = (given: Given) => jobSheet({ measured: null, answers: answersOf(given) });
const inputAt = ({ inputs }: { inputs: { path: string }[] }, path: string) =>
  inputs.find((one) => one.path === path);
/** A lift of which frame i is measured otherwise. */
function changedAt(
  i: number,
  change: Partial<Record<MeasureName, number>>,
  lift = aLift(),
): LiftMoments {
  const moment = lift.moments[i]!;
  for (const [name, value] of Object.entries(change))
    moment.measures[name as MeasureName] = measure(value, 0.01);
  return lift;
}
/** Frames at 15 a second: taken at 1 s, put down at 4 s. */
const TAKEN = 15;
const PUT = 60;

describe('MAC (JOB-8)', () => {
  const region = (lift: LiftMoments) =>
    found(sheetOf({}, jobOf([lift])).mac, 'colour-vertical-region')!.value;
  const held = (lift: LiftMoments): LiftMoments => ({
    ...lift,
    times: { ...lift.times, lowerStartS: null, releaseS: null, lowerEndS: null },
  });
  // Taken and put down at 0.9 m the hands are between knee and elbow; 1.6 m is above the shoulder.
  const level = () => changedAt(PUT, { handHeightM: 0.9 }, changedAt(TAKEN, { handHeightM: 0.9 }));
  test.each([
    ['taking and putting down are green', level(), 'green'],
    ['the taking alone is red', changedAt(TAKEN, { handHeightM: 1.6 }, level()), 'red'],
    ['the putting down alone is red', changedAt(PUT, { handHeightM: 1.6 }, level()), 'red'],
    [
      'the frame before the taking is none of it',
      changedAt(TAKEN - 1, { handHeightM: 1.6 }, level()),
      'green',
    ],
    [
      'a load that is still held was not put down',
      held(changedAt(PUT, { handHeightM: 1.6 }, level())),
      'green',
    ],
  ])('the frame nearest to each end counts: %s', (_, lift, colour) => {
    expect(region(lift)).toBe(colour);
  });

  it('an input is what was answered, else the colour that was seen, else why there is none', () => {
    const { mac } = sheetOf({ 'mac.grip': 'amber' }, jobOf([level()]));
    const none = { error: null, unit: null, value: null, from: null };
    const input = (name: string) => inputAt(mac, `mac.${name}`);
    expect(input('grip')).toMatchObject({ value: 'amber', from: 'asked', why: null });
    expect(input('vertical-region')).toMatchObject({ value: 'green', from: 'camera', why: null });
    expect(input('floor')).toEqual({ path: 'mac.floor', ...none, why: 'not-asked' });
    expect(input('hand-distance')).toEqual({
      path: 'mac.hand-distance',
      ...none,
      why: 'not-measurable',
    });
    expect(mac.asked).toEqual(
      ['load-frequency', 'hand-distance', 'postural-constraints', 'floor', 'environment'].map(
        (name) => `mac.${name}`,
      ),
    );
  });

  it('a colour has its ends and why it is open; the total is there when every colour is', () => {
    const { mac } = sheetOf({}, jobOf([level()]));
    const floor = { value: null, low: 'green', high: 'red', why: 'not-asked', verified: false };
    expect(found(mac, 'colour-floor')).toMatchObject(floor);
    // The trunk is surely bent at the taking: hand distance is amber at least.
    expect(found(mac, 'total')).toMatchObject({ value: null, low: 3, why: 'not-asked' });
    const all = byHand(Object.fromEntries(MAC_FACTOR_IDS.map((id) => [`mac.${id}`, 'amber']))).mac;
    // 4 + 3 and six times 1
    expect(found(all, 'total')).toMatchObject({ value: 13, low: 13, high: 13, why: null });
    expect(all).toMatchObject({ state: 'told', asked: [], verified: false });
  });

  it('with nothing answered and no camera there is no result, and everything is asked', () => {
    const asked = MAC_FACTOR_IDS.map((id) => `mac.${id}`);
    expect(byHand({}).mac).toMatchObject({ state: 'asked', results: [], asked });
  });
});

const TRUNK: Given = { 'posture.angles.trunkFlexionDeg': 50 };

describe('a held trunk by ISO 11226 (JOB-9)', () => {
  it('is made from the furthest bend that was judged, with its twist and side bend', () => {
    const lift = changedAt(20, { axialTwistDeg: 25, lateralBendDeg: 9, trunkInclinationDeg: 75 });
    changedAt(30, { trunkInclinationDeg: 99 }, lift);
    lift.moments[30]!.measures.trunkInclinationDeg.judged = 'too-uncertain';
    const { inputs } = sheetOf({}, jobOf([lift])).iso11226;
    expect(inputs.map(({ path, value, unit, from }) => [path, value, unit, from])).toEqual([
      ['posture.angles.trunkFlexionDeg', 75, 'deg', 'camera'],
      ['posture.angles.axialTwistDeg', 25, 'deg', 'camera'],
      ['posture.angles.lateralBendDeg', 9, 'deg', 'camera'],
      ['heldS', expect.any(Number), 's', 'camera'],
    ]);
    const said = sheetOf({ ...TRUNK, heldS: 90 }, jobOf([lift])).iso11226;
    expect(inputAt(said, 'posture.angles.trunkFlexionDeg')).toMatchObject({
      value: 50,
      from: 'asked',
    });
    expect(inputAt(said, 'heldS')).toMatchObject({ value: 90, error: 0, from: 'asked' });
  });

  it('without a bend that was judged it is asked, and the camera says why not', () => {
    const lift = aLift();
    for (const { measures } of lift.moments) measures.trunkInclinationDeg.judged = 'too-uncertain';
    const sheet = sheetOf({}, jobOf([lift])).iso11226;
    expect(sheet).toMatchObject({
      state: 'asked',
      asked: ['posture.angles.trunkFlexionDeg'],
      results: [],
    });
    expect(sheet.inputs[0]).toMatchObject({ value: null, why: 'not-measurable' });
    expect(byHand({}).iso11226.asked).toEqual(['posture.angles.trunkFlexionDeg', 'heldS']);
  });

  test.each([
    [3.9, 'refused', ['short-hold']],
    [4, 'told', []],
  ])('held for %s s: %s', (heldS, state, refused) => {
    expect(byHand({ ...TRUNK, heldS }).iso11226).toMatchObject({ state, refused });
  });

  it('has its limit in seconds, with the ends that the error leaves', () => {
    // 240 s at 20° to 60 s at 60°: 105 s at 50°
    const limit = { value: 105, low: 105, high: 105, unit: 's', verified: true };
    expect(found(byHand({ ...TRUNK, heldS: 20 }).iso11226, 'hold-limit')).toMatchObject(limit);
    const far = byHand({ 'posture.angles.trunkFlexionDeg': 75, heldS: 20 }).iso11226;
    expect(far.results.map(({ name }) => name)).toEqual(['hold']);
  });
});

describe('EN 1005-4 (JOB-10)', () => {
  const names = ['trunkFlexionDeg', 'axialTwistDeg', 'lateralBendDeg'];
  const trunk = names.map((name) => `posture.angles.${name}`);

  it('asks for the trunk and how often; held, it asks for nothing more', () => {
    expect(byHand({}).en1005).toMatchObject({ state: 'asked', asked: [...trunk, 'perMinute'] });
    expect(byHand({ perMinute: 3 }).en1005).toMatchObject({
      state: 'asked',
      results: [],
      asked: trunk,
    });
    expect(byHand(TRUNK).en1005).toMatchObject({ state: 'asked', results: [] });
    const held = byHand({ ...TRUNK, heldS: 20 }).en1005;
    expect(held.inputs.map(({ path, unit }) => [path, unit]).at(-1)).toEqual(['heldS', 's']);
    expect(held.detail!.movement).toBe('static');
  });

  test.each([
    [{ perMinute: 1 }, 'seldom', 'acceptable', 'conditional'],
    [{ perMinute: 2 }, 'frequent', 'not-acceptable', 'not-acceptable'],
    [{ perMinute: 1, heldS: 20 }, 'static', 'conditional', 'not-acceptable'],
  ])('bent by 50° and turned by 15°, %o: %s', (often, movement, inclination, asymmetry) => {
    const given = {
      ...TRUNK,
      'posture.angles.axialTwistDeg': 15,
      'posture.angles.lateralBendDeg': 0,
    };
    const sheet = byHand({ ...given, ...often }).en1005;
    expect(sheet.detail!.movement).toBe(movement);
    expect(sheet.results).toMatchObject([
      { name: 'inclination', value: inclination, low: inclination, high: inclination, why: null },
      {
        name: 'asymmetry',
        value: asymmetry,
        low: asymmetry,
        high: asymmetry,
        why: null,
        verified: true,
      },
    ]);
    expect(sheet.results[0]!.verified).toBe(false);
  });

  it('what was not judged has no result; its ends are those of the error', () => {
    expect(byHand({ ...TRUNK, perMinute: 1 }).en1005.results.map(({ name }) => name)).toEqual([
      'inclination',
    ]);
    const near = sheetOf({ perMinute: 1 }, jobOf([aLift()])).en1005;
    expect(found(near, 'asymmetry')).toMatchObject({ value: 'acceptable', high: 'acceptable' });
    const turned = changedAt(TAKEN, { axialTwistDeg: 9.995 });
    const open = sheetOf({ perMinute: 1 }, jobOf([turned])).en1005;
    expect(found(open, 'asymmetry')).toMatchObject({ value: 'acceptable', high: 'conditional' });
  });
});

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
});
