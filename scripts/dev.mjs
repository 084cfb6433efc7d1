import { onNewNode } from './setup/on-new-node.mjs';

/** npm run dev: the development server; what follows `--` goes to Vite. */
await onNewNode(async () => {
  const { setUp } = await import('./setup/set-up.mjs');
  const { runTool } = await import('./run.mjs');
  await setUp();
  const { code } = await runTool('vite/bin/vite.js', process.argv.slice(2));
  process.exitCode = code === 0 ? 0 : 1;
});
