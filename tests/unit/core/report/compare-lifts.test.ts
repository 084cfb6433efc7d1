import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { compareLifts, type ComparedLift } from '../../../../src/core/report/compare-lifts';
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
});
