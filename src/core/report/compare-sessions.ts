import type { LiftVerdict } from '../scoring/check';
import { RULES, SCORED_CHECKS, type Rule, type ScoredCheck } from '../scoring/rules';
import { meanOf, shareOf, type Share } from './trends';

/** One check over the lifts of a session. */
export interface CheckOfSession {
  /** How many of the judged lifts were flagged; null = none was judged. */
  flagged: Share | null;
  /**
   * Mean of the worst value of each judged lift, and the half-width of its 90 % error: how much lifts differ, and how
   * wrong each measure may be. The latter is not less for many lifts: one camera errs in the same way each time.
   */
  mean: { value: number; error: number; of: number } | null;
}

export interface SessionComparison {
  id: ScoredCheck;
  unit: Rule['unit'];
  a: CheckOfSession;
  b: CheckOfSession;
  /** Second less first; null = fewer than two lifts are judged in either. */
  change: { difference: number; error: number; isMore: boolean } | null;
}

function checkOf(id: ScoredCheck, verdicts: readonly LiftVerdict[]): CheckOfSession {
  const worst = verdicts.flatMap(({ checks }) => {
    const judged = checks.filter((check) => check.id === id && check.value !== null);
    if (judged.length === 0) return [];
    const { value, error } = judged.reduce((a, b) =>
      Math.abs(b.value!) > Math.abs(a.value!) ? b : a,
    );
    const isFlagged = judged.some(({ state }) => state === 'flagged');
    return [{ value: Math.abs(value!), error: error!, isFlagged }];
  });
  const sum = (read: (lift: (typeof worst)[number]) => number): number =>
    worst.reduce((total, lift) => total + read(lift), 0);
  const flagged = shareOf(
    sum(({ isFlagged }) => (isFlagged ? 1 : 0)),
    worst.length,
  );
  const spread = meanOf(
    sum(({ value }) => value),
    sum(({ value }) => value ** 2),
    worst.length,
  );
  if (spread === null) return { flagged, mean: null };
  const measured = Math.sqrt(sum(({ error }) => error ** 2) / worst.length);
  const error = Math.hypot(spread.error ?? 0, measured);
  return { flagged, mean: { value: spread.value, error, of: spread.of } };
}

/**
 * What two sessions differ in, check by check; sizes are compared, so a twist to the other side is no difference. Lifts
 * that are none are to be left out.
 */
export function compareSessions(
  a: readonly LiftVerdict[],
  b: readonly LiftVerdict[],
): SessionComparison[] {
  return SCORED_CHECKS.map((id) => {
    const [first, second] = [checkOf(id, a), checkOf(id, b)];
    const { unit } = RULES[id];
    // One lift tells nothing of how lifts differ.
    if (first.mean === null || second.mean === null || Math.min(first.mean.of, second.mean.of) < 2)
      return { id, unit, a: first, b: second, change: null };
    const difference = second.mean.value - first.mean.value;
    const error = Math.hypot(first.mean.error, second.mean.error);
    const isMore = Math.abs(difference) > error;
    return { id, unit, a: first, b: second, change: { difference, error, isMore } };
  });
}
