import { ok, type Result } from '../../core/errors';
import { sessionsOf } from '../../core/course/course';
import type { VerdictsOf } from '../../core/course/group-result';
import type { SessionStore } from '../../core/records/session-store';
import type { TrainingRecord } from '../../core/records/training-record';
import type { LiftVerdict } from '../../core/scoring/check';
import { reportOf } from '../report/report-view';

/** The lifts of some trainings, as they are judged now; what is no lift is left out. */
export interface TrainingLifts {
  verdictsOf: VerdictsOf;
  /** Rule sets that judged them, each once. */
  rules: readonly string[];
}

export const NO_LIFTS: TrainingLifts = { verdictsOf: () => [], rules: [] };

/** Fetches what was judged in all turns of these trainings. */
export async function trainingLifts(
  store: Pick<SessionStore, 'records'>,
  trainings: readonly TrainingRecord[],
): Promise<Result<TrainingLifts>> {
  const verdicts = new Map<string, readonly LiftVerdict[]>();
  const rules = new Set<string>();
  for (const sessionId of trainings.flatMap(sessionsOf)) {
    // One after the other: each answer carries its skeletons, and only the verdicts are held on to.
    const records = await store.records({ sessionId });
    if (!records.ok) return records;
    const lifts = reportOf(records.value)?.lifts ?? [];
    verdicts.set(
      sessionId,
      lifts.map(({ verdict }) => verdict),
    );
    for (const lift of lifts) rules.add(lift.rules);
  }
  return ok({ verdictsOf: (id) => verdicts.get(id) ?? [], rules: [...rules] });
}
