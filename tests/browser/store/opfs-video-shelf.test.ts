import { afterEach, expect, it } from 'vitest';
import { OpfsVideoShelf } from '../../../src/store/opfs-video-shelf';
import { valueOf } from '../../contract/session-store';

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
