import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingTests, rowsOf } from './shown-by-tests';

const rows = rowsOf('docs/privacy.md');
const [beginning = '', ...parts] = readFileSync(
  new URL('../../../docs/privacy.md', import.meta.url),
  'utf8',
).split(/^## /m);

test.each(rows.map((row) => [row.statement, row] as const))('%s', (_, row) => {
  expect(missingTests(row)).toEqual([]);
});

test('docs/privacy.md claims nothing outside of its rows, but at its beginning and where no test can show it', () => {
  expect(beginning).not.toMatch(/^\|/m);
  const claimed = parts
    .filter((part) => !part.startsWith('What no test can promise\n'))
    .flatMap((part) => part.split('\n').slice(1))
    // What leads to the next rows ends with a colon.
    .filter((line) => line !== '' && !line.startsWith('|') && !line.endsWith(':'));
  expect(claimed).toEqual([]);
  expect(rows.length).toBeGreaterThan(30);
});

test.each([
  ['| a | no test here |', 'names no test'],
  ['| a | `tests/unit/house/nothing.test.ts` › x |', 'nothing.test.ts has no test "x"'],
  ['| a | `tests/unit/house/serve.test.ts` › readFileSync |', 'has no test "readFileSync"'],
])('a row that no test shows is noticed: %s', (row, said) => {
  const [shown] = rowsOf('a.md', `| what | test |\n| --- | --- |\n${row}\n`);
  expect(missingTests(shown!).join()).toContain(said);
});
