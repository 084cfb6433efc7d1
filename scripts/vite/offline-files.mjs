import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ISOLATION_HEADERS, SECURITY_HEADERS } from '../security-headers.mjs';

/** Weights that are only taken by choice: stored when they are used. */
const ON_USE = /^models\/blazepose-(heavy|lite)\./;
/** The worker itself, which browsers keep on their own; and what no page asks for. */
const NEVER = /^sw\.js$|(^|\/)\.|README\.md$|\.map$/;

/**
 * Every file of a built site that pages may ask for, with its hash and size.
 *
 * @param {string} folder
 * @returns {{ version: string, headers: string, always: Record<string, [string, number]>, onUse: Record<string, [string, number]> }}
 *   the version is a hash over all of them
 */
export function siteFiles(folder) {
  /** @type {Record<string, [string, number]>} */
  const always = {};
  /** @type {Record<string, [string, number]>} */
  const onUse = {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !NEVER.test(path) && statSync(join(folder, path)).isFile())
    .sort();
  for (const path of paths) {
    const bytes = readFileSync(join(folder, path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    (ON_USE.test(path) ? onUse : always)[path] = [sha256, bytes.length];
  }
  const headers = shortHash({ ...SECURITY_HEADERS, ...ISOLATION_HEADERS });
  return { version: shortHash([headers, always, onUse]), headers, always, onUse };
}

/** @param {unknown} value */
const shortHash = (value) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);

/** What the build puts before the service worker's script. */
const HEAD = /^const SITE_FILES=.*;\n/;

/**
 * Writes the list of files into a built site's service worker; also again, when the files have changed.
 *
 * @param {string} folder
 */
export function listSiteFiles(folder) {
  const path = join(folder, 'sw.js');
  const script = readFileSync(path, 'utf8').replace(HEAD, '');
  writeFileSync(path, `const SITE_FILES=${JSON.stringify(siteFiles(folder))};\n${script}`);
}
