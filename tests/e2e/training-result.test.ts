import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { trainingBackup } from '../fixtures/training-backup';
import { importBackup } from './journey';
import { Site } from './harness';
import { pdfText } from './pdf-text';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

async function openResult(page: Page): Promise<void> {
  await importBackup(page, trainingBackup());
  await page.getByTestId('to-start').click();
  await page.getByTestId('trainings-open').click();
  await page.getByTestId('training-see').first().click();
  await page.getByTestId('group-result').waitFor();
}
const printed = async (page: Page): Promise<string> =>
  pdfText(await page.pdf({ tagged: true, preferCSSPageSize: true })).replace(/\s+/g, ' ');
const table = async (page: Page): Promise<string> => {
  const saved = page.waitForEvent('download');
  await page.getByTestId('training-csv').click();
  return readFileSync(await (await saved).path(), 'utf8');
};

test('the trainer sees everybody, hides names, prints, and lets consent be withdrawn', async () => {
  const { page, misdeeds } = await site.page();
  await openResult(page);
  const screen = page.getByTestId('training-result');
  const stations = page.getByTestId('training-person');
  expect(await stations.evaluateAll((rows) => rows.map((row) => row.dataset.station))).toEqual([
    'result',
    'baseline',
    'baseline',
  ]);
  expect(await page.getByTestId('need-no-consent').innerText()).toContain('CEM');
  expect(await page.getByTestId('need-cut-off').innerText()).toContain('BEN');
  expect(await page.getByTestId('group-result').innerText()).toMatch(/Bent back\s+2 of 2\s+0 of 1/);

  expect(await table(page)).toContain('ANN');
  await page.getByTestId('hide-names').click();
  expect(await screen.innerText()).not.toMatch(/ANN|BEN|CEM/);
  expect(await screen.innerText()).toContain('No. 1');
  expect(await table(page)).not.toMatch(/ANN|BEN|CEM/);
  await page.getByTestId('hide-names').click();

  // On paper: everybody who lifted, with and without a name; and attendance alone.
  await page.getByTestId('training-report-open').click();
  await page.locator('[data-testid=training-report][data-ready=true]').waitFor();
  const report = await printed(page);
  for (const part of ['Training report', 'Hall 2', 'ANN', 'BEN', 'what they do not'])
    expect(report).toContain(part);
  expect(report).not.toMatch(/CEM|Print or save/);
  await page.getByTestId('report-names').uncheck();
  expect(await printed(page)).not.toMatch(/ANN|BEN/);
  await page.getByTestId('to-result').click();
  await page.getByTestId('training-person-open').first().click();
  await page.getByTestId('person-changes').waitFor();
  await page.getByTestId('certificate-open').click();
  await page.locator('[data-testid=certificate][data-ready=true]').waitFor();
  const certificate = await printed(page);
  for (const part of ['Certificate of attendance', 'ANN', '2 lifts without cues'])
    expect(certificate).toContain(part);
  expect(certificate).not.toMatch(/flagged|score|bent/i);
  await page.getByTestId('to-result').click();

  // Nothing of her stays: not here, not in the history.
  await page.getByTestId('training-person-open').first().click();
  await page.getByTestId('training-withdraw').click();
  expect(await page.getByTestId('confirm-dialog').innerText()).toContain('ANN');
  await page.getByTestId('confirm-yes').click();
  await expect.poll(() => stations.count()).toBe(2);
  expect(await screen.innerText()).not.toContain('ANN');

  await page.getByTestId('training-end').click();
  await page.getByTestId('confirm-yes').click();
  await expect.poll(() => page.getByTestId('training-go-on').count()).toBe(0);
  await page.getByTestId('to-trainings').click();
  await page.getByTestId('to-start').click();
  await page.getByTestId('history-open').click();
  await page.locator('[data-testid=history][data-lifts="2"]').waitFor();
  expect(await page.getByTestId('history').innerText()).not.toContain('Ann');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('the same again: same people and task, asked anew', async () => {
  const { page } = await site.page();
  await openResult(page);
  await page.getByTestId('to-trainings').click();
  await page.getByTestId('training-again').click();
  await page.getByTestId('roster-row').first().waitFor();
  expect(await page.getByTestId('roster-row').count()).toBe(3);
  const asked = page.getByTestId('consent-later');
  expect(
    await asked.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked)),
  ).toEqual([true, true, true]);
  await page.getByTestId('to-trainings').click();
  await page.locator('[data-testid=training][data-state=planned]').waitFor();
  expect(await page.getByTestId('programme').count()).toBe(1);
  await page.context().close();
});
