import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { Site } from './harness';
import { chooseQuickDetector, stopToSummary } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const inHistory = (page: Page, lifts: number): Promise<void> =>
  page.locator(`[data-testid=history][data-lifts="${lifts}"]`).waitFor();

async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByTestId(button).click();
  return readFileSync(await (await download).path(), 'utf8');
}

test('from a demo check to history, replay, comparison, report, backup, nothing left, and all of it back', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);

  // A check, kept as it happens.
  await page.getByTestId('keep').check();
  await page.getByTestId('demo-bent').click();
  await page.locator('[data-testid="kept-mark"][data-kept="1"]').waitFor({ timeout: 90_000 });
  await stopToSummary(page);
  await page.locator('[data-testid="keep-panel"][data-state="kept"]').waitFor();
  await page.getByTestId('discard').click();

  // A saved check with three lifts, brought in and kept too.
  const three = join(ROOT, 'tests/fixtures/poses/three-lifts.json');
  await page.getByTestId('choose-file').setInputFiles(three);
  await page.getByTestId('summary').waitFor({ timeout: 90_000 });
  await page.getByTestId('keep-now').click();
  await page.locator('[data-testid="keep-panel"][data-state="kept"]').waitFor();
  await page.getByTestId('keep-see').click();
  await page.getByTestId('session-review').waitFor();
  await page.getByTestId('session-lift').nth(2).waitFor();

  // One lift, moment by moment, and what is said about it.
  await page.getByTestId('open-lift').first().click();
  await page.getByTestId('replay').waitFor();
  const time = (): Promise<string> => page.getByTestId('time').innerText();
  const before = await time();
  await page.keyboard.press('ArrowRight');
  await expect.poll(time).not.toBe(before);
  await page.getByTestId('say-note').fill('the heavy one');
  await page.getByTestId('save-note').click();
  await page.getByTestId('to-session').click();

  // Two of them beside each other.
  await page.getByTestId('choose-lift').nth(0).check();
  await page.getByTestId('choose-lift').nth(1).check();
  await page.getByTestId('compare-chosen').click();
  await expect
    .poll(() => page.getByTestId('compare').innerText())
    .toMatch(/(more than|within) the error/);
  await page.getByTestId('to-first').click();
  await page.getByTestId('to-session').click();

  // The session beside the other one.
  const label = await page.getByTestId('other-session').locator('option').nth(1).innerText();
  await page.getByTestId('other-session').selectOption({ label });
  await page.getByTestId('compare-sessions').waitFor();
  await expect.poll(() => page.getByTestId('compare-sessions').innerText()).toMatch(/of 3 flagged/);
  await page.getByTestId('to-session').click();

  // On paper.
  await page.getByTestId('session-report').click();
  await page.getByTestId('report').waitFor();
  await expect.poll(() => page.getByTestId('report').innerText()).toMatch(/3 lifts/);
  await page.getByTestId('to-session').click();
  await page.getByTestId('to-history').click();
  await inHistory(page, 4);

  // All of it taken away, deleted, and brought back.
  const backup = await downloaded(page, 'backup');
  expect(backup.split('\n')[0]).toContain('liftcheck.backup/3');
  expect(backup).toContain('the heavy one');
  await page.getByTestId('storage').click();
  await page.getByTestId('delete-everything').click();
  await page.getByTestId('confirm-yes').click();
  await page.getByTestId('storage-close').click();
  await page.getByTestId('history-empty').waitFor();
  await page.getByTestId('import').click();
  const file = { name: 'all.liftcheck.jsonl', mimeType: '', buffer: Buffer.from(backup) };
  await page.getByTestId('import-file').setInputFiles(file);
  expect(await page.getByTestId('import-preview').innerText()).toContain('4 lifts in 2 sessions');
  await page.getByTestId('import-take').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('import-close').click();
  await inHistory(page, 4);
  expect(await downloaded(page, 'backup')).toBe(backup);
  await page.getByTestId('filter-text').fill('heavy one');
  await expect.poll(() => page.getByTestId('lift-row').count()).toBe(1);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
