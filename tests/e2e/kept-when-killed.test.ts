import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chromiumArguments } from '../../scripts/setup/chromium-arguments.mjs';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';

/** How often the browser is killed, and after how long of saving at most. */
const KILLS = 10;
const LONGEST_MS = 1500;

let folder: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-killed-'));
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'tests/e2e/store-page'),
    publicDir: false,
    logLevel: 'warn',
    build: { outDir: join(folder, 'site'), emptyOutDir: true },
  });
  site = await serve({ folder: join(folder, 'site') });
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser process of our own, with its profile on disk, that can be killed with all its children. */
async function startBrowser(): Promise<{ page: Page; kill: () => Promise<void> }> {
  const child = spawn(
    findChromium()!,
    [
      ...chromiumArguments(),
      '--headless=new',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
      'about:blank',
    ],
    { detached: true, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await chromium.connectOverCDP(await addressOf(child));
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(site.url);
  const kill = async (): Promise<void> => {
    const gone = new Promise((done) => child.on('exit', done));
    process.kill(-child.pid!, 'SIGKILL');
    await gone;
    await browser.close().catch(() => undefined);
  };
  return { page, kill };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, fail) => {
    let said = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      const address = /DevTools listening on (\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    child.on('exit', () => fail(new Error(said)));
  });
}

it(`a browser killed ${KILLS} times in the middle of a session loses no lift that was kept`, async () => {
  const kept: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    const { page, kill } = await startBrowser();
    const lost = await page.evaluate((ids) => globalThis.missing(ids), kept);
    expect(lost).toEqual([]);
    const before = kept.length;
    await page.exposeFunction('keptNow', (id: string) => void kept.push(id));
    void page
      .evaluate(
        (session) => globalThis.saveOn(session, (id) => globalThis.keptNow(id)),
        `s${round}`,
      )
      .catch(() => undefined);
    const restMs = Math.random() * LONGEST_MS;
    while (kept.length === before) await new Promise((done) => setTimeout(done, 10));
    await new Promise((done) => setTimeout(done, restMs));
    await kill();
  }
  const { page, kill } = await startBrowser();
  expect(await page.evaluate((ids) => globalThis.missing(ids), kept)).toEqual([]);
  expect(kept.length).toBeGreaterThanOrEqual(KILLS);
  await kill();
});

declare global {
  function missing(ids: readonly string[]): Promise<string[]>;
  function saveOn(session: string, tell: (id: string) => Promise<void>): Promise<void>;
  function keptNow(id: string): Promise<void>;
}
