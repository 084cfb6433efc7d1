import { readdirSync } from 'node:fs';
import { createServer } from 'vite';

const STAND_IN = '/scripts/mutation/tests-in-place.mjs';

/** @type {any} */
const everywhere = globalThis;

/**
 * Stryker's way to run tests: those of one folder of the core, loaded once into this process with all changes in them,
 * each behind a switch. Runs in the folder that Stryker made.
 */
class InPlaceRunner {
  /** @type {import('./tests-in-place.mjs').CollectedTest[]} */
  #tests = [];
  /** @type {import('vite').ViteDevServer | null} */
  #server = null;
  /** What the changed code reads and writes, by the name that Stryker gives it. */
  #switches = (everywhere['__stryker__'] ??= {});

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    const root = process.cwd();
    const server = await createServer({
      configFile: false,
      root,
      appType: 'custom',
      logLevel: 'error',
      cacheDir: '.vite',
      server: { middlewareMode: true, watch: null, ws: false },
      optimizeDeps: { noDiscovery: true },
      resolve: { alias: [{ find: /^vitest$/, replacement: root + STAND_IN }] },
    });
    this.#server = server;
    const folder = `/tests/unit/core/${process.env['MUTATED_FOLDER']}`;
    const files = readdirSync(root + folder).filter((name) => name.endsWith('.test.ts'));
    for (const file of files) await server.ssrLoadModule(`${folder}/${file}`);
    this.#tests = (await server.ssrLoadModule(STAND_IN))['collectedTests']();
  }

  async dryRun() {
    const tests = [];
    for (const { id, run } of this.#tests) {
      this.#switches.currentTestId = id;
      const beganMs = performance.now();
      const failure = await failureOf(run);
      const about = { id, name: id, timeSpentMs: performance.now() - beganMs };
      tests.push(
        failure === null
          ? { ...about, status: 0 }
          : { ...about, status: 1, failureMessage: failure },
      );
    }
    this.#switches.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.#switches.mutantCoverage };
  }

  /** @param {import('@stryker-mutator/api/test-runner').MutantRunOptions} options */
  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const switches = this.#switches;
    const chosen = this.#tests.filter(({ id }) => testFilter?.includes(id) ?? true);
    Object.assign(switches, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    try {
      for (const { id, run } of chosen) {
        nrOfTests++;
        const failureMessage = await failureOf(run);
        if (switches.hitCount > (hitLimit ?? Infinity)) return { status: 'timeout' };
        if (failureMessage !== null)
          return { status: 'killed', killedBy: [id], failureMessage, nrOfTests };
      }
      return { status: 'survived', nrOfTests };
    } finally {
      Object.assign(switches, { activeMutant: undefined, hitCount: undefined });
    }
  }

  async dispose() {
    await this.#server?.close();
  }
}

/**
 * @param {() => unknown} run
 * @returns {Promise<string | null>} null = it passed
 */
async function failureOf(run) {
  try {
    await run();
    return null;
  } catch (error) {
    return String(error);
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'in-place', injectableClass: InPlaceRunner },
];
