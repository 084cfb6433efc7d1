import type { JobAnswers, JobRecord } from '../records/job-record';

/** Ids of what was deleted. */
export interface Gone {
  sessions?: ReadonlySet<string>;
  lifts?: ReadonlySet<string>;
}

/** Rules KEEP-1 and KEEP-2: a job without links to what is gone. @returns the same object when it has none */
export function withoutLinksTo(job: JobRecord, { sessions, lifts }: Gone): JobRecord {
  if (job.sessionId !== null && sessions?.has(job.sessionId))
    return { ...job, sessionId: null, liftId: null };
  return job.liftId !== null && lifts?.has(job.liftId) ? { ...job, liftId: null } : job;
}

const withoutBody = (answers: JobAnswers): JobAnswers => ({
  ...answers,
  heightM: null,
  iso: { ...answers.iso, sex: null, ageYears: null },
});

/**
 * Rule KEEP-3: a job without what was said about the body of somebody who lifted in one of these sessions.
 * @returns the same object when another session measures it, or none
 */
export function withoutBodyOf(job: JobRecord, sessions: ReadonlySet<string>): JobRecord {
  if (job.sessionId === null || !sessions.has(job.sessionId)) return job;
  const { answers, changed } = job;
  return {
    ...job,
    answers: withoutBody(answers),
    changed: changed === null ? null : withoutBody(changed),
  };
}
