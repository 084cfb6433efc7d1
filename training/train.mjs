/**
 * `npm run train`: bundles train.ts and runs it. `node training/train.mjs differences ...` does the same with
 * differences.ts. The arguments are theirs.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const program = process.argv[2] === 'differences' ? 'differences' : 'train';
const folder = await mkdtemp(join(tmpdir(), 'liftcheck-train-'));
try {
  await build({
    configFile: false,
    root: HERE,
    publicDir: false,
    logLevel: 'warn',
    // the bundle runs from a folder without packages
    ssr: { noExternal: true },
    build: {
      ssr: join(HERE, `${program}.ts`),
      outDir: folder,
      emptyOutDir: true,
      // minified, so that the hash is of what the code does and not of how it is laid out
      minify: true,
      rolldownOptions: { output: { entryFileNames: `${program}.mjs` } },
    },
  });
  const file = join(folder, `${program}.mjs`);
  const hash = createHash('sha256')
    .update(await readFile(file, 'utf8'))
    .digest('hex');
  const run = spawnSync(
    process.execPath,
    ['--max-semi-space-size=64', file, ...process.argv.slice(program === 'train' ? 2 : 3)],
    {
      stdio: 'inherit',
      env: { ...process.env, TRAINING_SOURCE_SHA256: hash, TRAINING_FOLDER: HERE },
    },
  );
  process.exitCode = run.status ?? 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
