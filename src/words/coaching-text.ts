import type { Caption } from '../core/coaching/captions';
import type { Coaching } from '../core/coaching/coaching';
import type { PairedChange } from '../core/coaching/paired-change';
import { isScored } from '../core/coaching/faults';
import type { Said } from './coaching-en';
import type { Words } from './en';
import type { Format } from './format';

/** What is said after a lift, eight words or fewer, and why. */
export function coachingText(coaching: Coaching, words: Words): Said {
  const { coaching: own } = words;
  switch (coaching.kind) {
    case 'cue': {
      const { say, why } = own.cues[coaching.cue];
      return { say, why };
    }
    case 'praise': {
      const { changed } = coaching;
      return own.praise[changed !== null && isScored(changed) ? changed : 'same'];
    }
    case 'view': {
      const { id, notJudged } = coaching.check;
      const reason = notJudged ?? 'not-measurable';
      return {
        say: own.view[reason],
        why: own.viewWhy(words.checks[id].short, words.notJudged[reason]),
      };
    }
  }
}

/** How a person's lifts changed in one measure, in one honest sentence. */
export function changeText(
  { id, unit, change }: PairedChange,
  words: Words,
  format: Format,
): string {
  const { change: ways, changeWithin, changeUnknown } = words.coaching;
  const { name, ...say } = ways[id];
  if (change === null) return changeUnknown(name);
  const error = format.amount({ unit }, change.error);
  return change.way === 'within-error'
    ? changeWithin(name, error)
    : say[change.way](format.amount({ unit }, change.difference), error);
}

/** What a sound said, for those who do not hear it. */
export const captionText = (caption: Caption, words: Words): string =>
  words.coaching.caption(words.coaching.captions[caption]);
