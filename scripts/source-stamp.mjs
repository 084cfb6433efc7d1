import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

/** Everything that the built site is made of. */
export const SITE_SOURCES = [
  'docs/accuracy.json',
  'index.html',
  'models/lifter.json',
  'models/manifest.json',
  'package-lock.json',
  'public',
  'scripts/security-headers.mjs',
  'scripts/vite',
  'src',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** Lies in dist/ and says which sources it was built from. */
export const STAMP_FILE = join(ROOT, 'dist', '.sources');

/**
 * @param {readonly string[]} sources files and folders, from the repository's own folder on; what is not there is left out
 * @returns {string} one hash over the names and contents of all of them
 */
export function sourceStamp(sources) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ name) => {
    const path = join(ROOT, name);
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory()) {
      for (const entry of readdirSync(path).sort()) add(`${name}/${entry}`);
      return;
    }
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
  };
  for (const name of sources) add(name);
  return hash.digest('hex');
}

/** @returns {boolean} whether dist/ was built from just these sources */
export function buildIsFresh() {
  return existsSync(STAMP_FILE) && readFileSync(STAMP_FILE, 'utf8') === sourceStamp(SITE_SOURCES);
}
