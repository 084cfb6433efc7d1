import { onNewNode } from './setup/on-new-node.mjs';
import { say } from './setup/report.mjs';

/** npm run setup: packages and detector weights; with `-- --tests` also what tests and benchmarks need. */
await onNewNode(async () => {
  const { setUp } = await import('./setup/set-up.mjs');
  await setUp({ tests: process.argv.includes('--tests') });
  say('Everything is there.');
});
