/** What a sound of the coach means, for those who do not hear it. Every sound has one; the words are in `words/`. */
export const CAPTIONS = [
  'good',
  'verdict',
  'ready',
  'turn',
  'counted',
  'cue',
  'praise',
  'taken',
  'over',
] as const;
export type Caption = (typeof CAPTIONS)[number];
