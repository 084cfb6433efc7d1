import { describe, expect, it } from 'vitest';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { compareCurves, readingAt } from '../../../../src/core/review/comparison';
import { commonKnots, phaseAt, phaseKnots, timeAt } from '../../../../src/core/review/phases';
import { aVerdict } from '../../../fixtures/kept';

const times = (startS: number, pace: number): LiftVerdict => ({
  ...aVerdict(),
  startS,
  graspS: startS + pace,
  peakS: startS + pace,
  endS: startS + 3 * pace,
  lowerStartS: startS + 4 * pace,
  releaseS: startS + 5 * pace,
  lowerEndS: startS + 6 * pace,
});

/** The bend of a lift that is at its deepest at the grasp and the release. */
const bends = (lift: LiftVerdict, deepest: number, error: number): Moment[] =>
  Array.from({ length: 241 }, (_, i) => {
    const timeS = lift.startS + ((lift.lowerEndS! - lift.startS) * i) / 240;
    const moment = unknownMoment(timeS, 'too-short');
    const phase = phaseAt(phaseKnots(lift), timeS);
    const near = Math.max(0, 1 - Math.abs(phase - 1), 1 - Math.abs(phase - 4));
    moment.measures.trunkInclinationDeg = { value: deepest * near, error, judged: true };
    return moment;
  });

describe('phases', () => {
  it('keeps the pace out: the same phase of a slow and of a quick lift', () => {
    const [slow, quick] = commonKnots(times(1, 2), times(7, 0.5));
    for (const phase of [0, 0.5, 1, 2.25, 4.9, 5]) {
      expect(phaseAt(slow, timeAt(slow, phase))).toBeCloseTo(phase, 9);
      expect(timeAt(quick, phase) - 7).toBeCloseTo((timeAt(slow, phase) - 1) / 4, 9);
    }
  });

  it('stays within the lift, and knows only what both lifts have', () => {
    const up = { ...times(0, 1), lowerStartS: null, releaseS: null, lowerEndS: null };
    const [knots, others] = commonKnots(times(0, 1), up);
    expect(knots.map(({ phase }) => phase)).toEqual([0, 1, 2]);
    expect(others.map(({ phase }) => phase)).toEqual([0, 1, 2]);
    expect(timeAt(knots, 4)).toBe(3);
    expect(phaseAt(knots, -5)).toBe(0);
  });

  it('leaves a moment out that is not after the one before it', () => {
    expect(phaseKnots({ ...times(0, 1), graspS: 0 }).map(({ phase }) => phase)).toEqual([
      0, 2, 3, 4, 5,
    ]);
  });
});

describe('compared curves', () => {
  const [slow, quick] = [times(1, 2), times(7, 0.5)];

  it('lay lifts of another pace over each other: the difference is that of the depth alone', () => {
    const curves = compareCurves(
      { times: slow, moments: bends(slow, 40, 3) },
      { times: quick, moments: bends(quick, 70, 4) },
      'trunkInclinationDeg',
    );
    expect(curves[0]?.phase).toBe(0);
    expect(curves.at(-1)?.phase).toBe(5);
    for (const { phase, difference: between } of curves) {
      const near = Math.max(0, 1 - Math.abs(phase - 1), 1 - Math.abs(phase - 4));
      expect(Math.abs(between.value! - 30 * near)).toBeLessThan(1.5);
      expect(between.error).toBeCloseTo(5, 9);
    }
  });

  it('have a gap where one of them was not judged', () => {
    const moments = bends(slow, 40, 3);
    for (const moment of moments)
      if (moment.timeS > 2 && moment.timeS < 4)
        moment.measures.trunkInclinationDeg.judged = 'too-uncertain';
    const curves = compareCurves(
      { times: slow, moments },
      { times: quick, moments: bends(quick, 70, 4) },
      'trunkInclinationDeg',
    );
    const [hidden, seen] = [curves.find(({ phase }) => phase === 1)!, curves.at(-1)!];
    expect(hidden.difference).toEqual({ value: null, error: null });
    expect(hidden.second.value).toBeCloseTo(70, 5);
    expect(seen.difference.value).not.toBeNull();
  });

  it('do not reach over a stretch without frames', () => {
    const moments = bends(slow, 40, 3).filter(({ timeS }) => timeS < 2 || timeS > 4);
    expect(readingAt(moments, 'trunkInclinationDeg', 3).value).toBeNull();
    expect(readingAt(moments, 'trunkInclinationDeg', 99).value).toBeNull();
  });
});
