import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeKeptFile } from '../../src/core/report/kept-file-writer';
import { aLift, aPerson, aSession, aVerdict, NOON } from '../fixtures/kept';
import { expectAccessible } from './axe';
import { Site } from './harness';
import { tabTo } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const DAY = 86_400_000;
const LIFTS = 200;

/** A backup of two people, a session a day, every fifth lift flagged. */
function backup(): string {
  const people = [aPerson('ann', 'Ann'), aPerson('ben', 'Ben')];
  const sessions = Array.from({ length: 20 }, (_, i) =>
    aSession(`s${i}`, { startedMs: NOON - i * DAY, personId: people[i % 2]!.id, task: 'crate' }),
  );
  const lifts = Array.from({ length: LIFTS }, (_, i) =>
    aLift(`l${i}`, `s${i % 20}`, {
      index: Math.floor(i / 20),
      startedMs: NOON - (i % 20) * DAY + Math.floor(i / 20) * 20_000,
      verdict: aVerdict(i % 5 === 0 ? { 'bent-back': 'flagged' } : {}, 60 + (i % 30)),
    }),
  );
  const records = {
    people,
    sessions,
    lifts,
    tracks: [],
    amendments: [],
    rescores: [],
    trainings: [],
  };
  return [...writeKeptFile('backup', records)].join('');
}

const inHistory = (page: Page, lifts: number): Promise<void> =>
  page.locator(`[data-testid=history][data-lifts="${lifts}"]`).waitFor();

async function importFile(page: Page, text: string): Promise<void> {
  await page.getByTestId('import').click();
  const file = { name: 'b.liftcheck.jsonl', mimeType: '', buffer: Buffer.from(text) };
  await page.getByTestId('import-file').setInputFiles(file);
}

test('from an empty history through a backup to people, filters, a session, and nothing left', async () => {
  const { page, misdeeds } = await site.page();
  await tabTo(page, 'history-open');
  await page.keyboard.press('Enter');
  await page.getByTestId('history-empty').waitFor();
  await expectAccessible(page);

  // A damaged file changes nothing and says why.
  await importFile(page, backup().replace('Ann', 'Eve'));
  expect(await page.getByTestId('import-reason').innerText()).toContain('checksum');
  await page.getByTestId('import-close').click();
  await importFile(page, backup());
  expect(await page.getByTestId('import-preview').innerText()).toContain(
    '200 lifts in 20 sessions',
  );
  await page.getByTestId('import-take').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('import-close').click();
  await inHistory(page, LIFTS);
  await page.getByTestId('trends').locator('summary').first().click();
  expect(await page.getByTestId('trends').innerText()).toContain('40 of 200 judged lifts');
  await expectAccessible(page);

  await page.getByTestId('more').click();
  await expect.poll(() => page.getByTestId('lift-row').count()).toBe(120);
  await page.getByTestId('filter-person').selectOption({ label: 'Ben' });
  await expect.poll(() => page.getByTestId('found').innerText()).toBe('100 of 200 lifts');
  const days = page.getByTestId('days').getByRole('button');
  await days.last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByTestId('found').innerText()).toBe('10 of 200 lifts');
  await page.getByTestId('filter-clear').click();
  await page.getByTestId('filter-check').selectOption('bent-back');
  await expect.poll(() => page.getByTestId('found').innerText()).toBe('40 of 200 lifts');
  const saved = page.waitForEvent('download');
  await page.getByTestId('csv').click();
  const table = readFileSync(await (await saved).path(), 'utf8');
  expect(table.trim().split('\r\n')).toHaveLength(41);

  await page.getByTestId('session-of-row').first().click();
  await page.getByTestId('session-lift').first().waitFor();
  await expectAccessible(page);
  await page.getByTestId('session-task').fill('a heavy crate');
  await page.keyboard.press('Tab');
  await expect.poll(() => page.getByTestId('session-saved').innerText()).toBe('Saved.');
  await page.getByTestId('choose-lift').nth(0).check();
  await page.getByTestId('choose-lift').nth(1).check();
  expect(await page.getByTestId('compare-chosen').isEnabled()).toBe(true);
  await page.getByTestId('to-history').click();
  await inHistory(page, LIFTS);

  await page.getByTestId('people').click();
  await expectAccessible(page);
  await page.getByTestId('person-delete').first().click();
  expect(await page.getByTestId('confirm-dialog').innerText()).toContain('all 100 lifts');
  await page.getByTestId('confirm-yes').click();
  await page.getByTestId('people-close').click();
  await inHistory(page, LIFTS / 2);
  await page.getByTestId('storage').click();
  await expectAccessible(page);
  await page.getByTestId('delete-everything').click();
  await page.getByTestId('confirm-yes').click();
  await page.getByTestId('storage-close').click();
  await page.getByTestId('history-empty').waitFor();
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('another tab that changes something is seen, and the phone has room for all of it', async () => {
  const { page } = await site.page({ viewport: { width: 360, height: 740 } });
  await page.getByTestId('history-open').click();
  await page.getByTestId('history-empty').waitFor();
  const other = await page.context().newPage();
  await other.goto(site.url);
  await other.getByTestId('history-open').click();
  await importFile(other, backup());
  await other.getByTestId('import-take').click();
  await inHistory(page, LIFTS);
  const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await wide()).toBeLessThanOrEqual(0);
  await page.getByTestId('session-of-row').first().click();
  await page.getByTestId('session-lift').first().waitFor();
  expect(await wide()).toBeLessThanOrEqual(0);
  await page.context().close();
});
