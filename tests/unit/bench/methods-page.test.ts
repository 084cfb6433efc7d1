import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { methodsPage } from '../../../bench/accuracy/methods-page';
import { ROOT } from '../../../scripts/root.mjs';
import type { AccuracyFigures } from '../../../src/ui/methods/accuracy-figures';

const PATH = join(ROOT, 'docs/methods.md');
const page = readFileSync(PATH, 'utf8');
const figures = JSON.parse(
  readFileSync(join(ROOT, 'docs/accuracy.json'), 'utf8'),
) as AccuracyFigures;
const laidOut = async (text: string): Promise<string> =>
  format(text, { ...(await resolveConfig(PATH)), filepath: PATH });

it('docs/methods.md shows the measured figures and the rules (else: npm run methods)', async () => {
  expect(await laidOut(methodsPage(page, figures))).toBe(page);
});

it('another figure makes another page', async () => {
  const [first, ...others] = figures.sets;
  const [row, ...rows] = first!.frames;
  const changed = {
    ...figures,
    sets: [{ ...first!, frames: [{ ...row!, rmse: (row!.rmse ?? 0) + 1 }, ...rows] }, ...others],
  };
  expect(await laidOut(methodsPage(page, changed))).not.toBe(page);
});

it('a page without a place for the figures is refused', () => {
  expect(() => methodsPage(page.replace('<!-- figures -->', ''), figures)).toThrow('figures');
});

it('the page never uses words that promise or frighten', () => {
  expect(page).not.toMatch(/unsafe|will injure|correct form|dangerous/i);
});
