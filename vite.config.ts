import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { ISOLATION_HEADERS } from './scripts/security-headers.mjs';
import { noteMaterials, writeMaterials } from './scripts/vite/bill-of-materials.mjs';
import { contentPolicy } from './scripts/vite/content-policy.mjs';
import { offline } from './scripts/vite/offline.mjs';
import { shipFiles } from './scripts/vite/ship-files.mjs';
import { wasmThreadsFromFiles } from './scripts/vite/wasm-threads-from-files.mjs';

const lifter = readFileSync(new URL('models/lifter.json', import.meta.url));

export default defineConfig({
  // Relative, so that the site works from any folder of any web server.
  base: './',
  plugins: [
    svelte({ configFile: false }),
    wasmThreadsFromFiles(),
    shipFiles(),
    contentPolicy(),
    noteMaterials(),
    writeMaterials(),
    offline(),
  ],
  // What the page takes for its own lifters, on whatever server.
  define: { LIFTER_SHA256: JSON.stringify(createHash('sha256').update(lifter).digest('hex')) },
  resolve: {
    alias: {
      '@mediapipe/pose': fileURLToPath(
        new URL('src/detect/mediapipe-pose-shim.ts', import.meta.url),
      ),
    },
  },
  worker: {
    format: 'es',
    plugins: () => [wasmThreadsFromFiles(), noteMaterials()],
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  build: {
    target: 'es2023',
    // A data: URL would need data: in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2500,
    rolldownOptions: { checks: { bundlerTimings: false } },
  },
  // Workers too, so that the development server does not find their packages later and reload the page.
  optimizeDeps: {
    entries: ['index.html', 'src/pipeline/worker.ts', 'src/detect/gpu-probe-worker.ts'],
  },
  server: { headers: ISOLATION_HEADERS },
  preview: { headers: ISOLATION_HEADERS },
});
