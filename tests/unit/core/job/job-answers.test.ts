import { describe, expect, it } from 'vitest';
import {
  answerAt,
  answersWith,
  noAnswers,
  withAnswer,
  type AnswerPath,
  type AnswerValue,
} from '../../../../src/core/job/job-answers';
import { parseJob } from '../../../../src/core/records/job-record';
import { aJob } from '../../../fixtures/job';

/** One of each depth and kind. */
const ROWS: [path: AnswerPath, value: AnswerValue][] = [
  ['massKg', 0],
  ['control', false],
  ['spells', [{ workMin: 50, recoveryMin: null }]],
  ['origin.horizontalCm', 40],
  ['posture.task.loadKg', 3],
  ['posture.arms.right.wristBend', 'over-15'],
  ['iso.excluded.seated', true],
];

describe('the answers of a job', () => {
  it('JOB-1: a job of which nothing is answered has every question, and can be kept', () => {
    const job = aJob('new', { changed: noAnswers() });
    expect(parseJob(JSON.parse(JSON.stringify(job)))).toEqual({ ok: true, value: job });
    expect(JSON.stringify(noAnswers())).not.toMatch(/:(?!null|\{)/);
  });

  it.each(ROWS)('an answer at %s is found there again, and nowhere else', (path, value) => {
    const blank = noAnswers();
    const answers = withAnswer(blank, path, value);
    expect(answerAt(answers, path)).toEqual(value);
    for (const [other] of ROWS) if (other !== path) expect(answerAt(answers, other)).toBeNull();
    expect(blank).toEqual(noAnswers());
    expect(withAnswer(answers, path, null)).toEqual(blank);
  });

  it.each(ROWS)(
    'JOB-4: what was changed at %s takes the place of what was answered',
    (path, value) => {
      const everything = ROWS.reduce((all, row) => withAnswer(all, ...row), noAnswers());
      const changed = withAnswer(noAnswers(), path, value);
      expect(answersWith(noAnswers(), changed)).toEqual(changed);
      expect(answersWith(everything, changed)).toEqual(everything);
      // Not answered again is as it was.
      expect(answersWith(everything, noAnswers())).toEqual(everything);
    },
  );

  it('JOB-4: spells of work are changed as a whole', () => {
    const spells = (...minutes: number[]) =>
      withAnswer(
        noAnswers(),
        'spells',
        minutes.map((workMin) => ({ workMin, recoveryMin: 10 })),
      );
    expect(answersWith(spells(50, 60), spells(20))).toEqual(spells(20));
  });
});
