import { svelte } from '@sveltejs/vite-plugin-svelte';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chromiumArguments } from '../../scripts/setup/chromium-arguments.mjs';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';
import { contentPolicy } from '../../scripts/vite/content-policy.mjs';
import type { StoredRecords } from '../../src/core/records/session-store';
import type { ReviewScreen } from '../../src/ui/screen';
import { seriousFaults } from './axe';
import { pdfText } from './pdf-text';

let browser: Browser;
let site: { url: string; close: () => Promise<void> };
let folder: string;

/** The review screens built as the site is, with its content security policy, over a store in memory. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-review-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'tests/fixtures/review-page'),
    base: './',
    publicDir: false,
    plugins: [svelte({ configFile: false }), contentPolicy()],
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  });
  site = await serve({ folder });
  browser = await chromium.launch({ executablePath: findChromium()!, args: chromiumArguments() });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true });
});

interface ReviewPage {
  review(screen: ReviewScreen): void;
  screenName(): string;
  keptRecords(): Promise<StoredRecords | null>;
}

async function open(
  screen: ReviewScreen,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.includes('favicon'))
      faults.push(message.text());
  });
  await page.goto(site.url);
  await page.waitForFunction(() => 'review' in window);
  await page.evaluate((to) => (window as unknown as ReviewPage).review(to), screen);
  return { page, faults };
}
const kept = (page: Page): Promise<StoredRecords | null> =>
  page.evaluate(() => (window as unknown as ReviewPage).keptRecords());
const seconds = async (page: Page): Promise<number> =>
  parseFloat(await page.getByTestId('time').innerText());

test('a lift is replayed by keyboard, and a moment that stands out says why', async () => {
  const { page, faults } = await open({ name: 'lift', liftId: 's-0' });
  await page.getByTestId('replay').waitFor();
  const hardest = await seconds(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => seconds(page)).toBeGreaterThan(hardest);
  await page.keyboard.press(' ');
  const began = await seconds(page);
  await expect.poll(() => seconds(page)).toBeGreaterThan(began + 0.3);
  await page.keyboard.press(' ');
  await expect.poll(() => page.getByTestId('play').getAttribute('data-playing')).toBe('false');
  await page.getByTestId('hardest').click();
  await expect.poll(() => seconds(page)).toBe(hardest);

  await page.getByTestId('mark-bent-back').last().click();
  await expect
    .poll(() => page.getByTestId('mark-why').innerText())
    .toMatch(/Bent back: 9\d° ±\d+°, above 60°/);
  await expect.poll(() => seconds(page)).toBeGreaterThan(hardest);

  // The chart at the cursor, and its table, tell the same.
  const chart = page.getByTestId('chart-bent-back');
  const said = (await chart.getByRole('slider').getAttribute('aria-valuetext'))!;
  const [time, value] = said.split(': ');
  await chart.locator('summary').click();
  // The rows are made when the table is opened.
  await expect.poll(() => chart.locator('tbody tr').count()).toBeGreaterThan(50);
  const rows = await chart.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.replace('\t', ': '))).toContain(`${time}: ${value}`);

  const figure = page.getByTestId('figure');
  const before = await figure.getAttribute('aria-valuenow');
  await figure.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => figure.getAttribute('aria-valuenow')).not.toBe(before);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('corrections are added, counted, shown, and taken back; the lift stays as it was', async () => {
  const { page } = await open({ name: 'lift', liftId: 's-2' });
  await page.getByTestId('say-mass').fill('12.5');
  await page.getByTestId('save-mass').click();
  await page.getByText('Load 12.5 kg', { exact: true }).waitFor();
  const before = (await kept(page))!.lifts.find(({ id }) => id === 's-2');
  await page.getByTestId('not-a-lift').click();
  await page.getByTestId('not-a-lift-told').waitFor();
  await page.getByRole('button', { name: /^Take back.*Not a lift/ }).click();
  await page.getByTestId('not-a-lift-told').waitFor({ state: 'detached' });
  expect(await page.getByTestId('amendments').innerText()).toContain('taken back');
  const records = (await kept(page))!;
  expect(records.amendments.map(({ amendment }) => amendment.kind)).toEqual([
    'mass',
    'not-a-lift',
    'undo',
  ]);
  expect(records.lifts.find(({ id }) => id === 's-2')).toEqual(before);
  await page.context().close();
});

test('a lift of older rules is judged again: both verdicts and what differs are shown', async () => {
  const { page } = await open({ name: 'lift', liftId: 's-0' });
  await page.getByTestId('rescore').click();
  const table = page.getByTestId('rescores').locator('table');
  await table.waitFor();
  const twist = await table.getByRole('row', { name: 'Twist, lifting' }).innerText();
  expect(twist).toMatch(/watch 21° ±8°\s+within \d° ±\d+°\s+−\d+°/);
  expect(await table.getByRole('row', { name: 'Bent back, lifting' }).innerText()).toContain(
    'the same',
  );
  const { rescores, lifts } = (await kept(page))!;
  expect(rescores.map(({ liftId }) => liftId)).toEqual(['s-0']);
  expect(lifts.find(({ id }) => id === 's-0')?.rules).toBe('2026.10.1');
  await page.context().close();
});

test('two lifts are compared in step, with what is more than the error', async () => {
  const { page, faults } = await open({ name: 'compare', liftIds: ['s-3', 's-0'] });
  await page.getByTestId('compare-replay').waitFor();
  const rows = page.getByTestId('compare-checks');
  expect(await rows.getByRole('row', { name: 'Bent back, lifting' }).innerText()).toMatch(
    /\+\d+° ±\d+°\s+more than the error/,
  );
  expect(await rows.getByRole('row', { name: 'Load far away, lifting' }).innerText()).toContain(
    'within the error',
  );
  await page.getByTestId('swap').click();
  await expect
    .poll(() => rows.getByRole('row', { name: 'Bent back, lifting' }).innerText())
    .toMatch(/−\d+° ±\d+°/);
  // One of them was kept without its poses: what was said is compared, curves are not.
  await page.evaluate(() =>
    (window as unknown as ReviewPage).review({ name: 'compare', liftIds: ['s-0', 's-1'] }),
  );
  await page.getByTestId('not-comparable').waitFor();
  expect(await rows.locator('tbody tr').count()).toBeGreaterThan(3);
  expect(faults).toEqual([]);
  await page.context().close();
});

test('a session is printed on one tagged page with its text', async () => {
  const { page } = await open(
    { name: 'report', sessionId: 's' },
    { colorScheme: 'dark', viewport: { width: 700, height: 900 } },
  );
  await page.locator('[data-testid=report][data-ready=true]').waitFor();
  const pdf = await page.pdf({ tagged: true, preferCSSPageSize: true });
  const raw = pdf.toString('latin1');
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(1);
  expect(raw).toContain('/StructTreeRoot');
  expect(raw).toContain('/Marked true');
  const text = pdfText(pdf).replace(/\s+/g, ' ');
  for (const part of ['Report on lifts', 'Boxes from the floor', 'Method and error', 'Twisted to'])
    expect(text).toContain(part);
  expect(text).not.toContain('Print or save');
  await page.context().close();
});

test.each(['en-GB', 'de-DE'])(
  'axe finds nothing serious, nothing is too wide: %s',
  async (locale) => {
    const { page } = await open({ name: 'lift', liftId: 's-0' }, { locale });
    const screens: [ReviewScreen, string][] = [
      [{ name: 'lift', liftId: 's-0' }, '[data-testid=replay]'],
      [{ name: 'lift', liftId: 's-1' }, '[data-testid=no-track]'],
      [{ name: 'compare', liftIds: ['s-0', 's-2'] }, '[data-testid=compare-replay]'],
      [{ name: 'report', sessionId: 's' }, '[data-ready=true]'],
    ];
    const found: string[] = [];
    for (const [screen, shown] of screens) {
      await page.evaluate((to) => (window as unknown as ReviewPage).review(to), screen);
      await page.locator(shown).waitFor();
      const rescore = page.getByTestId('rescore');
      if (screen.name === 'lift' && screen.liftId === 's-0') await rescore.click();
      found.push(...(await seriousFaults(page, screen.name)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
);
