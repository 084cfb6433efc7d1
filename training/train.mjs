/**
 * `npm run train`: bundles train.ts and runs it, then compares what it made with the shipped weights.
 * `node training/train.mjs differences ...` and `node training/train.mjs comparison ...` run those programs alone. The
 * arguments are theirs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const WEIGHTS = join(HERE, '../models/lifter.json');
const [first, ...rest] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), 'liftcheck-train-'));

/** @param {string} program @param {string[]} words @returns {Promise<number>} exit code */
async function run(program, words) {
  await build({
    configFile: false,
    root: HERE,
    publicDir: false,
    logLevel: 'warn',
    // the bundle runs from a folder without packages
    ssr: { noExternal: true },
    build: {
      ssr: join(HERE, `${program}.ts`),
      outDir: join(folder, program),
      emptyOutDir: true,
      // minified, so that the hash is of what the code does and not of how it is laid out
      minify: true,
      rolldownOptions: { output: { entryFileNames: `${program}.mjs` } },
    },
  });
  const file = join(folder, program, `${program}.mjs`);
  const hash = createHash('sha256')
    .update(await readFile(file, 'utf8'))
    .digest('hex');
  const { status } = spawnSync(process.execPath, ['--max-semi-space-size=64', file, ...words], {
    stdio: 'inherit',
    env: { ...process.env, TRAINING_SOURCE_SHA256: hash, TRAINING_FOLDER: HERE },
  });
  return status ?? 1;
}

/** Where a training writes to, as train.ts reads it. @param {string[]} words */
function outOf(words) {
  const at = words.findIndex((word) => word === '--out' || word.startsWith('--out='));
  if (at < 0) return WEIGHTS;
  return resolve(words[at] === '--out' ? (words[at + 1] ?? '') : words[at].slice('--out='.length));
}

try {
  if (first === 'differences' || first === 'comparison') process.exitCode = await run(first, rest);
  else {
    const words = process.argv.slice(2);
    // a training may write over them
    const shipped = join(folder, 'shipped.json');
    await copyFile(WEIGHTS, shipped);
    process.exitCode = await run('train', words);
    if (process.exitCode === 0) process.exitCode = await run('comparison', [shipped, outOf(words)]);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
