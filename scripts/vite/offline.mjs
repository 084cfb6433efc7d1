import { resolve } from 'node:path';
import { ROOT } from '../root.mjs';
import { listSiteFiles } from './offline-files.mjs';

/**
 * Builds the service worker, and writes into it what the site is made of.
 *
 * @returns {import('vite').Plugin}
 */
export function offline() {
  let outDir = 'dist';
  let shipping = false;
  return {
    name: 'liftcheck:offline',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
      shipping = !config.build.ssr && resolve(config.root) === resolve(ROOT);
    },
    buildStart() {
      if (!shipping) return;
      this.emitFile({
        type: 'chunk',
        id: resolve(ROOT, 'src/offline/service-worker.ts'),
        fileName: 'sw.js',
      });
    },
    // After every other plugin has written its files.
    closeBundle: {
      order: 'post',
      handler() {
        if (shipping) listSiteFiles(outDir);
      },
    },
  };
}
