import { describe, expect, it } from 'vitest';
import type { Participant, TrainingRecord } from '../../../src/core/records/training-record';
import { calledAs, needsByKind, needsOf, stationsOf } from '../../../src/ui/training/person-state';
import { aVerdict } from '../../fixtures/kept';
import { aStrain, aTrainingOf, aTurn } from '../../fixtures/training';

const setup = (azimuthDeg: number) => ({
  view: 'oblique' as const,
  azimuthDeg,
  pictureHeightM: 2.5,
});
const done = { strain: aStrain(), setup: setup(45) };
const none = () => [];
const three = () => [aVerdict(), aVerdict(), aVerdict()];
const change = (training: TrainingRecord, how: Partial<Participant>): TrainingRecord => ({
  ...training,
  roster: training.roster.map((one, i) => (i === 0 ? { ...one, ...how } : one)),
});
const needs = (training: TrainingRecord, verdictsOf: Parameters<typeof needsOf>[2] = three) =>
  needsOf(training, training.roster[0]!, verdictsOf);

describe('the stations of a person', () => {
  const states = (station: Participant['station']) =>
    stationsOf({ ...aTrainingOf('t', { a: [] }).roster[0]!, station }).map(({ state }) => state);
  it('are done before the one they are at, and to come after it', () => {
    expect(states('baseline')).toEqual(['now', 'to-come', 'to-come', 'to-come', 'to-come']);
    expect(states('try')).toEqual(['done', 'done', 'now', 'to-come', 'to-come']);
  });
  it('are all done at the result', () => {
    expect(new Set(states('result'))).toEqual(new Set(['done']));
  });
});

describe('what needs attention', () => {
  const calm = change(aTrainingOf('t', { a: [aTurn('baseline', 's', done)] }), { station: 'see' });
  it('is nothing when all is well', () => expect(needs(calm)).toEqual([]));
  it('is who was not asked, until the training is over', () => {
    const unasked = change(calm, { consent: null });
    expect(needs(unasked)).toEqual(['no-consent']);
    expect(needs({ ...unasked, endedMs: 9 })).toEqual([]);
  });
  it('is who does not agree, and who was passed over and has something left to do', () => {
    const refused = { consent: { agreed: false, atMs: 1 }, skipped: true };
    expect(needs(change(calm, refused))).toEqual(['refused', 'skipped']);
    expect(needs(change(calm, { skipped: true, station: 'result' }))).toEqual([]);
  });
  it('is a turn that ended without its end, with lifts missing', () => {
    const cut = aTrainingOf('t', { a: [aTurn('baseline', 's')] });
    expect(needs(cut, () => [aVerdict()])).toEqual(['cut-off']);
    expect(needs(cut, three)).toEqual([]);
    const again = aTrainingOf('t', {
      a: [aTurn('baseline', 's', { redone: true }), aTurn('baseline', 's2', done)],
    });
    expect(needs(again, none)).toEqual([]);
    const running = aTrainingOf('t', { a: [aTurn('baseline', 's', { endedMs: null })] });
    expect(needs({ ...running, currentId: 'a' }, none)).toEqual([]);
    expect(needs(running, none)).toEqual(['cut-off']);
  });
  it('is a camera that stood elsewhere', () => {
    const moved = aTurn('retest', 'r', { ...done, setup: setup(90) });
    const turned = aTrainingOf('t', { a: [aTurn('baseline', 's', done), moved] });
    expect(needs({ ...change(turned, { station: 'result' }), setup: setup(45) })).toEqual([
      'set-up',
    ]);
    expect(needs({ ...calm, setup: setup(50) })).toEqual([]);
  });
  it('is a view from which half of the lifts or more were not judged', () => {
    const unjudged = aVerdict({ 'bent-back': 'not-judged', twist: 'not-judged' }, null);
    expect(needs(calm, () => [unjudged, aVerdict()])).toEqual(['not-judged']);
    expect(needs(calm, () => [unjudged, aVerdict(), aVerdict()])).toEqual([]);
  });
  it('is told by kind, with everybody whom it is about', () => {
    const training = aTrainingOf('t', { a: [], b: [], c: [] });
    const roster = training.roster.map((one) => (one.id === 'b' ? one : { ...one, consent: null }));
    const [only] = needsByKind({ ...training, roster }, none);
    expect(only?.need).toBe('no-consent');
    expect(only?.people.map(({ id }) => id)).toEqual(['a', 'c']);
  });
});

describe('how people are called', () => {
  it('is by name, or by their place on the list', () => {
    const training = aTrainingOf('t', { a: [], b: [] });
    const place = (n: number) => `No. ${n}`;
    expect(training.roster.map(calledAs(training, false, place))).toEqual(['A', 'B']);
    expect(training.roster.map(calledAs(training, true, place))).toEqual(['No. 1', 'No. 2']);
  });
});
