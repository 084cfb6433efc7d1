import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { en } from '../../src/words/en';
import { Site } from './harness';
import {
  chooseQuickDetector,
  keptOnCheck,
  messageShown,
  stopToSummary,
  verdictShown,
} from './journey';

let site: Site | undefined;
let folder = '';
afterEach(async () => {
  await site?.close();
  site = undefined;
  if (folder !== '') rmSync(folder, { recursive: true });
  folder = '';
});

/** The built site on a plain server, with the weights of the quick detector as they should not be. */
function damagedSite(damage: (weights: Buffer) => Buffer): string {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-damaged-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  const path = join(folder, 'models/movenet-lightning.bin');
  writeFileSync(path, damage(readFileSync(path)));
  return folder;
}

test.each<[string, (weights: Buffer) => Buffer]>([
  ['cut short', (weights) => weights.subarray(0, weights.length >> 1)],
  [
    'altered by one bit',
    (weights) => {
      weights[weights.length >> 1]! ^= 1;
      return weights;
    },
  ],
])('weights %s on a plain server are told, and nothing is judged by them', async (_, damage) => {
  site = await Site.open({ headers: false, folder: damagedSite(damage) });
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('demo-bent').click();
  expect(await messageShown(page)).toBe('model-missing');
  const text = await page.getByTestId('message').textContent();
  expect(text).toContain(en.errors['model-missing'].wayOn);
  expect(text).toContain('models/movenet-lightning.bin');
  expect(await page.getByTestId('check').count()).toBe(0);

  // Put right on the server, it goes on without a reload.
  const name = 'models/movenet-lightning.bin';
  cpSync(join(ROOT, 'dist', name), join(folder, name));
  await page.getByTestId('message').getByRole('button', { name: 'Try again' }).click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
});

test('the browser’s GPU process is killed in a check: it goes on, and the lift is told', async () => {
  site = await Site.open({ camera: 'bent' });
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  const gpus = async (): Promise<number[]> => {
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
    return processInfo.filter(({ type }) => type === 'GPU').map(({ id }) => id);
  };
  const [gpu] = await gpus();
  process.kill(gpu!, 'SIGKILL');
  await expect.poll(async () => (await gpus()).includes(gpu!)).toBe(false);
  expect((await verdictShown(page)).headline).toBe('bent-back');
  await stopToSummary(page);
});

test('the permission is withdrawn in a check: told as that, and the lifts stay', async () => {
  site = await Site.open({ camera: 'bent' });
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('start-camera').click();
  await verdictShown(page);
  const devtools = await page.context().browser()!.newBrowserCDPSession();
  const { targetInfos } = await devtools.send('Target.getTargets');
  const { browserContextId } = targetInfos.find(({ url }) => url === page.url())!;
  await devtools.send('Browser.setPermission', {
    permission: { name: 'camera' },
    setting: 'denied',
    origin: new URL(page.url()).origin,
    ...(browserContextId === undefined ? {} : { browserContextId }),
  });
  expect(await messageShown(page, 20_000)).toBe('camera-denied');
  expect(await page.getByTestId('lift-count').textContent()).toBe('1');
  await stopToSummary(page);
});

// At these, the first model breaks, then one that is measured, then one for second looks; from 2800 on there is enough.
test.each([400, 1200, 2000])(
  'memory runs out in the worker while it starts, at %i pages of WASM: told as that, and nothing is judged',
  async (pages) => {
    site = await Site.open({ v8: `--wasm-max-mem-pages=${pages}` });
    const { page } = await site.page();
    await page.getByTestId('demo-bent').click();
    expect(await messageShown(page)).toBe('memory-full');
    expect(await page.getByTestId('message').textContent()).toContain(
      en.errors['memory-full'].wayOn,
    );
    expect(await page.getByTestId('check').count()).toBe(0);
  },
);

test('memory runs out in the worker in a check: the browser ends the page, its lifts are there', async () => {
  site = await Site.open({ v8: '--max-old-space-size=300' });
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  await page.getByTestId('demo-bent').click();
  await keptOnCheck(page, 1);
  const died = page.waitForEvent('crash');
  const [worker] = page.workers();
  // Nobody answers any more.
  void worker!
    .evaluate(() => {
      for (const kept: number[][] = []; ;) kept.push(new Array<number>(1000).fill(Math.random()));
    })
    .catch(() => undefined);
  await died;
  const next = await page.context().newPage();
  await next.goto(site.url);
  const notice = next.getByTestId('cut-off');
  await notice.waitFor();
  expect(await notice.getAttribute('data-lifts')).toBe('1');
});
