import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run bench`: what a frame costs, beside what the model alone costs, in a real Chromium. See bench/README.md.
 *   --quick   a tenth of the frames and no live check
 */
await onNewNode(async () => {
  const { setUp } = await import('../scripts/setup/set-up.mjs');
  await setUp({ tests: true });
  const { measureSpeed } = await import('./speed.mjs');
  const good = await measureSpeed({ quick: process.argv.includes('--quick') });
  process.exitCode = good ? 0 : 1;
});
