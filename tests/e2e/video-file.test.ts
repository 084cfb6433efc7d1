import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { expectVerdict } from './expected-verdict';
import { clipPath, type Clip } from './fake-camera';
import { Site } from './harness';
import { exported } from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open();
});
afterAll(() => site.close());

test.each<Clip>(['bent', 'twist', 'good'])('a chosen video is told about: %s', async (clip) => {
  const { page, misdeeds } = await site.page();
  await page.getByTestId('choose-file').setInputFiles(clipPath(clip));
  await page.getByTestId('summary').waitFor({ timeout: 200_000 });
  expectVerdict(clip, await exported(page));
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

test.each([
  ['audio-only.mp4', 'file-no-video'],
  ['not-a-video.mp4', 'file-unreadable'],
])('%s gets a message of its own: %s', async (name, kind) => {
  const { page, misdeeds } = await site.page();
  await page.getByTestId('choose-file').setInputFiles(join(ROOT, 'tests/fixtures/video', name));
  const message = page.getByTestId('message');
  await message.waitFor({ timeout: 120_000 });
  expect(await message.getAttribute('data-kind')).toBe(kind);
  expect(await page.getByTestId('start-camera').isVisible()).toBe(true);
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});
