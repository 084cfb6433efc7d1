import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { BILL_FILE } from '../../scripts/vite/bill-of-materials.mjs';

interface Component {
  type: 'library' | 'machine-learning-model';
  name: string;
  version: string;
  licenses?: { license: { id: string } }[];
  hashes?: { content: string }[];
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

test('what is built in is what NOTICE names, in the versions that are pinned', () => {
  const { components } = JSON.parse(read(`dist/${BILL_FILE}`)) as { components: Component[] };
  const notice = read('NOTICE');
  const { dependencies } = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
  };
  const libraries = components.filter(({ type }) => type === 'library');
  expect(libraries.length).toBeGreaterThan(5);
  for (const { name, version, licenses } of libraries) {
    // NOTICE writes parts of one package in a row: "@tensorflow/tfjs-core, -converter".
    const part = name.replace(/^@tensorflow\/tfjs/, '');
    expect(notice.includes(name) || notice.includes(part), name).toBe(true);
    expect(notice, name).toContain(licenses![0]!.license.id);
    if (name in dependencies) expect(version).toBe(dependencies[name]);
  }
  const weights = components.filter(({ type }) => type === 'machine-learning-model');
  for (const { name, hashes } of weights)
    expect(read('models/manifest.json'), name).toContain(hashes![0]!.content);
  expect(Object.values(dependencies).filter((version) => /[\^~*<>]/.test(version))).toEqual([]);
});
