import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './harness';
import { exported, tabTo, verdictShown } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open({ camera: 'bent' });
});
afterAll(() => site.close());

test('a whole check needs no mouse', async () => {
  const { page, misdeeds } = await site.page();
  await tabTo(page, 'start-camera');
  await page.keyboard.press('Enter');
  await verdictShown(page);
  await tabTo(page, 'stop');
  await page.keyboard.press('Enter');
  await page.getByTestId('summary').waitFor();
  await tabTo(page, 'export');
  const analysis = await exported(page, () => page.keyboard.press('Enter'));
  expect(analysis.schema).toBe('liftcheck.analysis/1');
  expect(analysis.lifts.length).toBeGreaterThan(0);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
});

test.each(['demo-good', 'choose-file'])('%s can be reached by Tab', async (testId) => {
  const { page } = await site.page();
  await tabTo(page, testId);
  await page.context().close();
});
