import type { LiftVerdict } from '../scoring/check';
import { CUE_IDS, CUES, type CueId } from './cue-list';
import { CUE_ORDER, isFault } from './faults';

/** Things to change that a person is told at once, at most. */
const MOST = 2;

/**
 * What somebody is to change after their baseline, most important first: rules FOCUS-1 and FOCUS-2 in SPEC.md.
 *
 * @returns none to two cues
 */
export function focusOf(baseline: readonly LiftVerdict[]): CueId[] {
  const isFrequent = (id: (typeof CUE_ORDER)[number]): boolean => {
    const judged = baseline
      .map(({ checks }) => checks.filter((check) => check.id === id && check.value !== null))
      .filter((checks) => checks.length > 0);
    const faulty = judged.filter((checks) => checks.some(isFault)).length;
    const isSure = judged.flat().some(({ state }) => state === 'flagged');
    return isSure && faulty * 2 >= judged.length;
  };
  return CUE_ORDER.filter(isFrequent)
    .map((id) => CUE_IDS.find((cue) => CUES[cue].check === id)!)
    .slice(0, MOST);
}
