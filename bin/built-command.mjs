import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';
import { SetupStop, say } from '../scripts/setup/report.mjs';
import { sourceStamp } from '../scripts/source-stamp.mjs';

/** Everything that the command line is made of. */
const SOURCES = [
  'package-lock.json',
  'bin/built-command.mjs',
  'src/capture',
  'src/cli',
  'src/core',
  'src/detect',
  'src/pipeline',
];
const BUILT = join(ROOT, 'dist-cli');

/**
 * Builds the command line unless it is built from these very sources. Each state of the sources has a folder of its
 * own, named by their hash and put in place whole, so that two runs at once cannot meet a half-built one.
 *
 * @returns {Promise<string>} the folder with main.js and job.js
 * @throws {SetupStop} when it cannot be built
 */
export async function builtCommand() {
  const folder = join(BUILT, sourceStamp(SOURCES).slice(0, 16));
  if (existsSync(folder)) return folder;
  say('Preparing the command line …');
  const partial = join(BUILT, `part-${process.pid}`);
  try {
    await bundle(partial);
    await mkdir(BUILT, { recursive: true });
    // Somebody else may have been quicker; theirs is as good.
    await rename(partial, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const advice = /Cannot find package/.test(why) ? 'Run this first: npm ci' : why;
    throw new SetupStop(`The command line could not be prepared. ${advice}`);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
  await removeOthers(folder);
  return folder;
}

/** @param {string} outDir */
async function bundle(outDir) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: {
      alias: { '@mediapipe/pose': join(ROOT, 'src/detect/mediapipe-pose-shim.ts') },
    },
    // TensorFlow.js stays a package of its own: its Node build finds its WASM file beside itself.
    ssr: { noExternal: [/^(?!@tensorflow\/|node:)/], external: true },
    build: {
      ssr: true,
      outDir,
      target: 'node20',
      minify: false,
      copyPublicDir: false,
      rollupOptions: {
        input: { main: join(ROOT, 'src/cli/main.ts'), job: join(ROOT, 'src/cli/job.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  // The folder is not below src: say that its .js files are modules.
  await writeFile(join(outDir, 'package.json'), '{ "type": "module" }\n');
}

/**
 * Removes earlier and unfinished builds, except young ones, which somebody may be using.
 *
 * @param {string} folder the one to keep
 */
async function removeOthers(folder) {
  const hour = 3_600_000;
  for (const name of await readdir(BUILT)) {
    const path = join(BUILT, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (path !== folder && age > hour) await rm(path, { recursive: true, force: true });
  }
}
