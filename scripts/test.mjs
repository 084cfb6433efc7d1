import { onNewNode } from './setup/on-new-node.mjs';

/**
 * npm test: everything that must hold, from set-up to whole journeys in a real browser. The last line on stdout is
 * "N passed, N failed".
 *
 * npm test -- tests/unit/core   runs only what Vitest finds under that path.
 */
// Until the tests have run, something stands in their way.
let total = { passed: 0, failed: 1, skipped: 0 };
try {
  await onNewNode(async () => {
    const { setUp } = await import('./setup/set-up.mjs');
    const { runTests } = await import('./test-run.mjs');
    await setUp({ tests: true });
    total = await runTests(process.argv.slice(2));
  });
} finally {
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
  if (total.failed > 0) process.exitCode = 1;
}
