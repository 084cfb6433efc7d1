import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../src/store/database';
import { openDexieStore } from '../../src/store/dexie-store';
import { valueOf } from './session-store';
import { aLift, aPerson, aSession, aTrack, NOON } from '../fixtures/kept';
import { aTrainingOf, aTurn } from '../fixtures/training';

let names = 0;
const newName = (): string => `trouble-${++names}`;

/** Everything in the database, past the store: table by table. */
async function rawTables(name: string): Promise<Record<string, unknown[]>> {
  const db = await new Dexie(name).open();
  const tables = await Promise.all(
    db.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  db.close();
  return Object.fromEntries(tables);
}

/** The tables of the first release, as they stand on devices. */
const TABLES_OF_VERSION_1 = {
  people: 'id',
  sessions: 'id, [startedMs+id], task, personId',
  lifts: 'id, sessionId',
  tracks: 'liftId',
  amendments: 'id, liftId, sessionId',
  rescores: 'id, liftId, sessionId',
  rows: 'liftId, [startedMs+liftId], [sessionId+startedMs+liftId], [personKey+startedMs+liftId], [task+startedMs+liftId], [state+startedMs+liftId], [noted+startedMs+liftId], *flags',
  days: '[who+what+day]',
};

/** What the store on IndexedDB must do when things go against it, on every IndexedDB. */
export function describeTrouble(where: string): void {
  describe(`a store in trouble, ${where}`, () => {
    afterEach(() => vi.restoreAllMocks());

    it('a lift is on the disk when its saving is reported', async () => {
      const begin = vi.spyOn(IDBDatabase.prototype, 'transaction');
      const store = openDexieStore(newName());
      valueOf(await store.saveSession(aSession('s')));
      begin.mockClear();
      valueOf(await store.saveLift(aLift('l', 's'), aTrack('l')));
      const writes = begin.mock.calls.filter(([, mode]) => mode === 'readwrite');
      expect(writes.map(([, , options]) => options)).toEqual([{ durability: 'strict' }]);
      store.close();
    });

    it('questions asked at once share one connection', async () => {
      const open = vi.spyOn(IDBFactory.prototype, 'open');
      const store = openDexieStore(newName());
      const answers = await Promise.all([store.people(), store.count({}), store.tasks()]);
      for (const answer of answers) expect(answer.ok).toBe(true);
      expect(open).toHaveBeenCalledTimes(1);
      store.close();
    });

    it('closed in the middle of saving it fails by a value, and holds nothing any more', async () => {
      const name = newName();
      const store = openDexieStore(name);
      valueOf(await store.saveSession(aSession('s')));
      const open = vi.spyOn(IDBFactory.prototype, 'open');
      const saving = store.saveLift(aLift('l', 's'), aTrack('l'));
      store.close();
      const saved = await saving;
      if (!saved.ok) expect(saved.error.kind).toBe('storage-lost');
      expect(await store.count({})).toMatchObject({ ok: false, error: { kind: 'storage-lost' } });
      expect(open).not.toHaveBeenCalled();
      const other = openDexieStore(name);
      expect(valueOf(await other.count({}))).toBe(saved.ok ? 1 : 0);
      other.close();
    });

    it('what is read belongs to one moment, though another tab deletes meanwhile', async () => {
      const name = newName();
      const here = openDexieStore(name),
        there = openDexieStore(name);
      for (let round = 0; round < 5; round++) {
        valueOf(await here.savePerson(aPerson('ann')));
        valueOf(await here.saveSession(aSession('s', { personId: 'ann' })));
        valueOf(await here.saveLift(aLift('l', 's'), aTrack('l')));
        valueOf(await there.count({}));
        const [read, deleted] = await Promise.all([
          here.records({ sessionId: 's' }),
          there.deleteSession('s'),
        ]);
        valueOf(deleted);
        const { people, sessions, lifts, tracks } = valueOf(read);
        const found = [people, sessions, lifts, tracks].map((list) => list.length).join('');
        expect(['1111', '0000']).toContain(found);
      }
      here.close();
      there.close();
    });

    it('a deleted person is in no table any more, nor is a lift, nor a session', async () => {
      const name = newName();
      const store = openDexieStore(name);
      valueOf(await store.savePerson(aPerson('ann', 'Ann Example')));
      valueOf(await store.savePerson(aPerson('bo')));
      for (const [id, personId] of [
        ['s', 'ann'],
        ['t', 'bo'],
      ] as const) {
        valueOf(await store.saveSession(aSession(id, { personId, task: `task of ${personId}` })));
        for (const n of [1, 2])
          valueOf(await store.saveLift(aLift(`lift-${id}${n}`, id), aTrack(`lift-${id}${n}`)));
      }
      valueOf(
        await store.amend({
          v: 1,
          id: 'a',
          liftId: 'lift-t1',
          sessionId: 't',
          atMs: NOON,
          amendment: { kind: 'person', personId: 'ann' },
        }),
      );
      valueOf(
        await store.saveTraining(
          aTrainingOf('course', { ann: [aTurn('try', 's')], bo: [aTurn('try', 't')] }),
        ),
      );
      valueOf(await store.deletePerson('ann'));
      const left = await rawTables(name);
      expect(JSON.stringify(left)).not.toMatch(/ann|lift-s|lift-t1/i);
      expect(JSON.stringify(left)).toMatch(/lift-t2/);
      valueOf(await store.deleteLift('lift-t2'));
      expect(JSON.stringify(await rawTables(name))).not.toMatch(/lift-/);
      valueOf(await store.deleteSession('t'));
      valueOf(await store.deletePerson('bo'));
      expect(JSON.stringify((await rawTables(name)).trainings)).not.toMatch(/"bo"|"t"/i);
      valueOf(await store.deleteTraining('course'));
      const tables = await rawTables(name);
      expect(Object.keys(tables)).toHaveLength(9);
      expect(Object.values(tables).flat()).toEqual([]);
      store.close();
    });

    it('a full disk is told, nothing of the lift is there, and what was kept before is', async () => {
      const store = openDexieStore(newName());
      valueOf(await store.saveSession(aSession('s')));
      valueOf(await store.saveLift(aLift('l', 's'), aTrack('l')));
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to its own object
      const put = IDBObjectStore.prototype.put;
      const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
        this: IDBObjectStore,
        ...words: Parameters<typeof put>
      ) {
        if (this.name === 'tracks') throw new DOMException('no room', 'QuotaExceededError');
        return put.apply(this, words);
      });
      const saved = await store.saveLift(aLift('m', 's'), aTrack('m'));
      expect(saved).toMatchObject({ ok: false, error: { kind: 'storage-full' } });
      full.mockRestore();
      expect(valueOf(await store.lift('m'))).toBeNull();
      expect(valueOf(await store.count({}))).toBe(1);
      valueOf(await store.saveLift(aLift('m', 's'), aTrack('m')));
      expect(valueOf(await store.count({}))).toBe(2);
      store.close();
    });

    /** A connection that the browser can be made to lose: `failures.left` transactions cannot be begun. */
    function frailConnection(): { left: number; seen: number } {
      const failures = { left: 0, seen: 0 };
      // eslint-disable-next-line @typescript-eslint/unbound-method -- it is applied to its own object
      const begin = IDBDatabase.prototype.transaction;
      // Dexie holds on to the method it finds when it opens: this must be in place before.
      vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
        this: IDBDatabase,
        ...words: Parameters<typeof begin>
      ) {
        if (failures.left > 0 && words[1] === 'readwrite') {
          failures.left--;
          failures.seen++;
          throw new DOMException('server lost', 'UnknownError');
        }
        return begin.apply(this, words);
      });
      return failures;
    }

    it('a lost connection is opened anew, and the lift is kept', async () => {
      const failures = frailConnection();
      const store = openDexieStore(newName());
      valueOf(await store.saveSession(aSession('s')));
      failures.left = 1;
      valueOf(await store.saveLift(aLift('l', 's'), aTrack('l')));
      expect(failures.seen).toBe(1);
      expect(valueOf(await store.count({}))).toBe(1);
      store.close();
    });

    it('a connection that stays lost is told, and later tries work again', async () => {
      const failures = frailConnection();
      const store = openDexieStore(newName());
      valueOf(await store.saveSession(aSession('s')));
      failures.left = 9;
      expect(await store.saveLift(aLift('l', 's'), null)).toMatchObject({
        ok: false,
        error: { kind: 'storage-lost' },
      });
      failures.left = 0;
      valueOf(await store.saveLift(aLift('l', 's'), null));
      store.close();
    });

    it('an older tab that holds the database is named, and once it is closed all goes on', async () => {
      const name = newName();
      // Another tab, with an older version, that does not hear the wish to let go.
      const old = new Dexie(name);
      old.version(0.1).stores({ people: 'id' });
      await old.open();
      old.on('versionchange', () => false);
      const store = openDexieStore(name);
      expect(await store.saveSession(aSession('s'))).toMatchObject({
        ok: false,
        error: { kind: 'storage-blocked' },
      });
      old.close();
      valueOf(await store.saveSession(aSession('s')));
      store.close();
    });

    it('a database of before there were trainings opens with all that is in it, and takes trainings', async () => {
      const name = newName();
      const old = new Dexie(name, { chromeTransactionDurability: 'strict' });
      old.version(1).stores(TABLES_OF_VERSION_1);
      await old.open();
      await old.table('people').put(aPerson('ann'));
      await old.table('sessions').put(aSession('s', { personId: 'ann' }));
      await old.table('lifts').put(aLift('l', 's'));
      await old.table('tracks').put(aTrack('l'));
      old.close();
      const store = openDexieStore(name);
      const kept = valueOf(await store.records('all'));
      expect(kept).toMatchObject({ people: [{ id: 'ann' }], sessions: [{ id: 's' }] });
      expect(kept).toMatchObject({ lifts: [aLift('l', 's')], tracks: [aTrack('l')] });
      expect(kept.trainings).toEqual([]);
      const training = aTrainingOf('t', { ann: [aTurn('baseline', 's')] });
      valueOf(await store.saveTraining(training));
      expect(valueOf(await store.trainings())).toEqual([training]);
      store.close();
    });

    it('a newer version in another tab gets its way at once, and this one goes on beside it', async () => {
      const name = newName();
      const store = openDexieStore(name);
      valueOf(await store.saveSession(aSession('s')));
      const newer = new Database(name);
      newer.version(3).stores({ more: 'id' });
      await newer.open();
      valueOf(await store.saveLift(aLift('l', 's'), null));
      expect(await newer.lifts.count()).toBe(1);
      newer.close();
      store.close();
    });

    it('without a database in the browser it says so', async () => {
      const { indexedDB } = Dexie.dependencies;
      (Dexie.dependencies as { indexedDB: unknown }).indexedDB = undefined;
      const store = openDexieStore(newName());
      expect(await store.count({})).toMatchObject({
        ok: false,
        error: { kind: 'storage-missing' },
      });
      Dexie.dependencies.indexedDB = indexedDB;
      store.close();
    });

    it('two tabs write side by side, nothing is lost, and each hears of the other', async () => {
      const name = newName();
      const here = openDexieStore(name),
        there = openDexieStore(name);
      let heard = 0;
      const stop = here.onChanged(() => heard++);
      valueOf(await there.saveSession(aSession('s')));
      const saved = Array.from({ length: 20 }, (_, i) =>
        (i % 2 === 0 ? here : there).saveLift(aLift(`l${i}`, 's', { index: i }), aTrack(`l${i}`)),
      );
      for (const one of await Promise.all(saved)) valueOf(one);
      expect(valueOf(await here.count({}))).toBe(20);
      expect(valueOf(await there.days({}))).toMatchObject([{ lifts: 20 }]);
      await vi.waitFor(() => expect(heard).toBeGreaterThanOrEqual(11));
      stop();
      here.close();
      there.close();
    });
  });
}
