import {
  CHECK_IDS,
  type Check,
  type CheckId,
  type CheckState,
  type LiftVerdict,
} from '../core/scoring/check';

const SEVERITY: Record<CheckState, number> = {
  flagged: 4,
  borderline: 3,
  watch: 2,
  ok: 1,
  'not-judged': 0,
};

const worse = (a: Check, b: Check): Check => {
  const difference = SEVERITY[b.state] - SEVERITY[a.state];
  if (difference !== 0) return difference > 0 ? b : a;
  return Math.abs(b.value ?? 0) > Math.abs(a.value ?? 0) ? b : a;
};

/**
 * One check for each id, the worse of picking up and putting down, in the order they are always shown. What could not be
 * judged while picking up stays not judged, unless putting it down was flagged or close to it: nothing looks judged that
 * was not.
 */
export function worstOfEach(lift: LiftVerdict): Check[] {
  return CHECK_IDS.flatMap((id) => {
    const own = lift.checks.filter((check) => check.id === id);
    const first = own.find((check) => check.phase === 'lift');
    if (own.length === 0) return [];
    const worst = own.reduce(worse);
    const mild = SEVERITY[worst.state] < SEVERITY.borderline;
    return [first?.state === 'not-judged' && mild ? first : worst];
  });
}

/** The state a whole lift is marked with: that of its headline. */
export function stateOfLift(lift: LiftVerdict): CheckState {
  const { headline } = lift;
  if (headline.kind === 'good') return 'ok';
  return headline.kind === 'not-judged' ? 'not-judged' : headline.check.state;
}

/** The check a lift is told by: that of its headline, or its bend when it was good. */
export function tellingCheck(lift: LiftVerdict): Check | null {
  if (lift.headline.kind !== 'good') return lift.headline.check;
  return worstOfEach(lift).find((check) => check.id === 'bent-back') ?? null;
}

const lessGood = (a: LiftVerdict, b: LiftVerdict): number =>
  SEVERITY[stateOfLift(b)] - SEVERITY[stateOfLift(a)] || (a.score ?? 100) - (b.score ?? 100);

/** Index of the hardest and the easiest lift; easiest is null when there is only one, or it was not judged. */
export function hardestAndEasiest(
  lifts: LiftVerdict[],
): { hardest: number; easiest: number | null } | null {
  if (lifts.length === 0) return null;
  const order = lifts
    .map((_, i) => i)
    .sort((i, j) => lessGood(lifts[i] as LiftVerdict, lifts[j] as LiftVerdict));
  const hardest = order[0] ?? 0;
  const judged = order.filter(
    (i) => i !== hardest && stateOfLift(lifts[i] as LiftVerdict) !== 'not-judged',
  );
  return { hardest, easiest: judged.at(-1) ?? null };
}

/** What happened most among the lifts that were not good. */
export interface MostFrequent {
  /** One of those lifts, the hardest. */
  lift: LiftVerdict;
  id: CheckId | 'not-judged';
  count: number;
  /** None of them was surely over the limit. */
  borderline: boolean;
}

/** null when all lifts were good. What could not be judged is told only when nothing else is to be told. */
export function happenedMost(lifts: LiftVerdict[]): MostFrequent | null {
  const groups = new Map<CheckId | 'not-judged', LiftVerdict[]>();
  for (const lift of lifts) {
    const { kind } = lift.headline;
    if (kind === 'good') continue;
    const id = kind === 'sudden-twist' ? 'twist' : kind;
    groups.set(id, [...(groups.get(id) ?? []), lift]);
  }
  const [first] = [...groups].sort(
    ([a, x], [b, y]) =>
      Number(a === 'not-judged') - Number(b === 'not-judged') || y.length - x.length,
  );
  if (!first) return null;
  const [id, group] = first;
  const lift = [...group].sort(lessGood)[0] as LiftVerdict;
  return { lift, id, count: group.length, borderline: stateOfLift(lift) === 'borderline' };
}
