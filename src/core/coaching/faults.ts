import type { Check, CheckId, CheckState, LiftVerdict } from '../scoring/check';
import { SCORE_WEIGHTS, type ScoredCheck } from '../scoring/rules';

/** Rule CUE-2: what matters most for the load on the back comes first. */
export const CUE_ORDER = [
  'far-load',
  'twist',
  'sudden',
  'bent-back',
] as const satisfies readonly ScoredCheck[];

/** Whether a check can be flagged; the others describe only. */
export const isScored = (id: CheckId): id is ScoredCheck => id in SCORE_WEIGHTS;

export const rankOf = (id: ScoredCheck): number => CUE_ORDER.indexOf(id);

/** Whether something is to be changed: flagged, or too close to call (rule CUE-1). */
export const isFault = ({ id, state }: Check): boolean =>
  isScored(id) && (state === 'flagged' || state === 'borderline');

/** What is to be changed in a lift, each check once, most important first: rules CUE-1 and CUE-2. */
export function faultsOf({ checks }: Pick<LiftVerdict, 'checks'>): Check[] {
  const inState = (state: CheckState): Check[] =>
    CUE_ORDER.flatMap((id) => checks.find((c) => c.id === id && c.state === state) ?? []);
  const flagged = inState('flagged');
  const isNew = ({ id }: Check): boolean => !flagged.some((check) => check.id === id);
  return [...flagged, ...inState('borderline').filter(isNew)];
}

/** A check that only describes, where it describes something worth a word. */
export const describedIn = ({ checks }: Pick<LiftVerdict, 'checks'>, id: CheckId): Check | null =>
  checks.find((check) => check.id === id && check.state === 'watch') ?? null;
