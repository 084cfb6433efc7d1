import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ROOT } from '../root.mjs';

const WASM = resolve(ROOT, 'node_modules/@tensorflow/tfjs-backend-wasm/wasm-out');
const THREADS = 'tfjs-backend-wasm-threaded-simd';

/**
 * Files that the site serves beside its own code: detector weights of models/manifest.json, our
 * lifter, and the WASM back end (binaries; and for threads, its two scripts).
 *
 * @returns {Map<string, () => Promise<Buffer>>} path within the site, to what reads the file
 */
export function shippedFiles() {
  const files = new Map();
  const manifest = JSON.parse(readFileSync(resolve(ROOT, 'models/manifest.json'), 'utf8'));
  const models = ['manifest.json', 'lifter.json'];
  for (const model of manifest.models) {
    for (const file of model.files) models.push(file.path);
  }
  for (const name of models) {
    files.set(`models/${name}`, () => readFile(resolve(ROOT, 'models', name)));
  }
  for (const name of [
    'tfjs-backend-wasm.wasm',
    'tfjs-backend-wasm-simd.wasm',
    `${THREADS}.wasm`,
    `${THREADS}.js`,
  ]) {
    files.set(`wasm/${name}`, () => readFile(resolve(WASM, name)));
  }
  files.set(`wasm/${THREADS}.worker.js`, threadScript);
  return files;
}

/** The package keeps its thread script as the text of a template literal; a worker needs it bare. */
async function threadScript() {
  const source = await readFile(resolve(WASM, `${THREADS}.worker.js`), 'utf8');
  const script = /`([^`]*)`/.exec(source)?.[1];
  if (script === undefined) throw new Error('tfjs-backend-wasm has changed: no thread script.');
  return Buffer.from(script);
}
