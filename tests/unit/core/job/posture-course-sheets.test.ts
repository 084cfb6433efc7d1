import { describe, expect, it } from 'vitest';
import type { LiftMoments } from '../../../../src/core/job/measured-job';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { POSTURE_ANGLES } from '../../../../src/core/records/job-record';
import { rebaLevel } from '../../../../src/core/standards/reba';
import { aLift, found, inputAt, jobOf, sheetOf, type Given } from './lifts-of-a-job';

const UPRIGHT = Object.fromEntries(
  POSTURE_ANGLES.map((name) => [`posture.angles.${name}`, 0]),
) as Given;
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
