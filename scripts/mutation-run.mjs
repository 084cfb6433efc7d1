import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from './root.mjs';

const LEAST = 85;
const CORE = 'src/core';
/** Where what was done before is written down, a file for each folder. */
const MEMORY = '.liftcheck/mutation';
/** What no test of the core reads. */
const LEFT_BEHIND = ['dist', 'dist-cli', 'public', 'models/*.bin', '.liftcheck', '.git'];

/** @typedef {{ folder: string, changes: number, noticed: number, score: number, target: number, survivors: string[] }} Figures */

/**
 * Runs Stryker folder by folder and prints a table.
 *
 * @param {string[]} words folders or files below src/core, and --json
 * @returns {Promise<boolean>} whether every folder reaches the target
 */
export async function runMutation(words) {
  const json = words.includes('--json');
  const folders = words.filter((word) => word !== '--json').map(insideCore);
  /** @type {Figures[]} */
  const all = [];
  for (const folder of folders.length === 0 ? everyFolder() : folders)
    all.push(await figuresOf(folder, json));
  if (json) console.log(JSON.stringify(all, null, 2));
  else for (const line of all.flatMap(linesOf)) console.log(line);
  return all.every(({ score, target }) => score >= target);
}

const everyFolder = () =>
  readdirSync(join(ROOT, CORE), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${CORE}/${name}`);

/** @param {string} word */
function insideCore(word) {
  const path = relative(ROOT, resolve(word)).replaceAll('\\', '/');
  if (!path.startsWith(`${CORE}/`)) throw new Error(`${word} is not in ${CORE}`);
  return path;
}

/**
 * @param {string} folder
 * @param {boolean} json without a word about how far it is
 * @returns {Promise<Figures>}
 */
async function figuresOf(folder, json) {
  mkdirSync(join(ROOT, MEMORY), { recursive: true });
  // Only the folder's own tests: they run in seconds, and what others notice by chance does not count.
  process.env['MUTATED_FOLDER'] = folder.split('/')[2];
  const isFolder = statSync(join(ROOT, folder)).isDirectory();
  const results = await new Stryker({
    testRunner: 'in-place',
    plugins: [join(ROOT, 'scripts/mutation/in-place-runner.mjs')],
    mutate: [isFolder ? `${folder}/**/*.ts` : folder],
    incremental: true,
    incrementalFile: `${MEMORY}/${folder.replaceAll('/', '-')}.json`,
    concurrency: 1,
    // A busy machine is no endless loop: what is only slow has not been noticed.
    timeoutMS: 60_000,
    ignoreStatic: true,
    ignorePatterns: LEFT_BEHIND,
    tempDirName: '.liftcheck/mutants',
    reporters: json ? [] : ['progress-append-only'],
    allowConsoleColors: false,
    // Warnings go where the JSON goes.
    logLevel: /** @type {any} */ (json ? 'error' : 'warn'),
    checkers: [],
    disableTypeChecks: true,
  }).runMutationTest();
  const counted = results.filter(({ status }) =>
    ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status),
  );
  const left = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const noticed = counted.length - left.length;
  return {
    folder,
    changes: counted.length,
    noticed,
    score: counted.length === 0 ? 0 : Math.round((1000 * noticed) / counted.length) / 10,
    target: LEAST,
    survivors: left.map(
      ({ fileName, location, mutatorName, replacement, status }) =>
        `${relative(ROOT, fileName)}:${location.start.line}:${location.start.column} ` +
        `${mutatorName} → ${(replacement ?? '').replaceAll(/\s+/g, ' ').slice(0, 100)}` +
        (status === 'NoCoverage' ? ' (no test comes by)' : ''),
    ),
  };
}

/** @param {Figures} figures */
function linesOf({ folder, changes, noticed, score, target, survivors }) {
  return [
    ...survivors,
    `${folder}: ${noticed} of ${changes} changes noticed, ${score} % (target ≥ ${target}: ${score >= target ? 'met' : 'MISSED'})`,
  ];
}
