import { describe, expect, it } from 'vitest';
import { judge } from '../../../../src/core/kinematics/moment';
import { metreError } from '../../../../src/core/kinematics/uncertainty';
import type { MeasureName } from '../../../../src/core/kinematics/measure';

describe('half-width of the 90 % error', () => {
  it('of a distance is a tenth of it wider while the height is assumed', () => {
    expect(metreError(0.05, 0.4, true)).toBeCloseTo(0.05);
    expect(metreError(0.05, 0.4, false)).toBeCloseTo(0.09);
  });
});

describe('JUDGE-1', () => {
  it.each<[MeasureName, number]>([
    ['trunkInclinationDeg', 10],
    ['hipShoulderInclinationDeg', 10],
    ['trunkFlexionDeg', 10],
    ['lateralBendDeg', 10],
    ['axialTwistDeg', 15],
    ['kneeFlexionLeftDeg', 15],
    ['kneeFlexionRightDeg', 15],
    ['neckFlexionDeg', 15],
    ['upperArmLeftDeg', 20],
    ['upperArmRightDeg', 20],
    ['elbowFlexionLeftDeg', 25],
    ['elbowFlexionRightDeg', 25],
    ['handDirectionDeg', 25],
    ['handReachM', 0.08],
  ])('%s is judged up to an error of %d', (name, limit) => {
    expect(judge(name, 1, limit).judged).toBe(true);
    expect(judge(name, 1, limit * 1.01).judged).toBe('too-uncertain');
  });
});
