import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/** `npm run bench:rescore`: how fast stored poses are judged again. Bundles rescore/main.ts and runs it. See README.md. */
await onNewNode(async () => {
  const { runBundled } = await import('./run-bundled.mjs');
  await runBundled('rescore/main.ts');
});
