import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtCommand } from '../bin/built-command.mjs';
import { ROOT } from '../scripts/root.mjs';
import { DEMO_CLIPS } from './demo-clips.mjs';
import { atLeast } from './figure.mjs';

const LEAST = 1.8;

/**
 * How many more files `liftcheck analyze` gets done with two jobs than with one, as people run it: starting and loading the
 * model included.
 *
 * @returns {Promise<import('./figure.mjs').Figure[] | string>} or why it cannot be measured here
 */
export async function measureAnalyze() {
  if (availableParallelism() < 2) return 'needs two cores';
  await builtCommand();
  // One job before and after, because machines change their pace within minutes; each job has the same to do.
  const before = await filesAMinute(1);
  const two = await filesAMinute(2);
  const one = (before + (await filesAMinute(1))) / 2;
  const rates = `${one.toFixed(1)} → ${two.toFixed(1)} files a minute`;
  return [atLeast(`liftcheck analyze: 2 jobs over 1 (${rates})`, two / one, '', LEAST)];
}

/** @param {number} jobs as often as this, each clip is analyzed */
async function filesAMinute(jobs) {
  const out = await mkdtemp(join(tmpdir(), 'liftcheck-bench-'));
  const files = Array.from({ length: jobs }, () =>
    DEMO_CLIPS.map((clip) => join(ROOT, `public/demo/${clip}.mp4`)),
  ).flat();
  try {
    const began = performance.now();
    await liftcheck(['analyze', ...files, '--out', out, '--jobs', `${jobs}`]);
    return (60_000 * files.length) / (performance.now() - began);
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

/** @param {string[]} words @returns {Promise<void>} */
function liftcheck(words) {
  return new Promise((done, broken) => {
    const child = spawn(process.execPath, [join(ROOT, 'bin/liftcheck.mjs'), ...words], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => (said += String(text)));
    child.on('error', broken);
    child.on('close', (code) => (code === 0 ? done() : broken(new Error(said))));
  });
}
