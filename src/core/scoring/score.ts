import type { Check } from './check';
import { RULES, SCORE_WEIGHTS, SCORED_CHECKS, type ScoredCheck } from './rules';

/** 0 up to the watch edge, 1/2 at the edge to flagged, 1 as far beyond again (rule SCORE-1). */
export function penalty(id: ScoredCheck, value: number): number {
  const { watch, flagged } = RULES[id];
  return Math.min(1, Math.max(0, (Math.abs(value) - watch) / (2 * (flagged - watch))));
}

/** The larger value of a check over both phases; null when its lift phase was not judged. */
function worstValue(checks: readonly Check[], id: ScoredCheck): number | null {
  const own = checks.filter((c) => c.id === id);
  if (own.find((c) => c.phase === 'lift')?.value == null) return null;
  return Math.max(...own.map((c) => Math.abs(c.value ?? 0)));
}

/**
 * Score 0-100 (higher is better) with its coverage (rules SCORE-1, SCORE-2).
 * @returns score null unless bent back and twist were judged
 */
export function scoreOf(checks: readonly Check[]): {
  score: number | null;
  coverage: { judged: number; of: number };
} {
  const judged = SCORED_CHECKS.flatMap((id) => {
    const value = worstValue(checks, id);
    return value === null ? [] : [{ id, value }];
  });
  const coverage = { judged: judged.length, of: SCORED_CHECKS.length };
  if (!judged.some((c) => c.id === 'bent-back') || !judged.some((c) => c.id === 'twist'))
    return { score: null, coverage };
  const weight = judged.reduce((sum, c) => sum + SCORE_WEIGHTS[c.id], 0);
  const lost = judged.reduce((sum, c) => sum + SCORE_WEIGHTS[c.id] * penalty(c.id, c.value), 0);
  return { score: Math.round(100 * (1 - lost / weight)), coverage };
}
