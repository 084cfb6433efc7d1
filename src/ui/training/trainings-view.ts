import { compareSessions } from '../../core/report/compare-sessions';
import type { Share } from '../../core/report/trends';
import { verdictsAt, type VerdictsOf } from '../../core/course/group-result';
import type { LiftStation, Participant, TrainingRecord } from '../../core/records/training-record';
import type { ScoredCheck } from '../../core/scoring/rules';
import type { EpochMs } from '../../core/units';

/** Trainings that repeat each other, newest first. */
export interface Programme {
  id: string;
  trainings: readonly TrainingRecord[];
}

export const hasBegun = ({ roster }: TrainingRecord): boolean =>
  roster.some(({ turns }) => turns.length > 0);

export type TrainingState = 'planned' | 'running' | 'over';
export function stateOf(training: TrainingRecord): TrainingState {
  if (training.endedMs !== null) return 'over';
  return hasBegun(training) ? 'running' : 'planned';
}

/** Programmes in order of their newest training. */
export function programmesOf(trainings: readonly TrainingRecord[]): Programme[] {
  const programmes = new Map<string, TrainingRecord[]>();
  for (const training of trainings.toSorted((a, b) => b.startedMs - a.startedMs)) {
    const held = programmes.get(training.programmeId);
    if (held === undefined) programmes.set(training.programmeId, [training]);
    else held.push(training);
  }
  return [...programmes].map(([id, held]) => ({ id, trainings: held }));
}

export const isThrough = ({ station }: Participant): boolean => station === 'result';

export const throughOf = ({ roster }: TrainingRecord): number => roster.filter(isThrough).length;

/** One training in the course of a programme. Shares are of judged lifts; null = none was judged. */
export interface ProgrammePoint {
  trainingId: string;
  startedMs: EpochMs;
  before: Share | null;
  after: Share | null;
}

/**
 * How often a check was flagged in each training, oldest first.
 * @param personId whose lifts; null = everybody's
 */
export const courseOf = (
  trainings: readonly TrainingRecord[],
  verdictsOf: VerdictsOf,
  personId: string | null,
  check: ScoredCheck,
): ProgrammePoint[] =>
  trainings
    .toSorted((a, b) => a.startedMs - b.startedMs)
    .map(({ id, startedMs, roster }) => {
      const people = roster.filter((one) => personId === null || one.id === personId);
      const all = (station: LiftStation) =>
        people.flatMap((person) => verdictsAt(person, station, verdictsOf));
      const found = compareSessions(all('baseline'), all('retest')).find((one) => one.id === check);
      return {
        trainingId: id,
        startedMs,
        before: found?.a.flagged ?? null,
        after: found?.b.flagged ?? null,
      };
    });

/** Everybody who was in any of these trainings, each once, by the name of the newest. */
export function peopleOf(trainings: readonly TrainingRecord[]): { id: string; name: string }[] {
  const known = new Map<string, string>();
  for (const { roster } of trainings.toSorted((a, b) => a.startedMs - b.startedMs))
    for (const { id, name } of roster) known.set(id, name);
  return [...known].map(([id, name]) => ({ id, name }));
}
