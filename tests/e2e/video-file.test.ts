import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import type { Check } from '../../src/core/scoring/check';
import { RULES } from '../../src/core/scoring/rules';
import type { Analysis } from '../../src/core/session/analysis';
import { liftcheck, newFolder } from '../unit/cli/command';
import { expectVerdict } from './expected-verdict';
import { clipPath, type Clip } from '../../scripts/clip-camera.mjs';
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

/**
 * Browser and command line decode the video each in its own way, so their values differ in the last digits: they agree
 * in every state (unless the edge of a band lies between two values that are all but the same) and within the error.
 */
async function expectAsFromCommandLine(clip: Clip, browser: Analysis): Promise<void> {
  const folder = newFolder();
  try {
    const options = ['--out', folder.path, '--model', browser.model];
    const ended = await liftcheck(['analyze', clipPath(clip), ...options]);
    expect(ended.code, ended.stderr).toBe(0);
    const file = join(folder.path, `${clip}.analysis.json`);
    const command = JSON.parse(readFileSync(file, 'utf8')) as Analysis;
    expect(browser.lifts).toHaveLength(command.lifts.length);
    browser.lifts.forEach((lift, l) => {
      expect(lift.headline.kind).toBe(command.lifts[l]!.headline.kind);
      expect(lift.checks).toHaveLength(command.lifts[l]!.checks.length);
      lift.checks.forEach((check, c) => {
        expectSame(check, command.lifts[l]!.checks[c]!);
      });
    });
  } finally {
    folder.remove();
  }
}

function expectSame(one: Check, other: Check): void {
  const name = `${one.phase} ${one.id}`;
  if (one.value === null || other.value === null) {
    expect(one.state, name).toBe(other.state);
    return;
  }
  const apart = Math.abs(one.value - other.value);
  expect(apart, name).toBeLessThan(one.error!);
  const { watch } = RULES[one.id];
  const straddled = Math.abs(one.value) > watch !== Math.abs(other.value) > watch;
  if (straddled && apart < one.error! / 4) return;
  expect(one.state, name).toBe(other.state);
}
