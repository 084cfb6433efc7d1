import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run cue-timing -- DIR...`: when the coach speaks, on folders of recordings with truth. Bundles
 * cue-timing/main.ts and runs it; the arguments are its own. See README.md.
 */
await onNewNode(async () => {
  const { runBundled } = await import('./run-bundled.mjs');
  await runBundled('cue-timing/main.ts');
});
