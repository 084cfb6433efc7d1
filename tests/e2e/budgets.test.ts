import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import budgets from '../../budgets.json' with { type: 'json' };
import { ROOT } from '../../scripts/root.mjs';

/** What the page fetches before anything of it is shown: itself, its styles, its entry and what that imports at once. */
function shellFiles(): string[] {
  const read = (path: string): string => readFileSync(join(ROOT, 'dist', path), 'utf8');
  const found = new Set<string>(['index.html']);
  for (const [, path] of read('index.html').matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g))
    found.add(path!);
  for (const path of found)
    if (path.endsWith('.js'))
      for (const [, name] of read(path).matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g))
        found.add(`assets/${name!}`);
  return [...found];
}

test('the first screen is there within its budget, all else comes when it is wanted', () => {
  const files = shellFiles();
  expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
  const sizes = files.map((path) => gzipSync(readFileSync(join(ROOT, 'dist', path))).length);
  expect(
    sizes.reduce((sum, size) => sum + size, 0),
    files.join(', '),
  ).toBeLessThanOrEqual(budgets.shellGzipBytes);
});
