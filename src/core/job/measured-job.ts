import { MEASURE_NAMES, type Measure, type MeasureName } from '../kinematics/measure';
import { unknown, type Moment, type Person } from '../kinematics/moment';
import type { Skeleton } from '../kinematics/skeleton';
import type { LiftTimes } from '../lifts/lift';
import { measuredFrequency, measuredTask, readingNear } from '../standards/niosh-from-lift';
import type { Fed, MeasuredTask } from '../standards/niosh-from-lift';
import { handSpeed, type HandSpeed } from '../standards/niosh-scope';
import type { Seconds } from '../units';

/** One lift of a session, as its kept track gives it. */
export interface MeasuredLift {
  id: string;
  /** On the session's clock. */
  times: LiftTimes;
  /** Measured again from the kept poses with the kept baseline, and smoothed as for scoring; in order of time. */
  moments: readonly Moment[];
  /** Of the frame nearest to the grasp and to the release; null = none, and MAC does not judge the arms. */
  skeletons: { grasp: Skeleton | null; release: Skeleton | null };
}

/** Over what the lifts of a session were looked for, and whose they are. */
export interface MeasuredSession {
  person: Person;
  fromS: Seconds;
  toS: Seconds;
}

/** What the hands and the body did when the load was taken or let go. */
export interface MeasuredMoment {
  measures: Record<MeasureName, Measure>;
  skeleton: Skeleton | null;
}

/** What the camera measured of a job: the lift that stands for it, and all lifts of its session. */
export interface MeasuredJob {
  person: Person;
  task: MeasuredTask;
  speed: HandSpeed;
  perMinute: Fed;
  /** The chosen lift from bending down to upright again. */
  moments: readonly Moment[];
  grasp: MeasuredMoment;
  /** null: the load was not seen being put down. */
  release: MeasuredMoment | null;
  /** Of every lift of the session, the chosen one among them. */
  tasks: readonly MeasuredTask[];
}

/** The middle of the judged frames about a moment, of every measure. */
function measuresNear(moments: readonly Moment[], atS: Seconds): MeasuredMoment['measures'] {
  const measures = MEASURE_NAMES.map((name): [MeasureName, Measure] => {
    const { value, error, ask } = readingNear(moments, name, atS);
    if (ask === null) return [name, { value, error, judged: true }];
    return [name, unknown(ask === 'not-seen' ? 'too-short' : ask)];
  });
  return Object.fromEntries(measures) as MeasuredMoment['measures'];
}

/**
 * Rule JOB-1: what the camera measured of a job.
 * @param lifts all lifts of the session that could be measured again, in order of time
 * @param liftId the one that stands for the task
 * @returns null when no lift was chosen or the chosen one is not among them
 */
export function measuredJob(
  lifts: readonly MeasuredLift[],
  liftId: string | null,
  { person, fromS, toS }: MeasuredSession,
): MeasuredJob | null {
  const lift = lifts.find(({ id }) => id === liftId);
  if (lift === undefined) return null;
  const { times, moments, skeletons } = lift;
  const { startS, graspS, releaseS } = times;
  const untilS = times.lowerEndS ?? times.endS;
  return {
    person,
    task: measuredTask(times, moments),
    speed: handSpeed(moments, graspS, times.endS),
    perMinute: measuredFrequency(
      lifts.map((one) => one.times.graspS),
      fromS,
      toS,
    ),
    moments: moments.filter(({ timeS }) => timeS >= startS && timeS <= untilS),
    grasp: { measures: measuresNear(moments, graspS), skeleton: skeletons.grasp },
    release:
      releaseS === null
        ? null
        : { measures: measuresNear(moments, releaseS), skeleton: skeletons.release },
    tasks: lifts.map((one) => measuredTask(one.times, one.moments)),
  };
}
