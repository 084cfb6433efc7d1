import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cachedModels, siteModels, type ModelSource } from '../../../src/detect/model-files';
import { createNodeDetector } from '../../../src/detect/node-detector';
import { folderModels } from '../../../src/detect/node-models';
import { MODELS } from './video-frames';

const ID = 'movenet-lightning';
let folder = '';
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'models-'))));
afterAll(() => rm(folder, { recursive: true }));

const kindOf = async (source: ModelSource) => {
  const result = await source.load(ID);
  return result.ok ? 'ok' : result.error.kind;
};

describe('model files in a folder', () => {
  test('that are there', async () => expect(await kindOf(folderModels(MODELS))).toBe('ok'));
  test('that are missing', async () => {
    expect(await kindOf(folderModels(folder))).toBe('model-missing');
    expect(await createNodeDetector(ID, folder)).toMatchObject({
      ok: false,
      error: { kind: 'model-missing' },
    });
  });
  test.each<[string, (json: Buffer, bin: Buffer) => [Buffer | string, Buffer]]>([
    ['with weights cut short', (json, bin) => [json, bin.subarray(0, 1000)]],
    [
      'with the start page of a server in place of the description',
      (_, bin) => ['<!doctype html>', bin],
    ],
    ['with another JSON', (_, bin) => ['{}', bin]],
  ])('%s', async (_, damage) => {
    const [json, bin] = damage(
      await readFile(join(MODELS, `${ID}.json`)),
      await readFile(join(MODELS, `${ID}.bin`)),
    );
    await writeFile(join(folder, `${ID}.json`), json);
    await writeFile(join(folder, `${ID}.bin`), bin);
    expect(await kindOf(folderModels(folder))).toBe('model-missing');
  });
});

describe('model files of a site', () => {
  const site = (status: number) => async (url: RequestInfo | URL) => {
    const name = new URL(url as URL).pathname.split('/').at(-1) as string;
    const bytes = status === 200 ? await readFile(join(MODELS, name)) : Buffer.from('Not found');
    return new Response(bytes, { status, headers: { 'content-length': `${bytes.length}` } });
  };
  test('come with progress in bytes, from models/ beside the page', async () => {
    const asked: string[] = [];
    const bytes: [got: number, of: number][] = [];
    const source = siteModels('https://example.org/tools/lift/', (url) => {
      asked.push((url as URL).href);
      return site(200)(url);
    });
    const result = await source.load(ID, (got, of) => bytes.push([got, of]));
    expect(result.ok).toBe(true);
    expect(asked).toEqual([
      'https://example.org/tools/lift/models/manifest.json',
      `https://example.org/tools/lift/models/${ID}.json`,
      `https://example.org/tools/lift/models/${ID}.bin`,
    ]);
    const { size } = await stat(join(MODELS, `${ID}.bin`));
    expect(bytes.at(-1)).toEqual([size, size]);
    expect(bytes.map(([got]) => got)).toEqual(bytes.map(([got]) => got).toSorted((a, b) => a - b));
  });
  /** A server whose weights have one bit changed, or end early; for a while, or for good. */
  const damaged = (how: 'altered' | 'cut short', isHealed: (cache: RequestCache) => boolean) => {
    const asked: (RequestCache | undefined)[] = [];
    const source = siteModels('https://example.org/', async (url, init) => {
      const response = await site(200)(url);
      if (!(url as URL).pathname.endsWith('.bin')) return response;
      asked.push(init?.cache);
      if (isHealed(init?.cache ?? 'default')) return response;
      const bytes = Buffer.from(await response.arrayBuffer());
      bytes[bytes.length >> 1]! ^= 1;
      return new Response(how === 'altered' ? bytes : bytes.subarray(0, -1));
    });
    return { source, asked };
  };
  test.each(['altered', 'cut short'] as const)('that are %s are refused', async (how) => {
    const { source, asked } = damaged(how, () => false);
    const loaded = await source.load(ID);
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'model-missing' } });
    expect(JSON.stringify(loaded)).toContain(`models/${ID}.bin`);
    expect(asked).toEqual(['default', 'reload']);
  });
  test('whose copy in the browser is damaged are fetched past it', async () => {
    const { source } = damaged('altered', (cache) => cache === 'reload');
    expect(await kindOf(source)).toBe('ok');
  });

  test('that answer 404', async () =>
    expect(await kindOf(siteModels('https://example.org/', site(404)))).toBe('model-missing'));
  test('of a site that cannot be reached', async () =>
    expect(
      await kindOf(
        siteModels('https://example.org/', () => Promise.reject(new TypeError('offline'))),
      ),
    ).toBe('model-missing'));
});

test('a kept source asks once, and again after a failure', async () => {
  let asked = 0;
  const inner: ModelSource = {
    load: (id) =>
      asked++ === 0 ? folderModels(folder).load('blazepose-lite') : folderModels(MODELS).load(id),
  };
  const kept = cachedModels(inner);
  expect([await kindOf(kept), await kindOf(kept), await kindOf(kept), asked]).toEqual([
    'model-missing',
    'ok',
    'ok',
    2,
  ]);
});
