import { describe, expect, it, test } from 'vitest';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { LiftMoments } from '../../../../src/core/job/measured-job';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { POSTURE_ANGLES } from '../../../../src/core/records/job-record';
import { rebaLevel } from '../../../../src/core/standards/reba';
import { aLift, answersOf, found, jobOf, measure, sheetOf, type Given } from './lifts-of-a-job';

const METHODS = ['reba', 'rula', 'owas'] as const;
const byHand = (given: Given) => jobSheet({ measured: null, answers: answersOf(given) });
const UPRIGHT = Object.fromEntries(
  POSTURE_ANGLES.map((name) => [`posture.angles.${name}`, 0]),
) as Given;
const inputAt = ({ inputs }: { inputs: { path: string }[] }, path: string) =>
  inputs.find((one) => one.path === path);
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

describe('the course of a lift (JOB-7)', () => {
  const points = (lift: LiftMoments) =>
    sheetOf({ massKg: 2 }, jobOf([lift])).reba.detail!.course.worse.points;

  it('is that from the first reach to the last putting down, both ends with it', () => {
    const lift = aLift();
    const times = points(lift).map(({ timeS }) => timeS);
    expect([times[0], times.at(-1)]).toEqual([0.2, 4.8]);
    const held = { ...lift.times, lowerStartS: null, releaseS: null, lowerEndS: null };
    expect(points({ ...lift, times: held }).at(-1)!.timeS).toBe(3);
  });

  it('angles are shown as they were at its worst moment', () => {
    const { reba } = sheetOf({ massKg: 2 });
    const { worst, course } = reba.detail!;
    expect(worst!.timeS).toBe(course.worse.worst!.timeS);
    const { measures } = aLift().moments.find(({ timeS }) => timeS === worst!.timeS)!;
    expect(inputAt(reba, 'posture.angles.trunkFlexionDeg')).toMatchObject({
      value: measures.trunkFlexionDeg.value,
      error: measures.trunkFlexionDeg.error,
    });
    expect(reba.asked).toEqual([]);
    expect(sheetOf({}).reba).toMatchObject({ state: 'asked', asked: ['massKg'], results: [] });
  });

  it('results are in order, with the level of the score; what was read again is told', () => {
    const { reba, rula, owas } = sheetOf({ massKg: 2 });
    const shares = (levels: number[]) => levels.map((level) => `time-at-level-${level}`);
    const names = (sheet: typeof owas | typeof reba) => sheet.results.map(({ name }) => name);
    expect(names(reba)).toEqual([
      'left',
      'right',
      'total',
      ...shares([0, 1, 2, 3, 4]),
      'judged-share',
    ]);
    expect(names(owas)).toEqual(['total', ...shares([1, 2, 3, 4]), 'judged-share']);
    const total = found(reba, 'total')!;
    const { score, low, high } = reba.detail!.course.worse.worst!;
    expect(total).toMatchObject({ value: score, low, high, level: rebaLevel(score), why: null });
    expect(found(reba, 'time-at-level-2')).toMatchObject({ level: 2, unit: null });
    expect(found(reba, 'judged-share')!.value).toBe(1);
    expect([reba, rula, owas].map(({ verified }) => verified)).toEqual([true, false, false]);
    expect([reba, rula, owas].map(({ results }) => results.map((one) => one.verified)[0])).toEqual([
      true,
      false,
      false,
    ]);
    expect([reba, rula, owas].map(({ differs }) => differs.length > 0)).toContain(true);
  });

  it('what could not be judged is told with its share and its reason, and asked of nobody', () => {
    const lift = aLift();
    const moments = lift.moments.map((moment, i) =>
      i % 2 === 0 ? moment : unknownMoment(moment.timeS, 'out-of-frame'),
    );
    const half = sheetOf({ massKg: 2 }, jobOf([{ ...lift, moments }])).reba;
    expect(half).toMatchObject({ state: 'told', asked: [], notJudged: ['out-of-frame'] });
    expect(found(half, 'judged-share')!.value).toBeCloseTo(0.5, 1);
  });

  it('where nothing could be judged the angles are asked, and each says why it was not seen', () => {
    const lift = aLift();
    const moments = lift.moments.map(({ timeS }) => unknownMoment(timeS, 'out-of-frame'));
    const blind = jobOf([{ ...lift, moments }]);
    const { owas } = sheetOf({ massKg: 2 }, blind);
    expect(owas).toMatchObject({
      state: 'not-judged',
      results: [],
      detail: null,
      notJudged: ['out-of-frame'],
    });
    const path = 'posture.angles.trunkFlexionDeg';
    expect(owas.asked).toContain(path);
    expect(inputAt(owas, path)).toMatchObject({ value: null, from: null, why: 'out-of-frame' });
    const entered = sheetOf({ ...UPRIGHT, massKg: 2 }, blind).owas;
    expect(entered).toMatchObject({ state: 'told', asked: [] });
    expect(found(entered, 'total')!.value).toBe(1);
  });
});
