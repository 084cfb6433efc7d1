import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { mimeType } from '../mime-types.mjs';
import { shippedFiles } from './shipped-files.mjs';

/**
 * Puts weights and WASM files into the build, and serves them under the same paths in development.
 *
 * @returns {import('vite').Plugin}
 */
export function shipFiles() {
  let outDir = 'dist';
  let shipping = false;
  return {
    name: 'liftcheck:ship-files',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      shipping = config.command === 'build' && !config.build.ssr;
    },
    configureServer(server) {
      const files = shippedFiles();
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0]?.slice(1) ?? '';
        const read = files.get(path);
        if (read === undefined) return next();
        read().then(
          (bytes) => {
            response.setHeader('Content-Type', mimeType(path));
            response.end(bytes);
          },
          () => {
            response.statusCode = 404;
            response.end('Not found. Run: npm run setup');
          },
        );
      });
    },
    async writeBundle() {
      if (!shipping) return;
      for (const [path, read] of shippedFiles()) {
        const target = resolve(outDir, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, await read());
      }
    },
  };
}
