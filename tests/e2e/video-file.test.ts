import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import type { Analysis } from '../../src/core/session/analysis';
import { liftcheck, newFolder } from '../unit/cli/command';
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
  const analysis = await exported(page);
  expectVerdict(clip, analysis);
  await expectAsFromCommandLine(clip, analysis);
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

test('of a video that is cut off, what can be read is told, and how far that is', async () => {
  const { page, misdeeds } = await site.page();
  const file = join(ROOT, 'tests/fixtures/video/truncated.mp4');
  await page.getByTestId('choose-file').setInputFiles(file);
  await page.getByTestId('summary').waitFor({ timeout: 120_000 });
  const { source } = await exported(page);
  expect(source.damagedAtS).toBeGreaterThan(0);
  expect(source.damagedAtS).toBeLessThan(source.durationS);
  expect(await page.getByTestId('damage').textContent()).toContain(
    `only up to ${source.damagedAtS!.toFixed(1)}`,
  );
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
});

/** Browser and command line decode the video each in its own way: same states, values within the stated error. */
async function expectAsFromCommandLine(clip: Clip, browser: Analysis): Promise<void> {
  const folder = newFolder();
  try {
    const input = clipPath(clip);
    const ended = await liftcheck([
      'analyze',
      input,
      '--out',
      folder.path,
      '--model',
      browser.model,
    ]);
    expect(ended.code, ended.stderr).toBe(0);
    const file = join(folder.path, `${clip}.analysis.json`);
    const command = JSON.parse(readFileSync(file, 'utf8')) as Analysis;
    const states = ({ lifts }: Analysis) =>
      lifts.map(({ checks }) => checks.map(({ id, phase, state }) => `${phase} ${id}: ${state}`));
    expect(states(browser)).toEqual(states(command));
    browser.lifts.forEach((lift, l) => {
      lift.checks.forEach(({ value, error, id }, c) => {
        const other = command.lifts[l]!.checks[c]!;
        if (value !== null) expect(Math.abs(value - other.value!), id).toBeLessThan(error!);
      });
    });
  } finally {
    folder.remove();
  }
}
