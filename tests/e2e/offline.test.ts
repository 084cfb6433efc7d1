import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import budgets from '../../budgets.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chromiumArguments } from '../../scripts/setup/chromium-arguments.mjs';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';
import { buildIsFresh } from '../../scripts/source-stamp.mjs';
import { listSiteFiles, siteFiles } from '../../scripts/vite/offline-files.mjs';
import { chooseQuickDetector, stopToSummary, verdictShown } from './journey';

type Served = Awaited<ReturnType<typeof serve>>;

let folder = '';
let server: Served | null = null;
let browser: Browser;
let context: BrowserContext;
const faults: string[] = [];

beforeEach(async () => {
  if (!buildIsFresh()) throw new Error('dist/ is not built from these sources: npm run build');
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-offline-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  server = await serve({ folder });
  browser = await chromium.launch({
    executablePath: findChromium()!,
    args: chromiumArguments(),
  });
  context = await browser.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 } });
  faults.length = 0;
});
afterEach(async () => {
  await browser.close();
  await server?.close();
  rmSync(folder, { recursive: true });
});

async function visit(url: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(url);
  await page.getByTestId('start-camera').waitFor();
  return page;
}
const inState = (page: Page, state: string): Promise<void> =>
  page.locator(`[data-testid=offline][data-state="${state}"]`).waitFor({ timeout: 120_000 });

/** The build that the page is of, as it says itself. */
const buildOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.documentElement.dataset['build'] ?? 'first');

/** Puts another build in the place of the one that is served: another page, another Methods screen. */
function deployAnother(): void {
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<html lang="en">', '<html lang="en" data-build="second">'),
  );
  for (const path of Object.keys(siteFiles(folder).always))
    if (/assets\/Methods-.*\.js$/.test(path)) {
      const file = join(folder, path);
      writeFileSync(file, readFileSync(file, 'utf8') + '\n// second\n');
    }
  listSiteFiles(folder);
}

test('after one visit, with the server gone: check, verdict, file, review, training, job sheet, methods', async () => {
  const { url } = server!;
  const first = await visit(url);
  await chooseQuickDetector(first);
  await inState(first, 'ready');
  await first.close();
  await server!.close();
  server = null;

  const begun = Date.now();
  const page = await visit(url);
  expect(Date.now() - begun, 'ms until the second visit is ready').toBeLessThanOrEqual(
    budgets.secondVisitMs,
  );
  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  await stopToSummary(page);
  await page.getByTestId('keep-now').click();
  await page.locator('[data-testid="keep-panel"][data-state="kept"]').waitFor();
  await page.getByTestId('keep-see').click();
  await page.getByTestId('open-lift').first().click();
  await page.getByTestId('replay').waitFor();
  await page.goto(url);

  const video = join(ROOT, 'tests/fixtures/video/truncated.mp4');
  await page.getByTestId('choose-file').setInputFiles(video);
  await page.getByTestId('summary').waitFor({ timeout: 120_000 });
  await page.getByTestId('discard').click();
  for (const [open, shown, back] of [
    ['trainings-open', 'trainings-empty', 'to-start'],
    ['jobs-open', 'jobs', 'to-start'],
    ['methods-open', 'methods', 'methods-close'],
  ] as const) {
    await page.getByTestId(open).click();
    await page.getByTestId(shown).waitFor();
    if (back === 'methods-close') await page.keyboard.press('Escape');
    else await page.getByTestId(back).click();
  }
  expect(faults).toEqual([]);
}, 300_000);

test('the stored copy is the files of the site and nothing else, also after a check', async () => {
  const page = await visit(server!.url);
  await chooseQuickDetector(page);
  await inState(page, 'ready');
  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  await stopToSummary(page);
  const stored = await page.evaluate(async () => {
    const found: Record<string, string> = {};
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request))!.arrayBuffer();
        const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
        const path = new URL(request.url).pathname.slice(1);
        found[path] = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
      }
    }
    return found;
  });
  const { always } = siteFiles(folder);
  expect(stored).toEqual(
    Object.fromEntries(Object.entries(always).map(([path, [sha256]]) => [path, sha256])),
  );
  const bytes = Object.values(always).reduce((sum, [, size]) => sum + size, 0);
  const [, said] = /\(about (\d+) MB\)/.exec(readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8'))!;
  expect(Math.abs(bytes / 1e6 - Number(said)), 'MB, against docs/privacy.md').toBeLessThan(1.5);
}, 180_000);

test('an update waits until no page of the old version is open, and mixes nothing', async () => {
  const { url } = server!;
  const first = await visit(url);
  await chooseQuickDetector(first);
  await inState(first, 'ready');
  // From here on the worker serves this page: even its demo clip, in parts.
  await first.reload();
  await first.getByTestId('demo-bent').click();
  await first.getByTestId('check').waitFor();
  deployAnother();
  await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await verdictShown(first);
  await stopToSummary(first);
  expect(await buildOf(first)).toBe('first');
  await first.getByTestId('discard').click();
  await inState(first, 'update');

  // Another page opened meanwhile is of the old version too, whole.
  const second = await visit(url);
  expect(await buildOf(second)).toBe('first');
  await second.getByTestId('methods-open').click();
  await second.getByTestId('methods').waitFor();
  await second.keyboard.press('Escape');

  // Asked for while the other is open, it goes on waiting, and says why.
  await first.getByTestId('take-over').click();
  await inState(first, 'others-open');
  await second.close();
  await first.reload();
  await inState(first, 'update');
  expect(await buildOf(first)).toBe('first');
  await first.getByTestId('take-over').click();
  await expect.poll(() => buildOf(first).catch(() => '')).toBe('second');
  await first.getByTestId('methods-open').click();
  await first.getByTestId('methods').waitFor();
  expect(faults).toEqual([]);
}, 300_000);

test('an update that is half way on the server is not taken', async () => {
  const { url } = server!;
  const first = await visit(url);
  await inState(first, 'ready');
  deployAnother();
  // The list is new, one of its files is not yet.
  const page = join(folder, 'index.html');
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('data-build="second"', 'data-build="half"'),
  );
  await first.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await first.close();
  const second = await visit(url);
  expect(await buildOf(second)).toBe('first');
  await inState(second, 'ready');
}, 120_000);

test('a page may be installed: its manifest names icons that are there', async () => {
  const { url } = server!;
  const page = await visit(url);
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await fetch(new URL(href!, url))).json()) as {
    icons: { src: string; type: string }[];
    display: string;
  };
  expect(manifest.display).toBe('standalone');
  for (const { src, type } of manifest.icons) {
    const icon = await fetch(new URL(src, url));
    expect(icon.headers.get('Content-Type')).toBe(type);
  }
});
