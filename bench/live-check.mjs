import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { clipCamera } from '../scripts/clip-camera.mjs';
import { ROOT } from '../scripts/root.mjs';
import { serve } from '../scripts/serve.mjs';
import { chromiumArguments } from '../scripts/setup/chromium-arguments.mjs';
import { atMost } from './figure.mjs';
import { longestTasks } from './trace-tasks.mjs';

const SECONDS = 30;
/** In CPU time. */
const LONGEST_MS = 50;
/** After the detector is ready: the page's own code is still being compiled in the first seconds. */
const SETTLE_S = 8;
/** Loading, measuring and warming up, on a machine that is busy with other things. */
const READY_MS = 120_000;

/**
 * Runs a live check in the built app, with a demo clip as the camera, and asks Chromium's own trace for the CPU time of
 * every task on the page's main thread. (CPU time, because what else runs on the machine must not count.)
 *
 * @param {string} executablePath
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureLiveCheck(executablePath) {
  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-bench-'));
  const site = await serve({ folder: join(ROOT, 'dist') });
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments(), ...(await clipCamera('good', folder))],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(site.url);
    // Each lift is packed and saved while the check runs.
    await page.getByTestId('keep').check();
    await page.getByTestId('start-camera').click();
    await page.getByTestId('detector-choice').waitFor({ timeout: READY_MS });
    await wait(SETTLE_S * 1000);
    await browser.startTracing(page, {
      categories: ['toplevel', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    await wait(SECONDS * 1000);
    const trace = await browser.stopTracing();
    const mark = page.getByTestId('kept-mark');
    if (!(await mark.isVisible())) throw new Error('No lift was kept while the check ran.');
    const kept = await mark.getAttribute('data-kept');
    const { longestMs } = longestTasks(JSON.parse(trace.toString('utf8')));
    const during = `${SECONDS} s live, ${kept} lifts kept`;
    return [atMost(`page: longest task of its thread (${during})`, longestMs, 'ms', LONGEST_MS)];
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
