import { onNewNode } from './setup/on-new-node.mjs';

/** npm start -- --port N --host H */
await onNewNode(async () => {
  const { startSite } = await import('./site-start.mjs');
  await startSite(process.argv.slice(2));
});
