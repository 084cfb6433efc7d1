import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { siteLifters } from '../../../src/detect/site-lifters';

const SHIPPED = readFileSync(new URL('../../../models/lifter.json', import.meta.url));
/** Another recipe: as good as the first by its looks. */
const ALTERED = Buffer.from(SHIPPED.toString().replace('"seed":20', '"seed":21'));

/** A site whose file is the first of these, and the second when it is asked for past the browser's copy. */
async function fetchedFrom(bodies: (Buffer | number)[]) {
  const asked: string[] = [];
  const result = await siteLifters('https://example.org/tools/lift/', (url, init) => {
    asked.push(`${(url as URL).href} ${init?.cache}`);
    const body = bodies[asked.length - 1]!;
    return Promise.resolve(
      typeof body === 'number'
        ? new Response('Not found', { status: body })
        : new Response(new Uint8Array(body)),
    );
  });
  return { asked: asked.length, first: asked[0], result };
}

test('the file that this version was built with', async () => {
  const { asked, first, result } = await fetchedFrom([SHIPPED]);
  expect(result.ok && Object.keys(result.value)).toContain('movenet-thunder');
  expect([asked, first]).toEqual([1, 'https://example.org/tools/lift/models/lifter.json default']);
});

test.each<[string, Buffer | number]>([
  ['altered', ALTERED],
  ['cut short', SHIPPED.subarray(0, 1000)],
  ['a server’s start page', Buffer.from('<!doctype html>')],
  ['missing', 404],
])('%s: asked for once more, and taken when it fits then', async (_, broken) => {
  const mended = await fetchedFrom([broken, SHIPPED]);
  expect([mended.asked, mended.result.ok]).toEqual([2, true]);
  const { asked, result } = await fetchedFrom([broken, broken]);
  expect(asked).toBe(2);
  expect(result).toMatchObject({ ok: false, error: { kind: 'model-missing' } });
  expect(!result.ok && result.error.detail).toContain('models/lifter.json');
});
