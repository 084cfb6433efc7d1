#!/usr/bin/env node
// The command line as it is after `npm ci` alone: plain JavaScript that builds and fetches what is missing, then runs.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../scripts/root.mjs';
import { onNewNode } from '../scripts/setup/on-new-node.mjs';
import { SetupStop } from '../scripts/setup/report.mjs';

// A reader that has seen enough (`| head`) is no reason to complain.
process.stdout.on('error', (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
});

await onNewNode(async () => {
  const { builtCommand } = await import('./built-command.mjs');
  const folder = await builtCommand();
  const { main } = await import(pathToFileURL(join(folder, 'main.js')).href);
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const stop = new AbortController();
  // The first asks to end well, the second ends.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop.abort());
  process.exitCode = await main(process.argv.slice(2), {
    version,
    build: basename(folder),
    stop: stop.signal,
    modelsDir: join(ROOT, 'models'),
    jobScript: join(folder, 'job.js'),
    ensureModels: weightsOrAdvice,
    stdout: process.stdout,
    stderr: process.stderr,
  });
});

/** @returns {Promise<string | null>} null when the weights are there, else what the person can do about it */
async function weightsOrAdvice() {
  const { ensureModels } = await import('../scripts/setup/models.mjs');
  try {
    await ensureModels();
    return null;
  } catch (error) {
    if (error instanceof SetupStop) return error.message;
    throw error;
  }
}
