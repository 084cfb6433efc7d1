import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/pipeline/worker.ts',
    'src/offline/service-worker.ts',
    'src/cli/*.ts',
    'bin/*.mjs',
    'bench/*.mjs',
    'bench/accuracy/main.ts',
    'bench/cue-timing/main.ts',
    'bench/agreement/main.ts',
    'bench/fuzz/main.ts',
    'bench/rescore/main.ts',
    'bench/rates/main.ts',
    'bench/fuzz/fuzz-process.mjs',
    'bench/page/*-{page,worker}.ts',
    'bench/history-page/history-page.ts',
    'scripts/*.mjs',
    'scripts/mutation/*.mjs',
    'training/*.ts',
    'tests/**/*.test.ts',
    'tests/fixtures/*/page.ts',
    'tests/e2e/store-page/store-page.ts',
  ],
  project: [
    'src/**/*.{ts,svelte}',
    'scripts/**/*.mjs',
    'bench/**',
    'bin/**',
    'training/**/*.ts',
    'tests/**/*.ts',
  ],
  // tfjs is a peer of its own parts; svelte-check is run by scripts/typecheck.mjs.
  ignoreDependencies: ['@tensorflow/tfjs', 'svelte-check'],
  // A contract file states its whole vocabulary, used yet or not.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
