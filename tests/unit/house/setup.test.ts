import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dependenciesAreThere } from '../../../scripts/setup/dependencies.mjs';
import { networkAdvice } from '../../../scripts/setup/network-advice.mjs';
import { checkNodeVersion } from '../../../scripts/setup/node-version.mjs';
import { SetupStop } from '../../../scripts/setup/report.mjs';
import { readTarball } from '../../../scripts/setup/tar-reader.mjs';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'liftcheck-setup-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** One entry of a tar file: a header block and the padded content. */
function tarEntry(name: string, content: Buffer, { type = '0', prefix = '' } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write(prefix, 345);
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
}

async function read(entries: Buffer[], wanted: (name: string) => boolean) {
  const path = join(folder, 'some.tgz');
  writeFileSync(path, gzipSync(Buffer.concat([...entries, Buffer.alloc(1024)])));
  const found = new Map<string, Buffer>();
  for await (const { name, bytes } of readTarball(path, wanted)) found.set(name, bytes);
  return found;
}

test('the tar reader gives the wanted files, byte for byte', async () => {
  const large = Buffer.alloc(300_001, 'weights');
  const found = await read(
    [
      tarEntry('package/skip.bin', Buffer.alloc(70_000, 1)),
      tarEntry('package/models', Buffer.alloc(0), { type: '5' }),
      tarEntry('package/models/large.bin', large),
      tarEntry('exact.bin', Buffer.alloc(512, 2), { prefix: 'package/models' }),
      tarEntry('package/empty.bin', Buffer.alloc(0)),
    ],
    (name) => !name.includes('skip'),
  );
  expect([...found.keys()]).toEqual([
    'package/models/large.bin',
    'package/models/exact.bin',
    'package/empty.bin',
  ]);
  expect(found.get('package/models/large.bin')?.equals(large)).toBe(true);
  expect(found.get('package/models/exact.bin')).toEqual(Buffer.alloc(512, 2));
});

test.each(['18.20.0', '20.18.3'])('Node %s is told to be too old', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(SetupStop);
  expect(() => checkNodeVersion(version)).toThrow(/needs Node 20\.19.*this is Node/s);
});

test.each(['20.19.0', '22.1.0'])('Node %s is new enough', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

function writeLocks(wanted: object, installed: object | null): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  if (installed === null) return;
  writeFileSync(
    join(folder, 'node_modules/.package-lock.json'),
    JSON.stringify({ packages: installed }),
  );
}

test('packages are installed again only when they differ from the lock file', () => {
  const wanted = {
    '': { name: 'root' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/other-system': { version: '1.0.0', optional: true },
  };
  writeLocks(wanted, null);
  expect(dependenciesAreThere(folder)).toBe(false);
  writeLocks(wanted, { 'node_modules/a': { version: '1.0.0' } });
  expect(dependenciesAreThere(folder)).toBe(true);
  writeLocks(wanted, { 'node_modules/a': { version: '0.9.0' } });
  expect(dependenciesAreThere(folder)).toBe(false);
  writeLocks(wanted, {});
  expect(dependenciesAreThere(folder)).toBe(false);
});

test('a missing network is told apart from a package that is not there', () => {
  expect(networkAdvice('npm error code EAI_AGAIN')).toMatch(/^No network/);
  expect(networkAdvice('npm error code E404')).toMatch(/registry/);
});

test('the manifest names every file with its size and a SHA-256', () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../../models/manifest.json', import.meta.url), 'utf8'),
  ) as { models: { id: string; files: { path: string; bytes: number; sha256: string }[] }[] };
  expect(manifest.models.map(({ id }) => id)).toEqual([
    'movenet-thunder',
    'movenet-lightning',
    'blazepose-detector',
    'blazepose-lite',
    'blazepose-full',
    'blazepose-heavy',
  ]);
  for (const { id, files } of manifest.models) {
    expect(files.map(({ path }) => path)).toEqual([`${id}.json`, `${id}.bin`]);
    for (const { bytes, sha256 } of files) {
      expect(bytes).toBeGreaterThan(0);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  }
});
