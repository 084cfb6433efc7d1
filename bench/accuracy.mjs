import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run accuracy -- DIR...`: how true the product is, on folders of recordings with truth. Bundles
 * accuracy/main.ts and runs it; the arguments are its own. See README.md and docs/accuracy-clips.md.
 */
await onNewNode(async () => {
  const { runBundled } = await import('./run-bundled.mjs');
  await runBundled('accuracy/main.ts');
});
