import { playwright } from '@vitest/browser-playwright';
import { mergeConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import { chromiumArguments } from './scripts/setup/chromium-arguments.mjs';
import { findChromium } from './scripts/setup/find-chromium.mjs';
import viteConfig from './vite.config.ts';

const executablePath = findChromium();

/**
 * Three projects: unit (plain Node), browser (adapters inside a real Chromium), e2e (whole journeys
 * in a real Chromium against the built site; one at a time, because they measure speed).
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
            name: 'e2e',
            environment: 'node',
            include: ['tests/e2e/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 240_000,
            hookTimeout: 240_000,
          },
        },
      ],
    },
  }),
);
