import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../scripts/root.mjs';
import { findFfmpeg } from '../../scripts/setup/find-ffmpeg.mjs';

export type Clip = 'good' | 'bent' | 'twist';

/**
 * The path of a demo clip as it is shipped: its first picture held for 3 s before the movement and
 * its last one for 2 s after it (public/demo/README.md).
 */
export const clipPath = (clip: Clip): string => join(ROOT, 'public/demo', `${clip}.mp4`);

/** How long the last picture of a demo clip stands still, in seconds. */
export const HELD_AT_END_S = 2;

/**
 * Makes a demo clip into what Chromium takes as a camera: motion JPEG.
 *
 * @param folder where the file goes
 * @returns its path
 */
export async function fakeCamera(clip: Clip, folder: string): Promise<string> {
  const path = join(folder, `${clip}.mjpeg`);
  await ffmpeg('-v', 'error', '-y', '-i', clipPath(clip), '-an', '-q:v', '3', '-f', 'mjpeg', path);
  return path;
}

/** How long a demo clip takes, in seconds. */
export async function clipSeconds(clip: Clip): Promise<number> {
  const told = await ffmpeg('-hide_banner', '-i', clipPath(clip), '-c', 'copy', '-f', 'null', '-');
  const [, minutes, seconds] = /Duration: \d+:(\d+):([\d.]+)/.exec(told) ?? [];
  if (minutes === undefined || seconds === undefined) throw new Error(told);
  return Number(minutes) * 60 + Number(seconds);
}

async function ffmpeg(...args: string[]): Promise<string> {
  const program = findFfmpeg();
  if (program === null) throw new Error('No ffmpeg: run npm run setup -- --tests');
  const { stderr } = await promisify(execFile)(program, args);
  return stderr;
}
