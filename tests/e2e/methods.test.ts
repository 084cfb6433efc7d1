import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './harness';
import { chooseQuickDetector, stopToSummary, tabTo, verdictShown } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['testid']);

test('Methods opens from the start by keyboard, limits first, and gives the focus back', async () => {
  const { page, misdeeds } = await site.page();
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await tabTo(page, 'methods-open');
  expect(scripts.filter((path) => path.includes('Methods'))).toEqual([]);
  await page.keyboard.press('Enter');
  const methods = page.getByTestId('methods');
  await methods.waitFor();
  const titles = await methods.locator('h2').allTextContents();
  expect(titles[0]).toBe('What it cannot know');

  await tabTo(page, 'methods-set');
  const before = await page.getByTestId('methods-table').innerText();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.getByTestId('methods-table').innerText()).not.toBe(before);

  await page.keyboard.press('Escape');
  await methods.waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('methods-open');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('Methods opens above the settings, which stay', async () => {
  const { page } = await site.page({ locale: 'de-DE' });
  await page.getByTestId('settings').click();
  await page.getByTestId('settings-methods').click();
  const methods = page.getByTestId('methods');
  await methods.waitFor();
  expect(await methods.locator('h2').first().textContent()).toBe('Was sich so nicht wissen lässt');
  await page.getByTestId('methods-close').click();
  await methods.waitFor({ state: 'detached' });
  expect(await page.getByTestId('settings-dialog').isVisible()).toBe(true);
  expect(await focused(page)).toBe('settings-methods');
  await page.context().close();
});

test('a check of a lift leads to its band, and back to the summary as it was', async () => {
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  await stopToSummary(page);
  const lift = page.getByTestId('lift-detail').first();
  if ((await lift.getAttribute('open')) === null) await lift.locator('summary').first().click();
  const check = lift.locator('.check', { has: page.getByTestId('why-twist') });
  await check.locator('summary').click();
  await check.getByTestId('why-twist').click();
  await page.getByTestId('methods').waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('methods-twist');
  expect(await page.locator('#methods-twist').isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByTestId('methods').waitFor({ state: 'detached' });
  expect(await check.getByTestId('why-twist').isVisible()).toBe(true);
  await page.context().close();
});

test('when the screen cannot be fetched, that is said', async () => {
  const { page } = await site.page();
  await page.context().route('**/Methods-*.js', (route) => route.abort());
  await page.getByTestId('methods-open').click();
  const message = page.getByRole('alert');
  await message.waitFor();
  expect(await message.textContent()).toContain('could not be loaded');
  await message.getByRole('button').click();
  await message.waitFor({ state: 'detached' });
  await page.context().close();
});
