import { afterEach, expect, it } from 'vitest';
import { openDexieStore } from '../../../src/store/dexie-store';
import { OpfsVideoShelf } from '../../../src/store/opfs-video-shelf';
import { valueOf } from '../../contract/session-store';
import { aPerson, aSession, NOON } from '../../fixtures/kept';

const shelf = new OpfsVideoShelf();
const video = (text: string): Blob => new Blob([text], { type: 'video/mp4' });
const read = async (id: string): Promise<string | undefined> =>
  valueOf(await shelf.open(id))?.text();

afterEach(async () => void valueOf(await shelf.removeAll()));

it('keeps a video by session, replaces it, and lets it go alone', async () => {
  valueOf(await shelf.keep('s', video('first')));
  valueOf(await shelf.keep('t', video('other')));
  expect(await read('s')).toBe('first');
  valueOf(await shelf.keep('s', video('second take')));
  expect(await read('s')).toBe('second take');
  expect(valueOf(await shelf.list())).toContainEqual({ sessionId: 's', bytes: 11 });
  valueOf(await shelf.remove('s'));
  expect(await read('s')).toBeUndefined();
  expect(await read('t')).toBe('other');
  valueOf(await shelf.remove('never there'));
});

it('a video that breaks off on the way is none, and the one before it stays', async () => {
  const broken = (): Blob => {
    const blob = video('a whole one');
    blob.stream = () =>
      new ReadableStream({
        pull: (controller) => controller.error(new DOMException('full', 'QuotaExceededError')),
      });
    return blob;
  };
  const answer = await shelf.keep('s', broken());
  expect(answer).toMatchObject({ ok: false, error: { kind: 'storage-full' } });
  expect(await read('s')).toBeUndefined();
  expect(valueOf(await shelf.list())).toEqual([]);
  valueOf(await shelf.keep('s', video('good')));
  expect((await shelf.keep('s', broken())).ok).toBe(false);
  expect(await read('s')).toBe('good');
});

it('a video goes with its session, however that is deleted', async () => {
  const store = openDexieStore('with-videos', shelf);
  valueOf(await store.savePerson(aPerson('ann')));
  for (const id of ['a', 'b', 'c', 'd'])
    valueOf(
      await store.saveSession(
        aSession(id, {
          personId: id === 'b' ? 'ann' : null,
          startedMs: NOON + (id === 'c' ? -9 : 0),
          videoKept: true,
        }),
      ),
    );
  for (const id of ['a', 'b', 'c', 'd']) valueOf(await shelf.keep(id, video(id)));
  const left = async (): Promise<string[]> =>
    valueOf(await shelf.list())
      .map(({ sessionId }) => sessionId)
      .sort();
  valueOf(await store.deleteSession('a'));
  expect(await left()).toEqual(['b', 'c', 'd']);
  valueOf(await store.deletePerson('ann'));
  expect(await left()).toEqual(['c', 'd']);
  valueOf(await store.deleteBefore(NOON));
  expect(await left()).toEqual(['d']);
  valueOf(await store.deleteEverything());
  expect(await left()).toEqual([]);
  store.close();
});
