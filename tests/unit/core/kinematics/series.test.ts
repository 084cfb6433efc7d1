import { describe, expect, it } from 'vitest';
import { MEASURE_NAMES } from '../../../../src/core/kinematics/measure';
import { judge, unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { smoothSeries } from '../../../../src/core/kinematics/series';
import { analysed, RECORDINGS, savedPoses } from '../recordings';

/** Trunk inclination over time, everything else unknown. */
const series = (rate: number, trunk: (t: number) => number | null): Moment[] =>
  Array.from({ length: rate * 2 }, (_, i) => {
    const value = trunk(i / rate);
    const moment = unknownMoment(i / rate, 'no-person');
    if (value !== null)
      moment.measures.trunkInclinationDeg = judge('trunkInclinationDeg', value, 5);
    return moment;
  });

describe('smoothing', () => {
  it('replaces a spike of one frame', () => {
    const out = smoothSeries(series(15, (t) => (Math.round(t * 15) === 12 ? 90 : 10)));
    expect(out[12]!.measures.trunkInclinationDeg.value).toBeCloseTo(10, 5);
  });

  it.each([10, 15, 30])(
    'measures a steady trunk speed of 100 °/s at %i frames a second',
    (rate) => {
      const out = smoothSeries(series(rate, (t) => t * 100));
      expect(out[rate]!.measures.trunkVelocityDegS.value).toBeCloseTo(100, 0);
      expect(out[rate]!.measures.trunkVelocityDegS.judged).toBe(true);
    },
  );

  it('does not judge speed at five frames a second', () => {
    const out = smoothSeries(series(5, (t) => t * 100));
    expect(out[5]!.measures.trunkVelocityDegS.judged).toBe('too-short');
  });

  it('what was unknown stays unknown', () => {
    const out = smoothSeries(series(15, (t) => (t > 0.5 && t < 1 ? null : 10)));
    expect(out[12]!.measures.trunkInclinationDeg).toEqual({
      value: null,
      error: null,
      judged: 'no-person',
    });
  });
});

describe('every frame of every recording', () => {
  it.each(RECORDINGS)('%s: a value is a number with an error, or null with a reason', (name) => {
    for (const frame of analysed(savedPoses(name)).frames) {
      for (const measure of MEASURE_NAMES) {
        if (frame[measure] === null) {
          expect(frame.errors[measure]).toBeNull();
          expect(frame.judged[measure]).not.toBe(true);
        } else {
          expect(Number.isFinite(frame[measure])).toBe(true);
          expect(frame.errors[measure]).toBeGreaterThan(0);
        }
      }
      expect(frame.lumbarFlexionDeg).toBeNull();
    }
  });
});
