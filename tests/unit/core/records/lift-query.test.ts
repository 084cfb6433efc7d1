import { describe, expect, it, test } from 'vitest';
import { addDay, dayOf, dayWith, emptyDay, matches } from '../../../../src/core/records/lift-query';
import type { LiftQuery } from '../../../../src/core/records/lift-query';
import { rowOf, type LiftRow } from '../../../../src/core/records/lift-row';
import { aLift, aSession, aVerdict, NOON } from '../../../fixtures/kept';

const ROW: LiftRow = {
  ...rowOf(
    aLift('l', 's', { verdict: aVerdict({ twist: 'flagged', sudden: 'borderline' }, 60) }),
    aSession('s', { personId: 'p', task: 'Crates' }),
    [],
    [],
  ),
  note: 'Wet floor',
};
const { startedMs } = ROW;
const nameOf = (id: string): string => (id === 'p' ? 'Ann' : '');

describe('which lifts a query finds', () => {
  test.each<[LiftQuery, boolean]>([
    [{}, true],
    [{ personId: 'p' }, true],
    [{ personId: 'q' }, false],
    [{ personId: null }, false],
    [{ sessionId: 's' }, true],
    [{ sessionId: 't' }, false],
    [{ task: 'Crates' }, true],
    [{ task: '' }, false],
    [{ fromMs: startedMs }, true],
    [{ fromMs: startedMs + 1 }, false],
    [{ untilMs: startedMs + 1 }, true],
    [{ untilMs: startedMs }, false],
    [{ check: 'twist' }, true],
    [{ check: 'sudden' }, false],
    [{ check: 'sudden', state: 'borderline' }, true],
    [{ check: 'twist', state: 'ok' }, false],
    [{ check: 'far-load', state: 'ok' }, true],
    [{ state: 'flagged' }, true],
    [{ state: 'ok' }, false],
    [{ text: 'crat' }, true],
    [{ text: 'WET' }, true],
    [{ text: 'ann' }, true],
    [{ text: 'bo' }, false],
    [{ personId: 'p', text: 'bo' }, false],
    [{ personId: 'q', text: 'ann' }, false],
  ])('%o: %s', (query, isFound) => {
    expect(matches(ROW, query, nameOf)).toBe(isFound);
  });

  it('lifts of nobody named are found as such, and by nobody’s name', () => {
    const nobodys = { ...ROW, personId: null };
    expect(matches(nobodys, { personId: null }, nameOf)).toBe(true);
    expect(matches(nobodys, { text: 'ann' }, () => 'Ann')).toBe(false);
  });
});

describe('the lifts of a day', () => {
  it('a day is that of UTC', () => {
    const midnight = Date.UTC(2026, 10, 21);
    expect([dayOf(NOON), dayOf(midnight - 1), dayOf(midnight)]).toEqual([
      ...['2026-11-20', '2026-11-20', '2026-11-21'],
    ]);
  });

  it('one lift counts with its checks and its score', () => {
    const row = { ...ROW, states: { ...ROW.states, 'far-load': 'not-judged' as const } };
    const day = dayWith(row);
    expect(day).toMatchObject({
      day: '2026-11-20',
      lifts: 1,
      scored: 1,
      scoreSum: 60,
      scoreSquares: 3600,
    });
    expect(day.checks).toMatchObject({
      twist: { judged: 1, flagged: 1 },
      sudden: { judged: 1, flagged: 0 },
      'far-load': { judged: 0, flagged: 0 },
    });
    expect(dayWith({ ...row, score: null })).toMatchObject({ lifts: 1, scored: 0, scoreSum: 0 });
    expect(dayWith({ ...row, score: 0 })).toMatchObject({ lifts: 1, scored: 1, scoreSum: 0 });
  });

  it('what is no lift counts nowhere', () => {
    expect(dayWith({ ...ROW, notALift: true })).toEqual(emptyDay('2026-11-20'));
  });

  it('days are added up, and taken away again', () => {
    const sum = dayWith(ROW);
    addDay(sum, dayWith({ ...ROW, score: 80 }));
    expect(sum).toMatchObject({ lifts: 2, scored: 2, scoreSum: 140, scoreSquares: 10_000 });
    expect(sum.checks.twist).toEqual({ judged: 2, flagged: 2 });
    addDay(sum, dayWith({ ...ROW, score: 80 }), -1);
    expect(sum).toEqual(dayWith(ROW));
    addDay(sum, dayWith(ROW), -1);
    expect(sum).toEqual(emptyDay('2026-11-20'));
    const two = dayWith(ROW);
    addDay(two, dayWith(ROW));
    const four = structuredClone(two);
    addDay(four, two);
    expect(four).toMatchObject({ lifts: 4, scored: 4, scoreSum: 240, scoreSquares: 14_400 });
    expect(four.checks.twist).toEqual({ judged: 4, flagged: 4 });
    addDay(four, two, -1);
    expect(four).toEqual(two);
  });
});
