import { describe, expect, it } from 'vitest';
import {
  courseOf,
  peopleOf,
  programmesOf,
  stateOf,
  throughOf,
} from '../../../src/ui/training/trainings-view';
import { aVerdict, NOON } from '../../fixtures/kept';
import { aTraining, aTrainingOf, aTurn } from '../../fixtures/training';

const DAY = 86_400_000;
const at = (id: string, day: number, programmeId = id) =>
  aTraining(id, { startedMs: NOON + day * DAY, programmeId });

describe('programmes', () => {
  it('hold the trainings that repeat each other, newest first, and stand by their newest', () => {
    const found = programmesOf([at('a', 0), at('b', 1), at('c', 2, 'a')]);
    expect(found.map(({ id, trainings }) => [id, trainings.map((one) => one.id)])).toEqual([
      ['a', ['c', 'a']],
      ['b', ['b']],
    ]);
  });
});

describe('the state of a training', () => {
  const begun = aTrainingOf('t', { a: [aTurn('baseline', 's')], b: [] });
  it('is planned until somebody lifts, then runs until it is ended', () => {
    expect(stateOf(aTraining('t'))).toBe('planned');
    expect(stateOf(begun)).toBe('running');
    expect(stateOf({ ...begun, endedMs: 5 })).toBe('over');
  });
  it('counts who is at the result as through', () => {
    const roster = begun.roster.map((one, i) => (i === 0 ? { ...one, station: 'result' } : one));
    expect(throughOf({ ...begun, roster } as typeof begun)).toBe(1);
  });
});

describe('the course of a programme', () => {
  const first = {
    ...aTrainingOf('one', { a: [aTurn('baseline', 'a1'), aTurn('retest', 'a2')], b: [] }),
    startedMs: NOON,
  };
  const second = {
    ...aTrainingOf('two', {
      a: [aTurn('baseline', 'a3', { redone: true })],
      b: [aTurn('baseline', 'b1')],
    }),
    startedMs: NOON + DAY,
  };
  const flagged = aVerdict({ 'bent-back': 'flagged' });
  const verdicts: Record<string, ReturnType<typeof aVerdict>[]> = {
    a1: [flagged, flagged],
    a2: [flagged, aVerdict()],
    a3: [flagged],
    b1: [aVerdict()],
  };
  const verdictsOf = (id: string) => verdicts[id] ?? [];

  it('tells the share of flagged lifts of each training, oldest first', () => {
    const points = courseOf([second, first], verdictsOf, null, 'bent-back');
    expect(points.map(({ trainingId }) => trainingId)).toEqual(['one', 'two']);
    expect(points[0]).toMatchObject({ before: { count: 2, of: 2 }, after: { count: 1, of: 2 } });
    // What was done again does not count; without a retest nothing is said of it.
    expect(points[1]).toMatchObject({ before: { count: 0, of: 1 }, after: null });
  });
  it('tells it of one person', () => {
    const [one, two] = courseOf([first, second], verdictsOf, 'b', 'bent-back');
    expect(one).toMatchObject({ before: null, after: null });
    expect(two).toMatchObject({ before: { count: 0, of: 1 } });
  });
  it('knows everybody once, by their newest name', () => {
    const renamed = { ...second, roster: second.roster.map((one) => ({ ...one, name: 'new' })) };
    expect(peopleOf([renamed, first])).toEqual([
      { id: 'a', name: 'new' },
      { id: 'b', name: 'new' },
    ]);
  });
});
