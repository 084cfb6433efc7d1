import { expect, test } from 'vitest';
import { compositeOf } from '../../../../src/core/job/composite-job';
import { noAnswers } from '../../../../src/core/job/job-answers';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { JobAnswers } from '../../../../src/core/records/job-record';

const answers = (massKg: number, workMin: number): JobAnswers => ({
  ...noAnswers(),
  massKg,
  coupling: 'good',
  control: false,
  perMinute: 1,
  spells: [{ workMin, recoveryMin: null }],
  origin: { horizontalCm: 40, verticalCm: 75, asymmetryDeg: 0 },
  destination: { horizontalCm: null, verticalCm: 100, asymmetryDeg: null },
});
const detailOf = (massKg: number, workMin: number) =>
  jobSheet({ measured: null, answers: answers(massKg, workMin) }).niosh.detail!;

test('JOB-15: the heavier job, and what the other adds by being done as well, over the longer time', () => {
  const found = compositeOf([detailOf(6, 60), detailOf(12, 120)])!;
  // FM of 1 and 2 lifts a minute over 1–2 h from 75 cm: 0.88 and 0.84
  const [light, heavy] = [6 / (23 * (25 / 40)), 12 / (23 * (25 / 40))];
  expect(found.index).toBeCloseTo(heavy / 0.88 + light * (1 / 0.84 - 1 / 0.88), 9);
  expect(found.verified).toBe(true);
});

test('one job alone is no composite, nor is one with a job outside the equation', () => {
  expect(compositeOf([detailOf(6, 60)])).toBeNull();
  const far = detailOf(6, 60);
  const outside = {
    ...far,
    task: { ...far.task, origin: { ...far.task.origin, horizontalCm: 70 } },
  };
  expect(compositeOf([far, outside])).toBeNull();
});
