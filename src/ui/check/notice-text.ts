import type { Words } from '../../words/en';
import type { LiveView } from './live-view.svelte';

/** What is missing, as one line; null when all is well. */
export function noticeText(
  { notice, snapshot }: Pick<LiveView, 'notice' | 'snapshot'>,
  { check: w }: Words,
): string | null {
  switch (notice) {
    case null:
      return null;
    case 'dark':
      return w.dark;
    case 'covered':
      return w.covered;
    case 'frozen':
      return w.frozen;
    case 'other':
      return w.other;
    case 'nobody':
      return w.nobody;
    case 'standing':
      return w.noBaseline;
    case 'cut': {
      const edge = snapshot?.readiness.cutAt;
      return edge ? w.cut[edge] : w.wholeBody;
    }
    case 'not-clear':
      return w.notClear;
    case 'turn':
      return w.turn;
  }
}
