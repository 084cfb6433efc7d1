import { createServer } from 'node:http';
import { isEveryAddress } from './network-address.mjs';
import { ISOLATION_HEADERS, SECURITY_HEADERS } from './security-headers.mjs';
import { findFile, sendFile } from './static-file.mjs';

/** How many ports to try after the one that was asked for. */
const MORE_PORTS = 20;

/**
 * Serves a folder over HTTP with the security headers of the site. If the port is taken, the next
 * free one is used; look at the answer.
 *
 * @param {object} options
 * @param {string} options.folder
 * @param {string} [options.host] 127.0.0.1 unless told: only this machine can reach it
 * @param {number} [options.port] 0: any free one
 * @param {string} [options.prefix] sub-path that the folder appears under, like "/tools/lift/"
 * @param {boolean} [options.headers] false: send none of our headers, like a plain web server
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>}
 */
export async function serve({
  folder,
  host = '127.0.0.1',
  port = 0,
  prefix = '/',
  headers = true,
}) {
  const server = createServer((request, response) => {
    if (headers) {
      for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...ISOLATION_HEADERS })) {
        response.setHeader(name, value);
      }
    }
    void answer(request, response, folder, prefix).catch(() => response.destroy());
  });
  const taken = await listen(server, host, port);
  return {
    url: `http://${shownHost(host)}:${taken}${prefix}`,
    port: taken,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {string} host
 * @returns {string} as it stands in an address that this machine's own browser can open
 */
function shownHost(host) {
  if (host === '127.0.0.1' || isEveryAddress(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} folder
 * @param {string} prefix
 */
async function answer(request, response, folder, prefix) {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const pathname = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
  const file = pathname.startsWith(prefix)
    ? await findFile(folder, `/${pathname.slice(prefix.length)}`)
    : null;
  if (file === null) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  sendFile(request, response, file);
}

/**
 * @param {import('node:http').Server} server
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>} the port it got
 */
function listen(server, host, port) {
  return new Promise((done, reject) => {
    let next = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && next < port + MORE_PORTS) server.listen(++next, host);
      else reject(error);
    });
    server.on('listening', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : next);
    });
    server.listen(next, host);
  });
}
