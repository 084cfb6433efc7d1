import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isEveryAddress, networkAddress } from '../../../scripts/network-address.mjs';
import { ISOLATION_HEADERS, SECURITY_HEADERS } from '../../../scripts/security-headers.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { SetupStop } from '../../../scripts/setup/report.mjs';
import { readOptions } from '../../../scripts/site-start.mjs';

const parent = mkdtempSync(join(tmpdir(), 'liftcheck-serve-'));
const folder = join(parent, 'site');
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'not for the web');
  writeFileSync(join(folder, 'index.html'), '<p>hello');
  writeFileSync(join(folder, '.sources'), 'stamp');
  writeFileSync(join(folder, 'clip.mp4'), '0123456789');
  writeFileSync(join(folder, 'assets/app-Ab12Cd34.js'), '1');
  site = await serve({ folder });
});
afterAll(async () => {
  await site.close();
  rmSync(parent, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, site.url), { headers });

/** Sends a path just as it is; fetch would tidy it first. */
const status = (path: string): Promise<number | undefined> =>
  new Promise((done, reject) => {
    request({ host: '127.0.0.1', port: site.port, path }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('serves the page with its type and the security headers', async () => {
  const response = await get('/');
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('<p>hello');
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

test.each([
  ['/assets/app-Ab12Cd34.js', {}, 200],
  ['/clip.mp4', { range: 'bytes=2-4' }, 206],
  ['/nothing.js', {}, 404],
])(
  'the policy comes with every answer, so that it binds a worker too: %s',
  async (path, headers, code) => {
    const response = await get(path, headers);
    expect(response.status).toBe(code);
    for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...ISOLATION_HEADERS })) {
      expect(response.headers.get(name)).toBe(value);
    }
  },
);

test('the README names the very headers that are sent', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...ISOLATION_HEADERS })) {
    expect(readme).toContain(`\n${name}: ${value}\n`);
  }
});

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=0-99', 206, '0123456789', 'bytes 0-9/10'],
  ['bytes=10-12', 416, '', 'bytes */10'],
  ['lines=1-2', 200, '0123456789', null],
])('range %s', async (range, code, body, contentRange) => {
  const response = await get('/clip.mp4', { range });
  expect(response.status).toBe(code);
  expect(await response.text()).toBe(body);
  expect(response.headers.get('content-range')).toBe(contentRange);
  expect(response.headers.get('content-type')).toBe('video/mp4');
});

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/..\\secret.txt',
  '/%00',
  '/%ff',
  '/.sources',
  '/assets',
  '/nothing.js',
])('%s is not found', async (path) => {
  expect(await status(path)).toBe(404);
});

test('keeps hashed assets for ever and asks again for the rest', async () => {
  const asset = await get('/assets/app-Ab12Cd34.js');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  const page = await get('/');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
});

test('answers only GET and HEAD', async () => {
  expect((await fetch(site.url, { method: 'POST' })).status).toBe(405);
  const head = await fetch(site.url, { method: 'HEAD' });
  expect(head.headers.get('content-length')).toBe('8');
  expect(await head.text()).toBe('');
});

test('takes the next port when one is taken', async () => {
  const second = await serve({ folder, port: site.port });
  expect(second.port).toBeGreaterThan(site.port);
  expect((await fetch(second.url)).status).toBe(200);
  await second.close();
});

test('serves under a sub-path, and without headers when told', async () => {
  const plain = await serve({ folder, prefix: '/tools/lift/', headers: false });
  const page = await fetch(plain.url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toBeNull();
  expect((await fetch(new URL('/index.html', plain.url))).status).toBe(404);
  await plain.close();
});

test('an address for every network card is shown as one that a browser can open', async () => {
  const open = await serve({ folder, host: '0.0.0.0' });
  expect(open.url).toBe(`http://localhost:${open.port}/`);
  expect((await fetch(open.url)).status).toBe(200);
  await open.close();
  expect(isEveryAddress('::')).toBe(true);
  expect(isEveryAddress('127.0.0.1')).toBe(false);
});

test('the address for other machines is the first outer IPv4 one', () => {
  const rest = { netmask: '', mac: '', cidr: null };
  const inner = { ...rest, family: 'IPv4' as const, address: '127.0.0.1', internal: true };
  const six = {
    ...rest,
    family: 'IPv6' as const,
    address: 'fe80::1',
    internal: false,
    scopeid: 2,
  };
  const outer = { ...rest, family: 'IPv4' as const, address: '192.168.1.7', internal: false };
  expect(networkAddress({ lo: [inner], eth0: [six, outer] })).toBe('192.168.1.7');
  expect(networkAddress({ lo: [inner], eth0: undefined })).toBeNull();
});

test('start takes a port and a host', () => {
  expect(readOptions([])).toEqual({ port: 4173, host: '127.0.0.1' });
  expect(readOptions(['--port', '0', '--host', '::'])).toEqual({ port: 0, host: '::' });
});

test.each([['--port', 'abc'], ['--port', ''], ['--port', '65536'], ['--speed', '3'], ['here']])(
  'start does not take %s %s, and says what it takes',
  (...words) => {
    expect(() => readOptions(words)).toThrow(SetupStop);
    expect(() => readOptions(words)).toThrow(/Use: npm start/);
  },
);
