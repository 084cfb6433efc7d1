import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ROOT } from '../scripts/root.mjs';
import { serve } from '../scripts/serve.mjs';
import { chromiumArguments } from '../scripts/setup/chromium-arguments.mjs';
import { findChromium } from '../scripts/setup/find-chromium.mjs';

/**
 * Builds bench/page and opens it in a Chromium of its own for as long as `work` takes.
 *
 * @template T
 * @param {(page: import('playwright').Page) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function onBenchPage(work) {
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium was found. Run: npm run setup -- --tests');
  }
  const outDir = await mkdtemp(join(tmpdir(), 'liftcheck-bench-'));
  try {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      root: join(ROOT, 'bench/page'),
      publicDir: join(ROOT, 'public'),
      logLevel: 'warn',
      build: { outDir, emptyOutDir: true },
    });
    const site = await serve({ folder: outDir });
    const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
    try {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error.message));
      await page.goto(site.url);
      return await work(page);
    } finally {
      await browser.close();
      await site.close();
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
