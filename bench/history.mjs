import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onNewNode } from '../scripts/setup/on-new-node.mjs';
import { median } from './figure.mjs';

const TARGET_MS = 300;
const TARGET_TIMES = 3;
/** Shorter than this, a time is the browser's own noise: it is not multiplied by {@link TARGET_TIMES}. */
const NOISE_MS = 30;
const SMALL = 1_000;
const LARGE = 100_000;
const TRACKS = 2_000;
const ROUNDS = 5;

/**
 * `npm run bench:history`: how long the history takes with few and with many lifts kept, in a real Chromium with its
 * profile on disk, started anew for each round. Exit code 1 when a target is missed. See bench/README.md.
 */
await onNewNode(async () => {
  const { setUp } = await import('../scripts/setup/set-up.mjs');
  await setUp({ tests: true });
  const { build } = await import('vite');
  const { chromium } = await import('playwright');
  const { ROOT } = await import('../scripts/root.mjs');
  const { serve } = await import('../scripts/serve.mjs');
  const { chromiumArguments } = await import('../scripts/setup/chromium-arguments.mjs');
  const { findChromium } = await import('../scripts/setup/find-chromium.mjs');
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium was found. Run: npm run setup -- --tests');

  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-history-'));
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'bench/history-page'),
    publicDir: false,
    logLevel: 'warn',
    build: { outDir: join(folder, 'site'), emptyOutDir: true },
  });
  const site = await serve({ folder: join(folder, 'site') });
  try {
    const small = await measure(SMALL);
    const large = await measure(LARGE);
    let missed = 0;
    for (const name of /** @type {const} */ ([
      'firstRows',
      'byPerson',
      'byName',
      'nothingFound',
      'oneLift',
      'trends',
    ])) {
      const few = median(small.times.map((one) => one[name]));
      const many = median(large.times.map((one) => one[name]));
      // How long a search takes grows with what it must read: only the time itself has a target.
      const isSearch = name === 'byName' || name === 'nothingFound';
      const most = isSearch ? TARGET_MS : Math.max(TARGET_TIMES * few, NOISE_MS);
      const met = many <= Math.min(TARGET_MS, most);
      if (!met) missed++;
      const target = `≤ ${TARGET_MS} ms${isSearch ? '' : ` and ≤ ${TARGET_TIMES} times, or ≤ ${NOISE_MS} ms`}`;
      console.log(
        `${name.padEnd(12)} ${few.toFixed(0).padStart(4)} ms with ${SMALL}, ${many.toFixed(0).padStart(4)} ms with ${LARGE} lifts ` +
          `(target ${target}: ${met ? 'met' : 'MISSED'})`,
      );
    }
    console.log(
      `bytes a lift ${Math.round(large.bytes / LARGE)} (of all ${LARGE}, ${TRACKS} with poses)`,
    );
    process.exitCode = missed === 0 ? 0 : 1;
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }

  /** @param {number} lifts */
  async function measure(lifts) {
    const profile = join(folder, `profile-${lifts}`);
    const open = async () => {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath,
        args: chromiumArguments(),
      });
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(site.url);
      return { context, page };
    };
    const first = await open();
    const begin = performance.now();
    await first.page.evaluate(
      ([all, tracks]) => globalThis.fillHistory(all, tracks),
      [lifts, Math.min(lifts, TRACKS)],
    );
    console.log(`${lifts} lifts kept in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    const bytes = await first.page.evaluate(() => globalThis.usedBytes());
    await first.context.close();
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { context, page } = await open();
      times.push(await page.evaluate((all) => globalThis.askHistory(all), lifts));
      await context.close();
    }
    return { times, bytes };
  }
});
