import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/core/kinematics/moment';
import {
  bendHalfWidth,
  halfWidth,
  metreError,
  twistHalfWidth,
} from '../../../../src/core/kinematics/uncertainty';
import type { MeasureName } from '../../../../src/core/kinematics/measure';

describe('half-width of the 90 % error', () => {
  it('is wider than the lifter states, by family and measure', () => {
    expect(halfWidth('movenet', 'trunkInclination', 3)).toBeCloseTo(4.8);
    expect(halfWidth('blazepose', 'trunkInclination', 3)).toBeCloseTo(6.45);
    expect(halfWidth('movenet', 'handAnkleH', 2)).toBeCloseTo(3.4);
  });

  it('of a bend beyond the horizontal grows', () => {
    const at = (mean: number): number =>
      bendHalfWidth('movenet', 'trunkInclination', { mean, sigma: 3 });
    expect(at(60)).toBeCloseTo(4.8);
    expect(at(90)).toBeCloseTo(6);
    expect(at(110)).toBeCloseTo(7.2);
  });

  it('of a twist depends on what is read, and how bent the trunk is', () => {
    const factor = (mean: number, trunk: number): number =>
      twistHalfWidth('movenet', { mean, sigma: 1 }, trunk);
    expect(factor(0, 10)).toBeCloseTo(1.1); // none: sure
    expect(factor(-20, 10)).toBeGreaterThan(3.2); // read too small: unsure
    expect(factor(34, 10)).toBeLessThan(1.3); // never invented
    expect(factor(-34, 10)).toBe(factor(34, 10));
    expect(factor(34, 80)).toBeCloseTo(3); // bent as well: unsure
    expect(factor(70, 10)).toBeCloseTo(1.05);
    expect(twistHalfWidth('movenet', { mean: 8, sigma: 4 }, 10)).toBeCloseTo(4 * factor(8, 10));
  });

  it('of a distance is a tenth of it wider while the height is assumed', () => {
    expect(metreError(0.05, 0.4, true)).toBeCloseTo(0.05);
    expect(metreError(0.05, 0.4, false)).toBeCloseTo(0.09);
  });
});

describe('JUDGE-1', () => {
  it.each<[MeasureName, number]>([
    ['trunkInclinationDeg', 10],
    ['axialTwistDeg', 15],
    ['kneeFlexionLeftDeg', 15],
    ['kneeFlexionRightDeg', 15],
    ['handReachM', 0.08],
  ])('%s is judged up to an error of %d', (name, limit) => {
    expect(judge(name, 1, limit).judged).toBe(true);
    expect(judge(name, 1, limit * 1.01).judged).toBe('too-uncertain');
  });
});
