import {
  noAnswers,
  withAnswer,
  type AnswerPath,
  type AnswerValue,
} from '../../../../src/core/job/job-answers';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import { measuredJob, type LiftMoments } from '../../../../src/core/job/measured-job';
import type { JobSheet, MethodSheet, ResultName } from '../../../../src/core/job/sheet';
import type { Measure, MeasureName } from '../../../../src/core/kinematics/measure';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { JobAnswers } from '../../../../src/core/records/job-record';

export const measure = (value: number, error: number): Measure => ({ value, error, judged: true });

/** Taken low, put down at the waist within a second, trunk bent to 70° and back. */
export function aLift({
  fromS = 0,
  reachM = 0.4,
  error = 0.03,
  heldS = 0,
  slow = true,
} = {}): LiftMoments {
  const riseS = slow ? 2 : 0.4;
  const moments: Moment[] = Array.from({ length: Math.round(15 * (5 + heldS)) + 1 }, (_, i) => {
    const t = i / 15;
    const moment = unknownMoment(fromS + t, 'no-baseline');
    const bend = Math.max(0, 70 - 50 * Math.max(0, Math.abs(t - 1) - heldS));
    const up = Math.min(1, Math.max(0, (t - 1) / riseS));
    Object.assign(moment.measures, {
      trunkInclinationDeg: measure(bend, 5),
      trunkFlexionDeg: measure(bend, 5),
      hipShoulderInclinationDeg: measure(bend, 5),
      lateralBendDeg: measure(0, 4),
      axialTwistDeg: measure(2, 6),
      neckFlexionDeg: measure(16, 5),
      kneeFlexionLeftDeg: measure(20, 5),
      kneeFlexionRightDeg: measure(20, 5),
      upperArmLeftDeg: measure(40, 8),
      upperArmRightDeg: measure(40, 8),
      elbowFlexionLeftDeg: measure(10, 8),
      elbowFlexionRightDeg: measure(10, 8),
      handReachM: measure(reachM + (0.3 - reachM) * up, error),
      handHeightM: measure(0.1 + 0.75 * up, error),
      handDirectionDeg: measure(5, 12),
    });
    return moment;
  });
  return {
    times: {
      startS: fromS + 0.2,
      graspS: fromS + 1,
      peakS: fromS + 1,
      endS: fromS + 3,
      lowerStartS: fromS + 3.2,
      releaseS: fromS + 4,
      lowerEndS: fromS + 4.8,
    },
    moments,
    skeletons: moments.map(() => null),
    person: { heightM: 1.7, heightEntered: false },
  };
}

/** A lift of which frame i is measured otherwise. */
export function changedAt(
  i: number,
  change: Partial<Record<MeasureName, number>>,
  lift = aLift(),
): LiftMoments {
  const moment = lift.moments[i]!;
  for (const [name, value] of Object.entries(change))
    moment.measures[name as MeasureName] = measure(value, 0.01);
  return lift;
}
export const byHand = (given: Given): JobSheet =>
  jobSheet({ measured: null, answers: answersOf(given) });
/** An input by where it is answered. */
export const inputAt = ({ inputs }: Pick<MethodSheet<unknown>, 'inputs'>, path: string) =>
  inputs.find((one) => one.path === path);

export const jobOf = (lifts: readonly (LiftMoments | null)[], liftId: string | null = '0') =>
  measuredJob(
    lifts.map((measured, i) => ({
      liftId: String(i),
      times: measured?.times ?? aLift().times,
      measured,
    })),
    liftId,
  );
export const twoLifts = () => jobOf([aLift(), aLift({ fromS: 10, reachM: 0.5 })]);

export type Given = Partial<Record<AnswerPath, AnswerValue>>;
export const answersOf = (given: Given): JobAnswers =>
  (Object.entries(given) as [AnswerPath, AnswerValue][]).reduce(
    (all, [path, value]) => withAnswer(all, path, value),
    noAnswers(),
  );
export const WORK: Given = {
  massKg: 12,
  coupling: 'fair',
  control: false,
  perMinute: 2,
  spells: [{ workMin: 120, recoveryMin: null }],
};
export const sheetOf = (given: Given, measured = twoLifts()): JobSheet =>
  jobSheet({ measured, answers: answersOf(given) });
export const found = (sheet: MethodSheet<unknown>, name: ResultName) =>
  sheet.results.find((one) => one.name === name);
