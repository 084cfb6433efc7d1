import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './root.mjs';

/**
 * What the built page fetches before anything of it is shown: itself, its styles, its entry and what that imports at once.
 *
 * @returns {{ files: string[], gzipBytes: number }} paths in dist/
 */
export function shellSize() {
  const read = (/** @type {string} */ path) => readFileSync(join(ROOT, 'dist', path), 'utf8');
  const found = new Set(['index.html']);
  for (const [, path] of read('index.html').matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g))
    found.add(/** @type {string} */ (path));
  for (const path of found)
    if (path.endsWith('.js'))
      for (const [, name] of read(path).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
        found.add(`assets/${name}`);
  const files = [...found];
  const sizes = files.map((path) => gzipSync(readFileSync(join(ROOT, 'dist', path))).length);
  return { files, gzipBytes: sizes.reduce((sum, size) => sum + size, 0) };
}
