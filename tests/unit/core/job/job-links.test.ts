import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noAnswers } from '../../../../src/core/job/job-answers';
import { withoutBodyOf, withoutLinksTo } from '../../../../src/core/job/job-links';
import { aJob, answersOfSomebody } from '../../../fixtures/job';

const job = aJob('j', {
  sessionId: 's',
  liftId: 'l',
  answers: answersOfSomebody(),
  changed: answersOfSomebody(),
});

describe('what a job knows of what is gone', () => {
  it('KEEP-1, KEEP-2: a link goes with what it leads to, and nothing else changes', () => {
    const sessions = new Set(['s']);
    const lifts = new Set(['l']);
    expect(withoutLinksTo(job, { sessions })).toEqual({ ...job, sessionId: null, liftId: null });
    expect(withoutLinksTo(job, { lifts })).toEqual({ ...job, liftId: null });
    expect(withoutLinksTo(job, { sessions: lifts, lifts: sessions })).toBe(job);
    const byHand = aJob('k');
    expect(withoutLinksTo(byHand, { sessions, lifts })).toBe(byHand);
  });

  it('KEEP-3: stature, sex and age go, in what is compared too; the job is not changed in place', () => {
    const without = withoutBodyOf(job, new Set(['s']));
    const blank = noAnswers();
    const answers = { ...blank, massKg: 12, iso: { ...blank.iso, walkingMS: 1 } };
    expect(without).toEqual({ ...job, answers, changed: answers });
    expect(job.answers).toEqual(answersOfSomebody());
    expect(withoutBodyOf({ ...job, changed: null }, new Set(['s'])).changed).toBeNull();
    expect(withoutBodyOf(job, new Set(['l']))).toBe(job);
    const byHand = aJob('k', { answers: answersOfSomebody() });
    expect(withoutBodyOf(byHand, new Set(['s']))).toBe(byHand);
  });

  it('docs/privacy.md says what goes with a person', () => {
    const text = readFileSync(new URL('../../../../docs/privacy.md', import.meta.url), 'utf8');
    const row = text.split('\n').find((line) => line.startsWith('| a job you keep'))!;
    const gone = Object.entries({ stature: 'heightM', sex: 'sex', age: 'ageYears' });
    const left = withoutBodyOf(job, new Set(['s'])).answers;
    for (const [word, field] of gone) {
      expect(row.split('you delete the job, or all;')[1]).toContain(word);
      expect({ ...left, ...left.iso }).toMatchObject({ [field]: null });
    }
  });
});
