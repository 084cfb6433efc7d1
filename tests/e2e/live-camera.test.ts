import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import { expectShown, expectVerdict } from './expected-verdict';
import { HELD_AT_END_S, clipSeconds, type Clip } from '../../scripts/clip-camera.mjs';
import { Site } from './harness';
import { exported, stopToSummary, verdictShown } from './journey';

let site: Site | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

/** Keeps hold of every camera stream that the page opens, to see later whether it was closed. */
async function keepStreams(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const kept: MediaStream[] = [];
    Object.assign(window, { keptStreams: kept });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      kept.push(stream);
      return stream;
    };
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { keptStreams: MediaStream[] }).keptStreams.flatMap((stream) =>
        stream.getTracks().map((track) => track.readyState),
      ),
    );
}

test.each<Clip>(['bent', 'twist', 'good'])(
  'a person before the camera is told about the lift: %s',
  async (clip) => {
    site = await Site.open({ camera: clip });
    const { page, misdeeds } = await site.page();
    const trackStates = await keepStreams(page);
    await page.getByTestId('start-camera').click();
    // (No waitForFunction: it needs eval in the page, which the policy rightly refuses.)
    await expect.poll(trackStates, { timeout: 90_000, interval: 20 }).toEqual(['live']);
    const begun = Date.now();
    const onePassMs = (await clipSeconds(clip)) * 1000;

    const first = await verdictShown(page, onePassMs);
    // Chromium shows the file again and again: stop while the last picture is held.
    const stopAt = begun + onePassMs - (HELD_AT_END_S * 1000) / 4;
    await wait(Math.max(0, stopAt - Date.now()));
    await stopToSummary(page);
    expect(await trackStates()).toEqual(['ended']);

    const analysis = await exported(page);
    expectVerdict(clip, analysis);
    expectShown(clip, first);
    expect(misdeeds).toEqual({ strangers: [], faults: [] });
  },
);

test('without a camera the page says so, kindly, and goes on', async () => {
  site = await Site.open();
  const { page, misdeeds } = await site.page();
  await page.getByTestId('start-camera').click();
  const message = page.getByTestId('message');
  await message.waitFor();
  expect(await message.getAttribute('data-kind')).toBe('camera-missing');
  expect(await page.getByTestId('start-camera').isVisible()).toBe(true);
  expect(misdeeds.strangers).toEqual([]);
});
