import { describe, expect, it, test } from 'vitest';
import {
  aLift,
  byHand,
  changedAt,
  found,
  inputAt,
  jobOf,
  sheetOf,
  type Given,
} from './lifts-of-a-job';

/** The frame at which the load is taken, of 15 a second. */
const TAKEN = 15;
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
