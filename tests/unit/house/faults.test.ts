import { expect, test } from 'vitest';
import { missingTests, rowsOf } from './shown-by-tests';

const rows = rowsOf('docs/faults.md');

test('docs/faults.md has its faults', () => {
  expect(rows.length).toBeGreaterThanOrEqual(25);
});

test.each(rows.map((row) => [row.statement, row] as const))('%s', (_, row) => {
  expect(missingTests(row)).toEqual([]);
});
