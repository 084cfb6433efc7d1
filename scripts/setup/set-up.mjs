import { ensureDependencies } from './dependencies.mjs';
import { ensureModels } from './models.mjs';
import { ensureChromium, ensureFfmpeg } from './test-programs.mjs';

/**
 * Brings a fresh clone to where it can run: packages and detector weights; for tests also a
 * Chromium and ffmpeg. Quick when all is there.
 *
 * @param {{ tests?: boolean }} [options]
 * @throws {import('./report.mjs').SetupStop} with what the person can do about it
 */
export async function setUp({ tests = false } = {}) {
  await ensureDependencies();
  await ensureModels();
  if (tests) {
    await ensureChromium();
    await ensureFfmpeg();
  }
}
