import { describe, expect, it, test } from 'vitest';
import type { MeasuredJob } from '../../../../src/core/job/measured-job';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { aLift, found, jobOf, sheetOf, twoLifts, WORK } from './lifts-of-a-job';

describe('NIOSH from lifts', () => {
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
