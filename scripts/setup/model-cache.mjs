import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { say } from './report.mjs';
import { sha256 } from './sha256.mjs';

/** @returns {string} this user's cache of weights, shared by all clones */
function cacheFolder() {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (process.env['LOCALAPPDATA'] ?? join(home, 'AppData/Local'))
      : process.platform === 'darwin'
        ? join(home, 'Library/Caches')
        : (process.env['XDG_CACHE_HOME'] ?? join(home, '.cache'));
  return join(base, 'liftcheck', 'models');
}

/**
 * Looks in LIFTCHECK_MODELS_DIR (files under their own names), then in the cache (named by hash).
 *
 * @param {import('./model-manifest.mjs').ModelFile} file
 * @returns {Promise<Buffer | null>} only ever the right bytes
 */
export async function takeFromCache(file) {
  const places = [join(cacheFolder(), file.sha256)];
  const given = process.env['LIFTCHECK_MODELS_DIR'];
  if (given) places.unshift(join(given, file.path));
  for (const place of places) {
    try {
      const bytes = await readFile(place);
      if (sha256(bytes) === file.sha256) return bytes;
      say(`${place} is not the file that models/manifest.json names; it is not used.`);
    } catch (error) {
      const code = /** @type {NodeJS.ErrnoException} */ (error).code;
      if (code !== 'ENOENT') say(`${place} cannot be read (${code}); it is not used.`);
    }
  }
  return null;
}

/**
 * Keeps a copy for the next clone. A cache that cannot be written is no reason to stop.
 *
 * @param {import('./model-manifest.mjs').ModelFile} file
 * @param {Buffer} bytes
 */
export async function keepInCache(file, bytes) {
  try {
    const folder = cacheFolder();
    await mkdir(folder, { recursive: true });
    const partial = join(folder, `${file.sha256}.${process.pid}.part`);
    await writeFile(partial, bytes);
    await rename(partial, join(folder, file.sha256));
  } catch (error) {
    say(`  (not cached: ${/** @type {Error} */ (error).message})`);
  }
}
