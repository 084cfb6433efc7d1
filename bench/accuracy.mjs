import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run accuracy -- DIR...`: how true the product is, on folders of recordings with truth. Bundles
 * accuracy/main.ts and runs it; the arguments are its own. See README.md and docs/accuracy-clips.md.
 */
await onNewNode(async () => {
  const { mkdtemp, rm } = await import('node:fs/promises');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const { pathToFileURL } = await import('node:url');
  const { build } = await import('vite');
  const { ROOT } = await import('../scripts/root.mjs');
  const { sourceStamp } = await import('../scripts/source-stamp.mjs');

  /** All that decides which poses come out of a video. */
  const DETECTION = [
    'models/manifest.json',
    'package-lock.json',
    'src/capture/frame-choice.ts',
    'src/cli/frame-log.ts',
    'src/cli/recording-probe.ts',
    'src/cli/video-frames.ts',
    'src/core/pose',
    'src/core/session/recording-limits.ts',
    'src/detect',
    'src/pipeline/person-follower.ts',
    'src/pipeline/pose-in-picture.ts',
  ];
  const folder = await mkdtemp(join(tmpdir(), 'liftcheck-accuracy-'));
  try {
    await build({
      configFile: false,
      root: ROOT,
      publicDir: false,
      logLevel: 'warn',
      ssr: { noExternal: true },
      build: {
        ssr: join(ROOT, 'bench/accuracy/main.ts'),
        outDir: folder,
        emptyOutDir: true,
        rolldownOptions: { output: { entryFileNames: 'accuracy.mjs' } },
      },
    });
    const { main } = await import(pathToFileURL(join(folder, 'accuracy.mjs')).href);
    process.exitCode = await main(process.argv.slice(2), {
      root: ROOT,
      detectionStamp: sourceStamp(DETECTION),
      today: new Date().toISOString().slice(0, 10),
      say: (/** @type {string} */ line) => console.log(line),
      note: (/** @type {string} */ line) => console.error(line),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
