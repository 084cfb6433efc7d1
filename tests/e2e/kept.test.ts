import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { Site } from './harness';
import { chooseQuickDetector, keptOnCheck, stopToSummary, verdictShown } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

interface Stored {
  sessions: {
    id: string;
    endedMs: number | null;
    videoKept: boolean;
    origin: string;
    task: string;
    personId: string | null;
  }[];
  lifts: { sessionId: string; verdict: { headline: { kind: string } } }[];
  tracks: { packed: Uint8Array; looks: unknown[] }[];
  people: { id: string; name: string; heightM: number | null }[];
}

/** What lies in the database, read past the product; null = there is no database. */
const stored = (page: Page): Promise<Stored | null> =>
  page.evaluate(async () => {
    const [found] = (await indexedDB.databases()).filter(({ name }) =>
      name?.startsWith('liftcheck'),
    );
    if (!found?.name) return null;
    const name = found.name;
    const db = await new Promise<IDBDatabase>((done, refuse) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => refuse(new Error(String(asked.error)));
    });
    const read = (table: string) =>
      new Promise<unknown[]>((done) => {
        const asked = db.transaction(table).objectStore(table).getAll();
        asked.onsuccess = () => done(asked.result as unknown[]);
      });
    const all = {
      sessions: await read('sessions'),
      lifts: await read('lifts'),
      tracks: await read('tracks'),
      people: await read('people'),
    };
    db.close();
    return all as unknown as Stored;
  });

const panel = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-testid="keep-panel"][data-state="${state}"]`).waitFor();

test('nothing is stored until it is asked for; then a check is kept as it happens, and whole', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('demo-bent').click();
  const shown = await verdictShown(page);
  await stopToSummary(page);
  await panel(page, 'off');
  expect(await stored(page)).toBeNull();

  // At its end.
  await page.getByTestId('keep-now').click();
  await panel(page, 'kept');
  const once = (await stored(page))!;
  expect(once.sessions).toMatchObject([{ origin: 'demo', personId: null }]);
  expect(once.sessions[0]!.endedMs).not.toBeNull();
  expect(once.lifts.map(({ verdict }) => verdict.headline.kind)).toEqual([shown.headline]);
  expect(once.tracks[0]!.packed.length).toBeLessThan(25_000);

  // From the start, for somebody.
  await page.getByTestId('discard').click();
  await page.getByTestId('keep').check();
  await page.getByTestId('keep-person').selectOption('new');
  await page.getByTestId('keep-name').fill('Ada');
  await page.keyboard.press('Enter');
  await page.getByTestId('keep-name').waitFor({ state: 'detached' });
  await page.getByTestId('keep-task').fill('crate');
  await page.getByTestId('demo-good').click();
  await keptOnCheck(page, 1);
  const running = (await stored(page))!;
  const [ada] = running.people;
  expect(ada!.name).toBe('Ada');
  expect(running.lifts).toHaveLength(2);
  expect(running.sessions.find(({ endedMs }) => endedMs === null)).toMatchObject({
    personId: ada!.id,
    task: 'crate',
  });
  await stopToSummary(page);
  await panel(page, 'kept');
  expect((await stored(page))!.sessions.every(({ endedMs }) => endedMs !== null)).toBe(true);
  await page.getByTestId('keep-see').click();
  await page.getByTestId('summary').waitFor({ state: 'detached' });
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('a page loaded anew in the middle, or one that dies, loses the lift in progress at most', async () => {
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  await page.getByTestId('demo-bent').click();
  await keptOnCheck(page, 1);
  await page.reload();
  await page.getByTestId('keep').waitFor();
  expect((await stored(page))!.lifts).toHaveLength(1);
  expect(await page.getByTestId('keep').isChecked(), 'chosen once').toBe(true);

  await page.getByTestId('demo-twist').click();
  await keptOnCheck(page, 1);
  const context = page.context();
  const devtools = await context.newCDPSession(page);
  const died = page.waitForEvent('crash');
  // Nobody answers any more.
  void devtools.send('Page.crash').catch(() => undefined);
  await died;
  const next = await context.newPage();
  await next.goto(site.url);
  const notice = next.getByTestId('cut-off');
  await notice.waitFor();
  expect(await notice.getAttribute('data-lifts')).toBe('1');
  const kept = (await stored(next))!;
  expect(kept.lifts).toHaveLength(2);
  // A page that is loaded anew may still come to write the end of its session, one that dies cannot.
  expect(kept.sessions.filter(({ endedMs }) => endedMs === null).length).toBeGreaterThan(0);

  // Told once.
  await next.getByTestId('cut-off-close').click();
  await next.reload();
  await next.getByTestId('keep').waitFor();
  expect(await notice.count()).toBe(0);
  await context.close();
});

test('a store that refuses is told of, the check goes on, and its lifts can be kept at the end', async () => {
  const { page } = await site.page();
  await page.addInitScript(() => {
    const { prototype } = IDBObjectStore;
    const put = Object.getOwnPropertyDescriptor(prototype, 'put')!.value as IDBObjectStore['add'];
    Object.assign(window, { full: true });
    prototype.put = function (...record: Parameters<typeof put>) {
      if (!(window as { full?: boolean }).full) return put.apply(this, record);
      throw new DOMException('as in a full disk', 'QuotaExceededError');
    };
  });
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  await page.getByTestId('demo-bent').click();
  await page
    .locator('[data-testid="message"][data-kind="storage-full"]')
    .waitFor({ timeout: 90_000 });
  await verdictShown(page);
  await stopToSummary(page);
  await panel(page, 'trouble');
  expect((await stored(page))!.lifts).toEqual([]);
  await page.evaluate(() => Object.assign(window, { full: false }));
  await page.getByTestId('message').getByRole('button').first().click();
  await panel(page, 'kept');
  expect((await stored(page))!.lifts).toHaveLength(1);
  await page.context().close();
});

test('a chosen video is kept only when it is asked for, whole', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  await page.getByTestId('choose-file').setInputFiles(join(ROOT, 'public/demo/bent.mp4'));
  await page.getByTestId('summary').waitFor({ timeout: 90_000 });
  await panel(page, 'kept');
  const videos = () =>
    page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const sizes: number[] = [];
      const folder = await root.getDirectoryHandle('videos', { create: true });
      for await (const handle of folder.values())
        sizes.push((await (handle as FileSystemFileHandle).getFile()).size);
      return sizes;
    });
  expect((await stored(page))!.sessions).toMatchObject([{ origin: 'video', videoKept: false }]);
  expect(await videos()).toEqual([]);
  await page.getByTestId('keep-video').click();
  await page.getByTestId('video-kept').waitFor();
  await panel(page, 'kept');
  expect((await stored(page))!.sessions).toMatchObject([{ videoKept: true }]);
  expect(await videos()).toEqual([statSync(join(ROOT, 'public/demo/bent.mp4')).size]);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
