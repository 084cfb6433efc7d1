import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ROOT } from '../root.mjs';

/** Lies in the built site. */
export const BILL_FILE = 'sbom.cdx.json';

/** Packages of which the site has files that no bundler sees. */
const SHIPPED_AS_FILES = ['@tensorflow/tfjs-backend-wasm'];

/** Every package that a module of any bundle is from: the page's, and those of its workers. */
const packages = new Set(SHIPPED_AS_FILES);

/** @param {string} id path of a module @returns {string | null} the package it is from; null = our own */
function packageOf(id) {
  const path = id.replaceAll('\\', '/').replace(/^\0/, '').split('?')[0] ?? '';
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const [first = '', second = ''] = path.slice(at + '/node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/**
 * Notes which packages a bundle is made of.
 *
 * @returns {import('vite').Plugin}
 */
export function noteMaterials() {
  return {
    name: 'liftcheck:note-materials',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of Object.keys(chunk.modules)) {
          const name = packageOf(id);
          if (name !== null) packages.add(name);
        }
      }
    },
  };
}

/** @param {string} name of an installed package */
function packageComponent(name) {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  if (!existsSync(file)) throw new Error(`${name} is built in, and not installed at the top`);
  const { version, license } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    type: 'library',
    name,
    version,
    licenses: [{ license: { id: license } }],
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  };
}

/**
 * What ships, as CycloneDX: packages that are built in, and weights with their hashes. The same build gives the same bill.
 *
 * @param {Iterable<string>} names of packages
 */
function billOfMaterials(names) {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { models } = JSON.parse(readFileSync(join(ROOT, 'models/manifest.json'), 'utf8'));
  const weights = models.flatMap(
    (/** @type {{ id: string, files: { path: string, sha256: string }[] }} */ model) =>
      model.files.map(({ path, sha256 }) => ({
        type: 'machine-learning-model',
        name: path,
        version: model.id,
        hashes: [{ alg: 'SHA-256', content: sha256 }],
      })),
  );
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: { component: { type: 'application', name: 'liftcheck', version } },
    components: [...[...names].sort().map(packageComponent), ...weights],
  };
}

/**
 * Writes into the built site what it is made of.
 *
 * @returns {import('vite').Plugin}
 */
export function writeMaterials() {
  let outDir = 'dist';
  return {
    name: 'liftcheck:write-materials',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      const bill = JSON.stringify(billOfMaterials(packages), null, 2);
      await writeFile(join(outDir, BILL_FILE), `${bill}\n`);
    },
  };
}
