import { existsSync } from 'node:fs';
import { findOnPath } from './find-on-path.mjs';

/**
 * Looks for ffmpeg: LIFTCHECK_FFMPEG, then PATH.
 *
 * @returns {string | null} path of the program
 */
export function findFfmpeg() {
  const named = process.env['LIFTCHECK_FFMPEG'];
  if (named) return existsSync(named) ? named : null;
  return findOnPath('ffmpeg');
}
