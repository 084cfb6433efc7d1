import { describe, expect, it } from 'vitest';
import * as course from '../../../../src/core/course/course';
import {
  MOST_CUES,
  parseTraining,
  type Participant,
  type TrainingRecord,
} from '../../../../src/core/records/training-record';
import { NOON } from '../../../fixtures/kept';
import { aStrain, aTraining, aTrainingOf, aTurn } from '../../../fixtures/training';

const person = (id: string, name = id) => ({ id, name, language: null, heightM: null });
const named = (...ids: string[]): TrainingRecord =>
  course.addParticipants(
    aTraining('t'),
    ids.map((id) => person(id)),
  );
/** Everybody has agreed. */
const agreed = (...ids: string[]): TrainingRecord =>
  ids.reduce((training, id) => course.noteConsent(training, id, true, NOON), named(...ids));
const idsOf = ({ roster }: TrainingRecord): string[] => roster.map(({ id }) => id);
const of = (training: TrainingRecord, id: string): Participant =>
  course.participantOf(training, id)!;
const next = (training: TrainingRecord): string | undefined => course.nextUp(training)?.id;
const setup = { view: 'side' as const, azimuthDeg: 90, pictureHeightM: 2 };

describe('ROSTER-1', () => {
  it('people come at the end, each once by id, though two may have the same name', () => {
    const training = course.addParticipants(named('a', 'b'), [
      person('b', 'other'),
      person('c', 'a'),
      person('d', 'a'),
      person('d', 'again'),
    ]);
    expect(training.roster.map(({ id, name }) => `${id} ${name}`)).toEqual([
      'a a',
      'b b',
      'c a',
      'd a',
    ]);
    expect(of(training, 'c')).toEqual({
      ...person('c', 'a'),
      consent: null,
      skipped: false,
      station: 'baseline',
      turns: [],
      focus: [],
    });
  });

  it('as many as there is room for', () => {
    const many = Array.from({ length: 250 }, (_, i) => person(`p${i}`));
    expect(course.addParticipants(named('a'), many).roster).toHaveLength(200);
  });

  it('a name is not empty, nor longer than is kept', () => {
    const training = course.addParticipants(named('a'), [
      person('b', '  '),
      person('c', ` ${'x'.repeat(600)}`),
    ]);
    expect(idsOf(training)).toEqual(['a', 'c']);
    expect(of(training, 'c').name).toHaveLength(500);
    expect(of(course.describe(training, 'a', { name: ' ' }), 'a').name).toBe('a');
    expect(of(course.describe(training, 'a', { name: ' 7 ', heightM: 1.8 }), 'a')).toMatchObject({
      name: '7',
      heightM: 1.8,
      language: null,
    });
  });

  it('somebody is moved to another place, and stays in the roster wherever that is', () => {
    const training = named('a', 'b', 'c');
    expect(idsOf(course.move(training, 'a', 1))).toEqual(['b', 'a', 'c']);
    expect(idsOf(course.move(training, 'a', 99))).toEqual(['b', 'c', 'a']);
    expect(idsOf(course.move(training, 'c', -1))).toEqual(['c', 'a', 'b']);
    expect(course.move(training, 'x', 0)).toBe(training);
  });
});

describe('consent', () => {
  it('CONSENT-1: is noted with its time; who does not agree is passed over', () => {
    const training = course.noteConsent(course.callUp(named('a', 'b'), 'a'), 'a', false, NOON);
    expect(of(training, 'a').consent).toEqual({ agreed: false, atMs: NOON });
    expect(training.currentId).toBeNull();
    expect(next(training)).toBe('b');
    const changed = course.noteConsent(training, 'a', true, NOON + 1);
    expect(of(changed, 'a').consent).toEqual({ agreed: true, atMs: NOON + 1 });
  });

  it('CONSENT-1: who agreed, lifted, and agrees no more has withdrawn', () => {
    const lifted = course.beginTurn(agreed('a', 'b'), 'a', 's', NOON);
    expect(idsOf(course.noteConsent(lifted, 'a', false, NOON))).toEqual(['b']);
  });

  it('CONSENT-2: nothing of who withdraws is left, and it is nobody’s turn', () => {
    let training = course.callUp(agreed('ann', 'bo'), 'ann');
    training = course.beginTurn(training, 'ann', 'session-of-ann', NOON);
    training = course.withdraw(training, 'ann');
    expect(JSON.stringify(training)).not.toContain('ann');
    expect(training.currentId).toBeNull();
    expect(course.withdraw(training, 'ann')).toBe(training);
    expect(course.withdraw(course.callUp(training, 'bo'), 'ann').currentId).toBe('bo');
    expect(course.withdraw(course.callUp(agreed('ann', 'bo'), 'bo'), 'ann').currentId).toBe('bo');
  });

  it('CONSENT-3: a turn begins only for somebody who agreed', () => {
    const asked = named('a');
    expect(course.beginTurn(asked, 'a', 's', NOON)).toBe(asked);
    const refused = course.noteConsent(asked, 'a', false, NOON);
    expect(course.beginTurn(refused, 'a', 's', NOON)).toBe(refused);
    const began = course.beginTurn(agreed('a'), 'a', 's', NOON + 5);
    expect(of(began, 'a').turns).toEqual([
      { ...aTurn('baseline', 's'), startedMs: NOON + 5, endedMs: null },
    ]);
  });

  it('CONSENT-3: nor where nobody lifts, nor in a session that was somebody’s, nor for ever', () => {
    const seeing = course.goTo(agreed('a', 'b'), 'a', 'see');
    expect(course.beginTurn(seeing, 'a', 's', NOON)).toBe(seeing);
    const began = course.beginTurn(seeing, 'b', 's', NOON);
    const trying = course.goTo(began, 'a', 'try');
    expect(course.beginTurn(trying, 'a', 's', NOON)).toBe(trying);
    const full = aTrainingOf('t', {
      a: Array.from({ length: 200 }, (_, i) => aTurn('try', `s${i}`)),
    });
    expect(course.beginTurn(full, 'a', 'more', NOON)).toBe(full);
  });
});

describe('turns', () => {
  it('TURN-1: anybody is called up, and back when they were skipped; nobody else is', () => {
    const skipped = course.skip(course.callUp(named('a', 'b'), 'a'), 'a');
    expect(skipped.currentId).toBeNull();
    expect(of(skipped, 'a').skipped).toBe(true);
    const back = course.callUp(skipped, 'a');
    expect(course.currentOf(back)).toMatchObject({ id: 'a', skipped: false });
    expect(course.callUp(back, 'stranger')).toBe(back);
    expect(course.skip(back, 'b').currentId).toBe('a');
    expect(course.stepBack(back)).toEqual({ ...back, currentId: null });
  });

  it('TURN-2: next is the first after, round about, who is not skipped, refused or done', () => {
    let training = named('a', 'b', 'c', 'd', 'e');
    expect(next(training)).toBe('a');
    training = course.callUp(training, 'a');
    training = course.skip(training, 'b');
    training = course.noteConsent(training, 'c', false, NOON);
    training = course.goTo(training, 'd', 'result');
    expect(next(training)).toBe('e');
    training = course.callUp(training, 'e');
    expect(next(training)).toBe('a');
    training = course.goTo(training, 'a', 'result');
    expect(next(training)).toBeUndefined();
  });

  it('TURN-2: after who is skipped, or withdraws, comes who stands behind them, not the first again', () => {
    let training = course.beginTurn(agreed('a', 'b', 'c'), 'a', 's', NOON);
    training = course.callUp(training, 'b');
    expect(next(course.skip(training, 'b'))).toBe('c');
    expect(next(course.withdraw(training, 'b'))).toBe('c');
    expect(next(course.noteConsent(training, 'b', false, NOON))).toBe('c');
    training = course.skip(course.beginTurn(training, 'b', 'u', NOON + 1), 'b');
    expect(next(training)).toBe('c');
    expect(next(course.beginTurn(training, 'c', 'w', NOON + 2))).toBe('a');
  });

  it('TURN-3: done again, turns of that station and later ones are kept and do not count', () => {
    const all = {
      a: [aTurn('baseline', 's'), aTurn('try', 't'), aTurn('retest', 'u')],
      b: [aTurn('try', 'w')],
    };
    const training = course.noteFocus(aTrainingOf('t', all), 'a', ['rise-evenly']);
    const counted = (one: TrainingRecord): string[] =>
      (['baseline', 'try', 'retest'] as const).flatMap((station) =>
        course.turnsAt(of(one, 'a'), station).map(({ sessionId }) => sessionId),
      );
    expect(counted(training)).toEqual(['s', 't', 'u']);
    const retried = course.redo(training, 'a', 'try');
    expect(of(retried, 'a')).toMatchObject({ station: 'try', focus: ['rise-evenly'] });
    expect(counted(retried)).toEqual(['s']);
    const anew = course.redo(training, 'a', 'baseline');
    expect(of(anew, 'a')).toMatchObject({ station: 'baseline', focus: [] });
    expect(counted(anew)).toEqual([]);
    expect(course.sessionsOf(anew)).toEqual(['s', 't', 'u', 'w']);
    expect(of(anew, 'b').turns).toEqual(all.b);
  });

  it('TURN-4: one turn runs at a time, and one that was left in the middle is over', () => {
    let training = course.beginTurn(agreed('a', 'b'), 'a', 's', NOON);
    training = course.beginTurn(training, 'b', 't', NOON + 9);
    expect(of(training, 'a').turns[0]!.endedMs).toBe(NOON + 9);
    expect(of(training, 'b').turns[0]!.endedMs).toBeNull();
    training = course.cutOff(training, NOON + 20);
    expect(of(training, 'a').turns[0]!.endedMs).toBe(NOON + 9);
    expect(of(training, 'b').turns[0]!.endedMs).toBe(NOON + 20);
  });

  it('TURN-4: nothing runs in a training that is finished, which it is once', () => {
    const running = course.beginTurn(course.callUp(agreed('a'), 'a'), 'a', 's', NOON);
    const finished = course.finish(running, NOON + 7);
    expect(finished).toMatchObject({ endedMs: NOON + 7, currentId: null });
    expect(of(finished, 'a').turns[0]!.endedMs).toBe(NOON + 7);
    expect(course.finish(finished, NOON + 99)).toEqual(finished);
  });

  it('what happens in a turn is noted with it, and its end once', () => {
    let training = course.beginTurn(agreed('a', 'b'), 'a', 's', NOON);
    training = course.noteCue(training, 's', 0, 'step-closer');
    training = course.noteCue(training, 'elsewhere', 0, 'rise-evenly');
    training = course.endTurn(training, 's', aStrain(), NOON + 5);
    training = course.endTurn(training, 's', aStrain(), NOON + 50);
    expect(of(training, 'a').turns).toMatchObject([
      { cues: [{ lift: 0, cue: 'step-closer' }], strain: aStrain(), endedMs: NOON + 5 },
    ]);
  });

  it('as many cues as a record keeps, the first of them', () => {
    let training = course.beginTurn(agreed('a'), 'a', 's', NOON);
    for (let lift = 0; lift <= MOST_CUES; lift++)
      training = course.noteCue(training, 's', lift, 'step-closer');
    const { cues } = of(training, 'a').turns[0]!;
    expect(cues).toHaveLength(MOST_CUES);
    expect(cues[0]).toEqual({ lift: 0, cue: 'step-closer' });
    expect(parseTraining(training).ok).toBe(true);
  });

  it('one or two things to change, in the order of the list', () => {
    const told = course.noteFocus(named('a'), 'a', [
      'soften-your-knees',
      'rise-evenly',
      'step-closer',
    ]);
    expect(of(told, 'a').focus).toEqual(['step-closer', 'rise-evenly']);
  });

  it('stations follow one another, and the last stays', () => {
    expect(course.after('baseline')).toBe('see');
    expect(course.after('retest')).toBe('result');
    expect(course.after('result')).toBe('result');
  });
});

it('SETUP-1: each turn has its own set-up, the training that of the first', () => {
  let training = course.beginTurn(agreed('a'), 'a', 's', NOON);
  training = course.noteSetup(training, 'other', setup);
  expect(training.setup).toBeNull();
  training = course.noteSetup(training, 's', setup);
  training = course.beginTurn(training, 'a', 't', NOON);
  training = course.noteSetup(training, 't', { ...setup, pictureHeightM: 3 });
  expect(training.setup).toEqual(setup);
  expect(of(training, 'a').turns.map((turn) => turn.setup?.pictureHeightM)).toEqual([2, 3]);
});

it('PROGRAMME-1: the same people, task and plan from the beginning, asked anew, the camera set up anew', () => {
  let training = course.describe(agreed('a', 'b'), 'a', { heightM: 1.8, language: 'de' });
  training = course.beginTurn(training, 'a', 's', NOON);
  training = course.finish(course.noteSetup(training, 's', setup), NOON + 9);
  const again = course.repeat(training, 'later', NOON + 99);
  const { site, trainer, task, plan } = training;
  expect(again).toMatchObject({ id: 'later', programmeId: 't', site, trainer, task, plan });
  expect(again).toMatchObject({ startedMs: NOON + 99, endedMs: null, setup: null });
  expect(again.roster).toEqual(
    course.addParticipants(aTraining('t'), [
      { ...person('a'), heightM: 1.8, language: 'de' },
      person('b'),
    ]).roster,
  );
  expect(course.repeat(again, 'third', NOON).programmeId).toBe('t');
});

it('turns whose sessions are deleted are no more', () => {
  const training = aTrainingOf('t', {
    a: [aTurn('baseline', 's'), aTurn('try', 't')],
    b: [aTurn('try', 'u')],
  });
  const left = course.withoutSessions(training, ['s', 'u', 'other']);
  expect(course.sessionsOf(left)).toEqual(['t']);
  expect(course.withoutSessions(left, ['s'])).toBe(left);
  expect(course.sessionsOf(course.withoutSessions(training, ['u']))).toEqual(['s', 't']);
  expect(course.sessionsOfPerson([training, left], 'a')).toEqual(['s', 't', 't']);
  expect(course.sessionsOfPerson([training], 'nobody')).toEqual([]);
});
