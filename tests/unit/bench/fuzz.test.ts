import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { fuzzFiles } from '../../../bench/fuzz/fuzz-files';
import { fuzz } from '../../../bench/fuzz/fuzz-run';
import { targetOf } from '../../../bench/fuzz/fuzz-target';
import { keptTargets } from '../../../bench/fuzz/kept-targets';
import { textTargets } from '../../../bench/fuzz/text-targets';

vi.setConfig({ testTimeout: 120_000 });

const files = fuzzFiles(fileURLToPath(new URL('../../../', import.meta.url)));
const targets = [...keptTargets(files), ...textTargets()];

// A slice of `npm run fuzz`, always the same.
it.each(targets.map((target) => [target.name, target] as const))('%s', async (_, target) => {
  const { failure, inputs } = await fuzz(target, { seed: 7, ms: 60_000, inputs: 25 });
  expect(failure).toBeNull();
  expect(inputs).toBe(25);
});

it('tells of what breaks, with the input', async () => {
  const [sample] = textTargets();
  const broken = targetOf({
    ...sample!,
    check: () => {
      throw new RangeError('too deep');
    },
  });
  const { failure } = await fuzz(broken, { seed: 7, ms: 10_000 });
  expect(failure?.why).toContain('too deep');
  expect(failure?.input).toBeTypeOf('string');
});
