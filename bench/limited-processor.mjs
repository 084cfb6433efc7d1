import { chmod, mkdir, mkdtemp, rm, rmdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium } from 'playwright';
import { HELD_AT_END_S, clipCamera, clipSeconds } from '../scripts/clip-camera.mjs';
import { ROOT } from '../scripts/root.mjs';
import { serve } from '../scripts/serve.mjs';
import { chromiumArguments } from '../scripts/setup/chromium-arguments.mjs';
import { DEMO_CLIPS } from './demo-clips.mjs';
import { atLeast } from './figure.mjs';

/** @typedef {import('../scripts/clip-camera.mjs').Clip} Clip */

/** @type {Clip[]} */
/** How often the camera shows its clip, with one lift in it. */
const PASSES = 3;
const PERIOD_US = 100_000;
const PATIENCE_MS = 300_000;
const GROUP = 'liftcheck-bench';

/**
 * Counts lifts with the whole browser (page, workers, drawing, video) held to a part of the processor by the kernel:
 * the demo clips with a quarter of one core, which are slowed down for it, and a clip as the camera, which is not, with a
 * quarter of all cores.
 *
 * @param {string} executablePath
 * @returns {Promise<import('./figure.mjs').Figure[] | string>} or why it cannot be measured here
 */
export async function measureLimited(executablePath) {
  const group = await openGroup();
  if (typeof group === 'string') return group;
  const cores = availableParallelism();
  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-limited-'));
  const site = await serve({ folder: join(ROOT, 'dist') });
  try {
    const limited = join(folder, 'chromium.sh');
    await writeFile(
      limited,
      `#!/bin/sh\necho $$ > ${group.processes}\nexec '${executablePath}' "$@"\n`,
    );
    await chmod(limited, 0o755);
    const figures = [];
    await group.limit(0.25);
    for (const clip of DEMO_CLIPS) {
      const lifts = await onPage(limited, site.url, [], (page) => demoLifts(page, clip));
      figures.push(atLeast(`lifts of demo clip ${clip}, a quarter of a core`, lifts, '', 1));
    }
    await group.limit(0.25 * cores);
    const camera = await clipCamera('bent', folder);
    const lifts = await onPage(limited, site.url, camera, cameraLifts);
    const share = `a quarter of ${cores} cores`;
    figures.push(atLeast(`lifts of ${PASSES} before a camera, ${share}`, lifts, '', PASSES));
    return figures;
  } finally {
    await site.close();
    await group.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} executablePath
 * @param {string} url
 * @param {string[]} args
 * @param {(page: import('playwright').Page) => Promise<number>} work
 */
async function onPage(executablePath, url, args, work) {
  const browser = await chromium.launch({
    executablePath,
    args: [...chromiumArguments(), ...args],
    timeout: PATIENCE_MS,
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url);
    return await work(page);
  } finally {
    await browser.close();
  }
}

/** @param {import('playwright').Page} page @param {Clip} clip */
async function demoLifts(page, clip) {
  await page.getByTestId(`demo-${clip}`).click();
  await page.getByTestId('stop').filter({ hasText: 'See your lifts' }).click();
  return liftsInSummary(page);
}

/** @param {import('playwright').Page} page */
async function cameraLifts(page) {
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor();
  await wait((PASSES * (await clipSeconds('bent')) - HELD_AT_END_S / 2) * 1000);
  await page.getByTestId('stop').click();
  return liftsInSummary(page);
}

/** @param {import('playwright').Page} page */
async function liftsInSummary(page) {
  await page.getByTestId('summary').waitFor();
  return page.getByTestId('lift-detail').count();
}

/**
 * A group of processes whose share of the processor the kernel limits.
 *
 * @returns {Promise<{ processes: string, limit: (cores: number) => Promise<void>, close: () => Promise<void> } | string>}
 */
async function openGroup() {
  const isUnified = existsSync('/sys/fs/cgroup/cgroup.controllers');
  const folder = join(isUnified ? '/sys/fs/cgroup' : '/sys/fs/cgroup/cpu', GROUP);
  const files = /** @param {number} us @returns {[string, string][]} */ (us) =>
    isUnified
      ? [['cpu.max', `${us} ${PERIOD_US}`]]
      : [
          ['cpu.cfs_period_us', `${PERIOD_US}`],
          ['cpu.cfs_quota_us', `${us}`],
        ];
  const limit = async (/** @type {number} */ cores) => {
    for (const [file, text] of files(Math.round(cores * PERIOD_US)))
      await writeFile(join(folder, file), text);
  };
  try {
    await mkdir(folder, { recursive: true });
    await limit(1);
  } catch (error) {
    return `needs control groups (Linux) and the right to make one: ${String(error)}`;
  }
  return { processes: join(folder, 'cgroup.procs'), limit, close: () => rmdir(folder) };
}
