import type { LiftStation, Participant, TrainingRecord } from '../records/training-record';
import type { CheckOfSession } from '../report/compare-sessions';
import { shareOf, type Share } from '../report/trends';
import type { LiftVerdict } from '../scoring/check';
import { RULES, SCORED_CHECKS, type Rule, type ScoredCheck } from '../scoring/rules';
import { turnsAt } from './course';
import { strainTotal, type StrainTotal } from './strain-total';

/** The lifts of a session, those that are none left out. */
export type VerdictsOf = (sessionId: string) => readonly LiftVerdict[];

/** What changed from baseline to retest, check by check, as coaching/paired-change gives it. */
export interface CheckChange {
  id: ScoredCheck;
  before: CheckOfSession;
  after: CheckOfSession;
  change: { difference: number; error: number; way: 'less' | 'more' | 'within-error' } | null;
}
export type ChangeOf = (
  before: readonly LiftVerdict[],
  after: readonly LiftVerdict[],
) => readonly CheckChange[];

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
  strain: StrainTotal | null;
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

/** @param change pairedChange of coaching */
export function groupResult(
  training: TrainingRecord,
  verdictsOf: VerdictsOf,
  change: ChangeOf,
): GroupResult {
  const lifted = training.roster.map((one) => {
    const before = verdictsAt(one, 'baseline', verdictsOf);
    const after = verdictsAt(one, 'retest', verdictsOf);
    return { before: before.length, after: after.length, changes: change(before, after) };
  });
  const checks = SCORED_CHECKS.map((id): GroupCheck => {
    const own = lifted.map(({ before, after, changes }) => ({
      isBoth: before > 0 && after > 0,
      ...changes.find((one) => one.id === id)!,
    }));
    const flaggedOf = (read: (one: CheckChange) => CheckOfSession): Share | null => {
      const judged = own.flatMap((one) => read(one).flagged ?? []);
      return shareOf(judged.filter(isFlagged).length, judged.length);
    };
    const count = (way: NonNullable<CheckChange['change']>['way']): number =>
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
    strain: strainTotal(
      training.roster.flatMap(({ turns }) => turns),
      (sessionId) => verdictsOf(sessionId).length,
    ),
  };
}
