import { fork } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scripts/root.mjs';

/** Longer than any reader may take for one input, on a busy machine. */
const PATIENCE_MS = 150_000;
const FOLDER = join(ROOT, '.liftcheck/fuzz');

const newest = () =>
  existsSync(FOLDER)
    ? readdirSync(FOLDER)
        .filter((name) => name.startsWith('running-'))
        .map((name) => ({ name, ms: statSync(join(FOLDER, name)).mtimeMs }))
        .sort((a, b) => b.ms - a.ms)[0]
    : undefined;

/**
 * Runs the fuzzer in a process of its own and ends it when an input does not: an endless loop cannot end itself.
 *
 * @param {string[]} words
 */
export async function runWatched(words) {
  const child = fork(fileURLToPath(new URL('./fuzz-process.mjs', import.meta.url)), words);
  const started = Date.now();
  const watch = setInterval(() => {
    const last = newest();
    if (Date.now() - Math.max(started, last?.ms ?? 0) < PATIENCE_MS) return;
    console.log(`✗ an input does not end: ${last ? join(FOLDER, last.name) : 'the first one'}`);
    child.kill('SIGKILL');
  }, 1000);
  const code = await new Promise((resolve, reject) => {
    child.on('exit', resolve);
    child.on('error', reject);
  });
  clearInterval(watch);
  process.exitCode = code ?? 1;
}
