import { describe, expect, it } from 'vitest';
import { MEASURE_NAMES } from '../../../../src/core/kinematics/measure';
import { judge, unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { smoothSeries } from '../../../../src/core/kinematics/series';
import { analysed, RECORDINGS, savedPoses } from '../recordings';

/** Trunk inclination over time, everything else unknown. */
const series = (rate: number, trunk: (t: number) => number | null, error = 5): Moment[] =>
  Array.from({ length: rate * 2 }, (_, i) => {
    const value = trunk(i / rate);
    const moment = unknownMoment(i / rate, 'no-person');
    if (value !== null)
      moment.measures.trunkInclinationDeg = judge('trunkInclinationDeg', value, error);
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

  describe('RATE-3', () => {
    /** The largest speed of a bend of 80°, half a wave of a cosine, seen at a rate; its furthest is at 1 s. */
    const fastest = (peakDegS: number, rate: number) => {
      const seconds = (Math.PI * 80) / (2 * peakDegS);
      const bend = (t: number): number =>
        40 * (1 - Math.cos(Math.PI * Math.min(1, Math.max(0, (t - 0.7) / seconds))));
      return smoothSeries(series(rate, bend, 3))
        .map(({ measures }) => measures.trunkVelocityDegS)
        .filter(({ value }) => value !== null)
        .reduce((a, b) => (b.value! > a.value! ? b : a));
    };

    it('judges a sudden movement at ten frames a second, and not at seven', () => {
      expect(fastest(240, 15).judged).toBe(true);
      expect(fastest(240, 10).judged).toBe(true);
      expect(fastest(240, 7).judged).toBe('rate-too-low');
    });

    it('judges a slow one at seven all the same', () => {
      expect(fastest(60, 7)).toMatchObject({ judged: true });
    });

    it.each([7, 8, 10, 12, 15])('the error holds what the rate loses: %i a second', (rate) => {
      for (const peak of [60, 120, 220]) {
        const { value, error } = fastest(peak, rate);
        expect(Math.abs(value! - peak)).toBeLessThan(error!);
      }
    });

    it('knows no speed at five frames a second, and says why', () => {
      const out = smoothSeries(series(5, (t) => t * 100));
      expect(out[5]!.measures.trunkVelocityDegS).toEqual({
        value: null,
        error: null,
        judged: 'rate-too-low',
      });
      expect(out[0]!.measures.trunkVelocityDegS.judged).toBe('too-short');
    });
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
