/**
 * `npm run train`: see train.ts, which this bundles (with its own source, for the hash) and runs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** The program to run: train, unless another one of this folder is named first. */
const named = ['train', 'evaluate'].includes(process.argv[2] ?? '');
const program = named ? process.argv[2] : 'train';
const folder = mkdtempSync(join(tmpdir(), 'liftcheck-train-'));
try {
  const bundle = await rolldown({ input: join(HERE, `${program}.ts`), platform: 'node' });
  const file = join(folder, `${program}.mjs`);
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  // all that decides the outcome: this folder's sources and tables, without comments' order or the evaluation
  const sources = readdirSync(HERE).filter((name) => /\.(ts|json)$/.test(name) && name !== 'evaluate.ts').sort();
  const source = sources.map((name) => readFileSync(join(HERE, name), 'utf8')).join('\n');
  const run = spawnSync(process.execPath, ['--max-semi-space-size=64', file, ...process.argv.slice(named ? 3 : 2)], {
    stdio: 'inherit',
    env: { ...process.env, TRAINING_SOURCE_SHA256: await sha256(source) },
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} text */
async function sha256(text) {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Buffer.from(bytes).toString('hex');
}
