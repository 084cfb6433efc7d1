import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ROOT } from './root.mjs';
import { serve } from './serve.mjs';
import { setUp } from './setup.mjs';
import { SetupStop, say, stopKindly } from './setup/report.mjs';

/** npm start -- --port N --host H */
await stopKindly(async () => {
  const { port, host } = readOptions();
  await setUp();
  await build();
  const site = await serve({ folder: join(ROOT, 'dist'), host, port }).catch((error) => {
    throw new SetupStop(`No server on ${host}:${port}: ${error.message}`);
  });
  if (site.port !== port) say(`Port ${port} is taken; this is the next free one.`);
  say(`Liftcheck is at ${site.url}   (Ctrl+C stops it)`);
  if (!['localhost', '127.0.0.1', '::1'].includes(host)) {
    say(
      'Browsers give a camera to other machines only over https: put this behind a server that has it.',
    );
  }
});

/** @returns {{ port: number, host: string }} */
function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '4173' },
        host: { type: 'string', default: '127.0.0.1' },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port wants a number from 0 to 65535, not ${values.port}`);
    }
    return { port, host: values.host };
  } catch (error) {
    throw new SetupStop(
      `${/** @type {Error} */ (error).message}\nUse: npm start -- --port 4173 --host 127.0.0.1`,
    );
  }
}
