import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectAccessible } from './axe';
import { Site } from './harness';
import { tabTo } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const names = (page: Page): Promise<string[]> =>
  page
    .getByTestId('roster-row-name')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
const saved = (page: Page) =>
  expect.poll(() => page.getByTestId('plan-saved').innerText()).toBe('Saved.');

test('a training is planned by keyboard, list and file, and is there after a reload', async () => {
  const { page, misdeeds } = await site.page();
  await tabTo(page, 'trainings-open');
  await page.keyboard.press('Enter');
  await page.getByTestId('trainings-empty').waitFor();
  await expectAccessible(page);
  await tabTo(page, 'training-new');
  await page.keyboard.press('Enter');
  await page.getByTestId('plan-site').fill('Hall 3');
  await page.getByTestId('task-carry-and-set-down').check();
  await page.getByTestId('plan-try').fill('4');
  expect(await page.getByTestId('plan-begin').isDisabled()).toBe(true);

  // One by one, a pasted list, and a file: each name once.
  await page.getByTestId('roster-name').fill('Ana');
  await page.keyboard.press('Enter');
  await page.getByTestId('roster-name').evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', 'Ben\n17\nana');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  });
  expect(await names(page)).toEqual(['Ana', 'Ben', '17']);
  expect(await page.getByTestId('roster-notice').innerText()).toContain('One is on the list');
  const list = 'name;language;height\nDeniz;de;181\nEve;Klingon;170\n';
  const file = { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(list) };
  await page.getByTestId('roster-file').setInputFiles(file);
  await expect.poll(() => names(page)).toEqual(['Ana', 'Ben', '17', 'Deniz']);
  expect(await page.getByTestId('training-plan').innerText()).toContain('Line 3: the language');

  // Order, consent and language by keyboard alone.
  await page.getByTestId('roster-up').nth(2).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  expect(await names(page)).toEqual(['17', 'Ana', 'Ben', 'Deniz']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await names(page)).toEqual(['Ana', '17', 'Ben', 'Deniz']);
  await page.getByTestId('consent-later').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => page.getByTestId('consent-agrees').first().isChecked()).toBe(true);
  await page.getByTestId('consent-no').nth(1).click();
  await page.getByTestId('roster-more').nth(3).press('Enter');
  expect(await page.getByTestId('roster-language').inputValue()).toBe('de');
  await saved(page);
  await expectAccessible(page);

  // Reloaded in the middle: all of it is there.
  await page.reload();
  await page.getByTestId('trainings-open').click();
  await page.locator('[data-testid=training][data-state=planned]').waitFor();
  await expectAccessible(page);
  await page.getByTestId('training-plan-open').click();
  await page.getByTestId('roster-row').first().waitFor();
  expect(await names(page)).toEqual(['Ana', '17', 'Ben', 'Deniz']);
  expect(await page.getByTestId('plan-site').inputValue()).toBe('Hall 3');
  expect(await page.getByTestId('task-carry-and-set-down').isChecked()).toBe(true);
  expect(await page.getByTestId('plan-try').inputValue()).toBe('4');
  expect(await page.getByTestId('consent-agrees').first().isChecked()).toBe(true);
  expect(await page.getByTestId('consent-no').nth(1).isChecked()).toBe(true);

  // Who takes an agreement back before lifting leaves no record of their own behind.
  await page.getByTestId('consent-no').first().click();
  await expect.poll(() => page.getByTestId('consent-no').first().isChecked()).toBe(true);
  await saved(page);
  expect(await names(page)).toContain('Ana');
  await page.getByTestId('to-trainings').click();
  await page.getByTestId('to-start').click();
  await page.getByTestId('history-open').click();
  await page.getByTestId('people').click();
  await page.getByTestId('people-dialog').waitFor();
  expect(await page.getByTestId('person-name').count()).toBe(0);
  await page.getByTestId('people-close').click();

  await page.getByTestId('to-start').click();
  await page.getByTestId('trainings-open').click();
  await page.getByTestId('training-delete').click();
  await page.getByTestId('confirm-yes').click();
  await page.getByTestId('trainings-empty').waitFor();
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
