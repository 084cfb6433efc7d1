import { expect, test } from 'vitest';
import { ok } from '../../../src/core/errors';
import { Tally } from '../../../src/cli/tally';

const report = { headlines: [], frames: 1, durationS: 1 };
const ENDS = {
  new: ok({ ...report, alreadyDone: false }),
  old: ok({ ...report, alreadyDone: true }),
  bad: { ok: false, error: 'no' },
} as const;

test.each([
  [3, 83, ['new', 'new', 'new'], '3 files in 1 min 23 s: 3 analyzed (2.2 a minute).'],
  [1, 59.97, ['new'], '1 file in 1 min 0 s: 1 analyzed (1.0 a minute).'],
  [2, 0.5, ['old', 'old'], '2 files in 0.5 s: 0 analyzed, 2 already done.'],
  [
    4,
    7200,
    ['new', 'old', 'bad'],
    '4 files in 2 h 0 min: 1 analyzed (0.0 a minute), 1 already done, 1 could not be analyzed, 1 not reached.',
  ],
  [1, 0, ['new'], '1 file in 0.0 s: 1 analyzed.'],
] as const)('%d files in %d s', (total, seconds, ends, line) => {
  let nowMs = 5000;
  const tally = new Tally(total, () => nowMs);
  for (const end of ends) tally.count(ENDS[end]);
  nowMs += 1000 * seconds;
  expect(tally.line()).toBe(line);
  expect(tally.failed).toBe(ends.filter((end) => end === 'bad').length);
});
