import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { byFold, hasFolds } from '../../../bench/accuracy/lifter-weights';
import type { TrueRecording, TrueSet } from '../../../bench/accuracy/true-recording';
import { ROOT } from '../../../scripts/root.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-folds-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('reads each body with the weights that were not fitted on it, counted over the sorted bodies', () => {
  const shipped = JSON.parse(readFileSync(join(ROOT, 'models/lifter.json'), 'utf8')) as object;
  for (const k of [0, 1, 2, 3]) {
    expect(hasFolds(folder)).toBe(false);
    mkdirSync(join(folder, `fold-${k}`));
    const file = join(folder, `fold-${k}`, 'lifter.json');
    writeFileSync(file, JSON.stringify({ ...shipped, version: `fold-${k}` }));
  }
  expect(hasFolds(folder)).toBe(true);
  const bodies = ['t5', 't1', 't1', 't3', 't4', 't2', 't0'];
  const recordings = bodies.map((body) => ({ body }) as TrueRecording);
  const set: TrueSet = { kind: 'sequences', folder, recordings, detectors: null };
  const weights = byFold(folder, set);
  const used = ['t0', 't1', 't3', 't4', 't5'].map(
    (body) => weights.forBody(body)['movenet-thunder'].version,
  );
  expect(used).toEqual([
    'fold-0/movenet-thunder',
    'fold-1/movenet-thunder',
    'fold-3/movenet-thunder',
    'fold-0/movenet-thunder',
    'fold-1/movenet-thunder',
  ]);
});
