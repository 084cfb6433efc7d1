import { describe, expect, it } from 'vitest';
import { noteConsent, participantOf } from '../../../src/core/course/course';
import { MOST_PARTICIPANTS, parseTraining } from '../../../src/core/records/training-record';
import {
  addPeople,
  answerOf,
  isNameTaken,
  LONGEST_LISTED,
  namesIn,
  newTraining,
  unask,
} from '../../../src/ui/training/plan-view';
import { aTraining, aTrainingOf, aTurn } from '../../fixtures/training';

const byName = (...names: string[]) =>
  names.map((name) => ({ name, language: null, heightM: null }));
const counter = () => {
  let n = 0;
  return () => `id${n++}`;
};

describe('a new training', () => {
  it('is one that can be kept, and takes over only where and by whom the last one was held', () => {
    const last = aTraining('old', { site: 'Hall 9', trainer: 'Kim' });
    const made = newTraining('new', 5, last);
    expect(parseTraining(JSON.parse(JSON.stringify(made))).ok).toBe(true);
    expect(made).toMatchObject({ site: 'Hall 9', trainer: 'Kim', programmeId: 'new', roster: [] });
    expect(made.task.what).toBe('');
    expect(newTraining('new', 5, null)).toMatchObject({ site: '', trainer: '' });
  });
});

describe('names of a pasted list', () => {
  it('are one a line, without empty lines and bullets', () => {
    expect(namesIn('Ana\r\n\n  - Ben \n* 17\n• Jo-Ann')).toEqual(['Ana', 'Ben', '17', 'Jo-Ann']);
  });
  it('keep a hyphen that belongs to them, and are cut where no screen would show them', () => {
    expect(namesIn('-5')).toEqual(['-5']);
    expect(namesIn('x'.repeat(300))[0]).toHaveLength(LONGEST_LISTED);
  });
});

describe('adding people', () => {
  it('adds each name once, whatever its case, and says how many were known', () => {
    const done = addPeople(aTraining('t'), byName('Ana', ' ana ', 'Ben', '  '), counter());
    expect(done.training.roster.map(({ name }) => name)).toEqual(['Ana', 'Ben']);
    expect(done).toMatchObject({ added: 2, known: 1, tooMany: 0 });
    expect(isNameTaken(done.training, 'BEN')).toBe(true);
    expect(isNameTaken(done.training, 'BEN', 'id1')).toBe(false);
  });
  it('asks nobody for consent by adding them', () => {
    const { training } = addPeople(aTraining('t'), byName('Ana'), counter());
    expect(training.roster[0]?.consent).toBeNull();
  });
  it('stops where there is no room, and says so', () => {
    const many = Array.from({ length: MOST_PARTICIPANTS + 3 }, (_, i) => String(i));
    const done = addPeople(aTraining('t'), byName(...many), counter());
    expect(done).toMatchObject({ added: MOST_PARTICIPANTS, tooMany: 3 });
  });
});

describe('an answer about consent', () => {
  const training = addPeople(aTraining('t'), byName('Ana'), () => 'a').training;
  it('is read as it was noted', () => {
    const says = (agreed: boolean) =>
      answerOf(participantOf(noteConsent(training, 'a', agreed, 9), 'a')!);
    expect(answerOf(training.roster[0]!)).toBe('later');
    expect([says(true), says(false)]).toEqual(['agrees', 'no']);
  });
  it('can be taken back to not asked only before the first turn', () => {
    const agreed = noteConsent(training, 'a', true, 9);
    expect(answerOf(unask(agreed, 'a').roster[0]!)).toBe('later');
    const lifted = aTrainingOf('t', { a: [aTurn('baseline', 's')] });
    expect(answerOf(unask(lifted, 'a').roster[0]!)).toBe('agrees');
  });
});
