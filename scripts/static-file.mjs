import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { mimeType } from './mime-types.mjs';

/** Files whose names carry a hash of their content may be kept for ever. */
const HASHED = /[/\\]assets[/\\][^/\\]+-[\w-]{8,}\.\w+$/;

/**
 * Finds the file for a request path inside a folder. Paths that would leave the folder, dot files
 * and what is not there give null.
 *
 * @param {string} folder
 * @param {string} pathname percent-encoded, beginning with a slash
 * @returns {Promise<{ path: string, size: number, tag: string } | null>}
 */
export async function findFile(folder, pathname) {
  let name;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return null; // Not a valid encoding: there can be no such file.
  }
  if (name.includes('\0') || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return null;
  const root = resolve(folder);
  const path = resolve(join(root, name.endsWith('/') ? `${name}index.html` : name));
  if (!path.startsWith(root + sep)) return null;
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return null;
  return { path, size: found.size, tag: `"${found.size}-${Math.round(found.mtimeMs)}"` };
}

/**
 * Sends a file: whole, or the one range that was asked for (video elements ask for ranges).
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {{ path: string, size: number, tag: string }} file
 */
export function sendFile(request, response, file) {
  response.setHeader('Content-Type', mimeType(file.path));
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('ETag', file.tag);
  response.setHeader(
    'Cache-Control',
    HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end();
    return;
  }
  const range = byteRange(request.headers.range, file.size);
  if (range === 'outside') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  response.setHeader('Content-Length', end - start + 1);
  if (range === null) response.statusCode = 200;
  else {
    response.statusCode = 206;
    response.setHeader('Content-Range', `bytes ${start}-${end}/${file.size}`);
  }
  if (request.method === 'HEAD' || file.size === 0) {
    response.end();
    return;
  }
  const stream = createReadStream(file.path, { start, end });
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}

/**
 * @param {string | undefined} header "bytes=0-99", "bytes=100-", "bytes=-50"
 * @param {number} size of the file
 * @returns {{ start: number, end: number } | 'outside' | null} null: no range, or one we do not know
 */
export function byteRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const suffix = match[1] === '';
  const start = suffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = suffix || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'outside' : { start, end };
}
