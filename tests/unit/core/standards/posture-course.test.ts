import { describe, expect, it } from 'vitest';
import type { Measure, MeasureName, Motion } from '../../../../src/core/kinematics/measure';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { answersFrom } from '../../../../src/core/standards/posture-answers';
import { postureCourse } from '../../../../src/core/standards/posture-course';

const measure = (value: number, error = 0): Measure => ({ value, error, judged: true });

/** A moment of an upright person, arms hanging and elbows bent, changed in some measures. */
function moment(timeS: number, changed: Partial<Record<MeasureName, Measure>> = {}): Motion {
  const still: Partial<Record<MeasureName, Measure>> = {
    trunkFlexionDeg: measure(0),
    trunkInclinationDeg: measure(0),
    hipShoulderInclinationDeg: measure(0),
    lateralBendDeg: measure(0),
    axialTwistDeg: measure(0),
    neckFlexionDeg: measure(16),
    kneeFlexionLeftDeg: measure(0),
    kneeFlexionRightDeg: measure(0),
    upperArmLeftDeg: measure(0),
    upperArmRightDeg: measure(0),
    elbowFlexionLeftDeg: measure(80),
    elbowFlexionRightDeg: measure(80),
  };
  return {
    timeS,
    measures: { ...unknownMoment(timeS, 'too-short').measures, ...still, ...changed },
  };
}
const bentTo = (degrees: number) => ({ trunkFlexionDeg: measure(degrees) });
/** Frames ten to the second, bent so far. */
const frames = (bends: readonly (number | null)[]): Motion[] =>
  bends.map((degrees, i) =>
    degrees === null ? unknownMoment(i / 10, 'no-person') : moment(i / 10, bentTo(degrees)),
  );
const said = answersFrom({ loadKg: 12 });
const reba = (series: readonly Motion[]) => postureCourse(series, said).reba.worse;
const shares = (levels: { level: number; share: number }[] | null) =>
  levels?.map(({ share }) => Number(share.toFixed(3)));

describe('posture scores over time', () => {
  it('COURSE-1: the worst moment is one that lasts', () => {
    const course = reba(frames([0, 0, 30, 30, 70, 70, 70, 30, 0]));
    // trunk 4, load 2: A 5, B 1
    expect(course.worst).toMatchObject({ timeS: 0.4, score: 4 });
    // a slip of one frame does not count, nor one at the end
    expect(reba(frames([0, 0, 80, 0, 0])).worst).toMatchObject({ score: 2 });
    expect(reba(frames([0, 0, 0, 80])).worst).toMatchObject({ score: 2 });
    expect(reba(frames([null, 80, null, 0, 0, 0])).worst).toMatchObject({ score: 2 });
  });

  it('takes a single moment as it is', () => {
    const course = reba(frames([70]));
    expect(course.worst).toMatchObject({ timeS: 0, score: 4 });
    expect(course.judgedShare).toBe(1);
    expect(shares(course.levels)).toEqual([0, 0, 1, 0, 0]);
  });

  it('COURSE-2 and COURSE-3: shares of time, with what cannot be judged counted as such', () => {
    const course = reba(frames([0, 0, 0, null, null, 70, 70, 70]));
    expect(course.judgedShare).toBeCloseTo(5 / 7);
    expect(course.notJudged).toEqual([
      { reason: 'no-person', share: expect.closeTo(2 / 7) as number },
    ]);
    expect(shares(course.levels)).toEqual([0, 0.5, 0.5, 0, 0]);
    expect(course.points.map(({ score }) => score.score)).toEqual([2, 2, 2, null, null, 4, 4, 4]);
  });

  it('says nothing about a series in which nothing can be judged, or nothing at all', () => {
    expect(reba(frames([null, null]))).toMatchObject({ worst: null, levels: null, judgedShare: 0 });
    expect(reba([])).toMatchObject({ worst: null, levels: null, judgedShare: 0, notJudged: [] });
  });

  it('does not depend on how often it looks', () => {
    const bend = (t: number) => (t < 1 ? 0 : 70);
    const at = (rate: number) =>
      Array.from({ length: 2 * rate + 1 }, (_, i) => moment(i / rate, bentTo(bend(i / rate))));
    const [slow, fast] = [reba(at(10)), reba(at(40))];
    expect(slow.worst?.score).toBe(fast.worst?.score);
    slow.levels!.forEach(({ share }, i) => {
      expect(Math.abs(share - fast.levels![i]!.share)).toBeLessThan(0.03);
    });
  });

  it('does not count the time of a gap', () => {
    // half a second of each, then a pause of ten seconds between them
    const times = [0, 0.1, 0.2, 0.3, 0.4, 0.5];
    const series = [
      ...times.map((t) => moment(t)),
      ...times.map((t) => moment(10.5 + t, bentTo(70))),
    ];
    expect(shares(reba(series).levels)).toEqual([0, 0.5, 0.5, 0, 0]);
  });

  it('knows left from right', () => {
    const series = [0, 1, 2].map((i) => moment(i / 10, { upperArmLeftDeg: measure(100) }));
    const { reba: course, rula } = postureCourse(series, said);
    expect(course.left.worst!.score).toBeGreaterThan(course.right.worst!.score);
    expect(course.worse.worst!.score).toBe(course.left.worst!.score);
    expect(rula.left.worst!.score).toBeGreaterThanOrEqual(rula.right.worst!.score);
  });

  it('gives OWAS its categories', () => {
    const { owas } = postureCourse(frames([0, 0, 70, 70, 70]), answersFrom({ loadKg: 25 }));
    expect(owas.worst).toMatchObject({ timeS: 0.2, score: 3 });
  });
});
