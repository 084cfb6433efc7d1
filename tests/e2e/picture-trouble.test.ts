import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { en } from '../../src/words/en';
import { Site } from './harness';
import { chooseQuickDetector, exported, messageShown, stopToSummary, told } from './journey';
import { BENT, puppetCamera } from './puppet-camera';

let site: Site;
beforeAll(async () => {
  site = await Site.open({ camera: 'bent' });
});
afterAll(() => site.close());

/** A check that runs, before a camera that does as it is told. */
async function running() {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  const camera = await puppetCamera(page);
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  return { page, camera, misdeeds };
}

const liftCount = (page: Page): Promise<string | null> =>
  page.getByTestId('lift-count').textContent();
const noticed = (page: Page, text: string): Promise<void> =>
  expect.poll(() => page.getByTestId('notice').textContent(), { timeout: 30_000 }).toBe(text);
/** The same person lifts, from standing until it is told. */
async function lifts(page: Page, camera: Awaited<ReturnType<typeof puppetCamera>>, count: number) {
  await camera.play(BENT.standS, BENT.toldS);
  await expect.poll(() => liftCount(page), { timeout: 20_000 }).toBe(`${count}`);
}

test('frozen, dark, asleep or hidden in the middle of a lift: it is told, no lift is made up, and it goes on', async () => {
  const { page, camera, misdeeds } = await running();
  /** The person has come up meanwhile. */
  const afterwards = async () => {
    await camera.play(BENT.upS, BENT.toldS);
    expect(await liftCount(page)).toBe('0');
  };
  for (const [notice, mode] of [
    [en.check.frozen, 'play'],
    [en.check.dark, 'black'],
  ] as const) {
    await camera.play(BENT.standS, BENT.graspS);
    await camera.set(mode);
    await noticed(page, notice);
    await afterwards();
  }

  // A hidden tab: nobody says that the camera is silent.
  await camera.play(BENT.standS, BENT.graspS);
  await camera.set('silent');
  await page.evaluate(() =>
    Object.defineProperty(document, 'hidden', { value: true, configurable: true }),
  );
  await wait(8000);
  await page.evaluate(() => {
    delete (document as { hidden?: boolean }).hidden;
  });
  await afterwards();
  await noticed(page, en.check.noBaseline);
  expect(await page.getByTestId('message').count()).toBe(0);

  // Asleep: only the calendar has gone on.
  await camera.play(BENT.standS, BENT.graspS);
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() + 3_600_000;
  });
  await camera.play(BENT.graspS, BENT.toldS);
  expect(await liftCount(page)).toBe('0');

  await lifts(page, camera, 1);
  await stopToSummary(page);
  const analysis = await exported(page);
  expect(analysis.lifts, told(analysis)).toHaveLength(1);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('another resolution, or a camera that is turned, in the middle of a check: the standing is taken anew', async () => {
  const { page, camera, misdeeds } = await running();
  await camera.resize(320, 240);
  await lifts(page, camera, 1);
  // In the middle of a lift.
  await camera.play(BENT.standS, BENT.graspS);
  await camera.resize(480, 640);
  await camera.play(BENT.graspS, BENT.toldS);
  expect(await liftCount(page)).toBe('1');
  await lifts(page, camera, 2);
  await stopToSummary(page);
  const analysis = await exported(page);
  expect(analysis.lifts, told(analysis)).toHaveLength(2);
  expect(analysis.poses!.restandS, 'once for each of them').toHaveLength(2);
  const kinds = analysis.lifts.map(({ headline }) => headline.kind);
  expect(new Set(kinds).size, told(analysis)).toBe(1);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('a camera that falls silent is told, and goes on by itself when its pictures come again', async () => {
  const { page, camera, misdeeds } = await running();
  await lifts(page, camera, 1);
  await camera.set('silent');
  expect(await messageShown(page, 20_000)).toBe('camera-frozen');
  expect(await liftCount(page)).toBe('1');
  await lifts(page, camera, 2);
  expect(await page.getByTestId('message').count()).toBe(0);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test('clocks that jump back, of the day and of the camera, break nothing, and the lift is kept', async () => {
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('keep').check();
  const camera = await puppetCamera(page);
  await page.evaluate(() => {
    const { prototype } = HTMLVideoElement;
    const ask = Object.getOwnPropertyDescriptor(prototype, 'requestVideoFrameCallback')!
      .value as HTMLVideoElement['requestVideoFrameCallback'];
    Object.assign(window, { backMs: 0 });
    prototype.requestVideoFrameCallback = function (callback) {
      return ask.call(this, (now, metadata) => {
        const captureTime = now - (window as unknown as { backMs: number }).backMs;
        callback(now, { ...metadata, captureTime });
      });
    };
  });
  await page.getByTestId('start-camera').click();
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  await camera.play(BENT.standS, BENT.graspS);
  await page.evaluate(() => {
    const { now } = Date;
    Date.now = () => now() - 7_200_000;
    Object.assign(window, { backMs: 7_200_000 });
  });
  await camera.play(BENT.graspS, BENT.toldS);
  await page.locator('[data-testid="kept-mark"][data-kept="1"]').waitFor({ timeout: 20_000 });
  await stopToSummary(page);
  const analysis = await exported(page);
  const times = analysis.frames.map(({ t }) => t);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(analysis.source.durationS).toBeLessThan(120);
  await page.getByTestId('keep-see').click();
  await page.getByTestId('session-review').waitFor();
  expect(await page.getByTestId('session-lift').count()).toBe(1);
  // Its file is read again, though it ended before it began.
  await page.getByTestId('to-history').click();
  const download = page.waitForEvent('download');
  await page.getByTestId('backup').click();
  const path = await (await download).path();
  await page.getByTestId('import').click();
  await page.getByTestId('import-file').setInputFiles(path);
  await page.getByTestId('import-preview').waitFor();
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
