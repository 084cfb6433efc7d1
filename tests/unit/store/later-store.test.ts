import { describe, expect, test } from 'vitest';
import { fail } from '../../../src/core/errors';
import { storeLater } from '../../../src/store/later-store';
import { MemoryStore } from '../../../src/store/memory-store';
import { describeStore } from '../../contract/session-store';
import { aPerson } from '../../fixtures/kept';

describeStore('a store that is fetched later', () =>
  storeLater(() => Promise.resolve(new MemoryStore())),
);

describe('a store whose code cannot be fetched', () => {
  test('says so, and is tried again with the next question', async () => {
    let isThere = false;
    const store = storeLater(() =>
      isThere ? Promise.resolve(new MemoryStore()) : Promise.reject(new Error('no network')),
    );
    const missing = fail('storage-missing', 'Error: no network');
    expect(await store.people()).toEqual(missing);
    expect(await store.savePerson(aPerson('ann'))).toEqual(missing);
    expect(await store.use()).toEqual({ usedBytes: null, quotaBytes: null, persistent: false });
    expect(await store.askPersistent()).toBe(false);
    isThere = true;
    expect(await store.people()).toEqual({ ok: true, value: [] });
  });

  test('it is not opened until it is asked something, nor by being closed', () => {
    let openings = 0;
    const store = storeLater(() => {
      openings++;
      return Promise.resolve(new MemoryStore());
    });
    store.close();
    expect(openings).toBe(0);
  });
});
