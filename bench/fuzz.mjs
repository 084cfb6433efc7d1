import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run fuzz`: every reader of what others wrote, on damaged files and on garbage. See bench/README.md.
 *   --seconds N   for each reader (20)
 *   --seed N      the same inputs again
 *   --only NAME   readers whose name has this in it
 *   --json        the figures as JSON
 */
await onNewNode(async () => {
  const { runWatched } = await import('./fuzz/watched-run.mjs');
  await runWatched(process.argv.slice(2));
});
