import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Measure } from '../../../../src/core/kinematics/measure';
import type { LiftTimes } from '../../../../src/core/lifts/lift';
import { measuredFrequency, measuredTask } from '../../../../src/core/standards/niosh-from-lift';

const TIMES: LiftTimes = {
  startS: 0.5,
  graspS: 1,
  peakS: 1,
  endS: 2,
  lowerStartS: 3,
  releaseS: 4,
  lowerEndS: 5,
};

const measure = (value: number, error: number): Measure => ({ value, error, judged: true });

/** Taken low and to the left, put down high and ahead. */
function moments(): Moment[] {
  return Array.from({ length: 76 }, (_, i) => {
    const moment = unknownMoment(i / 15, 'too-short');
    const late = moment.timeS > 2.5;
    moment.measures.handReachM = measure(late ? 0.3 : 0.4, 0.03);
    moment.measures.handHeightM = measure(late ? 0.8 : 0.1, 0.04);
    moment.measures.handDirectionDeg = measure(late ? -5 : 30, 12);
    return moment;
  });
}

describe('inputs from a measured lift (NIOSH-18)', () => {
  it('are the hands at grasp and release, from wrists to knuckles and from ankles to the floor', () => {
    const { origin, destination, travelCm } = measuredTask(TIMES, moments());
    expect(origin.horizontalCm.value).toBeCloseTo(48, 9);
    expect(origin.horizontalCm.error).toBeCloseTo(Math.hypot(3, 5), 9);
    expect(origin.verticalCm.value).toBeCloseTo(14, 9);
    expect(origin.verticalCm.error).toBeCloseTo(Math.hypot(4, 2, 5), 9);
    expect(origin.asymmetryDeg.value).toBeCloseTo(30, 9);
    expect(origin.asymmetryDeg.error).toBeCloseTo(Math.hypot(12, 20), 9);
    expect(destination.horizontalCm.value).toBeCloseTo(38, 9);
    expect(destination.verticalCm.value).toBeCloseTo(84, 9);
    expect(destination.asymmetryDeg.value).toBeCloseTo(5, 9);
    // the allowances are in both heights alike
    expect(travelCm.value).toBeCloseTo(70, 9);
    expect(travelCm.error).toBeCloseTo(Math.hypot(4, 4), 9);
  });

  it('ask for the destination when it was not seen', () => {
    const { origin, destination, travelCm } = measuredTask({ ...TIMES, releaseS: null }, moments());
    expect(origin.verticalCm.ask).toBeNull();
    const notSeen = { value: null, error: null, ask: 'not-seen' };
    expect(destination).toEqual({
      horizontalCm: notSeen,
      verticalCm: notSeen,
      asymmetryDeg: notSeen,
    });
    expect(travelCm).toEqual(notSeen);
  });

  it('ask for what was not judged, and say why', () => {
    const seen = moments();
    for (const { measures } of seen) {
      measures.handDirectionDeg.judged = 'too-uncertain';
      measures.handHeightM = { value: null, error: null, judged: 'out-of-frame' };
    }
    const { origin, travelCm } = measuredTask(TIMES, seen);
    expect(origin.asymmetryDeg).toEqual({ value: null, error: null, ask: 'too-uncertain' });
    expect(origin.verticalCm.ask).toBe('out-of-frame');
    expect(travelCm.ask).toBe('out-of-frame');
    expect(origin.horizontalCm.ask).toBeNull();
    expect(measuredTask(TIMES, []).origin.horizontalCm.ask).toBe('too-short');
  });

  it('are not moved by a slip of one frame, and never lie below the floor', () => {
    const seen = moments();
    seen[15]!.measures.handReachM = measure(0.9, 0.03);
    for (const { measures } of seen) measures.handHeightM = measure(-0.2, 0.04);
    const { origin } = measuredTask(TIMES, seen);
    expect(origin.horizontalCm.value).toBeCloseTo(48, 9);
    expect(origin.verticalCm.value).toBe(0);
  });

  it('are plain data', () => {
    const task = measuredTask({ ...TIMES, releaseS: null }, moments());
    expect(JSON.parse(JSON.stringify(task))).toEqual(task);
  });
});

describe('frequency from the times of the lifts (NIOSH-19)', () => {
  const every = (seconds: number, untilS: number): number[] =>
    Array.from({ length: Math.floor(untilS / seconds) }, (_, i) => (i + 0.5) * seconds);

  it('counts lifts a minute, with the error of a count', () => {
    const { value, error } = measuredFrequency(every(30, 600), 0, 600);
    expect(value).toBeCloseTo(2, 9);
    expect(error).toBeCloseTo((1.645 * Math.sqrt(20)) / 10, 9);
  });

  it('takes the busiest quarter of an hour of a longer session', () => {
    const late = every(15, 900).map((t) => t + 1800);
    expect(measuredFrequency([...every(100, 1800), ...late], 0, 3600).value).toBeCloseTo(4, 9);
  });

  it('asks when there was too little to count', () => {
    const asked = { value: null, error: null, ask: 'too-short' };
    expect(measuredFrequency(every(30, 299), 0, 299)).toEqual(asked);
    expect(measuredFrequency([10, 20], 0, 600)).toEqual(asked);
    expect(measuredFrequency([], 0, 600)).toEqual(asked);
  });
});
