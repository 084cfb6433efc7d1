import { expect, test } from 'vitest';
import budgets from '../../budgets.json' with { type: 'json' };
import { shellSize } from '../../scripts/shell-size.mjs';

test('the first screen is there within its budget, all else comes when it is wanted', () => {
  const { files, gzipBytes } = shellSize();
  expect(files.filter((path) => path.endsWith('.js')).length).toBeGreaterThan(0);
  expect(gzipBytes, files.join(', ')).toBeLessThanOrEqual(budgets.shellGzipBytes);
});
