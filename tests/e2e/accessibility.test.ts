import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './harness';
import { stopToSummary, verdictShown } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

const SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
];

/** What axe calls serious or critical, light and dark, wide and phone. */
async function seriousFaults(page: Page, screen: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(size);
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        const where = nodes.map(({ target }) => target.join(' ')).join(', ');
        faults.push(`${screen}, ${colorScheme}, ${size.width}: ${id} at ${where}`);
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0)
        faults.push(`${screen}, ${colorScheme}, ${size.width}: ${overflow} px too wide`);
    }
  }
  return faults;
}

test('axe finds nothing serious on any screen', async () => {
  const { page } = await site.page();
  await page.getByTestId('start-camera').waitFor();
  const faults = await seriousFaults(page, 'start');
  await page.getByTestId('demo-bent').click();
  await verdictShown(page);
  faults.push(...(await seriousFaults(page, 'check')));
  await stopToSummary(page);
  faults.push(...(await seriousFaults(page, 'summary')));
  expect(faults).toEqual([]);
});
