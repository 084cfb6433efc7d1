import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs for each change of a folder of the core: the folder's own tests, in plain Node. */
const folder = process.env['MUTATED_FOLDER'] ?? '';

export default defineConfig({
  test: {
    environment: 'node',
    include: [`tests/unit/core/${folder}/**/*.test.ts`],
    // The first run is watched line by line, which takes its time.
    testTimeout: 60_000,
  },
});
