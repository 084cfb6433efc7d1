import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArguments } from './scripts/setup/chromium-arguments.mjs';
import { findChromium } from './scripts/setup/find-chromium.mjs';
import viteConfig from './vite.config.ts';

const executablePath = findChromium();

/** Journeys without a camera and without a budget of time: several at once. */
const PAGES = [
  ...['accessibility', 'history', 'job-sheet', 'markup', 'methods', 'odd-videos', 'review'],
  ...['training-plan', 'training-result', 'video-file'],
].map((name) => `tests/e2e/${name}.test.ts`);

/**
 * Four projects: unit (plain Node), browser (adapters inside a real Chromium), pages and e2e (whole journeys in a real
 * Chromium against the built site; those of e2e one at a time, because they go by the clock: a camera waits for nobody).
 */
export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts'] },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['tests/browser/**/*.test.ts'],
            testTimeout: 60_000,
            fileParallelism: false,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({
                launchOptions: {
                  ...(executablePath === null ? {} : { executablePath }),
                  args: chromiumArguments(),
                },
              }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
        {
          extends: true,
          test: {
            name: 'pages',
            environment: 'node',
            include: PAGES,
            testTimeout: 240_000,
            hookTimeout: 240_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'e2e',
            environment: 'node',
            include: ['tests/e2e/**/*.test.ts'],
            exclude: PAGES,
            fileParallelism: false,
            testTimeout: 240_000,
            hookTimeout: 240_000,
          },
        },
      ],
    },
  }),
);
