import { parseArgs } from 'node:util';
import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run bench`: how fast the product is, as a table of figures beside their targets. See bench/README.md.
 *   --quick      a fifth of the frames, and only what takes seconds
 *   --only PART  one part alone
 *   --json       the figures as JSON
 * Exit code 1 when a target is missed.
 */
await onNewNode(async () => {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { setUp } = await import('../scripts/setup/set-up.mjs');
  await setUp({ tests: true });
  const { runBench } = await import('./bench-run.mjs');
  process.exitCode = (await runBench(values)) ? 0 : 1;
});
