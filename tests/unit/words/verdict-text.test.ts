import { describe, expect, it } from 'vitest';
import {
  CHECK_IDS,
  type Check,
  type CheckId,
  type Headline,
} from '../../../src/core/scoring/check';
import { NOT_JUDGED_REASONS } from '../../../src/core/kinematics/measure';
import { de } from '../../../src/words/de';
import { en } from '../../../src/words/en';
import { makeFormat } from '../../../src/words/format';
import {
  alsoText,
  headlineText,
  nextStepText,
  reasonText,
  supportText,
  valueText,
} from '../../../src/words/verdict-text';

const VALUES: Record<CheckId, [value: number, error: number, unit: Check['unit']]> = {
  'bent-back': [72.4, 5.6, 'deg'],
  twist: [-34, 9, 'deg'],
  'far-load': [0.702, 0.06, 'm'],
  sudden: [240, 30, 'deg/s'],
  'rounded-back': [35, 9, 'deg'],
  'straight-legs': [14, 8, 'deg'],
};

const checkOf = (id: CheckId, over: Partial<Check> = {}): Check => {
  const [value, error, unit] = VALUES[id];
  const base = { phase: 'lift', state: 'flagged', notJudged: null, reason: '', atS: 1 } as const;
  return { id, value, error, unit, ...base, rule: 'X-1', source: '', support: '', ...over };
};
const notJudged = (id: CheckId, why: Check['notJudged'] = 'too-uncertain') =>
  checkOf(id, { value: null, error: null, state: 'not-judged', notJudged: why, atS: null });

const headlines: Headline[] = [
  { kind: 'good' },
  { kind: 'sudden-twist', check: checkOf('sudden') },
  { kind: 'sudden-twist', check: checkOf('sudden', { state: 'borderline' }) },
  { kind: 'twist', check: checkOf('twist', { state: 'borderline' }) },
  { kind: 'far-load', check: checkOf('far-load', { state: 'borderline' }) },
  { kind: 'bent-back', check: checkOf('bent-back', { state: 'borderline', value: 58, error: 6 }) },
  ...CHECK_IDS.map((id) => ({ kind: id, check: checkOf(id) })),
  ...CHECK_IDS.map((id) => ({ kind: 'not-judged' as const, check: notJudged(id) })),
];

const english = makeFormat('en-GB', 'metric');
const german = makeFormat('de-DE', 'metric');

describe('headline', () => {
  it('names the value, and the side of a twist', () => {
    const say = (headline: Headline) => headlineText(headline, en, english);
    expect(say({ kind: 'bent-back', check: checkOf('bent-back') })).toBe('Back bent far: 72°');
    expect(say({ kind: 'twist', check: checkOf('twist') })).toBe('Twisted to the right: 34°');
    expect(say({ kind: 'twist', check: checkOf('twist', { value: 34 }) })).toBe(
      'Twisted to the left: 34°',
    );
    expect(say({ kind: 'far-load', check: checkOf('far-load') })).toBe('Load far away: 70 cm');
  });

  it('names the check of a borderline lift, with its error, and flags nobody', () => {
    const twist = checkOf('twist', { state: 'borderline', value: -25, error: 8 });
    const say = (headline: Headline) => [
      headlineText(headline, en, english),
      headlineText(headline, de, german),
    ];
    expect(say({ kind: 'twist', check: twist })).toEqual([
      'Twist near the limit: 25° ±8°',
      'Drehung nahe der Grenze: 25° ±8°',
    ]);
    const bend = checkOf('bent-back', { state: 'borderline', value: 58, error: 6 });
    expect(say({ kind: 'bent-back', check: bend })[0]).toBe('Bend near the limit: 58° ±6°');
  });

  it('has a short second line for each check that can be flagged', () => {
    const say = (id: CheckId) => alsoText(checkOf(id), en, english);
    expect(say('bent-back')).toBe('Back bent far too: 72°');
    expect(say('far-load')).toBe('Load far away too: 70 cm');
    expect(say('straight-legs')).toBeNull();
    expect(alsoText(checkOf('bent-back'), de, german)).toBe('Rücken auch weit gebeugt: 72°');
  });

  it.each([
    ['en', en, english],
    ['de', de, german],
  ] as const)('has five words or fewer beside the value (%s)', (_, words, format) => {
    for (const headline of headlines) {
      const text = headlineText(headline, words, format).replace(
        /[±\d][\d.,]*\s?(°\/s|°|cm)?/g,
        '',
      );
      expect(text.split(/\s+/).filter(Boolean).length, text).toBeLessThanOrEqual(5);
    }
  });

  it('always comes with one thing to do next', () => {
    for (const headline of headlines) {
      expect(nextStepText(headline, en).length).toBeGreaterThan(10);
      expect(nextStepText(headline, de).length).toBeGreaterThan(10);
    }
  });
});

describe('reason', () => {
  it('tells the edge in the units of the person', () => {
    expect(reasonText(checkOf('bent-back'), en, english)).toContain('above 60°');
    expect(reasonText(checkOf('far-load'), en, makeFormat('en-US', 'imperial'))).toContain('28 in');
  });

  it('says why something was not judged, never a number', () => {
    for (const why of NOT_JUDGED_REASONS) {
      expect(reasonText(notJudged('twist', why), en, english)).toMatch(/^Not judged: [^\d]+$/);
    }
  });

  it('claims nothing about speed, for which there is no published limit', () => {
    const text = reasonText(checkOf('sudden'), en, english);
    expect(text).toContain('no published limit exists');
    expect(text).not.toContain('raises the load');
  });

  it('takes how far a source carries from the rule, and its numbers in every language', () => {
    expect(supportText(checkOf('twist', { support: 'as the rule says' }), en, english)).toBe(
      'as the rule says',
    );
    expect(supportText(checkOf('bent-back'), de, german)).toContain('(20°, 60°)');
    expect(supportText(checkOf('far-load'), de, german)).toMatch(/63\scm/);
  });

  it('never shows an angle of a rounded back', () => {
    for (const [words, format] of [
      [en, english],
      [de, german],
    ] as const) {
      const rounded = checkOf('rounded-back', { state: 'watch' });
      expect(valueText(rounded, format)).toBe('');
      expect(reasonText(rounded, words, format)).not.toMatch(/\d/);
      expect(reasonText({ ...rounded, state: 'ok' }, words, format)).not.toMatch(/\d/);
      expect(headlineText({ kind: 'rounded-back', check: rounded }, words, format)).not.toMatch(
        /\d/,
      );
    }
    expect(valueText(checkOf('twist'), english)).toBe('34° ±9°');
  });

  it('rates nothing that is only described', () => {
    for (const id of ['rounded-back', 'straight-legs'] as const) {
      const text = reasonText(checkOf(id, { state: 'watch' }), en, english);
      expect(text).toContain('Described, not rated');
      expect(text).not.toContain('raises the load');
    }
  });
});

/** Every text of a catalogue, functions called with placeholders. */
function textsOf(part: unknown): string[] {
  if (part === null) return [];
  if (typeof part === 'string') return [part];
  if (typeof part === 'function')
    return [String((part as (...all: unknown[]) => unknown)('x', 'x', 'x'))];
  return Object.values(part as object).flatMap(textsOf);
}

describe('catalogues', () => {
  it('judge nobody and promise nothing', () => {
    const all = textsOf(en).join('\n').toLowerCase();
    expect(all).not.toMatch(
      /\b(wrong|dangerous|failed|failure|unsafe|injur\w*|correct form|bad)\b/,
    );
    const german = textsOf(de).join('\n').toLowerCase();
    expect(german).not.toMatch(/falsch|gefährlich|fehlgeschlagen|unsicher|verletz|schlecht/);
  });

  it('leave nothing untranslated', () => {
    for (const text of textsOf(de)) expect(text.trim()).not.toBe('');
    expect(de.start.sentence).not.toBe(en.start.sentence);
  });
});
