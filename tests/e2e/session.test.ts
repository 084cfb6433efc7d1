import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './harness';
import { chooseQuickDetector, messageShown, verdictShown } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

/** Drops a file that is no video; answers whether the browser was kept from opening it itself. */
const dropFile = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['text'], 'dropped.mp4', { type: 'video/mp4' }));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(drop);
    return drop.defaultPrevented;
  });

test('a double click on Stop keeps the lifts, quick or slow; so does a dropped file', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  const summary = page.getByTestId('summary');

  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  await page.getByTestId('stop').dblclick();
  await summary.waitFor();
  expect(await dropFile(page)).toBe(true);
  await wait(1000);
  expect(await summary.getAttribute('data-lifts')).toBe('1');

  // With the pause of a human hand: the second click comes when the summary is already there.
  await page.getByTestId('again').click();
  await verdictShown(page);
  const box = (await page.getByTestId('stop').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.click(x, y);
  await wait(200);
  await page.mouse.click(x, y);
  await wait(1000);
  expect(await summary.getAttribute('data-lifts')).toBe('1');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('a file that is dropped on the start screen is opened', async () => {
  const { page } = await site.page();
  expect(await dropFile(page)).toBe(true);
  expect(await messageShown(page)).toBe('file-unreadable');
  await page.context().close();
});

test('what an older version kept, or a broken hand, does no harm', async () => {
  const { page, misdeeds } = await site.page();
  for (const kept of ['{"language":"xx","theme":5,"heightM":"tall"}', 'not json', '[1]']) {
    await page.evaluate((text) => localStorage.setItem('liftcheck.preferences', text), kept);
    await page.reload();
    await page.getByTestId('start-camera').waitFor();
  }
  // Only what is chosen from now on is kept.
  await page.getByTestId('settings').click();
  await page.getByTestId('theme').selectOption('dark');
  const now = await page.evaluate(() => localStorage.getItem('liftcheck.preferences'));
  expect(now).toBe('{"theme":"dark"}');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
