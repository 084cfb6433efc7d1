import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from './run.mjs';
import { SetupStop, say } from './setup/report.mjs';
import { build } from './site-build.mjs';
import { typecheck } from './typecheck.mjs';

const SUITES = ['unit', 'browser', 'pages', 'e2e'];
/** The others measure time, or are one file after the other anyway. */
const ON_ALL_CORES = new Set(['unit', 'pages']);

const total = { passed: 0, failed: 0, skipped: 0 };

/**
 * Runs all static checks and suites, or only what Vitest finds under some paths. Each static check counts as one test.
 *
 * @param {string[]} paths
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
export async function runTests(paths) {
  if (paths.length === 0) {
    await Promise.all([
      step('types', typecheck),
      step('lint', () => succeeds('eslint/bin/eslint.js', ['.'])),
      step('format', () =>
        succeeds('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
      ),
      step('unused', () => succeeds('knip/bin/knip.js', ['--no-progress'])),
    ]);
  }
  await step('build', async () => {
    await build();
    return true;
  });
  if (paths.length > 0) await suite(['run', ...paths]);
  else
    for (const name of SUITES) {
      const cores = ON_ALL_CORES.has(name) ? ['--maxWorkers=100%'] : [];
      await suite(['run', '--project', name, ...cores], name);
    }
  return total;
}

/**
 * @param {string} name
 * @param {() => Promise<boolean>} work
 */
async function step(name, work) {
  const started = Date.now();
  const good = await work().catch((error) => {
    if (!(error instanceof SetupStop)) throw error;
    say(error.message);
    return false;
  });
  total[good ? 'passed' : 'failed']++;
  say(`${good ? '✓' : '✗'} ${name} (${Math.round((Date.now() - started) / 1000)} s)`);
}

/**
 * @param {string} tool
 * @param {string[]} args
 */
async function succeeds(tool, args) {
  return (await runTool(tool, args)).code === 0;
}

/**
 * Runs Vitest and adds up what its JSON report says.
 *
 * @param {string[]} args
 * @param {string} [name]
 */
async function suite(args, name = 'tests') {
  const folder = mkdtempSync(join(tmpdir(), 'liftcheck-test-'));
  const file = join(folder, 'report.json');
  try {
    say(`\n${name}`);
    const { code } = await runTool('vitest/vitest.mjs', [
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]);
    const before = total.failed;
    count(file);
    // A run that broke outside of any test is a failure too.
    if (code !== 0 && total.failed === before) total.failed++;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file Vitest's JSON report */
function count(file) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    say(`Vitest left no report: ${/** @type {Error} */ (error).message}`);
    return;
  }
  total.passed += report.numPassedTests;
  total.failed += report.numFailedTests;
  total.skipped += report.numPendingTests + report.numTodoTests;
  for (const { status, assertionResults } of report.testResults) {
    // A file that could not even be loaded holds no tests to count.
    if (status === 'failed' && assertionResults.length === 0) total.failed++;
  }
}
