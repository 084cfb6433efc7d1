import { describe, expect, it } from 'vitest';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { compareCurves, difference, readingAt } from '../../../../src/core/review/comparison';
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

  it('have a reading for every 24th of a phase that both lifts have', () => {
    const up = { ...quick, lowerStartS: null, releaseS: null, lowerEndS: null };
    const curves = compareCurves(
      { times: slow, moments: bends(slow, 40, 3) },
      { times: up, moments: bends(quick, 70, 4) },
      'trunkInclinationDeg',
    );
    expect(curves.map(({ phase }) => phase)).toEqual(Array.from({ length: 49 }, (_, i) => i / 24));
  });

  it('do not reach over a stretch without frames', () => {
    const moments = bends(slow, 40, 3).filter(({ timeS }) => timeS < 2 || timeS > 4);
    expect(readingAt(moments, 'trunkInclinationDeg', 3).value).toBeNull();
    expect(readingAt(moments, 'trunkInclinationDeg', 99).value).toBeNull();
  });
});

describe('a reading between frames', () => {
  const reading = (value: number | null, error: number | null) => ({ value, error });
  /** A frame at each time, with what was measured in it. */
  const frames = (...seen: [timeS: number, value: number | null, error: number | null][]) =>
    seen.map(([timeS, value, error]) => {
      const moment = unknownMoment(timeS, 'too-short');
      moment.measures.trunkInclinationDeg = { value, error, judged: true };
      return moment;
    });
  const at = (moments: readonly Moment[], timeS: number) =>
    readingAt(moments, 'trunkInclinationDeg', timeS);
  const two = frames([1, 20, 5], [1.25, 40, 3]);

  it('is on the straight line between them, no surer than the less sure of both', () => {
    expect(at(two, 1.0625)).toEqual(reading(25, 5));
  });

  it('at a frame is that of the frame, the first one too; before it and after the last there is none', () => {
    expect(at(two, 1)).toEqual(reading(20, 5));
    expect(at(two, 1.25)).toEqual(reading(40, 3));
    expect([at(two, 0.99), at(two, 1.26)]).toEqual([reading(null, null), reading(null, null)]);
  });

  it('reaches over 0.35 s and no further', () => {
    expect(at(frames([0, 20, 5], [0.35, 40, 5]), 0.07).value).toBeCloseTo(24, 9);
    expect(at(frames([0, 20, 5], [0.36, 40, 5]), 0.07).value).toBeNull();
  });

  it('is none where one of them is not known, nor a difference of what has no error', () => {
    const nothing = reading(null, null);
    expect(at(frames([0, null, null], [0.2, 40, 5]), 0.1)).toEqual(nothing);
    expect(at(frames([0, 20, null], [0.2, 40, 5]), 0.1)).toEqual(nothing);
    expect(at(frames([0, 20, 5], [0.2, 40, null]), 0.1)).toEqual(nothing);
    expect(difference(reading(30, 3), reading(42, 4))).toEqual(reading(12, 5));
    expect(difference(reading(30, null), reading(42, 4))).toEqual(nothing);
    expect(difference(reading(30, 3), reading(null, 4))).toEqual(nothing);
  });
});
