import type { Moment, Person } from '../kinematics/moment';
import type { Skeleton } from '../kinematics/skeleton';
import type { LiftTimes } from '../lifts/lift';
import {
  measuredFrequency,
  measuredTask,
  type Fed,
  type MeasuredTask,
} from '../standards/niosh-from-lift';
import { handSpeed, type HandSpeed } from '../standards/niosh-scope';
import type { Seconds } from '../units';

/** One lift of a session, measured from its poses. Times are the session's. */
export interface LiftMoments {
  times: LiftTimes;
  /** Whom metres are scaled by. */
  person: Person;
  /** Smoothed, covering the lift and a little more. */
  moments: readonly Moment[];
  /** One a moment; null = nobody was found. */
  skeletons: readonly (Skeleton | null)[];
}

/** A lift with what the lifting equation can read off it. */
export interface MeasuredLift extends LiftMoments {
  task: MeasuredTask;
  speed: HandSpeed;
}

/** What a camera measured of a job. */
export interface MeasuredJob {
  /** The lift that stands for the task; null = none was chosen, or nothing of it was kept. */
  lift: MeasuredLift | null;
  /** All lifts of the session that could be measured, in order. */
  lifts: readonly MeasuredLift[];
  /** How many lifts there are, measured or not. */
  count: number;
  perMinute: Fed;
}

/** One lift of a session: what it was measured as, where its poses are kept. */
interface SessionLift {
  liftId: string;
  times: LiftTimes;
  measured: LiftMoments | null;
}

function measuredLift(lift: LiftMoments): MeasuredLift {
  const { times, moments } = lift;
  const speed = handSpeed(moments, times.graspS, times.endS);
  return { ...lift, task: measuredTask(times, moments), speed };
}

/** Rule JOB-3. @param lifts of one session, in order @param liftId of the one that stands for the task */
export function measuredJob(lifts: readonly SessionLift[], liftId: string | null): MeasuredJob {
  const all = lifts.flatMap(({ liftId: id, measured }) =>
    measured === null ? [] : [{ id, lift: measuredLift(measured) }],
  );
  const lastS = lifts.reduce<Seconds>(
    (s, { times }) => Math.max(s, times.lowerEndS ?? times.endS),
    0,
  );
  const grasps = lifts.map(({ times }) => times.graspS);
  return {
    lift: all.find(({ id }) => id === liftId)?.lift ?? null,
    lifts: all.map(({ lift }) => lift),
    count: lifts.length,
    perMinute: measuredFrequency(grasps, 0, lastS),
  };
}
