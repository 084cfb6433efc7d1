import { ok, type Result } from '../../core/errors';
import { measuredJob, type MeasuredJob } from '../../core/job/measured-job';
import type { JobRecord } from '../../core/records/job-record';
import type { EpochMs } from '../../core/units';
import { measuredSession } from '../../pipeline/session-measures';
import type { World } from '../ports';

/** A kept session as it measures a job. */
export interface MeasuredSitting {
  measured: MeasuredJob;
  /** In order of time. `number` from 1, as people count. */
  lifts: { liftId: string; number: number; startedMs: EpochMs }[];
}

/** Measures the session of a job again. @returns null when it is not kept any more */
export async function measureJob(
  world: Pick<World, 'store' | 'lifters'>,
  { sessionId, liftId, answers }: JobRecord,
): Promise<Result<MeasuredSitting | null>> {
  if (sessionId === null) return ok(null);
  const found = await measuredSession(world, sessionId, answers.heightM, (lift) => lift);
  if (!found.ok || found.value === null) return found.ok ? ok(null) : found;
  const { session, lifts } = found.value;
  return ok({
    measured: measuredJob(lifts, liftId),
    lifts: lifts.map(({ liftId: id, times }, i) => ({
      liftId: id,
      number: i + 1,
      startedMs: session.startedMs + 1000 * times.startS,
    })),
  });
}
