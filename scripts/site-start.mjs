import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isEveryAddress, networkAddress } from './network-address.mjs';
import { ROOT } from './root.mjs';
import { serve } from './serve.mjs';
import { SetupStop, say } from './setup/report.mjs';
import { setUp } from './setup/set-up.mjs';
import { build } from './site-build.mjs';

/**
 * Sets up, builds and serves the site until the process ends.
 *
 * @param {string[]} words
 * @throws {SetupStop} when the words are not understood, or something of it cannot be done
 */
export async function startSite(words) {
  const { port, host } = readOptions(words);
  await setUp();
  await build();
  const site = await serve({ folder: join(ROOT, 'dist'), host, port }).catch((error) => {
    throw new SetupStop(`No server on ${host}:${port}: ${error.message}`);
  });
  if (port !== 0 && site.port !== port) {
    say(`Port ${port} is taken; this is the next free one.`);
  }
  say(`Liftcheck is at ${site.url}   (Ctrl+C stops it)`);
  if (['localhost', '127.0.0.1', '::1'].includes(host)) return;
  const address = isEveryAddress(host) ? networkAddress() : null;
  if (address !== null) say(`From other machines: http://${address}:${site.port}/`);
  say(
    'Browsers give a camera to other machines only over https: put this behind a server that has it.',
  );
}

/**
 * @param {string[]} words
 * @returns {{ port: number, host: string }} port 0: any free one
 */
export function readOptions(words) {
  try {
    const { values } = parseArgs({
      args: words,
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    const port = Number(values.port);
    if (values.port.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(
        `--port wants a number from 0 to 65535 (0: any free one), not ${values.port}`,
      );
    }
    return { port, host: values.host };
  } catch (error) {
    throw new SetupStop(
      `${/** @type {Error} */ (error).message}\nUse: npm start -- --port 4173 --host 127.0.0.1`,
    );
  }
}
