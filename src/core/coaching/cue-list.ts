import type { CheckId } from '../scoring/check';

/**
 * One thing to change in the next lift. Each belongs to the check it answers; the words, the short explanation and its
 * source are in `words/`. The first of a check is about movement, what follows helps beyond technique.
 */
export const CUES = {
  'step-closer': { check: 'far-load' },
  'pull-it-in': { check: 'far-load' },
  'turn-your-feet': { check: 'twist' },
  'put-it-in-front': { check: 'twist' },
  'rise-evenly': { check: 'sudden' },
  'less-at-a-time': { check: 'sudden' },
  'go-down-with-it': { check: 'bent-back' },
  'start-higher': { check: 'bent-back' },
  'open-your-chest': { check: 'rounded-back' },
  'soften-your-knees': { check: 'straight-legs' },
} as const satisfies Record<string, { check: CheckId }>;
export type CueId = keyof typeof CUES;
export const CUE_IDS = Object.keys(CUES) as CueId[];
