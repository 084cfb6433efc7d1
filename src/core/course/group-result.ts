import { pairedChange, type PairedChange } from '../coaching/paired-change';
import type { LiftStation, Participant, TrainingRecord } from '../records/training-record';
import type { CheckOfSession } from '../report/compare-sessions';
import { shareOf, type Share } from '../report/trends';
import type { LiftVerdict } from '../scoring/check';
import { RULES, SCORED_CHECKS, type Rule, type ScoredCheck } from '../scoring/rules';
import { addTotals, type StrainTotals } from '../strain/bent-time';
import { turnsAt } from './course';

/** The lifts of a session, those that are none left out. */
export type VerdictsOf = (sessionId: string) => readonly LiftVerdict[];

/** One check over the people of a training. */
export interface GroupCheck {
  id: ScoredCheck;
  unit: Rule['unit'];
  /** Rule GROUP-1: people it was flagged for, of those it was judged for; null = it was judged for nobody. */
  baseline: Share | null;
  retest: Share | null;
  /** Rule GROUP-2: people by what changed. */
  less: number;
  more: number;
  withinError: number;
  /** They lifted at both, but it was judged too seldom to tell. */
  notTold: number;
}

/** A training's result, of all together and of nobody by name (rule GROUP-3). */
export interface GroupResult {
  /** People in the roster, and how many of them lifted at the stations. */
  people: number;
  atBaseline: number;
  atRetest: number;
  checks: GroupCheck[];
  /** Rule GROUP-4: of all turns that tell it, done again or not. null = none does. */
  strain: StrainTotals | null;
}

/** The lifts of the turns of one person that count. */
export const verdictsAt = (
  participant: Participant,
  station: LiftStation,
  verdictsOf: VerdictsOf,
): LiftVerdict[] =>
  turnsAt(participant, station).flatMap(({ sessionId }) => [...verdictsOf(sessionId)]);

const MOSTLY = 0.5;
const isFlagged = ({ value }: Share): boolean => value >= MOSTLY;

/** Rule GROUP-4: slow strain of all turns of these people; null = nothing was measured. */
export const strainOf = (people: readonly Participant[]): StrainTotals | null =>
  people
    .flatMap(({ turns }) => turns.flatMap(({ strain }) => strain ?? []))
    .reduce<StrainTotals | null>((sum, one) => (sum === null ? one : addTotals(sum, one)), null);

/** What a training came to: rules GROUP-1..4. */
export function groupResult(training: TrainingRecord, verdictsOf: VerdictsOf): GroupResult {
  const lifted = training.roster.map((one) => {
    const before = verdictsAt(one, 'baseline', verdictsOf);
    const after = verdictsAt(one, 'retest', verdictsOf);
    return { before: before.length, after: after.length, changes: pairedChange(before, after) };
  });
  const checks = SCORED_CHECKS.map((id): GroupCheck => {
    const own = lifted.map(({ before, after, changes }) => ({
      isBoth: before > 0 && after > 0,
      ...changes.find((one) => one.id === id)!,
    }));
    const flaggedOf = (read: (one: PairedChange) => CheckOfSession): Share | null => {
      const judged = own.flatMap((one) => read(one).flagged ?? []);
      return shareOf(judged.filter(isFlagged).length, judged.length);
    };
    const count = (way: NonNullable<PairedChange['change']>['way']): number =>
      own.filter((one) => one.change?.way === way).length;
    return {
      id,
      unit: RULES[id].unit,
      baseline: flaggedOf(({ before }) => before),
      retest: flaggedOf(({ after }) => after),
      less: count('less'),
      more: count('more'),
      withinError: count('within-error'),
      notTold: own.filter((one) => one.isBoth && one.change === null).length,
    };
  });
  return {
    people: training.roster.length,
    atBaseline: lifted.filter(({ before }) => before > 0).length,
    atRetest: lifted.filter(({ after }) => after > 0).length,
    checks,
    strain: strainOf(training.roster),
  };
}
