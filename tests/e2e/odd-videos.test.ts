import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clipPath } from '../../scripts/clip-camera.mjs';
import { findFfmpeg } from '../../scripts/setup/find-ffmpeg.mjs';
import { en } from '../../src/words/en';
import type { Analysis } from '../../src/core/session/analysis';
import { Site } from './harness';
import { chooseQuickDetector, exported, told } from './journey';

let site: Site;
let folder = '';
beforeAll(async () => {
  site = await Site.open();
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-videos-'));
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The clip bent.mp4 with other pictures, looked at as a file. */
async function checked(name: string, filter: string): Promise<{ analysis: Analysis; why: string }> {
  const path = join(folder, `${name}.mp4`);
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p'];
  await promisify(execFile)(findFfmpeg()!, [
    ...['-v', 'error', '-i', clipPath('bent'), '-vf', filter, ...codec, path],
  ]);
  const { page, misdeeds } = await site.page();
  await chooseQuickDetector(page);
  await page.getByTestId('choose-file').setInputFiles(path);
  await page.getByTestId('summary').waitFor({ timeout: 220_000 });
  const analysis = await exported(page);
  const why = await page.getByTestId('summary').innerText();
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
  await page.context().close();
  return { analysis, why };
}

test('a video of one picture a second: no lift is made up, and the reason is told', async () => {
  const { analysis, why } = await checked('slow', 'fps=1');
  expect(analysis.lifts, told(analysis)).toEqual([]);
  expect(why).toContain(en.summary.noneSlowVideo('1'));
});

test.each([
  ['240 pictures a second', 'fps=240,scale=320:240', { width: 320, height: 240 }],
  ['pictures of 3840 × 2880', 'fps=10,scale=3840:2880', { width: 3840, height: 2880 }],
])('a video of %s is judged as any other', async (name, filter, size) => {
  const { analysis } = await checked(name.replaceAll(' ', '-'), filter);
  expect(analysis.lifts, told(analysis)).toHaveLength(1);
  expect(analysis.lifts[0]!.headline.kind, told(analysis)).toBe('bent-back');
  expect(analysis.source).toMatchObject(size);
  // Looked at 15 times a second, however many pictures there are.
  expect(analysis.frames.length).toBeLessThan(190);
});
