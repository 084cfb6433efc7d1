import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { DEFAULT_PREFERENCES } from '../../src/ui/preferences';
import { trainingBackup } from '../fixtures/training-backup';
import { Site } from './harness';
import {
  chooseQuickDetector,
  exported,
  importBackup,
  stopToSummary,
  verdictShown,
} from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open({ camera: 'bent' });
});
afterAll(() => site.close());

/** Everything that a page can leave in a browser, read past the product. */
interface Left {
  cookies: string;
  localStorage: Record<string, string>;
  sessionStorage: number;
  /** Rows of each table of each database. */
  databases: Record<string, number>;
  privateFiles: string[];
}

const left = (page: Page): Promise<Left> =>
  page.evaluate(async () => {
    const databases: Record<string, number> = {};
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, refuse) => {
        const asked = indexedDB.open(name!);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => refuse(new Error(String(asked.error)));
      });
      for (const table of db.objectStoreNames)
        databases[`${name} ${table}`] = await new Promise<number>((done) => {
          const asked = db.transaction(table).objectStore(table).count();
          asked.onsuccess = () => done(asked.result);
        });
      db.close();
    }
    const privateFiles: string[] = [];
    const list = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const handle of folder.values())
        if (handle.kind === 'directory') await list(handle);
        else privateFiles.push(handle.name);
    };
    await list(await navigator.storage.getDirectory());
    return {
      cookies: document.cookie,
      localStorage: Object.fromEntries(Object.entries(localStorage)),
      sessionStorage: sessionStorage.length,
      databases,
      privateFiles,
    };
  });

/** Notes what the page asks of the hardware, and keeps hold of what it gets. */
async function watchCamera(page: Page) {
  await page.evaluate(() => {
    const watched = { asked: [] as unknown[], streams: [] as MediaStream[] };
    Object.assign(window, { watched });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      watched.asked.push(constraints?.audio);
      const stream = await open(constraints);
      watched.streams.push(stream);
      return stream;
    };
  });
  return () =>
    page.evaluate(() => {
      const { asked, streams } = (
        window as unknown as { watched: { asked: unknown[]; streams: MediaStream[] } }
      ).watched;
      const tracks = streams.flatMap((stream) => stream.getTracks());
      return {
        audioAsked: asked,
        kinds: tracks.map(({ kind }) => kind),
        states: tracks.map(({ readyState }) => readyState),
      };
    });
}

test('a check leaves no cookie, no database and no private file; in the local storage, what was chosen', async () => {
  const { page } = await site.page();
  await chooseQuickDetector(page);
  const chosen = await left(page);
  expect(Object.keys(chosen.localStorage)).toEqual(['liftcheck.preferences']);
  await page.getByTestId('start-camera').click();
  await verdictShown(page);
  await stopToSummary(page);
  await page.getByTestId('discard').click();
  await page.getByTestId('start-camera').waitFor();
  expect(await left(page)).toEqual(chosen);
  expect(chosen).toMatchObject({ cookies: '', sessionStorage: 0, databases: {}, privateFiles: [] });
  expect(await page.context().cookies()).toEqual([]);

  // Keeping and all else that can be chosen adds fields, and no other key.
  await page.getByTestId('keep').check();
  const kept = await left(page);
  expect(Object.keys(kept.localStorage)).toEqual(['liftcheck.preferences']);
  const fields = Object.keys(JSON.parse(kept.localStorage['liftcheck.preferences']!) as object);
  expect(fields).toContain('keep');
  expect(Object.keys(DEFAULT_PREFERENCES)).toEqual(expect.arrayContaining(fields));
  await page.context().close();
});

test('the camera is asked for pictures alone, and is off once the check is left', async () => {
  const { page } = await site.page();
  await chooseQuickDetector(page);
  const camera = await watchCamera(page);
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  expect(await camera()).toEqual({ audioAsked: [false], kinds: ['video'], states: ['live'] });
  await stopToSummary(page);
  expect((await camera()).states).toEqual(['ended']);

  await page.getByTestId('discard').click();
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  expect((await camera()).states).toEqual(['ended', 'live']);
  // The person goes to another page, or closes this one.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(await camera()).toEqual({
    audioAsked: [false, false],
    kinds: ['video', 'video'],
    states: ['ended', 'ended'],
  });
  await page.context().close();
});

/** Beginnings of files that hold pictures, as they stand in base64: JPEG, PNG, GIF, WebP, MP4, WebM. */
const PICTURE = /^(\/9j\/|iVBOR|R0lGOD|UklGR|AAAA.{0,4}ZnR5c|GkXfo)/;

/** Every text in a JSON value. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

test('no file that is saved holds a picture, and after "delete everything" nothing is left of a check', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  await page.getByTestId('keep-person').selectOption('new');
  await page.getByTestId('keep-name').fill('Ada');
  await page.keyboard.press('Enter');
  await page.getByTestId('keep-name').waitFor({ state: 'detached' });
  await page.getByTestId('choose-file').setInputFiles(join(ROOT, 'public/demo/bent.mp4'));
  await page.getByTestId('summary').waitFor({ timeout: 200_000 });
  await page.locator('[data-testid="keep-panel"][data-state="kept"]').waitFor();
  await page.getByTestId('keep-video').click();
  await page.getByTestId('video-kept').waitFor();

  const analysis = await exported(page);
  expect(analysis.poses!.frames.length).toBeGreaterThan(50);
  // Names and words: too short for any picture. All else are numbers, in the documented format.
  const longest = Math.max(...textsIn(analysis).map((text) => text.length));
  expect(longest).toBeLessThan(200);

  await page.getByTestId('discard').click();
  await importBackup(page, trainingBackup());
  const download = page.waitForEvent('download');
  await page.getByTestId('backup').click();
  const backup = readFileSync(await (await download).path(), 'utf8');
  expect(backup).toContain('Ada');
  const texts = backup
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => textsIn(JSON.parse(line)));
  expect(texts.filter((text) => PICTURE.test(text) || text.startsWith('data:'))).toEqual([]);
  // The longest is the track of the lift: joints of some seconds. A picture of that many pixels alone is larger.
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(40_000);

  const before = await left(page);
  expect(before.privateFiles).toHaveLength(1);
  for (const table of ['sessions', 'lifts', 'tracks', 'people', 'trainings'])
    expect(before.databases[`liftcheck ${table}`], table).toBeGreaterThan(0);
  await page.getByTestId('storage').click();
  await page.getByTestId('delete-everything').click();
  await page.getByTestId('confirm-yes').click();
  await page.getByTestId('storage-close').click();
  await page.getByTestId('history-empty').waitFor();
  const after = await left(page);
  expect(Object.entries(after.databases).filter(([, rows]) => rows > 0)).toEqual([]);
  expect(after.privateFiles).toEqual([]);
  expect(Object.values(after.localStorage).join()).not.toMatch(/Ada|Ann|Ben|bent\.mp4/);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test.each([
  ['with our headers the browser keeps the worker from it', true, 0],
  ['without them only our own code does', false, 1],
])('a worker that would talk to another origin: %s', async (_, headers, reached) => {
  let asked = 0;
  const other = createServer((__, response) => {
    asked++;
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('heard');
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  const plain = await Site.open({ headers });
  const { page } = await plain.page();
  await chooseQuickDetector(page);
  await page.getByTestId('demo-bent').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  const [worker] = page.workers();
  const heard = await worker!.evaluate(
    (url) =>
      fetch(url).then(
        (response) => response.text(),
        () => 'refused',
      ),
    address,
  );
  expect([heard, asked]).toEqual(reached === 0 ? ['refused', 0] : ['heard', 1]);
  await plain.close();
  await new Promise((done) => other.close(done));
});
