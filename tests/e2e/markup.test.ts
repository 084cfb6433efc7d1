import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readKeptFile } from '../../src/core/report/kept-file-reader';
import { writeKeptFile } from '../../src/core/report/kept-file-writer';
import { aJob } from '../fixtures/job';
import { trainingBackup } from '../fixtures/training-backup';
import { importBackup } from './journey';
import { Site } from './harness';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const MARKUP = `<img src=x onerror="document.title='hit'"><script>document.title='hit'</script>`;
/** Fields that hold what people wrote. */
const WRITTEN = new Set(['name', 'task', 'sourceName', 'site', 'trainer', 'what', 'from', 'to']);

/** A backup in which every text that people write is markup. */
function hostileBackup(): string {
  const file = readKeptFile(trainingBackup());
  if (!file.ok) throw new Error(file.error.detail);
  const { records } = file.value;
  const all = { ...records, jobs: [aJob('j', { name: 'Crates' })] };
  all.amendments = all.lifts.slice(0, 1).map(({ id, sessionId }) => ({
    v: 1,
    id: 'note',
    liftId: id,
    sessionId,
    atMs: 1,
    amendment: { kind: 'note', text: MARKUP },
  }));
  const hostile = JSON.parse(
    JSON.stringify(all, (key, value: unknown) =>
      WRITTEN.has(key) && typeof value === 'string' ? `${MARKUP}${value}` : value,
    ),
  ) as typeof all;
  return [...writeKeptFile('backup', { ...hostile, tracks: all.tracks })].join('');
}

/** Nothing of it became an element, and nothing of it ran. */
async function isText(page: Page, where: string): Promise<void> {
  const found = await page.locator('img[src=x], body script').count();
  expect(found, where).toBe(0);
  expect(await page.title(), where).toBe('Liftcheck');
}

test('what people wrote is text on every screen, whatever it looks like', async () => {
  const { page, misdeeds } = await site.page();
  await importBackup(page, hostileBackup());
  await page.getByTestId('lift-row').first().waitFor();
  expect(await page.getByTestId('history').innerText()).toContain('<img src=x');
  await isText(page, 'history');

  await page.getByTestId('session-of-row').first().click();
  await page.getByTestId('session-review').waitFor();
  await isText(page, 'session');
  await page.getByTestId('open-lift').first().click();
  await page.getByTestId('lift-review').waitFor();
  await isText(page, 'lift');
  await page.getByTestId('to-report').click();
  await page.getByTestId('report').waitFor();
  await isText(page, 'report');
  await page.goto(site.url);

  await page.getByTestId('trainings-open').click();
  await page.getByTestId('training-see').first().click();
  await page.getByTestId('training-person-open').first().click();
  await page.getByTestId('person-changes').waitFor();
  expect(await page.locator('body').innerText()).toContain('<img src=x');
  await isText(page, 'training result');
  await page.getByTestId('certificate-open').click();
  await page.locator('[data-testid=certificate][data-ready=true]').waitFor();
  await isText(page, 'certificate');
  await page.goto(site.url);

  await page.getByTestId('jobs-open').click();
  await page.getByTestId('job-open').click();
  await page.getByTestId('job-sheet').waitFor();
  await isText(page, 'job sheet');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
