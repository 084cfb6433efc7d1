import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs for each change of the core: its own tests, in plain Node. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/core/**/*.test.ts'],
    // The first run is watched line by line, which takes its time.
    testTimeout: 60_000,
  },
});
