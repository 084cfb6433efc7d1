import { join } from 'node:path';
import { chromium } from 'playwright';
import budgets from '../budgets.json' with { type: 'json' };
import { ROOT } from '../scripts/root.mjs';
import { serve } from '../scripts/serve.mjs';
import { chromiumArguments } from '../scripts/setup/chromium-arguments.mjs';
import { shellSize } from '../scripts/shell-size.mjs';
import { atMost, median } from './figure.mjs';

const VISITS = 5;
const STORED_MS = 120_000;

/**
 * What the first visit fetches before it shows anything, and how long a later one takes until a check can be started, with
 * the server gone. Of the built site.
 *
 * @param {string} executablePath
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureVisits(executablePath) {
  const site = await serve({ folder: join(ROOT, 'dist') });
  const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
  try {
    const context = await browser.newContext({ locale: 'en-US' });
    const visit = async () => {
      const begun = performance.now();
      const page = await context.newPage();
      await page.goto(site.url);
      await page.getByTestId('start-camera').waitFor();
      return { page, ms: performance.now() - begun };
    };
    const { page } = await visit();
    const stored = page.locator('[data-testid=offline][data-state=ready]');
    await stored.waitFor({ timeout: STORED_MS });
    await page.close();
    await site.close();
    const times = [];
    for (let i = 0; i < VISITS; i++) {
      const { page: again, ms } = await visit();
      times.push(ms);
      await again.close();
    }
    return [
      atMost(
        'first screen, gzip',
        shellSize().gzipBytes / 1000,
        'kB',
        budgets.shellGzipBytes / 1000,
      ),
      atMost('later visit, server gone, until a start', median(times), 'ms', budgets.secondVisitMs),
    ];
  } finally {
    await browser.close();
    await site.close().catch(() => undefined);
  }
}
