import { describe, expect, it } from 'vitest';
import { CAPTIONS } from '../../../src/core/coaching/captions';
import type { Coaching } from '../../../src/core/coaching/coaching';
import { CUE_IDS, CUES } from '../../../src/core/coaching/cue-list';
import type { PairedChange } from '../../../src/core/coaching/paired-change';
import { NOT_JUDGED_REASONS } from '../../../src/core/kinematics/measure';
import { RULES, SCORED_CHECKS } from '../../../src/core/scoring/rules';
import { captionText, changeText, coachingText } from '../../../src/words/coaching-text';
import { de } from '../../../src/words/de';
import { en } from '../../../src/words/en';
import { makeFormat } from '../../../src/words/format';
import { liftWith } from '../core/coaching/arbitrary-verdict';

const LANGUAGES = [
  ['en', en, makeFormat('en-GB', 'metric')],
  ['de', de, makeFormat('de-DE', 'metric')],
] as const;

/** Words that nobody is to hear: they blame, or claim more than is known. */
const FORBIDDEN =
  /\b(wrong|bad|dangerous|danger|fail\w*|unsafe|safe|correct|incorrect|injur\w*|falsch\w*|schlecht\w*|gefährlich\w*|gefahr|fehler\w*|versag\w*|unsicher\w*|sicher\w*|richtig\w*|verletz\w*)\b/iu;
const DONT = /\b(not|never|don't|no|nicht|nie|kein\w*)\b/iu;

const check = liftWith({}).checks[0]!;
const ALL: Coaching[] = [
  ...CUE_IDS.map((cue): Coaching => ({ kind: 'cue', cue, check })),
  ...[null, ...SCORED_CHECKS].map((changed): Coaching => ({ kind: 'praise', changed })),
  ...NOT_JUDGED_REASONS.map((notJudged): Coaching => ({
    kind: 'view',
    check: { ...check, state: 'not-judged', value: null, error: null, atS: null, notJudged },
  })),
];

/** Every text in a catalogue, however deep; functions are called with stand-ins. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words === 'function')
    return [(words as (...given: string[]) => string)('Twist', 'it was hidden')];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(textsOf);
}

describe.each(LANGUAGES)('coaching in %s', (_, words, format) => {
  it('has words for everything that may be said: eight or fewer aloud, one reason to read', () => {
    for (const coaching of ALL) {
      const { say, why } = coachingText(coaching, words);
      const count = say.split(/\s+/).length;
      expect(count, say).toBeGreaterThanOrEqual(3);
      expect(count, say).toBeLessThanOrEqual(8);
      expect(why.length, say).toBeGreaterThan(10);
      expect(why, say).toMatch(/\.$/);
    }
  });

  it('cues are positive: what to do, not what to leave', () => {
    for (const cue of CUE_IDS) expect(words.coaching.cues[cue].say).not.toMatch(DONT);
    const said = CUE_IDS.map((cue) => words.coaching.cues[cue].say);
    expect(new Set(said).size).toBe(CUE_IDS.length);
  });

  it('blames nobody and claims no more than is known', () => {
    const texts = textsOf(words.coaching);
    expect(texts.length).toBeGreaterThan(60);
    for (const text of texts) expect(text).not.toMatch(FORBIDDEN);
  });

  it('names a source for every cue; what only describes says so', () => {
    for (const cue of CUE_IDS) {
      const { source, why } = words.coaching.cues[cue];
      expect(source).toMatch(/\d{4}/);
      if (RULES[CUES[cue].check].flagged === Infinity) expect(why).toMatch(/^(Only|Nur) /);
    }
  });

  it('a change within the error is said to be none', () => {
    const of = (way: 'less' | 'more' | 'within-error', id: PairedChange['id']): string => {
      const unit = RULES[id].unit;
      const side = { flagged: null, mean: null };
      const difference = way === 'less' ? -24 : 24;
      const change = { difference, error: 7, way };
      return changeText({ id, unit, before: side, after: side, change }, words, format);
    };
    for (const id of SCORED_CHECKS) {
      const texts = (['less', 'more', 'within-error'] as const).map((way) => of(way, id));
      expect(new Set(texts).size).toBe(3);
      for (const text of texts) expect(text).toContain('±');
      expect(texts[2]).not.toMatch(/24|less|more|weniger|näher|closer/);
    }
  });

  it('every sound has a caption of its own', () => {
    const captions = CAPTIONS.map((caption) => captionText(caption, words));
    expect(new Set(captions).size).toBe(CAPTIONS.length);
  });
});

it('says how much, with the error', () => {
  const side = { flagged: null, mean: null };
  const bend = (change: PairedChange['change']): PairedChange => ({
    id: 'bent-back',
    unit: 'deg',
    before: side,
    after: side,
    change,
  });
  const english = makeFormat('en-GB', 'metric');
  const less = bend({ difference: -24, error: 7, way: 'less' });
  expect(changeText(less, en, english)).toBe('You bent 24° less (±7°).');
  const none = bend({ difference: -4, error: 7, way: 'within-error' });
  expect(changeText(none, en, english)).toBe(
    'The bend did not change beyond what can be measured (±7°).',
  );
  expect(changeText(bend(null), de, makeFormat('de', 'metric'))).toContain('nicht vergleichen');
});

it('says which check the view did not show, and why', () => {
  const { checks } = liftWith({ twist: null });
  const twist = checks.find(({ id }) => id === 'twist')!;
  expect(coachingText({ kind: 'view', check: twist }, en).why).toBe(
    'Twist was not judged: this view does not show it clearly enough.',
  );
});
