import { run, runTool } from '../run.mjs';
import { findChromium } from './find-chromium.mjs';
import { findFfmpeg } from './find-ffmpeg.mjs';
import { findOnPath } from './find-on-path.mjs';
import { SetupStop, during, say } from './report.mjs';

/** Longest wait for one try to install something. */
const PATIENCE_S = 600;

/** Finds a Chromium that starts, or installs one, or stops with the line to run. */
export async function ensureChromium() {
  const found = await ensure('Chromium', findChromium, '--version', [
    apt('chromium'),
    () =>
      runTool('playwright/cli.js', ['install', 'chromium'], { quiet: true, timeoutS: PATIENCE_S }),
  ]);
  if (!found) {
    throw new SetupStop(
      'The tests need a Chromium and none could be installed. Run this, then the same command again:\n' +
        '  npx playwright install --with-deps chromium\n' +
        'or name one that is there: LIFTCHECK_CHROMIUM=/path/to/chromium',
    );
  }
}

/** Finds an ffmpeg that starts, or installs one, or stops with the line to run. */
export async function ensureFfmpeg() {
  const found = await ensure('ffmpeg', findFfmpeg, '-version', [
    apt('ffmpeg'),
    program('brew', ['install', 'ffmpeg']),
    program('winget', ['install', '--exact', '--id', 'Gyan.FFmpeg', '--silent']),
  ]);
  if (!found) {
    const line =
      { darwin: 'brew install ffmpeg', win32: 'winget install Gyan.FFmpeg' }[
        /** @type {string} */ (process.platform)
      ] ?? 'sudo apt-get install -y ffmpeg';
    throw new SetupStop(
      'The tests need ffmpeg and it could not be installed. Run this, then the same command again:\n' +
        `  ${line}\n` +
        'or name one that is there: LIFTCHECK_FFMPEG=/path/to/ffmpeg',
    );
  }
}

/** @typedef {() => Promise<{ code: number, output: string }> | null} Attempt null: not for this system */

/**
 * @param {string} name
 * @param {() => string | null} find
 * @param {string} versionFlag
 * @param {Attempt[]} attempts
 */
async function ensure(name, find, versionFlag, attempts) {
  const starts = async () => {
    const path = find();
    if (path === null) return false;
    // Browsers on Windows know no --version: they would open a window.
    if (process.platform === 'win32') return true;
    return (await run(path, [versionFlag], { quiet: true, timeoutS: 60 })).code === 0;
  };
  if (await starts()) return true;
  const variable = `LIFTCHECK_${name.toUpperCase()}`;
  const named = process.env[variable];
  if (named) throw new SetupStop(`${variable} names ${named}, and that does not start.`);
  for (const attempt of attempts) {
    const work = attempt();
    if (work === null) continue;
    const { code, output } = await during(`Installing ${name}`, () => work);
    if (code !== 0) say(output.trim().split('\n').slice(-3).join('\n'));
    if (await starts()) return true;
  }
  return false;
}

/**
 * Debian and its kin, as root or with a sudo that asks nothing.
 *
 * @param {string} packageName
 * @returns {Attempt}
 */
function apt(packageName) {
  return () => {
    if (findOnPath('apt-get') === null) return null;
    const root = process.getuid?.() === 0;
    const sudo = findOnPath('sudo');
    if (!root && sudo === null) return null;
    const apt = async (/** @type {string[]} */ args) => {
      const line = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-y', '-q', ...args];
      const [command = '', ...rest] = root ? line : [/** @type {string} */ (sudo), '-n', ...line];
      return run(command, rest, { quiet: true, timeoutS: PATIENCE_S });
    };
    return (async () => {
      const update = await apt(['update']);
      if (update.code !== 0) return update;
      return apt(['install', '--no-install-recommends', packageName]);
    })();
  };
}

/**
 * @param {string} name
 * @param {string[]} args
 * @returns {Attempt}
 */
function program(name, args) {
  return () => {
    const path = findOnPath(name);
    return path === null ? null : run(path, args, { quiet: true, timeoutS: PATIENCE_S });
  };
}
