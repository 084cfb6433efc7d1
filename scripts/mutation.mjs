import { onNewNode } from './setup/on-new-node.mjs';

/**
 * `npm run mutation [-- FOLDER…]`: how much of the core its tests hold fast (Stryker): each piece is changed, and some
 * test has to notice. Without folders, every folder of src/core; what was done before is not done
 * again.
 * Exits 1 when fewer than 85 % of the changes are noticed. See docs/mutation.md.
 *   --json   the figures as JSON
 */
await onNewNode(async () => {
  const { runMutation } = await import('./mutation-run.mjs');
  process.exitCode = (await runMutation(process.argv.slice(2))) ? 0 : 1;
});
