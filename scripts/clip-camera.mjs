import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './root.mjs';
import { findFfmpeg } from './setup/find-ffmpeg.mjs';

/** @typedef {'good' | 'bent' | 'twist'} Clip a demo clip as it is shipped (public/demo/README.md) */

/** How long the last picture of a demo clip stands still, in seconds. */
export const HELD_AT_END_S = 2;

/** @param {Clip} clip */
export const clipPath = (clip) => join(ROOT, 'public/demo', `${clip}.mp4`);

/**
 * Makes a demo clip into what Chromium takes as a camera: motion JPEG.
 *
 * @param {Clip} clip
 * @param {string} folder where the file goes
 * @returns {Promise<string[]>} arguments for a Chromium with this camera, which everybody may use
 */
export async function clipCamera(clip, folder) {
  const file = join(folder, `${clip}.mjpeg`);
  await ffmpeg('-v', 'error', '-y', '-i', clipPath(clip), '-an', '-q:v', '3', '-f', 'mjpeg', file);
  return [
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${file}`,
  ];
}

/**
 * How long a demo clip takes, in seconds.
 *
 * @param {Clip} clip
 */
export async function clipSeconds(clip) {
  const told = await ffmpeg('-hide_banner', '-i', clipPath(clip), '-c', 'copy', '-f', 'null', '-');
  const [, minutes, seconds] = /Duration: \d+:(\d+):([\d.]+)/.exec(told) ?? [];
  if (minutes === undefined || seconds === undefined) throw new Error(told);
  return Number(minutes) * 60 + Number(seconds);
}

/** @param {string[]} args */
async function ffmpeg(...args) {
  const program = findFfmpeg();
  if (program === null) throw new Error('No ffmpeg: run npm run setup -- --tests');
  const { stderr } = await promisify(execFile)(program, args);
  return stderr;
}
