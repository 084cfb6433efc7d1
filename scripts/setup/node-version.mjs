import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { SetupStop } from './report.mjs';

/**
 * Stops when this Node is older than package.json asks for.
 *
 * @param {string} [version] "20.19.0"
 */
export function checkNodeVersion(version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = String(engines.node).replace('>=', '');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupStop(
    `Liftcheck needs Node ${wanted} or newer; this is Node ${version}.\n` +
      'Get a newer one from https://nodejs.org, then run the same command again.',
  );
}
