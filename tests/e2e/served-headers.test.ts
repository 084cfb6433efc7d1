import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.mjs';
import { buildIsFresh } from '../../scripts/source-stamp.mjs';

/** As they must be, written here anew: a slip in the list that is sent is then seen. */
const HEADERS: Record<string, RegExp> = {
  'content-security-policy':
    /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self';.* base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  'permissions-policy': /^camera=\(self\), microphone=\(\), geolocation=\(\)$/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-embedder-policy': /^require-corp$/,
  'cross-origin-resource-policy': /^same-origin$/,
};

/** What browsers want of each kind of file. */
const TYPES: Record<string, RegExp> = {
  html: /^text\/html; charset=utf-8$/,
  js: /^text\/javascript/,
  css: /^text\/css/,
  json: /^application\/json/,
  webmanifest: /^application\/manifest\+json/,
  wasm: /^application\/wasm$/,
  bin: /^application\/octet-stream$/,
  mp4: /^video\/mp4$/,
  svg: /^image\/svg\+xml$/,
  png: /^image\/png$/,
  jpg: /^image\/jpeg$/,
  md: /^text\/markdown/,
};

let start: ChildProcess;
let url = '';

/** The very process that a person starts. */
beforeAll(async () => {
  if (!buildIsFresh()) throw new Error('dist/ is not built from these sources: npm run build');
  start = spawn(process.execPath, ['scripts/start.mjs', '--port', '0'], { cwd: ROOT });
  url = await new Promise<string>((done, refuse) => {
    let said = '';
    const hear = (bytes: Buffer): void => {
      said += bytes.toString();
      const [, address] = /Liftcheck is at (\S+)/.exec(said) ?? [];
      if (address !== undefined) done(address);
    };
    start.stdout!.on('data', hear);
    start.stderr!.on('data', hear);
    start.on('exit', () => refuse(new Error(said)));
  });
});
afterAll(() => {
  start.kill();
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(new URL(path, url), { headers, method });

/** The headers that an answer has not as they must be. */
const amiss = (response: Response): string[] =>
  Object.entries(HEADERS)
    .filter(([name, value]) => !value.test(response.headers.get(name) ?? ''))
    .map(([name]) => `${new URL(response.url).pathname} (${response.status}): ${name}`);

test('every kind of file that ships comes with its type and every header', async () => {
  const dist = join(ROOT, 'dist');
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    );
  expect(paths).toContain('sw.js');
  expect(new Set(paths.map((path) => path.split('.').at(-1)))).toEqual(new Set(Object.keys(TYPES)));
  const faults: string[] = [];
  for (const path of paths) {
    const response = await ask(path);
    const type = response.headers.get('content-type') ?? '';
    if (response.status !== 200) faults.push(`${path}: ${response.status}`);
    if (!TYPES[path.split('.').at(-1)!]!.test(type)) faults.push(`${path}: ${type}`);
    faults.push(...amiss(response));
    await response.arrayBuffer();
  }
  expect(faults).toEqual([]);
});

test.each([
  ['the start page', '', {}, 'GET', 200],
  ['a part of a clip', 'demo/bent.mp4', { range: 'bytes=0-9' }, 'GET', 206],
  ['a part that is not there', 'demo/bent.mp4', { range: 'bytes=999999999-' }, 'GET', 416],
  ['what is not there', 'models/nothing.bin', {}, 'GET', 404],
  ['what is not in the site', '../package.json', {}, 'GET', 404],
  ['only the head', 'sw.js', {}, 'HEAD', 200],
  ['what is not asked so', 'index.html', {}, 'POST', 405],
])('%s comes with every header', async (_, path, headers, method, status) => {
  const response = await ask(path, headers, method);
  expect(response.status).toBe(status);
  expect(amiss(response)).toEqual([]);
});

test('what the browser has already is not sent again, with every header', async () => {
  const first = await ask('sw.js');
  const again = await ask('sw.js', { 'if-none-match': first.headers.get('etag')! });
  expect(again.status).toBe(304);
  expect(amiss(again)).toEqual([]);
  expect(first.headers.get('cache-control'), 'an update is seen at once').toBe('no-cache');
});

test('camera for the page itself; microphone and place for nobody', async () => {
  const policy = (await ask('')).headers.get('permissions-policy');
  expect(policy?.split(', ').sort()).toEqual(['camera=(self)', 'geolocation=()', 'microphone=()']);
});
