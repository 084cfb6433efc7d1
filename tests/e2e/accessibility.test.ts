import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { trainingBackup } from '../fixtures/training-backup';
import { seriousFaults } from './axe';
import { Site } from './harness';
import {
  chooseQuickDetector,
  importBackup,
  messageShown,
  stopToSummary,
  verdictShown,
} from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const fixture = (name: string): string => join(ROOT, 'tests/fixtures/video', name);

test.each(['en-US', 'de-DE'])('axe finds nothing serious on any screen: %s', async (locale) => {
  const { page } = await site.page({ locale });
  await chooseQuickDetector(page);
  await page.getByTestId('start-camera').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
  const faults = await seriousFaults(page, 'start');

  await page.getByTestId('settings').click();
  await page.getByTestId('settings-dialog').waitFor();
  faults.push(...(await seriousFaults(page, 'settings')));
  await page.keyboard.press('Escape');

  await page.getByTestId('methods-open').click();
  await page.getByTestId('methods').waitFor();
  faults.push(...(await seriousFaults(page, 'methods')));
  await page.keyboard.press('Escape');

  // A detector that never comes: the waiting screen stays.
  await page.context().route('**/models/**', () => undefined);
  await page.getByTestId('demo-good').click();
  await page.getByTestId('cancel').waitFor();
  faults.push(...(await seriousFaults(page, 'waiting')));
  await page.getByTestId('cancel').click();
  await page.context().unroute('**/models/**');

  await page.getByTestId('choose-file').setInputFiles(fixture('not-a-video.mp4'));
  await messageShown(page);
  faults.push(...(await seriousFaults(page, 'message')));

  await page.getByTestId('choose-file').setInputFiles(fixture('truncated.mp4'));
  await page.getByTestId('damage').waitFor({ timeout: 120_000 });
  faults.push(...(await seriousFaults(page, 'summary of a file')));
  await page.getByTestId('discard').click();

  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  faults.push(...(await seriousFaults(page, 'check')));
  await stopToSummary(page);
  faults.push(...(await seriousFaults(page, 'summary')));
  expect(faults).toEqual([]);
  await page.context().close();
});

test.each(['en-US', 'de-DE'])('axe finds nothing serious around a training: %s', async (locale) => {
  const { page } = await site.page({ locale });
  await page.getByTestId('trainings-open').click();
  await page.getByTestId('trainings-empty').waitFor();
  const faults = await seriousFaults(page, 'no trainings');
  await page.getByTestId('training-new').click();
  await page.getByTestId('plan-site').waitFor();
  faults.push(...(await seriousFaults(page, 'new training')));
  await page.getByTestId('to-trainings').click();
  await page.getByTestId('to-start').click();

  await importBackup(page, trainingBackup());
  await page.getByTestId('to-start').click();

  await page.getByTestId('trainings-open').click();
  await page.getByTestId('over-time').locator('summary').first().click();
  await page.getByTestId('over-time-check').waitFor();
  faults.push(...(await seriousFaults(page, 'trainings')));
  await page.getByTestId('training-plan-open').click();
  await page.getByTestId('roster-more').first().click();
  faults.push(...(await seriousFaults(page, 'training plan')));
  await page.getByTestId('to-trainings').click();
  await page.getByTestId('training-see').first().click();
  await page.getByTestId('training-person-open').first().click();
  await page.getByTestId('person-changes').waitFor();
  faults.push(...(await seriousFaults(page, 'training result')));
  await page.getByTestId('training-withdraw').click();
  await page.getByTestId('confirm-dialog').waitFor();
  faults.push(...(await seriousFaults(page, 'consent withdrawn')));
  await page.keyboard.press('Escape');
  await page.getByTestId('certificate-open').click();
  await page.locator('[data-testid=certificate][data-ready=true]').waitFor();
  faults.push(...(await seriousFaults(page, 'certificate')));
  await page.getByTestId('to-result').click();
  await page.getByTestId('training-report-open').click();
  await page.locator('[data-testid=training-report][data-ready=true]').waitFor();
  faults.push(...(await seriousFaults(page, 'training report')));
  expect(faults).toEqual([]);
  await page.context().close();
});
