/**
 * Keeps the program, its weights and demo clips on this device, so that everything works without a network.
 *
 * One version at a time: this worker stores and serves exactly the files of the build that it was made for, each held to its
 * hash. A newer worker waits until no page of the old version is open, or until the only open page asks for it. So no page
 * ever gets files of two versions, and no session is interrupted.
 */
import type { OfflineMessage, OfflineWish } from './offline-messages';

declare const self: ServiceWorkerGlobalScope;

/** Path within the site to SHA-256 and bytes; put before this script by the build. */
type Files = Record<string, readonly [sha256: string, bytes: number]>;
declare const SITE_FILES: {
  version: string;
  /** Of the headers that go with every file: other ones, and files are fetched anew. */
  headers: string;
  /** Stored at once. */
  always: Files;
  /** Stored when they are used: weights of detectors that are only taken by choice. */
  onUse: Files;
};

const { version, headers, always, onUse } = SITE_FILES;
/** Several copies of the site may lie under one origin. */
const CACHES = `liftcheck-program ${new URL(self.registration.scope).pathname} `;
const NAME = `${CACHES}${version}`;
const AT_ONCE = 4;

/** Under its hash, so that a file which has not changed is not fetched again by the next version. */
const keyOf = (path: string, sha256: string): string =>
  new URL(`${path}?sha256=${sha256}&headers=${headers}`, self.registration.scope).href;

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Fetches a file of this version. @throws when what comes is another one: an update that is half way on the server */
async function fetched(path: string, sha256: string): Promise<Response> {
  const response = await fetch(new URL(path, self.registration.scope), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hex(await crypto.subtle.digest('SHA-256', bytes)) !== sha256)
    throw new Error(`${path}: not of this version`);
  const headers = new Headers(response.headers);
  // The bytes are those of the file now, however they came.
  headers.delete('Content-Encoding');
  headers.set('Content-Length', String(bytes.byteLength));
  return new Response(bytes, { headers });
}

async function tell(message: OfflineMessage): Promise<void> {
  for (const client of await self.clients.matchAll({ includeUncontrolled: true }))
    client.postMessage(message);
}

async function storeAll(): Promise<void> {
  const cache = await caches.open(NAME);
  const left = Object.entries(always);
  const totalBytes = left.reduce((sum, [, [, bytes]]) => sum + bytes, 0);
  let storedBytes = 0;
  const storeSome = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [path, [sha256, bytes]] = next;
      const key = keyOf(path, sha256);
      await cache.put(key, (await caches.match(key)) ?? (await fetched(path, sha256)));
      storedBytes += bytes;
      await tell({ kind: 'storing', storedBytes, totalBytes });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, storeSome));
}

self.addEventListener('install', (event) => {
  event.waitUntil(storeAll());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(CACHES) && name !== NAME) await caches.delete(name);
    })(),
  );
});

self.addEventListener('message', (event) => {
  const wish = event.data as OfflineWish;
  event.waitUntil(
    (async () => {
      const pages = await self.clients.matchAll({ includeUncontrolled: true, type: 'window' });
      const isAlone = pages.length <= 1;
      // A page of just this version, which came over the network, may go on without it. Of others nobody knows.
      if (wish.kind === 'serve-me' && wish.entry in always && isAlone) await self.clients.claim();
      if (wish.kind !== 'take-over') return;
      if (isAlone) await self.skipWaiting();
      else await tell({ kind: 'others-open' });
    })(),
  );
});

/** A stored file, or the part of it that was asked for (video elements ask for parts). */
async function answered(request: Request, stored: Response): Promise<Response> {
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('Range') ?? '');
  if (range === null) return stored;
  const whole = await stored.blob();
  const start = Number(range[1]);
  const end = Math.min(range[2] === '' ? Infinity : Number(range[2]), whole.size - 1);
  if (start > end) return new Response(null, { status: 416 });
  const headers = new Headers(stored.headers);
  headers.set('Content-Range', `bytes ${start}-${end}/${whole.size}`);
  headers.set('Content-Length', String(end - start + 1));
  return new Response(whole.slice(start, end + 1), { status: 206, headers });
}

async function fileOf(path: string, sha256: string): Promise<Response> {
  const cache = await caches.open(NAME);
  const key = keyOf(path, sha256);
  const stored = await cache.match(key);
  if (stored !== undefined) return stored;
  const found = await fetched(path, sha256);
  await cache.put(key, found.clone());
  return found;
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { scope } = self.registration;
  const address = request.url.split(/[?#]/)[0]!;
  if (request.method !== 'GET' || !address.startsWith(scope)) return;
  const path = address.slice(scope.length) || 'index.html';
  const file = always[path] ?? onUse[path];
  if (file === undefined) return;
  event.respondWith(
    fileOf(path, file[0]).then(
      (stored) => answered(request, stored),
      () => Response.error(),
    ),
  );
});
