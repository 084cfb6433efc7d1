import {
  CHECK_IDS,
  type Check,
  type CheckId,
  type CheckState,
  type Headline,
  type LiftVerdict,
} from '../core/scoring/check';
import { SCORED_CHECKS } from '../core/scoring/rules';

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

const isScored = ({ id }: Check): boolean => SCORED_CHECKS.some((scored) => scored === id);

/**
 * The state a whole lift is marked with: the worst of its scored checks, whatever the headline says first. A lift that is
 * told as good, or as not judged, has none that is flagged or borderline and is marked so.
 */
export function stateOfLift(lift: LiftVerdict): CheckState {
  const { headline } = lift;
  if (headline.kind === 'good') return 'ok';
  return headline.kind === 'not-judged' ? 'not-judged' : (worstCheck(lift) ?? headline.check).state;
}

/** The check a lift is told by: that of its headline, or its bend when it was good. */
export function tellingCheck(lift: LiftVerdict): Check | null {
  if (lift.headline.kind !== 'good') return lift.headline.check;
  return worstOfEach(lift).find((check) => check.id === 'bent-back') ?? null;
}

/** The first check that is flagged besides what the headline tells; a second line tells it. null when none is. */
export function alsoFlagged(lift: LiftVerdict): Check | null {
  const { headline } = lift;
  if (headline.kind === 'good' || headline.kind === 'not-judged') return null;
  const { id, state } = headline.check;
  // A sudden twist tells of both.
  const told: CheckId[] =
    headline.kind === 'sudden-twist' && state === 'flagged' ? ['sudden', 'twist'] : [id];
  const others = worstOfEach(lift).filter((check) => isScored(check) && !told.includes(check.id));
  return others.find((check) => check.state === 'flagged') ?? null;
}

/** The check that makes the state of a lift: that of the headline, unless only another one is flagged. */
export function worstCheck(lift: LiftVerdict): Check | null {
  const telling = tellingCheck(lift);
  return telling?.state === 'flagged' ? telling : (alsoFlagged(lift) ?? telling);
}

/**
 * What is said of the hardest moment of a lift: of its worst check, and then of what the verdict says first, if that is
 * another one. So that words and picture are of the same moment.
 */
export function toldOfHardest(lift: LiftVerdict): { first: Headline; second: Headline | null } {
  const { headline } = lift;
  const worst = worstCheck(lift);
  if (headline.kind === 'good' || worst === null || worst === headline.check)
    return { first: headline, second: null };
  return { first: { kind: worst.id, check: worst }, second: headline };
}

const lessGood = (a: LiftVerdict, b: LiftVerdict): number =>
  SEVERITY[stateOfLift(b)] - SEVERITY[stateOfLift(a)] || (a.score ?? 100) - (b.score ?? 100);

/** Index of the hardest and the easiest lift; easiest is null when there is only one, or it was not judged. */
export function hardestAndEasiest(
  lifts: readonly LiftVerdict[],
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
  /** The lift to mark it by: the hardest of them. */
  lift: LiftVerdict;
  id: CheckId | 'not-judged';
  count: number;
  /** None of them was surely over the limit. */
  borderline: boolean;
  /** What was flagged besides, told second in those lifts or first in others; null when nothing was. */
  also: { id: CheckId; count: number } | null;
}

/** null when all lifts were good. What could not be judged is told only when nothing else is to be told. */
export function happenedMost(lifts: readonly LiftVerdict[]): MostFrequent | null {
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
  return {
    lift: [...(id === 'not-judged' ? group : lifts)].sort(lessGood)[0] as LiftVerdict,
    id,
    count: group.length,
    borderline: group.every((lift) => tellingCheck(lift)?.state === 'borderline'),
    also: mostFlagged(lifts, id),
  };
}

/** The check that was flagged in most lifts, other than `besides`. */
function mostFlagged(
  lifts: readonly LiftVerdict[],
  besides: CheckId | 'not-judged',
): MostFrequent['also'] {
  const counts = new Map<CheckId, number>();
  for (const lift of lifts) {
    for (const check of [tellingCheck(lift), alsoFlagged(lift)]) {
      if (check?.state !== 'flagged') continue;
      const id =
        lift.headline.kind === 'sudden-twist' && check.id === 'sudden' ? 'twist' : check.id;
      if (id !== besides) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { id: most[0], count: most[1] };
}
