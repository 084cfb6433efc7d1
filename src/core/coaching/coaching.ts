import type { Check, CheckId, LiftVerdict } from '../scoring/check';
import type { ScoredCheck } from '../scoring/rules';
import { CUE_IDS, CUES, type CueId } from './cue-list';
import { describedIn, faultsOf, isFault, isScored, rankOf } from './faults';

/** The one thing that is said to somebody after a lift. */
export type Coaching =
  | { kind: 'cue'; cue: CueId; check: Check }
  /** Changed: what was told before and has become less since; null = nothing stands out. */
  | { kind: 'praise'; changed: CheckId | null }
  /** The view does not show what matters; the check is not judged, with its reason. */
  | { kind: 'view'; check: Check };

const cuesFor = (id: CheckId): CueId[] => CUE_IDS.filter((cue) => CUES[cue].check === id);

/** CUE-3: said twice running, so not a third time. */
const isSpent = (cue: CueId, told: readonly CueId[]): boolean =>
  told.length >= 2 && told.at(-1) === cue && told.at(-2) === cue;

/**
 * What to say after a lift: rules CUE-1..6 in SPEC.md.
 *
 * @param told this person's cues so far, oldest first
 * @param before their earlier lifts in order, those of the baseline too
 */
export function chooseCoaching(
  verdict: LiftVerdict,
  told: readonly CueId[],
  before: readonly LiftVerdict[],
): Coaching {
  const faults = faultsOf(verdict);
  const changed = changedSince(verdict, told, before);
  const weighsMore = ({ id }: Check): boolean =>
    changed !== null && rankOf(id as ScoredCheck) < rankOf(changed);
  if (changed !== null && !faults.some(weighsMore)) return { kind: 'praise', changed };

  const knees = straightKnees(verdict, faults, told);
  if (knees !== null) return knees;
  const described = describedIn(verdict, 'rounded-back');
  if (faults.length === 0 && verdict.headline.kind === 'not-judged')
    return { kind: 'view', check: verdict.headline.check };
  for (const check of described === null ? faults : [...faults, described]) {
    const cue = cuesFor(check.id).find((one) => !isSpent(one, told));
    if (cue !== undefined) return { kind: 'cue', cue, check };
  }
  return { kind: 'praise', changed: null };
}

/** CUE-4: knees are one more way for a far bend whose own cues were both told last, and for nothing else. */
function straightKnees(
  verdict: LiftVerdict,
  faults: readonly Check[],
  told: readonly CueId[],
): Coaching | null {
  const [only, ...others] = faults;
  if (only?.id !== 'bent-back' || only.state !== 'flagged' || others.length > 0) return null;
  const check = describedIn(verdict, 'straight-legs');
  const lastTwo = told.slice(-2);
  if (check === null || !cuesFor('bent-back').every((cue) => lastTwo.includes(cue))) return null;
  return { kind: 'cue', cue: 'soften-your-knees', check };
}

/**
 * CUE-5: the check that was told last, when it was a fault where it was judged last, and is less now by more than both
 * errors together.
 */
function changedSince(
  verdict: LiftVerdict,
  told: readonly CueId[],
  before: readonly LiftVerdict[],
): ScoredCheck | null {
  const last = told.at(-1);
  if (last === undefined) return null;
  const id = CUES[last].check;
  if (!isScored(id)) return null;
  const judgedIn = ({ checks }: LiftVerdict): Check[] =>
    checks.filter((check) => check.id === id && check.value !== null);
  const earlier = before.findLast((lift) => judgedIn(lift).length > 0);
  const fault = earlier === undefined ? undefined : faultsOf(earlier).find((c) => c.id === id);
  if (fault === undefined) return null;
  const now = judgedIn(verdict);
  const same = now.find(({ phase }) => phase === fault.phase);
  const isElsewhere = now.some((check) => check !== same && isFault(check));
  if (same === undefined || isElsewhere) return null;
  const less = Math.abs(fault.value!) - Math.abs(same.value!);
  return less > Math.hypot(fault.error!, same.error!) ? id : null;
}
