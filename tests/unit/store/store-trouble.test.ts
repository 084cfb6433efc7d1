import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../src/store/database';
import { openDexieStore } from '../../../src/store/dexie-store';
import { valueOf } from '../../contract/session-store';
import { aLift, aSession, aTrack } from '../../fixtures/kept';

let names = 0;
const newName = (): string => `trouble-${++names}`;
afterEach(() => vi.restoreAllMocks());

describe('a store in trouble', () => {
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

  it('a newer version in another tab gets its way at once, and this one goes on beside it', async () => {
    const name = newName();
    const store = openDexieStore(name);
    valueOf(await store.saveSession(aSession('s')));
    const newer = new Database(name);
    newer.version(2).stores({ more: 'id' });
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
    expect(await store.count({})).toMatchObject({ ok: false, error: { kind: 'storage-missing' } });
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
