import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureModels } from './setup/models.mjs';
import { checkNodeVersion } from './setup/node-version.mjs';
import { say, stopKindly } from './setup/report.mjs';
import { ensureChromium, ensureFfmpeg } from './setup/test-programs.mjs';

/**
 * Brings a fresh clone to where it can run: packages and detector weights; for tests also a
 * Chromium and ffmpeg. Quick when all is there.
 *
 * @param {{ tests?: boolean }} [options]
 * @throws {SetupStop} with what the person can do about it
 */
export async function setUp({ tests = false } = {}) {
  checkNodeVersion();
  await ensureDependencies();
  await ensureModels();
  if (tests) {
    await ensureChromium();
    await ensureFfmpeg();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await stopKindly(async () => {
    await setUp({ tests: process.argv.includes('--tests') });
    say('Everything is there.');
  });
}
