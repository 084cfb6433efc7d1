import type { KnipConfig } from 'knip';

export default {
  entry: [
    'src/main.ts',
    'src/pipeline/worker.ts',
    'src/cli/*.ts',
    'bin/*.mjs',
    'bench/*.{ts,mjs}',
    'scripts/*.mjs',
    'tests/**/*.test.ts',
  ],
  project: ['src/**/*.{ts,svelte}', 'scripts/**/*.mjs', 'bench/**', 'bin/**', 'tests/**/*.ts'],
  // Aliased away at build time (vite.config.ts), but pose-detection names it as a peer.
  ignoreDependencies: ['@mediapipe/pose', '@tensorflow/tfjs'],
  // A contract file states its whole vocabulary, used yet or not.
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
