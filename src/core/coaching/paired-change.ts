import { compareSessions, type CheckOfSession } from '../report/compare-sessions';
import type { LiftVerdict } from '../scoring/check';
import type { Rule, ScoredCheck } from '../scoring/rules';

/** How one person's lifts changed in one measure. */
export interface PairedChange {
  id: ScoredCheck;
  unit: Rule['unit'];
  before: CheckOfSession;
  after: CheckOfSession;
  /** After less before; null = fewer than two lifts are judged in either. */
  change: { difference: number; error: number; way: 'less' | 'more' | 'within-error' } | null;
}

/**
 * The same person before and after, check by check: rule CHANGE-1. Sizes are compared, as in {@link compareSessions}.
 *
 * @param before lifts of the baseline
 * @param after lifts of the retest
 */
export function pairedChange(
  before: readonly LiftVerdict[],
  after: readonly LiftVerdict[],
): PairedChange[] {
  return compareSessions(before, after).map(({ id, unit, a, b, change }) => {
    if (change === null) return { id, unit, before: a, after: b, change };
    const { difference, error, isMore } = change;
    const way = !isMore ? 'within-error' : difference < 0 ? 'less' : 'more';
    return { id, unit, before: a, after: b, change: { difference, error, way } };
  });
}
