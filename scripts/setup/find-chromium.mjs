import { existsSync, readdirSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { findOnPath } from './find-on-path.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Looks for a Chromium: LIFTCHECK_CHROMIUM, then PATH, then where macOS and Windows keep browsers,
 * then Playwright's own folder.
 *
 * @returns {string | null} path of the program
 */
export function findChromium() {
  const named = process.env['LIFTCHECK_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  for (const name of [...NAMES, 'msedge', 'microsoft-edge']) {
    const found = findOnPath(name);
    if (found !== null) return found;
  }
  return [...usualPlaces(), ...playwrightPlaces()].find((path) => existsSync(path)) ?? null;
}

/** @returns {string[]} */
function usualPlaces() {
  if (platform() === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map(
        (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
      ),
    );
  }
  if (platform() === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
    const apps = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];
    return roots.flatMap((root) =>
      apps.map((app) =>
        join(
          process.env[root] ?? '',
          app,
          'Application',
          app.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe',
        ),
      ),
    );
  }
  return [];
}

/** @returns {string[]} newest first */
function playwrightPlaces() {
  const cache =
    process.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    {
      darwin: join(homedir(), 'Library/Caches/ms-playwright'),
      win32: join(process.env['LOCALAPPDATA'] ?? '', 'ms-playwright'),
    }[/** @type {string} */ (platform())] ??
    join(homedir(), '.cache/ms-playwright');
  if (!existsSync(cache)) return [];
  const revision = (/** @type {string} */ name) => Number(name.split('-').at(-1));
  return readdirSync(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => revision(b) - revision(a))
    .flatMap((name) =>
      [
        'chrome-linux/chrome',
        'chrome-linux64/chrome',
        'chrome-win/chrome.exe',
        'chrome-win64/chrome.exe',
        'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
        'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
        'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      ].map((path) => join(cache, name, path)),
    );
}
