import { describe, expect, it, test } from 'vitest';
import type { LiftMoments } from '../../../../src/core/job/measured-job';
import { POSTURE_ANGLES } from '../../../../src/core/records/job-record';
import {
  aLift,
  byHand,
  found,
  inputAt,
  jobOf,
  measure,
  sheetOf,
  type Given,
} from './lifts-of-a-job';

const METHODS = ['reba', 'rula', 'owas'] as const;
const UPRIGHT = Object.fromEntries(
  POSTURE_ANGLES.map((name) => [`posture.angles.${name}`, 0]),
) as Given;
const NOT_OF: Record<(typeof METHODS)[number], RegExp> = {
  reba: /^$/,
  rula: /^knee/,
  owas: /^(neck|elbow)/,
};
/** A lift of which every frame is measured so. */
const everywhere = (name: (typeof POSTURE_ANGLES)[number], value: number): LiftMoments => {
  const lift = aLift();
  for (const { measures } of lift.moments) measures[name] = measure(value, 3);
  return lift;
};

describe('what a posture score is made from (JOB-7)', () => {
  test.each(METHODS)('%s asks for its angles and the load, and assumes the rest', (id) => {
    const sheet = byHand({})[id];
    const angles = POSTURE_ANGLES.filter((name) => !NOT_OF[id].test(name));
    expect([...sheet.asked].sort()).toEqual(
      ['massKg', ...angles.map((name) => `posture.angles.${name}`)].sort(),
    );
    expect(sheet).toMatchObject({
      state: 'asked',
      results: [],
      detail: null,
      refused: [],
      notJudged: [],
    });
    const assumed = sheet.inputs.filter(({ from }) => from === 'assumed');
    // The grip, ten facts of the task and seven of each arm.
    expect(assumed).toHaveLength(1 + 10 + 2 * 7);
    expect(assumed.every(({ value, why }) => value !== null && why === null)).toBe(true);
  });

  it('the load and grip of the lift hold, unless others are said for the posture', () => {
    const lift: Given = { massKg: 12, coupling: 'poor' };
    const own: Given = { ...lift, 'posture.task.loadKg': 0, 'posture.task.coupling': 'good' };
    const [shared, said] = [
      byHand({ ...UPRIGHT, ...lift }).reba,
      byHand({ ...UPRIGHT, ...own }).reba,
    ];
    expect(inputAt(shared, 'massKg')).toMatchObject({
      value: 12,
      unit: 'kg',
      error: 0,
      from: 'asked',
    });
    expect(inputAt(shared, 'coupling')).toMatchObject({
      value: 'poor',
      error: null,
      from: 'asked',
    });
    expect(inputAt(said, 'massKg')).toBeUndefined();
    expect(inputAt(said, 'posture.task.loadKg')).toMatchObject({ value: 0, from: 'asked' });
    expect(inputAt(said, 'posture.task.coupling')).toMatchObject({ value: 'good', from: 'asked' });
    expect(found(said, 'total')!.value).toBeLessThan(found(shared, 'total')!.value as number);
  });

  test.each<[string, Given]>([
    ['posture.task.stance', { 'posture.task.stance': 'walking' }],
    ['posture.task.neckTwisted', { 'posture.task.neckTwisted': true }],
    ['posture.arms.left.shoulderRaised', { 'posture.arms.left.shoulderRaised': true }],
    ['posture.arms.right.wristBend', { 'posture.arms.right.wristBend': 'over-15' }],
  ])('%s is what was said', (path, given) => {
    const value = Object.values(given)[0];
    const input = { path, value, from: 'asked', unit: null, error: null, why: null };
    expect(inputAt(byHand({ ...UPRIGHT, massKg: 2, ...given }).reba, path)).toEqual(input);
  });

  test.each(POSTURE_ANGLES)(
    'JOB-2: %s that was entered stands in the place of the camera’s',
    (name) => {
      const path = `posture.angles.${name}`;
      const job = jobOf([everywhere(name, 35)]);
      for (const id of METHODS) {
        const [seen, said] = [
          sheetOf({ massKg: 2 }, job)[id],
          sheetOf({ massKg: 2, [path]: 33 }, job)[id],
        ];
        if (NOT_OF[id].test(name)) expect(inputAt(seen, path)).toBeUndefined();
        else {
          expect(inputAt(seen, path)).toMatchObject({ unit: 'deg', from: 'camera', why: null });
          expect(inputAt(said, path)).toMatchObject({
            value: 33,
            error: 0,
            unit: 'deg',
            from: 'asked',
          });
        }
      }
    },
  );

  // Beyond an edge of its method, on the one side or joint.
  test.each<[(typeof POSTURE_ANGLES)[number], number]>([
    ['trunkFlexionDeg', 70],
    ['lateralBendDeg', 31],
    ['axialTwistDeg', 31],
    ['neckFlexionDeg', 40],
    ['kneeFlexionLeftDeg', 70],
    ['kneeFlexionRightDeg', 70],
    ['upperArmLeftDeg', 100],
    ['upperArmRightDeg', 100],
    ['elbowFlexionLeftDeg', 80],
    ['elbowFlexionRightDeg', 80],
  ])('%s that was entered is scored', (name, deg) => {
    const parts = (given: Given) =>
      byHand({ ...UPRIGHT, massKg: 2, ...given }).reba.detail!.worst!.parts;
    expect(parts({ [`posture.angles.${name}`]: deg })).not.toEqual(parts({}));
  });
});

describe('angles that the camera saw and did not judge (JOB-7)', () => {
  /** The neck is read in every frame, and too uncertain to be judged in all of them. */
  const blurred = () => {
    const lift = aLift();
    for (const { measures } of lift.moments)
      measures.neckFlexionDeg = { value: 16, error: 40, judged: 'too-uncertain' };
    return jobOf([lift]);
  };

  it('are no input, with the reason; those that are judged are', () => {
    const { reba } = sheetOf({ massKg: 12 }, blurred());
    expect(inputAt(reba, 'posture.angles.neckFlexionDeg')).toMatchObject({
      ...{ value: null, error: null, from: null, why: 'too-uncertain' },
    });
    expect(inputAt(reba, 'posture.angles.trunkFlexionDeg')).toMatchObject({
      ...{ error: 5, unit: 'deg', from: 'camera', why: null },
    });
  });

  it('are what was entered, where it was', () => {
    const { reba } = sheetOf({ massKg: 12, 'posture.angles.neckFlexionDeg': 30 }, blurred());
    expect(inputAt(reba, 'posture.angles.neckFlexionDeg')).toMatchObject({
      ...{ value: 30, from: 'asked', why: null },
    });
  });
});
