import type { Measure, NotJudgedReason } from '../../../../src/core/kinematics/measure';
import {
  addLift,
  addSample,
  noBentTime,
  type BentTime,
  type StrainSample,
} from '../../../../src/core/strain/bent-time';

export const known = (value: number, error = 5): Measure => ({ value, error, judged: true });
export const unknown = (judged: NotJudgedReason): Measure => ({ value: null, error: null, judged });

export const at = (timeS: number, deg: number, error = 5): StrainSample => ({
  timeS,
  trunkInclinationDeg: known(deg, error),
});

/** A course of the trunk as corners joined by straight lines, sampled so many times a second. */
export type Course = readonly (readonly [timeS: number, deg: number])[];

export function degAt(course: Course, timeS: number): number {
  const after = course.findIndex(([t]) => t >= timeS);
  if (after <= 0) return course[Math.max(0, after)]![1];
  const [[t0, a], [t1, b]] = [course[after - 1]!, course[after]!];
  return a + ((timeS - t0) / (t1 - t0)) * (b - a);
}

export function sampled(course: Course, perSecond: number, error = 5): StrainSample[] {
  const [from, to] = [course[0]![0], course.at(-1)![0]];
  const count = Math.round((to - from) * perSecond);
  return Array.from({ length: count + 1 }, (_, k) => {
    const timeS = Math.min(to, from + k / perSecond);
    return at(timeS, degAt(course, timeS), error);
  });
}

export const counted = (samples: readonly StrainSample[], state: BentTime = noBentTime()) =>
  samples.reduce(addSample, state);
export const withLifts = (times: readonly number[], state: BentTime = noBentTime()) =>
  times.reduce(addLift, state);
