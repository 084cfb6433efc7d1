import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const rows = read('docs/faults.md')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`tests/'));

test('docs/faults.md has its faults, each with a test', () => {
  expect(rows.length).toBeGreaterThanOrEqual(25);
});

test.each(rows.map((row) => [row.split('|')[1]!.trim(), row]))('%s', (_, row) => {
  const [, file, name] = /`(tests\/[^`]+)` › (.+?)\s*\|$/.exec(row)!;
  expect(read(file!).replace(/\s+/g, ' ')).toContain(name!.replace(/\s+/g, ' '));
});
