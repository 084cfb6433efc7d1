import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
} from '@vitest/expect';

/**
 * What the core's tests use of Vitest, for a process that stays: the tests are collected once and run again and again,
 * which takes a hundredth of the time of starting Vitest for each change.
 */

/** @typedef {{ id: string, run: () => unknown }} CollectedTest */

/** @type {CollectedTest[]} */
const collected = [];
/** @type {string[]} */
const within = [];

/** The tests of the files that were loaded, in order. */
export const collectedTests = () => collected;

/**
 * @param {string} name
 * @param {() => unknown} run
 */
function collect(name, run) {
  const id = [...within, name, collected.length].join(' > ');
  collected.push({ id, run });
}

/**
 * @param {string} name
 * @param {() => void} body
 */
function group(name, body) {
  within.push(name);
  body();
  within.pop();
}

/** @param {(name: string, run: () => any) => void} once */
const withRows = (once) =>
  Object.assign(once, {
    /** @param {readonly any[]} rows */
    each:
      (rows) =>
      /**
       * @param {string} name
       * @param {(...row: any[]) => any} run
       */
      (name, run) => {
        for (const row of rows) once(name, () => run(...(Array.isArray(row) ? row : [row])));
      },
  });

export const it = withRows(collect);
export const test = withRows(collect);
export const describe = withRows(group);
/** Time is kept by Stryker. */
export const vi = { setConfig() {} };

chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);
const matchers = Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT);
export const expect = Object.assign(
  (/** @type {unknown} */ value, /** @type {string | undefined} */ message) =>
    chai.expect(value, message),
  chai.expect,
  matchers,
);
