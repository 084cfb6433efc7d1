import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';
import { runNpm } from '../run.mjs';
import { networkAdvice, npmWords } from './network-advice.mjs';
import { SetupStop, during } from './report.mjs';

/**
 * Installs the packages of package-lock.json, unless exactly those are there already.
 */
export async function ensureDependencies() {
  if (dependenciesAreThere()) return;
  const { code, output } = await during('Installing packages (npm ci)', () =>
    runNpm(['ci', '--no-audit', '--no-fund'], { quiet: true }),
  );
  if (code !== 0) {
    throw new SetupStop(`${npmWords(output)}\n\nnpm ci did not finish. ${networkAdvice(output)}`);
  }
}

/**
 * npm keeps a record of what it installed; it is compared with what the lock file asks for.
 *
 * @param {string} [root] folder of package-lock.json
 * @returns {boolean}
 */
export function dependenciesAreThere(root = ROOT) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    // Packages for other systems are optional and stay away.
    if (there === undefined) return entry.optional === true || entry.devOptional === true;
    return there.version === entry.version;
  });
}
