import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { runTool } from './run.mjs';
import { setUp } from './setup.mjs';
import { SetupStop, say, stopKindly } from './setup/report.mjs';
import { STAMP_FILE, buildIsFresh, sourceStamp } from './source-stamp.mjs';

/**
 * Builds the static site into dist/, unless it is already built from these very sources.
 *
 * @param {{ always?: boolean }} [options]
 * @throws {SetupStop} when the build does not come through
 */
export async function build({ always = false } = {}) {
  if (!always && buildIsFresh()) return;
  say('Building the site …');
  const stamp = sourceStamp();
  const { code } = await runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
  if (code !== 0) throw new SetupStop('The build did not come through; its own words are above.');
  writeFileSync(STAMP_FILE, stamp);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await stopKindly(async () => {
    await setUp();
    await build({ always: true });
    say('Built: dist/');
  });
}
