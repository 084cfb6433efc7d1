import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { expect } from 'vitest';

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 844 },
];

/** What axe calls serious or critical and what is too wide for the screen, light and dark, wide and phone. */
export async function seriousFaults(page: Page, screen: string): Promise<string[]> {
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
      const overflow = await page.evaluate(() =>
        Math.max(
          ...[document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
            (box) => box.scrollWidth - box.clientWidth,
          ),
        ),
      );
      if (overflow > 0)
        faults.push(`${screen}, ${colorScheme}, ${size.width}: ${overflow} px too wide`);
    }
  }
  return faults;
}

/** Nothing at all that axe finds, as the page stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
