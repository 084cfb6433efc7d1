import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../src/core/errors';
import type { Amendment, AmendmentRecord } from '../../src/core/records/amendment-record';
import type { LiftQuery } from '../../src/core/records/lift-query';
import type { LiftRow } from '../../src/core/records/lift-row';
import type { RescoreRecord } from '../../src/core/records/rescore-record';
import type { LiftPage, SessionStore } from '../../src/core/records/session-store';
import type { TrainingRecord } from '../../src/core/records/training-record';
import { CHECK_IDS, type CheckState } from '../../src/core/scoring/check';
import { MemoryStore } from '../../src/store/memory-store';
import { aLift, aPerson, aSession, aTrack, aVerdict, NOON } from '../fixtures/kept';
import { aTraining, aTrainingOf, aTurn } from '../fixtures/training';

const HOUR = 3_600_000;

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

const amendment = (
  id: string,
  liftId: string,
  sessionId: string,
  said: Amendment,
  atMs = NOON,
): AmendmentRecord => ({ v: 1, id, liftId, sessionId, atMs, amendment: said });

const rescore = (
  id: string,
  liftId: string,
  sessionId: string,
  flagged: boolean,
): RescoreRecord => ({
  v: 1,
  id,
  liftId,
  sessionId,
  atMs: NOON + HOUR,
  rules: 'next',
  lifter: 'next',
  verdict: aVerdict(flagged ? { twist: 'flagged' } : {}, flagged ? 40 : 90),
});

const STATES: CheckState[] = ['ok', 'watch', 'borderline', 'flagged', 'not-judged'];
const PEOPLE = ['ann', 'bo'];
const TASKS = ['', 'boxes', 'Bags'];

/** Both people in it, with these sessions as their turns. */
const trainingOf = (
  id: string,
  turns: readonly { personId: string; sessionId: string }[],
): TrainingRecord =>
  aTrainingOf(
    id,
    Object.fromEntries(
      PEOPLE.map((person) => [
        person,
        turns
          .filter(({ personId }) => personId === person)
          .map(({ sessionId }) => aTurn('baseline', sessionId)),
      ]),
    ),
  );

/** One change of a store. */
type Step = (store: SessionStore) => Promise<Result<unknown>>;

const ids = fc.constantFrom('s1', 's2', 's3');
const trainingIds = fc.constantFrom('t1', 't2');
const liftIds = fc.constantFrom('l1', 'l2', 'l3', 'l4', 'l5');
const sessionOf = (liftId: string): string => `s${(Number(liftId.slice(1)) % 3) + 1}`;
const tasks = fc.constantFrom(...TASKS);
const personIds = fc.option(fc.constantFrom(...PEOPLE));
const states = fc.dictionary(fc.constantFrom(...CHECK_IDS), fc.constantFrom(...STATES));

const steps: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  fc
    .record({ id: ids, personId: personIds, task: fc.constantFrom(...TASKS), hours: fc.nat(60) })
    .map(({ id, personId, task, hours }) => ({
      name: `session ${id} of ${personId} (${task}) at ${hours}`,
      run: (store: SessionStore) =>
        store.saveSession(aSession(id, { personId, task, startedMs: NOON + hours * HOUR })),
    })),
  fc
    .record({ id: liftIds, hours: fc.nat(60), states, score: fc.option(fc.nat(100)) })
    .map(({ id, hours, states: some, score }) => ({
      name: `lift ${id} at ${hours} ${JSON.stringify(some)} ${score}`,
      run: async (store: SessionStore) =>
        valueOf(await store.session(sessionOf(id))) === null
          ? store.count({})
          : store.saveLift(
              aLift(id, sessionOf(id), {
                startedMs: NOON + hours * HOUR,
                verdict: aVerdict(some, score),
              }),
              aTrack(id),
            ),
    })),
  fc
    .record({
      id: liftIds,
      key: fc.nat(6),
      said: fc.oneof(
        personIds.map((personId): Amendment => ({ kind: 'person', personId })),
        fc.constant<Amendment>({ kind: 'not-a-lift' }),
        fc.constant<Amendment>({ kind: 'note', text: 'Heavy' }),
        fc.nat(6).map((n): Amendment => ({ kind: 'undo', amendmentId: `a${n}` })),
      ),
    })
    .map(({ id, key, said }) => ({
      name: `amend a${key} ${id} ${JSON.stringify(said)}`,
      run: async (store: SessionStore) =>
        valueOf(await store.lift(id)) === null
          ? store.count({})
          : store.amend(amendment(`${id}-a${key}`, id, sessionOf(id), said, NOON + key)),
    })),
  fc.record({ id: liftIds, flagged: fc.boolean() }).map(({ id, flagged }) => ({
    name: `rescore ${id} ${flagged}`,
    run: async (store: SessionStore) =>
      valueOf(await store.lift(id)) === null
        ? store.count({})
        : store.saveRescores([rescore(`r-${id}`, id, sessionOf(id), flagged)]),
  })),
  liftIds.map((id) => ({
    name: `delete ${id}`,
    run: (store: SessionStore) => store.deleteLift(id),
  })),
  ids.map((id) => ({
    name: `delete ${id}`,
    run: (store: SessionStore) => store.deleteSession(id),
  })),
  fc.constantFrom(...PEOPLE).map((id) => ({
    name: `delete ${id}`,
    run: (store: SessionStore) => store.deletePerson(id),
  })),
  fc
    .record({
      id: trainingIds,
      hours: fc.nat(60),
      // A session is one turn at most.
      turns: fc.uniqueArray(fc.record({ personId: fc.constantFrom(...PEOPLE), sessionId: ids }), {
        selector: ({ sessionId }) => sessionId,
        maxLength: 3,
      }),
    })
    .map(({ id, hours, turns }) => ({
      name: `training ${id} at ${hours} ${JSON.stringify(turns)}`,
      run: (store: SessionStore) =>
        store.saveTraining({ ...trainingOf(id, turns), startedMs: NOON + hours * HOUR }),
    })),
  trainingIds.map((id) => ({
    name: `delete ${id}`,
    run: (store: SessionStore) => store.deleteTraining(id),
  })),
  fc.nat(60).map((hours) => ({
    name: `delete before ${hours}`,
    run: (store: SessionStore) => store.deleteBefore(NOON + hours * HOUR),
  })),
);

/** Mostly left out: a query of all fields finds nothing in any store. */
const optional = <T>(arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ arbitrary: fc.constant(undefined), weight: 3 }, { arbitrary, weight: 1 });
const queries: fc.Arbitrary<LiftQuery> = fc
  .record({
    personId: optional(personIds),
    sessionId: optional(ids),
    task: optional(fc.constantFrom(...TASKS)),
    fromMs: optional(fc.nat(60).map((hours) => NOON + hours * HOUR)),
    untilMs: optional(fc.nat(60).map((hours) => NOON + hours * HOUR)),
    check: optional(fc.constantFrom(...CHECK_IDS)),
    state: optional(fc.constantFrom(...STATES)),
    text: optional(fc.constantFrom('a', 'BOX', 'heavy', 'nothing')),
  })
  .map(
    (query) =>
      Object.fromEntries(
        Object.entries(query).filter(([, value]) => value !== undefined),
      ) as LiftQuery,
  );

/** What each field of a query asks of a row, said a second time and plainly. */
const ASKS: {
  [F in keyof LiftQuery]-?: (
    row: LiftRow,
    wanted: NonNullable<LiftQuery[F]> | null,
    query: LiftQuery,
    people: readonly string[],
  ) => boolean;
} = {
  personId: (row, wanted) => row.personId === wanted,
  sessionId: (row, wanted) => row.sessionId === wanted,
  task: (row, wanted) => row.task === wanted,
  fromMs: (row, wanted) => row.startedMs >= wanted!,
  untilMs: (row, wanted) => row.startedMs < wanted!,
  check: (row, wanted, { state }) => row.states[wanted!] === (state ?? 'flagged'),
  state: (row, wanted, { check }) => check !== undefined || row.state === wanted,
  // A person's name is their id in capitals here; who was deleted has none.
  text: ({ task, note, personId }, wanted, _query, people) =>
    [task, note, people.find((id) => id === personId) ?? '']
      .join('\n')
      .toUpperCase()
      .includes(wanted!.toUpperCase()),
};

const place = ({ startedMs, liftId }: LiftRow): string => `${startedMs} ${liftId}`;

/** @param people ids of those who are known */
const fits = (row: LiftRow, query: LiftQuery, people: readonly string[]): boolean =>
  Object.entries(query).every(([field, wanted]) =>
    (
      ASKS[field as keyof LiftQuery] as (
        row: LiftRow,
        wanted: unknown,
        query: LiftQuery,
        people: readonly string[],
      ) => boolean
    )(row, wanted, query, people),
  );

async function allRows(store: SessionStore, query: LiftQuery, limit: number) {
  const rows = [];
  let after: string | null = null;
  do {
    const page: LiftPage = valueOf(await store.lifts(query, { after, limit }));
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null);
  return rows;
}

/** What every store must do. @param open a new, empty one */
export function describeStore(name: string, open: () => SessionStore): void {
  describe(name, () => {
    let store: SessionStore;
    beforeEach(() => (store = open()));
    afterEach(() => store.close());

    it('gives back what was saved, with its row', async () => {
      await store.savePerson(aPerson('ann', 'Ann'));
      await store.saveSession(aSession('s', { personId: 'ann', task: 'boxes' }));
      valueOf(
        await store.saveLift(
          aLift('l', 's', { verdict: aVerdict({ twist: 'flagged' }) }),
          aTrack('l'),
        ),
      );
      const kept = valueOf(await store.lift('l'))!;
      expect(kept.lift).toEqual(aLift('l', 's', { verdict: aVerdict({ twist: 'flagged' }) }));
      expect(kept.track).toEqual(aTrack('l'));
      expect(kept.session.task).toBe('boxes');
      expect(kept.row).toMatchObject({
        personId: 'ann',
        task: 'boxes',
        state: 'flagged',
        massKg: null,
      });
      expect(valueOf(await store.people())).toEqual([aPerson('ann', 'Ann')]);
      expect(valueOf(await store.tasks())).toEqual(['boxes']);
      expect(valueOf(await store.sessions({ after: null, limit: 5 })).sessions).toMatchObject([
        { id: 's', lifts: 1 },
      ]);
      expect(valueOf(await store.lift('other'))).toBeNull();
    });

    it('a lift whose verdict went on replaces itself, and is counted once', async () => {
      await store.saveSession(aSession('s'));
      await store.saveLift(aLift('l', 's'), aTrack('l'));
      await store.saveLift(aLift('l', 's', { verdict: aVerdict({ sudden: 'flagged' }, 50) }), null);
      expect(valueOf(await store.count({}))).toBe(1);
      const [day] = valueOf(await store.days({}));
      expect(day).toMatchObject({ day: '2026-11-20', lifts: 1, scored: 1, scoreSum: 50 });
      expect(day!.checks.sudden).toEqual({ flagged: 1, judged: 1 });
      expect(valueOf(await store.lift('l'))!.track).toEqual(aTrack('l'));
    });

    it('amendments change the row and leave the lift; undo brings it back', async () => {
      await store.saveSession(aSession('s'));
      await store.saveLift(aLift('l', 's'), aTrack('l'));
      await store.amend(amendment('a', 'l', 's', { kind: 'not-a-lift' }, NOON));
      await store.amend(amendment('b', 'l', 's', { kind: 'mass', massKg: 12 }, NOON + 1));
      expect(valueOf(await store.days({}))).toEqual([]);
      expect(valueOf(await store.lift('l'))!.row).toMatchObject({ notALift: true, massKg: 12 });
      await store.amend(amendment('c', 'l', 's', { kind: 'undo', amendmentId: 'a' }, NOON + 2));
      const { row, lift, amendments } = valueOf(await store.lift('l'))!;
      expect(row).toMatchObject({ notALift: false, massKg: 12 });
      expect(lift).toEqual(aLift('l', 's'));
      expect(amendments).toHaveLength(3);
      await store.amend(amendment('d', 'l', 's', { kind: 'undo', amendmentId: 'c' }, NOON + 3));
      expect(valueOf(await store.lift('l'))!.row.notALift).toBe(true);
    });

    it('a new page is not disturbed by lifts that come meanwhile', async () => {
      await store.saveSession(aSession('s'));
      const times = [1, 2, 3, 4, 5];
      for (const t of times)
        await store.saveLift(aLift(`l${t}`, 's', { startedMs: NOON + t }), null);
      const first = valueOf(await store.lifts({}, { after: null, limit: 2 }));
      await store.saveLift(aLift('l9', 's', { startedMs: NOON + 9 }), null);
      const second = valueOf(await store.lifts({}, { after: first.next, limit: 2 }));
      expect([...first.rows, ...second.rows].map(({ liftId }) => liftId)).toEqual([
        'l5',
        'l4',
        'l3',
        'l2',
      ]);
    });

    it('imports what is new, all of it, and knows what is there', async () => {
      await store.saveSession(aSession('s', { personId: 'ann' }));
      await store.savePerson(aPerson('ann'));
      await store.saveLift(aLift('l', 's'), aTrack('l'));
      await store.amend(amendment('a', 'l', 's', { kind: 'note', text: 'x' }));
      const backup = valueOf(await store.records('all'));
      expect(valueOf(await store.records({ sessionId: 's' }))).toEqual(backup);
      expect(valueOf(await store.importRecords(backup))).toEqual({ added: 0, known: 5 });
      await store.deleteEverything();
      expect(valueOf(await store.count({}))).toBe(0);
      expect(valueOf(await store.importRecords(backup))).toEqual({ added: 5, known: 0 });
      expect(valueOf(await store.records('all'))).toEqual(backup);
      expect(valueOf(await store.lift('l'))!.row.note).toBe('x');
    });

    it('a deleted person is gone everywhere, other people keep theirs', async () => {
      await store.savePerson(aPerson('ann'));
      await store.savePerson(aPerson('bo'));
      await store.saveSession(aSession('s', { personId: 'ann' }));
      await store.saveSession(aSession('t', { personId: 'bo' }));
      await store.saveLift(aLift('l', 's'), aTrack('l'));
      await store.saveLift(aLift('m', 't'), aTrack('m'));
      await store.saveLift(aLift('n', 't'), aTrack('n'));
      await store.amend(amendment('a', 'm', 't', { kind: 'person', personId: 'ann' }));
      await store.deletePerson('ann');
      const left = valueOf(await store.records('all'));
      expect(JSON.stringify(left)).not.toContain('ann');
      expect(left.lifts.map(({ id }) => id)).toEqual(['n']);
      expect(left.sessions.map(({ id }) => id)).toEqual(['t']);
      expect(valueOf(await store.days({}))).toMatchObject([{ lifts: 1 }]);
    });

    describe('trainings', () => {
      const idsOf = async (): Promise<string[]> =>
        valueOf(await store.trainings()).map(({ id }) => id);
      const turnsOf = async (id: string): Promise<Record<string, string[]>> =>
        Object.fromEntries(
          valueOf(await store.training(id))!.roster.map((one) => [
            one.id,
            one.turns.map(({ sessionId }) => sessionId),
          ]),
        );

      /** Ann lifted in s and t, Bo in u, each once; in another training Ann lifted in w. */
      async function fill(): Promise<void> {
        for (const id of PEOPLE) valueOf(await store.savePerson(aPerson(id)));
        for (const [i, [id, personId]] of [
          ['s', 'ann'],
          ['t', 'ann'],
          ['u', 'bo'],
          ['w', 'ann'],
        ].entries()) {
          valueOf(
            await store.saveSession(aSession(id!, { personId: personId!, startedMs: NOON + i })),
          );
          valueOf(await store.saveLift(aLift(`l-${id}`, id!), aTrack(`l-${id}`)));
        }
        const first = aTrainingOf('first', {
          ann: [aTurn('baseline', 's'), aTurn('retest', 't')],
          bo: [aTurn('baseline', 'u')],
        });
        valueOf(await store.saveTraining({ ...first, currentId: 'ann' }));
        const other = aTrainingOf('other', { bo: [], ann: [aTurn('baseline', 'w')] });
        valueOf(await store.saveTraining({ ...other, startedMs: NOON + HOUR }));
      }

      it('are given back as they were saved last, newest first', async () => {
        for (const [id, hours] of [
          ['b', 1],
          ['c', 3],
          ['a', 2],
          ['d', 3],
        ] as const)
          valueOf(await store.saveTraining(aTraining(id, { startedMs: NOON + hours * HOUR })));
        expect(await idsOf()).toEqual(['d', 'c', 'a', 'b']);
        const changed = aTraining('a', { startedMs: NOON + 4 * HOUR, site: 'Yard' });
        valueOf(await store.saveTraining(changed));
        expect(await idsOf()).toEqual(['a', 'd', 'c', 'b']);
        expect(valueOf(await store.training('a'))).toEqual(changed);
        expect(valueOf(await store.training('z'))).toBeNull();
      });

      it('CONSENT-2: a person who is deleted leaves every training, with the sessions of their turns', async () => {
        await fill();
        valueOf(await store.deletePerson('ann'));
        const left = valueOf(await store.records('all'));
        expect(JSON.stringify(left)).not.toMatch(/ann/i);
        expect(left.sessions.map(({ id }) => id)).toEqual(['u']);
        expect(left.lifts.map(({ id }) => id)).toEqual(['l-u']);
        expect(left.tracks).toHaveLength(1);
        expect(await turnsOf('first')).toEqual({ bo: ['u'] });
        expect(await turnsOf('other')).toEqual({ bo: [] });
        expect(valueOf(await store.training('first'))!.currentId).toBeNull();
      });

      it('CONSENT-2: so does somebody in a roster of whom there is no record yet', async () => {
        await fill();
        valueOf(await store.saveTraining(aTrainingOf('new', { cyrus: [], bo: [] })));
        valueOf(await store.deletePerson('cyrus'));
        expect(await turnsOf('new')).toEqual({ bo: [] });
        expect(valueOf(await store.count({}))).toBe(4);
      });

      it('a person’s sessions go though nobody lifted in them, and whose they are was not said', async () => {
        await fill();
        valueOf(await store.saveSession(aSession('empty', { personId: 'ann' })));
        valueOf(await store.saveSession(aSession('unnamed')));
        valueOf(await store.saveLift(aLift('l-unnamed', 'unnamed'), null));
        const turns = [aTurn('try', 'empty'), aTurn('try', 'unnamed')];
        valueOf(await store.saveTraining(aTrainingOf('third', { ann: turns })));
        valueOf(await store.deletePerson('ann'));
        const left = valueOf(await store.records('all'));
        expect(left.sessions.map(({ id }) => id)).toEqual(['u']);
        expect(left.lifts.map(({ id }) => id)).toEqual(['l-u']);
      });

      it('a session that is deleted is no turn any more', async () => {
        await fill();
        valueOf(await store.deleteSession('t'));
        expect(await turnsOf('first')).toEqual({ ann: ['s'], bo: ['u'] });
        expect(await turnsOf('other')).toEqual({ bo: [], ann: ['w'] });
      });

      it('one that is deleted takes its sessions with it, and leaves the people', async () => {
        await fill();
        valueOf(await store.deleteTraining('first'));
        expect(await idsOf()).toEqual(['other']);
        const left = valueOf(await store.records('all'));
        expect(left.sessions.map(({ id }) => id)).toEqual(['w']);
        expect(left.lifts.map(({ id }) => id)).toEqual(['l-w']);
        expect(left.people).toHaveLength(2);
        valueOf(await store.deleteTraining('first'));
      });

      it('those that began before a moment go with the sessions that did', async () => {
        await fill();
        expect(valueOf(await store.deleteBefore(NOON + 2))).toBe(2);
        expect(await idsOf()).toEqual(['other']);
        expect(valueOf(await store.deleteBefore(NOON + 4))).toBe(2);
        expect(await turnsOf('other')).toEqual({ bo: [], ann: [] });
        await store.deleteEverything();
        expect(await idsOf()).toEqual([]);
      });

      it('are in a backup, not in a session file, and those that are there stay as they are', async () => {
        await fill();
        const backup = valueOf(await store.records('all'));
        expect(backup.trainings).toHaveLength(2);
        expect(valueOf(await store.records({ sessionId: 's' })).trainings).toEqual([]);
        const changed = aTrainingOf('first', { bo: [] });
        valueOf(await store.saveTraining(changed));
        valueOf(await store.deleteTraining('other'));
        // The other training, its session, and that session's lift with its track.
        expect(valueOf(await store.importRecords(backup))).toMatchObject({ added: 4 });
        expect(valueOf(await store.training('first'))).toEqual(changed);
        expect(await turnsOf('other')).toEqual({ bo: [], ann: ['w'] });
      });
    });

    it('finds by any mix of fields, page by page, what a plain filter finds', async () => {
      const filled = fc.record({
        sessions: fc.tuple(...['s1', 's2', 's3'].map(() => fc.tuple(personIds, tasks))),
        lifts: fc.array(
          fc.record({ minutes: fc.nat(9), states, note: fc.constantFrom('', '', 'Heavy', 'a') }),
          { minLength: 8, maxLength: 24 },
        ),
      });
      let found = 0;
      await fc.assert(
        fc.asyncProperty(
          filled,
          fc.array(queries, { minLength: 6, maxLength: 10 }),
          fc.integer({ min: 1, max: 6 }),
          async ({ sessions, lifts }, asked, limit) => {
            await store.deleteEverything();
            valueOf(
              await store.importRecords({
                people: PEOPLE.map((id) => aPerson(id, id.toUpperCase())),
                sessions: sessions.map(([personId, task], i) =>
                  aSession(`s${i + 1}`, { personId, task }),
                ),
                lifts: lifts.map(({ minutes, states: some }, i) =>
                  aLift(`l${i}`, sessionOf(`l${i}`), {
                    startedMs: NOON + minutes * 6 * HOUR,
                    verdict: aVerdict(some),
                  }),
                ),
                tracks: [],
                amendments: lifts.flatMap(({ note }, i) =>
                  note === ''
                    ? []
                    : [
                        amendment(`a${i}`, `l${i}`, sessionOf(`l${i}`), {
                          kind: 'note',
                          text: note,
                        }),
                      ],
                ),
                rescores: [],
                trainings: [],
              }),
            );
            const all = await allRows(store, {}, 100);
            expect(all).toHaveLength(lifts.length);
            for (const query of asked) {
              const expected = all.filter((row) => fits(row, query, PEOPLE));
              found += expected.length;
              expect(await allRows(store, query, limit)).toEqual(expected);
              expect(valueOf(await store.count(query))).toBe(expected.length);
            }
          },
        ),
        { numRuns: 40 },
      );
      // Otherwise the queries ask for too much, and this shows nothing.
      expect(found).toBeGreaterThan(500);
    }, 120_000);

    it('a text said in a name and in notes is found newest first, though few of its lifts fit', async () => {
      await store.savePerson(aPerson('ann', 'Kim'));
      await store.saveSession(aSession('s', { personId: 'ann' }));
      await store.saveSession(aSession('t'));
      for (let i = 0; i < 6; i++) {
        const flagged = aVerdict({ twist: 'flagged' });
        await store.saveLift(
          aLift(`new${i}`, 's', {
            startedMs: NOON + 100 + i,
            verdict: i === 0 ? flagged : aVerdict(),
          }),
          null,
        );
        await store.saveLift(
          aLift(`old${i}`, 't', { startedMs: NOON + i, verdict: flagged }),
          null,
        );
        await store.amend(amendment(`a${i}`, `old${i}`, 't', { kind: 'note', text: 'with kim' }));
      }
      const query: LiftQuery = { text: 'KIM', state: 'flagged' };
      const rows = await allRows(store, query, 2);
      const expected = ['new0', 'old5', 'old4', 'old3', 'old2', 'old1', 'old0'];
      expect(rows.map(({ liftId }) => liftId)).toEqual(expected);
      expect(valueOf(await store.count(query))).toBe(7);
    });

    it('answers as the plain memory store and a plain filter do, whatever was done and is asked', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(steps, { maxLength: 14 }),
          fc.array(queries, { minLength: 1, maxLength: 4 }),
          fc.integer({ min: 1, max: 3 }),
          async (done, asked, limit) => {
            const plain = new MemoryStore();
            await store.deleteEverything();
            for (const one of [store, plain])
              for (const id of PEOPLE) valueOf(await one.savePerson(aPerson(id, id.toUpperCase())));
            for (const { run } of done) for (const one of [store, plain]) valueOf(await run(one));
            const all = await allRows(plain, {}, 100);
            expect(all.map(place)).toEqual(all.map(place).sort().reverse());
            const known = valueOf(await plain.people()).map(({ id }) => id);
            for (const query of asked) {
              const expected = all.filter((row) => fits(row, query, known));
              expect(await allRows(store, query, limit)).toEqual(expected);
              expect(valueOf(await store.count(query))).toBe(expected.length);
              expect(valueOf(await store.days(query))).toEqual(valueOf(await plain.days(query)));
            }
            const sorted = async (one: SessionStore) => {
              const records = valueOf(await one.records('all'));
              return Object.fromEntries(
                Object.entries(records).map(([table, list]) => [
                  table,
                  (list as { id?: string; liftId?: string }[]).toSorted((a, b) =>
                    (a.id ?? a.liftId!) < (b.id ?? b.liftId!) ? -1 : 1,
                  ),
                ]),
              );
            };
            expect(await sorted(store)).toEqual(await sorted(plain));
            expect(valueOf(await store.trainings())).toEqual(valueOf(await plain.trainings()));
          },
        ),
        { numRuns: 60 },
      );
    }, 120_000);
  });
}
