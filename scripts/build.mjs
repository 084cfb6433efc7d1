import { onNewNode } from './setup/on-new-node.mjs';
import { say } from './setup/report.mjs';

/** npm run build: the static site, into dist/. */
await onNewNode(async () => {
  const { setUp } = await import('./setup/set-up.mjs');
  const { build } = await import('./site-build.mjs');
  await setUp();
  await build({ always: true });
  say('Built: dist/');
});
