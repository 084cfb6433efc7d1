import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { compareLifts, type ComparedLift } from '../../../../src/core/report/compare-lifts';
import type { MeasureName } from '../../../../src/core/kinematics/measure';
import type { LiftTimes } from '../../../../src/core/lifts/lift';
import { verdictOf } from '../../../../src/core/scoring/verdict';

const TIMES: LiftTimes = {
  startS: 1,
  graspS: 2,
  peakS: 2.2,
  endS: 3,
  lowerStartS: null,
  releaseS: null,
  lowerEndS: null,
};

interface Made {
  bend: number;
  error?: number;
  azimuth?: number;
  /** How much longer everything takes, and when it begins. */
  pace?: number;
  shiftS?: number;
  judged?: boolean;
  times?: Partial<LiftTimes>;
}

/** A bend to `bend` at 2.2 s that is over at 3 s, on a clock of its own. */
function made({
  bend,
  error = 5,
  azimuth = 50,
  pace = 1,
  shiftS = 0,
  judged = true,
  times = {},
}: Made): ComparedLift {
  const own = (t: number): number => t * pace + shiftS;
  const moments = Array.from({ length: 61 }, (_, i): Moment => {
    const t = i / 15;
    const moment = unknownMoment(own(t), 'too-uncertain');
    const depth = Math.max(0, t < 2.2 ? (t - 1) / 1.2 : (3 - t) / 0.8);
    const open = judged ? true : 'too-uncertain';
    moment.measures.trunkInclinationDeg = {
      value: bend * Math.min(1, depth),
      error: judged ? error : 90,
      judged: open,
    };
    moment.measures.viewAzimuthDeg = { value: azimuth, error: 10, judged: true };
    return moment;
  });
  const clock = Object.fromEntries(
    Object.entries({ ...TIMES, ...times }).map(([name, t]) => [name, t === null ? null : own(t)]),
  ) as unknown as LiftTimes;
  return { verdict: verdictOf(clock, moments), moments };
}
const bentBack = (a: ComparedLift, b: ComparedLift) =>
  compareLifts(a, b).peaks.find(({ id, phase }) => id === 'bent-back' && phase === 'lift')!;

describe('two lifts compared', () => {
  it('a lift and itself at another pace: no difference anywhere', () => {
    const { curves, anchors } = compareLifts(
      made({ bend: 70 }),
      made({ bend: 70, pace: 1.7, shiftS: 30 }),
    );
    expect(anchors.map(({ aS }) => aS)).toEqual([1, 2, 2.2, 3]);
    expect(curves.trunkInclinationDeg.length).toBeGreaterThan(25);
    for (const { aS, bS, difference, error } of curves.trunkInclinationDeg) {
      expect(bS).toBeCloseTo(aS * 1.7 + 30, 6);
      expect(Math.abs(difference!)).toBeLessThan(0.01);
      expect(error).toBeCloseTo(Math.hypot(5, 5));
    }
    for (const point of curves.axialTwistDeg)
      expect(point).toMatchObject({ difference: null, error: null, judged: false });
  });

  it('each part of the lift is stretched by itself', () => {
    const { anchors, curves } = compareLifts(
      made({ bend: 70 }),
      made({ bend: 70, times: { graspS: 1.5 } }),
    );
    expect(anchors).toContainEqual({ aS: 2, bS: 1.5 });
    for (const { aS, bS } of curves.trunkInclinationDeg)
      if (aS <= 2) expect(bS).toBeCloseTo(1 + (aS - 1) / 2, 6);
  });

  it('a peak on the other side of the grasp pins nothing', () => {
    const { anchors } = compareLifts(made({ bend: 70 }), made({ bend: 70, times: { peakS: 1.8 } }));
    expect(anchors.map(({ aS }) => aS)).toEqual([1, 2, 3]);
  });

  it('putting down is compared only where both have it', () => {
    const down = { lowerStartS: 3.1, releaseS: 3.5, lowerEndS: 3.9 };
    expect(
      compareLifts(made({ bend: 70, times: down }), made({ bend: 70, times: down })).anchors,
    ).toHaveLength(7);
    const { anchors, peaks } = compareLifts(made({ bend: 70, times: down }), made({ bend: 70 }));
    expect(anchors).toHaveLength(4);
    expect(peaks.every(({ phase }) => phase === 'lift')).toBe(true);
  });

  it.each([
    [70, 40, 'more-than-the-error'],
    [40, 70, 'more-than-the-error'],
    [70, 66, 'within-the-error'],
  ] as const)('from %i° to %i°: %s', (from, to, statement) => {
    const peak = bentBack(made({ bend: from }), made({ bend: to }));
    expect(peak.statement).toBe(statement);
    if (peak.statement === 'not-comparable') return;
    expect(peak.error).toBeCloseTo(Math.hypot(peak.a.error!, peak.b.error!));
    expect(peak.difference).toBeCloseTo(peak.b.value! - peak.a.value!);
  });

  it.each([
    [{ bend: 40, judged: false }, 'not-judged'],
    [{ bend: 40, azimuth: 90 }, 'other-view'],
    [{ bend: 40, azimuth: -170 }, 'other-view'],
  ] as const)('%j cannot be compared: %s', (other, why) => {
    expect(bentBack(made({ bend: 70 }), made(other))).toMatchObject({
      statement: 'not-comparable',
      why,
    });
  });

  it('a view that differs little is the same', () => {
    expect(
      bentBack(made({ bend: 70, azimuth: 55 }), made({ bend: 40, azimuth: 65 })).statement,
    ).toBe('more-than-the-error');
    expect(
      bentBack(made({ bend: 70, azimuth: 175 }), made({ bend: 40, azimuth: -175 })).statement,
    ).toBe('more-than-the-error');
  });

  const pointAt = (b: ComparedLift, timeS: number, name: MeasureName, a = made({ bend: 70 })) =>
    compareLifts(a, b).curves[name].find(({ aS }) => Math.abs(aS - timeS) < 1e-6)!;
  const changed = (lift: ComparedLift, change: (moment: Moment) => void): ComparedLift => {
    lift.moments.forEach(change);
    return lift;
  };

  it('from moment to moment: the second less the first, with both errors, judged where both are', () => {
    const half = 24 / 15;
    const apart = pointAt(made({ bend: 40, error: 12 }), half, 'trunkInclinationDeg');
    expect(apart).toMatchObject({ aS: half, bS: half, judged: true });
    expect(apart.difference).toBeCloseTo(-30 * ((half - 1) / 1.2), 9);
    expect(apart.error).toBeCloseTo(13, 9);
    const unsure = made({ bend: 40, judged: false });
    expect(pointAt(unsure, half, 'trunkInclinationDeg')).toMatchObject({ judged: false });
    expect(
      pointAt(made({ bend: 40 }), half, 'trunkInclinationDeg', made({ bend: 70, judged: false })),
    ).toMatchObject({ judged: false });
  });

  it('directions by the shorter way round', () => {
    const [from, to] = [made({ bend: 70, azimuth: 175 }), made({ bend: 70, azimuth: -175 })];
    const { difference } = pointAt(to, 2, 'viewAzimuthDeg', from);
    expect(difference).toBeCloseTo(10, 9);
    expect(pointAt(from, 2, 'viewAzimuthDeg', to).difference).toBeCloseTo(-10, 9);
    // Between two frames too: 170° and −170° have 180° between them, not 0°.
    const turning = changed(made({ bend: 70, pace: 1.1 }), (moment) => {
      const i = Math.round((moment.timeS / 1.1) * 15);
      moment.measures.viewAzimuthDeg.value = i % 2 === 0 ? 170 : -170;
    });
    for (const { difference: by } of compareLifts(from, turning).curves.viewAzimuthDeg)
      expect(Math.abs(by!)).toBeLessThan(16);
  });

  it('between two frames: evenly, with the larger error, judged where both are', () => {
    const later = changed(made({ bend: 70, shiftS: 1 / 30 }), (moment) => {
      const i = Math.round((moment.timeS - 1 / 30) * 15);
      // Times of the lift stay, so that each moment of the first lies between two frames of this one.
      Object.assign(moment.measures.handReachM, {
        value: i,
        error: 1 + (i % 2),
        judged: i < 20 ? true : 'too-short',
      });
    });
    Object.assign(later.verdict, TIMES);
    const still = changed(made({ bend: 70 }), (moment) => {
      Object.assign(moment.measures.handReachM, { value: 0, error: 0, judged: true });
    });
    const at = (i: number) => pointAt(later, i / 15, 'handReachM', still);
    expect(at(18).difference).toBeCloseTo(17.5, 6);
    expect(at(18)).toMatchObject({ error: 2, judged: true });
    expect(at(20)).toMatchObject({ judged: false });
  });

  it('nothing where one of them was not seen', () => {
    const short = made({ bend: 70 });
    const cut = { ...short, moments: short.moments.filter(({ timeS }) => timeS < 2.5) };
    expect(pointAt(cut, 40 / 15, 'trunkInclinationDeg')).toMatchObject({ difference: null });
    const blind = changed(made({ bend: 70 }), (moment) => {
      moment.measures.trunkInclinationDeg.error = null;
    });
    expect(pointAt(blind, 2, 'trunkInclinationDeg')).toEqual({
      ...{ aS: 2, bS: 2, difference: null, error: null, judged: false },
    });
    expect(pointAt(made({ bend: 70 }), 2, 'trunkInclinationDeg', blind)).toMatchObject({
      difference: null,
    });
  });

  it('a view that is not known is no other one, and only the lift itself counts for it', () => {
    const unseen = changed(made({ bend: 40 }), (moment) => {
      moment.measures.viewAzimuthDeg.value = null;
    });
    expect(bentBack(made({ bend: 70 }), unseen).statement).toBe('more-than-the-error');
    const turnedAfter = changed(made({ bend: 40 }), (moment) => {
      if (moment.timeS < 1 || moment.timeS > 3) moment.measures.viewAzimuthDeg.value = -130;
    });
    expect(bentBack(made({ bend: 70 }), turnedAfter).statement).toBe('more-than-the-error');
  });

  it('checks that only one of them has are left out', () => {
    const { verdict, moments } = made({ bend: 40 });
    const fewer = { ...verdict, checks: verdict.checks.filter(({ id }) => id !== 'twist') };
    const ids = compareLifts(made({ bend: 70 }), { verdict: fewer, moments }).peaks.map(
      ({ id }) => id,
    );
    expect(ids).toContain('bent-back');
    expect(ids).not.toContain('twist');
  });
});
