import { writeFileSync } from 'node:fs';
import { runTool } from './run.mjs';
import { SetupStop, say } from './setup/report.mjs';
import { SITE_SOURCES, STAMP_FILE, buildIsFresh, sourceStamp } from './source-stamp.mjs';

/**
 * Builds the static site into dist/, unless it is already built from these very sources.
 *
 * @param {{ always?: boolean }} [options]
 * @throws {SetupStop} when the build does not come through
 */
export async function build({ always = false } = {}) {
  if (!always && buildIsFresh()) return;
  say('Building the site …');
  const stamp = sourceStamp(SITE_SOURCES);
  const { code } = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new SetupStop('The build did not come through; its own words are above.');
  writeFileSync(STAMP_FILE, stamp);
}
