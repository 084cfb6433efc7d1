import { describe, expect, test } from 'vitest';
import {
  answerAt,
  noAnswers,
  withAnswer,
  type AnswerPath,
  type AnswerValue,
} from '../../../src/core/job/job-answers';
import { jobSheet } from '../../../src/core/job/job-sheet';
import { parseJob, POSTURE_ANGLES } from '../../../src/core/records/job-record';
import type { NioshTask } from '../../../src/core/standards/niosh';
import { nioshChanges } from '../../../src/core/standards/niosh-changes';
import { fieldOf } from '../../../src/ui/job/fields';
import { enteredIn, JobFormat, shownIn, typedNumber } from '../../../src/ui/job/job-format';
import {
  answersOfChange,
  changeText,
  indicesText,
  newJob,
  partScores,
  plainDuration,
  SPELLS_OF,
} from '../../../src/ui/job/job-view';
import { fieldWords, jobWordsOf } from '../../../src/words/job';
import { LANGUAGES } from '../../../src/words/languages';

const en = jobWordsOf('en');
const metric = new JobFormat(en, 'en', 'metric');
const us = new JobFormat(en, 'en', 'us');

/** All paths of the answers. */
function pathsIn(at: object, before = ''): AnswerPath[] {
  return Object.entries(at).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null
      ? pathsIn(value, `${before}${name}.`)
      : [`${before}${name}` as AnswerPath],
  );
}
const PATHS = pathsIn(noAnswers());

const kept = (path: AnswerPath, value: AnswerValue): boolean => {
  const from = { name: '', sessionId: null, liftId: null, units: 'metric' as const };
  const job = newJob('00000000-0000-4000-8000-000000000001', 1_700_000_000_000, from);
  return parseJob({ ...job, answers: withAnswer(job.answers, path, value) }).ok;
};

describe('fields', () => {
  test('there are as many as the record has', () => expect(PATHS.length).toBeGreaterThan(80));

  test.each(PATHS)('%s: what its field lets in is kept, what it refuses is not', (path) => {
    const field = fieldOf(path);
    if (field.kind === 'number') {
      const { least, most } = field;
      expect([kept(path, least), kept(path, most)]).toEqual([true, true]);
      expect([kept(path, least - 0.01), kept(path, most + 0.01)]).toEqual([false, false]);
    } else if (field.kind === 'choice') {
      expect(field.values.map((value) => kept(path, value))).not.toContain(false);
      expect(kept(path, 'something else')).toBe(false);
    } else if (field.kind === 'yes-no') {
      expect([kept(path, true), kept(path, false), kept(path, 'yes')]).toEqual([true, true, false]);
    } else expect(kept(path, SPELLS_OF.moderate)).toBe(true);
  });

  test.each(LANGUAGES)('all have words in %s, each its own', (language) => {
    const words = jobWordsOf(language);
    const labels = PATHS.map((path) => fieldWords(words, path).label);
    expect(labels.filter((label) => label.trim() === '')).toEqual([]);
    expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    expect(PATHS.filter((path) => fieldWords(words, path).help.trim() === '')).toEqual([]);
    for (const path of PATHS) {
      const field = fieldOf(path);
      if (field.kind !== 'choice') continue;
      const names: Record<string, string> = words.choices[field.of];
      expect(field.values.filter((value) => !names[value])).toEqual([]);
    }
  });
});

describe('units', () => {
  test('inches, pounds and feet', () => {
    expect(enteredIn(10, 'cm', 'us')).toBeCloseTo(25.4, 9);
    expect(enteredIn(44, 'kg', 'us')).toBeCloseTo(19.958, 3);
    expect(enteredIn(6, 'm', 'us')).toBeCloseTo(1.8288, 9);
    expect(enteredIn(3, '1/min', 'us')).toBe(3);
    expect(enteredIn(10, 'cm', 'metric')).toBe(10);
  });
  test('what was entered is shown as it was entered', () => {
    for (const unit of ['kg', 'cm', 'm', 'm/s', 'deg', '1/min', 's'] as const)
      for (const value of [0, 1, 12.5, 44, 167.3])
        for (const system of ['metric', 'us'] as const) {
          const format = new JobFormat(en, 'en', system);
          const back = shownIn(enteredIn(value, unit, system), unit, system);
          expect(back).toBeCloseTo(value, 9);
          expect(format.typed(enteredIn(value, unit, system), unit, 'asked')).toBe(String(value));
        }
  });
  test('numbers with a point or a comma, nothing, and none', () => {
    expect(['12,5', ' 12.5 ', '-3', '\u22123', '.5', '3.'].map(typedNumber)).toEqual([
      12.5, 12.5, -3, -3, 0.5, 3,
    ]);
    expect(typedNumber('  ')).toBeNull();
    expect(['a', '1e3', '1,000,5', '--1', '.'].map(typedNumber)).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });
});

describe('results', () => {
  const result = { unit: null, level: null, why: null, verified: true } as const;
  test('an index with its range, open where it may be outside', () => {
    const li = { ...result, name: 'li', value: 1.4, low: 1.1, high: 1.8 } as const;
    expect(metric.value(li, li.value)).toBe('1.40');
    expect(metric.range(li)).toBe('1.10–1.80');
    expect(metric.range({ ...li, high: null })).toBe('1.10 or more');
    expect(metric.range({ ...li, low: 1.4, high: 1.4 })).toBe('');
  });
  test('masses, shares and keys', () => {
    const rwl = { ...result, name: 'rwl-origin', value: 10, low: 9, high: 11, unit: 'kg' } as const;
    expect([metric.value(rwl, 10), us.value(rwl, 10)]).toEqual(['10\u00a0kg', '22\u00a0lb']);
    expect([metric.range(rwl), us.range(rwl)]).toEqual(['9–11\u00a0kg', '19.8–24.3\u00a0lb']);
    expect(metric.value({ name: 'judged-share', unit: null }, 0.42)).toBe('42%');
    expect(metric.value({ name: 'colour-grip', unit: null }, 'amber')).toBe('amber');
    expect(metric.resultName('colour-grip')).toBe('F Grip on the load');
    expect(metric.resultName('time-at-level-3')).toBe('Time at level 3');
  });
});

describe('changes', () => {
  const task: NioshTask = {
    massKg: 20,
    origin: { horizontalCm: 45, verticalCm: 30, asymmetryDeg: 40 },
    destination: { horizontalCm: 30, verticalCm: 100, asymmetryDeg: 0 },
    control: false,
    perMinute: 4,
    duration: 'moderate',
    coupling: 'poor',
  };
  const { before, changes } = nioshChanges(task);
  const text = (id: string, format: JobFormat): string => {
    const change = changes.find((one) => one.id === id)!;
    const at = task[change.end ?? 'origin'].horizontalCm;
    return `${changeText(change, at, en, format)}: ${indicesText(before.li, change.after.li, en, format)}`;
  };
  test('say what to do and what comes of it, in both units', () => {
    expect(text('closer', metric)).toMatch(
      /^Bring it 10\u00a0cm closer at the start: LI 3\.6 → 2\.8$/,
    );
    expect(text('closer', us)).toMatch(/^Bring it 3\.9\u00a0in closer at the start/);
    expect(text('lighter', us)).toMatch(/^Make it a quarter lighter \(33\.1\u00a0lb\): /);
    expect(text('grip', metric)).toMatch(/^Make the grip better \(fair\): /);
  });
  test('a tenth that hides the difference is not enough', () => {
    expect(indicesText(1.44, 1.41, en, metric)).toBe('LI 1.44 → 1.41');
    expect(indicesText(1.6, 1.3, en, metric)).toBe('LI 1.6 → 1.3');
    expect(indicesText(null, 1.3, en, metric)).toBe('LI outside the equation → 1.3');
  });
  test('tried, each changes only its own answer to that of the changed task', () => {
    for (const change of changes) {
      const answers = answersOfChange(change);
      const given = PATHS.filter((path) => answerAt(answers, path) !== null);
      expect(given).toHaveLength(1);
      const [path] = given;
      const value = path!
        .split('.')
        .reduce<unknown>((at, name) => (at as Record<string, unknown>)[name], change.task);
      expect(answerAt(answers, path!)).toBe(value);
    }
  });
});

test('spells of a plain duration are known again, others are one by one', () => {
  expect(plainDuration(SPELLS_OF.short)).toBe('short');
  expect(plainDuration(SPELLS_OF.long)).toBe('long');
  expect(plainDuration([{ workMin: 60, recoveryMin: 60 }])).toBe('own');
  expect(plainDuration([...SPELLS_OF.short, ...SPELLS_OF.short])).toBe('own');
  expect(plainDuration(null)).toBeNull();
});

test('part scores are those of the worst moment, the arm that of the worse side', () => {
  const answers = POSTURE_ANGLES.reduce(
    (all, angle) => withAnswer(all, `posture.angles.${angle}`, 0),
    withAnswer(noAnswers(), 'massKg', 12),
  );
  const bent = withAnswer(answers, 'posture.angles.trunkFlexionDeg', 70);
  const raised = withAnswer(bent, 'posture.angles.upperArmLeftDeg', 100);
  const sheet = jobSheet({ measured: null, answers: raised });
  const reba = Object.fromEntries(
    partScores(sheet, 'reba').map(({ part, score }) => [part, score]),
  );
  expect(reba).toMatchObject({ trunk: 4, neck: 1, legs: 1, upperArm: 4 });
  expect(partScores(sheet, 'owas').map(({ part }) => part)).toEqual(['back', 'arms', 'legs']);
  expect(partScores(sheet, 'niosh')).toEqual([]);
});
