import { describe, expect, it, test } from 'vitest';
import type { Amendment, AmendmentRecord } from '../../../../src/core/records/amendment-record';
import { amendmentsInForce, rowOf, verdictNow } from '../../../../src/core/records/lift-row';
import type { RescoreRecord } from '../../../../src/core/records/rescore-record';
import { aLift, aSession, aVerdict, NOON } from '../../../fixtures/kept';

const session = aSession('s', { personId: 'ann', task: 'Crates' });
const lift = aLift('l', 's', { verdict: aVerdict({}, 70) });
/** One after the other, named by their place. */
const said = (...amendments: Amendment[]): AmendmentRecord[] =>
  amendments.map((amendment, i) => ({
    ...{ v: 1, id: String(i), liftId: 'l', sessionId: 's', atMs: NOON + i, amendment },
  }));
const undo = (i: number): Amendment => ({ kind: 'undo', amendmentId: String(i) });
const note = (text: string): Amendment => ({ kind: 'note', text });
const idsOf = (records: AmendmentRecord[]): string[] =>
  amendmentsInForce(records).map(({ id }) => id);
const judgedAgain = (id: string, atMs: number, score: number): RescoreRecord => ({
  ...{ v: 1, id, liftId: 'l', sessionId: 's', atMs, rules: `rules-${id}`, lifter: `lifter-${id}` },
  verdict: aVerdict({ twist: 'flagged' }, score),
});

describe('what was said of a lift', () => {
  test.each<[string, Amendment[], string[]]>([
    ['all of it holds, in order of time', [note('a'), note('b')], ['0', '1']],
    ['but what was taken back', [note('a'), note('b'), undo(0)], ['1']],
    ['what was taken back and brought back holds again', [note('a'), undo(0), undo(1)], ['0']],
    ['taken back once more', [note('a'), undo(0), undo(1), undo(2)], []],
    ['to take back what is not there does nothing', [note('a'), undo(7)], ['0']],
  ])('%s', (_, amendments, ids) => {
    expect(idsOf(said(...amendments))).toEqual(ids);
    // The order in which they are kept says nothing.
    expect(idsOf(said(...amendments).toReversed())).toEqual(ids);
  });

  test.each<[string, Amendment[], object]>([
    ['nothing', [], { personId: 'ann', massKg: null, notALift: false, note: '' }],
    ['somebody else lifted', [{ kind: 'person', personId: 'bo' }], { personId: 'bo' }],
    ['nobody who is named', [{ kind: 'person', personId: null }], { personId: null }],
    [
      'a mass, then another',
      [
        { kind: 'mass', massKg: 5 },
        { kind: 'mass', massKg: 0 },
      ],
      { massKg: 0 },
    ],
    [
      'a mass that is not known after all',
      [
        { kind: 'mass', massKg: 5 },
        { kind: 'mass', massKg: null },
      ],
      { massKg: null },
    ],
    ['it is none', [{ kind: 'not-a-lift' }], { notALift: true }],
    ['it is one after all', [{ kind: 'not-a-lift' }, undo(0)], { notALift: false }],
    ['a note, then another', [note('a'), note('b')], { note: 'b' }],
    ['the other taken back', [note('a'), note('b'), undo(1)], { note: 'a' }],
  ])('its line of the history, when this was said: %s', (_, amendments, expected) => {
    const row = rowOf(lift, session, said(...amendments), []);
    expect(row).toMatchObject({ liftId: 'l', sessionId: 's', task: 'Crates', ...expected });
    expect(row.startedMs).toBe(lift.startedMs);
  });
});

describe('a lift that was judged again', () => {
  it('the newest verdict holds, in whatever order they are kept', () => {
    const [old, recent] = [judgedAgain('old', NOON + 5, 40), judgedAgain('new', NOON + 9, 50)];
    expect(verdictNow(lift, [])).toBe(lift);
    for (const rescores of [
      [old, recent],
      [recent, old],
    ])
      expect(verdictNow(lift, rescores)).toBe(recent);
    // Two of the same moment: the one that was kept last.
    const same = judgedAgain('same', NOON + 9, 60);
    expect(verdictNow(lift, [recent, same])).toBe(same);
  });

  it('its line tells the new verdict: rules, score, headline and states', () => {
    const before = rowOf(lift, session, [], []);
    expect(before).toMatchObject({ rules: lift.rules, score: 70, headline: 'good', state: 'ok' });
    const after = rowOf(lift, session, [], [judgedAgain('new', NOON + 9, 50)]);
    expect(after).toMatchObject({
      rules: 'rules-new',
      score: 50,
      headline: 'twist',
      state: 'flagged',
    });
    expect(after.states).toMatchObject({ twist: 'flagged', sudden: 'ok' });
  });
});
