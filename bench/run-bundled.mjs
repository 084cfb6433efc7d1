import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from '../scripts/root.mjs';
import { sourceStamp } from '../scripts/source-stamp.mjs';

/** All that decides which poses come out of a video. */
const DETECTION = [
  'models/manifest.json',
  'package-lock.json',
  'src/capture/frame-choice.ts',
  'src/cli/frame-log.ts',
  'src/cli/recording-probe.ts',
  'src/cli/video-frames.ts',
  'src/core/pose',
  'src/core/session/recording-limits.ts',
  'src/detect',
  'src/pipeline/person-follower.ts',
  'src/pipeline/pose-in-picture.ts',
];

/**
 * Runs the `main` of a TypeScript program of this folder on the words of the command line; what it returns is the exit code.
 *
 * @param {string} program path below bench/
 */
export async function runBundled(program) {
  await withBundled(program, async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2), {
      root: ROOT,
      detectionStamp: sourceStamp(DETECTION),
      today: new Date().toISOString().slice(0, 10),
      say: (/** @type {string} */ line) => console.log(line),
      note: (/** @type {string} */ line) => console.error(line),
    });
  });
}

/**
 * Bundles a TypeScript program of this folder for as long as `work` takes.
 *
 * @template T
 * @param {string} program path below bench/
 * @param {(exports: any) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withBundled(program, work) {
  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-bench-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, 'bench', program),
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'program.mjs' } },
      },
    });
    return await work(await import(pathToFileURL(join(folder, 'program.mjs')).href));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
