import { describe, expect, it } from 'vitest';
import accuracy from '../../../docs/accuracy.json';
import { CHECK_IDS } from '../../../src/core/scoring/check';
import { RULES } from '../../../src/core/scoring/rules';
import type { AccuracyFigures, SetFigures } from '../../../src/ui/methods/accuracy-figures';
import {
  bandRows,
  checkSentence,
  liftSentence,
  measureTables,
  methodsFacts,
  setChoices,
} from '../../../src/ui/methods/methods-view';
import { de } from '../../../src/words/de';
import { en } from '../../../src/words/en';
import { makeFormat } from '../../../src/words/format';
import { methodsDe } from '../../../src/words/methods-de';
import { methodsEn } from '../../../src/words/methods-en';

const measured: AccuracyFigures = accuracy;
const english = makeFormat('en-GB', 'metric');
const german = makeFormat('de-DE', 'metric');
const row = {
  measure: 'trunkInclination',
  view: 'side',
  frames: 100,
  judged: 0.9,
  rmse: 2.53,
  bias: 0,
  holds: 0.94,
};
const setOf = (over: Partial<SetFigures> = {}): SetFigures => ({
  name: 'made-up',
  kind: 'clips',
  detector: 'movenet-thunder',
  lifter: '',
  weights: '',
  recordings: 4,
  notMeasured: 0,
  fps: 15,
  frames: [row],
  worst: [],
  checks: [],
  lifts: null,
  twistPeaks: null,
  bendPeaks: null,
  rounded: null,
  ...over,
});
const rowsOf = (frames: SetFigures['frames'], format = english) =>
  measureTables(setOf({ frames }), methodsEn, format).flatMap(({ rows }) => rows);

describe('the accuracy table', () => {
  it('writes error, hold and share of each view', () => {
    expect(rowsOf([row])).toEqual([
      { view: 'side', error: '2.5°', holds: '94%', holdsSeldom: false, judged: '90%' },
    ]);
  });

  it('gives no figure of a few frames, and none where nothing was judged', () => {
    const few = rowsOf([{ ...row, frames: 32 }])[0];
    expect(few).toMatchObject({ error: '–', holds: '–', judged: '90%' });
    const none = rowsOf([{ ...row, judged: 0, rmse: null, holds: null }])[0];
    expect(none).toMatchObject({ error: '–', holds: '–', judged: '0%' });
  });

  it('marks a stated error that holds too seldom', () => {
    expect(rowsOf([{ ...row, holds: 0.43 }])[0]).toMatchObject({ holds: '43%', holdsSeldom: true });
  });

  it('tells reach in the unit of the person, speed in degrees a second', () => {
    const reach = { ...row, measure: 'handReach', rmse: 2 };
    expect(rowsOf([reach])[0]?.error).toBe('3.4 cm');
    expect(rowsOf([reach], makeFormat('en-US', 'imperial'))[0]?.error).toBe('1.3 in');
    expect(rowsOf([{ ...row, measure: 'trunkVelocity', rmse: 14.06 }])[0]?.error).toBe('14.1°/s');
  });

  it('leaves "all views" out where there is only one', () => {
    expect(rowsOf([{ ...row, view: 'all' }, row])).toHaveLength(1);
    expect(rowsOf([{ ...row, view: 'all' }, row, { ...row, view: 'front' }])).toHaveLength(3);
  });

  it.each([
    ['en', methodsEn, en, english],
    ['de', methodsDe, de, german],
  ] as const)('has words for all that was measured: %s', (_, text, words, format) => {
    const choices = setChoices(measured, text, words, format);
    expect(choices.length).toBe(measured.sets.length);
    for (const { label, set } of choices) {
      expect(label).not.toContain(set.detector);
      expect(text.sets).toHaveProperty(set.kind);
      for (const { measure, view } of set.frames) {
        expect(text.measures).toHaveProperty(measure);
        expect(text.views).toHaveProperty([view]);
      }
    }
  });
});

describe('sentences', () => {
  const check = { check: 'twist', right: 3, wrong: 1, abstained: 2, nearEdge: 9 };

  it('count right, judged and all, and leave the near ones out', () => {
    expect(checkSentence(setOf({ checks: [check, check] }), methodsEn, english)).toBe(
      methodsEn.checksRight('6', '8', '12'),
    );
    expect(checkSentence(setOf(), methodsEn, english)).toBeNull();
  });

  it('tell of lifts where there are any', () => {
    const lifts = { lifts: 18, precision: 1, recall: 0.5, startErrorS: 0, endErrorS: 0 };
    expect(liftSentence(setOf({ lifts }), methodsEn, english)).toBe(
      methodsEn.lifts('18', '50%', '100%'),
    );
    expect(liftSentence(setOf(), methodsEn, english)).toBeNull();
  });

  it('rest on the file: twist as it is read, recordings as they are counted', () => {
    const twistPeaks = {
      recordings: 9,
      slope: 0.6,
      large: 5,
      found: 0.2,
      untwisted: 3,
      stepTurns: 1,
      flagged: 0,
    };
    const figures = {
      ...measured,
      sets: [setOf(), setOf({ kind: 'sequences', recordings: 9, twistPeaks })],
    };
    expect(methodsFacts(figures, english)).toMatchObject({
      clips: '4',
      sequences: '9',
      twistTrue: '45°',
      twistRead: '27°',
      twistFound: '20%',
    });
    expect(methodsFacts({ ...measured, sets: [] }, english)).toMatchObject({
      twistRead: '–',
      twistFound: '–',
    });
  });
});

describe('bands', () => {
  it.each([
    ['en', methodsEn, en, english],
    ['de', methodsDe, de, german],
  ] as const)('every check has rule, source and support: %s', (_, text, words, format) => {
    const rows = bandRows(text, words, format);
    expect(rows.map(({ id }) => id)).toEqual(CHECK_IDS);
    for (const { id, rule, edges, source, support } of rows) {
      expect(rule).toBe(RULES[id].rule);
      expect(source).not.toBe('');
      expect(support).not.toBe('');
      expect(edges !== null).toBe(Number.isFinite(RULES[id].flagged));
    }
    expect(rows[0]?.edges).toEqual({ watch: '20°', flagged: '60°' });
  });
});

it.each([methodsEn, methodsDe])('$title: nothing promises or frightens', (text) => {
  const said = JSON.stringify([text, text.limits(methodsFacts(measured, english))]);
  expect(said).not.toMatch(/unsafe|will injure|correct form|dangerous|gefährlich|falsche Haltung/i);
});

it('both languages have as many limits, steps, definitions and questions', () => {
  const sizes = (text: typeof methodsEn) => [
    text.limits(methodsFacts(measured, english)).length,
    text.steps.length,
    text.definitions.length,
    text.contested.length,
  ];
  expect(sizes(methodsDe)).toEqual(sizes(methodsEn));
});
