import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run agreement -- DIR`: how far the camera's REBA part scores agree with people who scored the same photos.
 * Bundles agreement/main.ts and runs it; the arguments are its own. See docs/agreement.md.
 */
await onNewNode(async () => {
  const { mkdir, mkdtemp, rm, writeFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { pathToFileURL } = await import('node:url');
  const { build } = await import('vite');
  const { ROOT } = await import('../scripts/root.mjs');

  // Below node_modules, where the bundle finds TensorFlow.js and that its WASM file.
  const caches = join(ROOT, 'node_modules/.cache');
  await mkdir(caches, { recursive: true });
  const folder = await mkdtemp(join(caches, 'liftcheck-agreement-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      resolve: {
        alias: { '@mediapipe/pose': join(ROOT, 'src/detect/mediapipe-pose-shim.ts') },
      },
      ssr: { noExternal: [/^(?!@tensorflow\/|node:)/], external: true },
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        target: 'node20',
        minify: false,
        rolldownOptions: {
          input: { agreement: join(ROOT, 'bench/agreement/main.ts') },
          output: { entryFileNames: '[name].js' },
        },
      },
    });
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
    const { main } = await import(pathToFileURL(join(folder, 'agreement.js')).href);
    process.exitCode = await main(process.argv.slice(2), {
      root: ROOT,
      say: (/** @type {string} */ line) => console.log(line),
      note: (/** @type {string} */ line) => console.error(line),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
