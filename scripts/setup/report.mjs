/** What set-up says, and how it stops. All of it goes to stderr, so that stdout stays for results. */

/** A reason to stop that the person can do something about. The message says what. */
export class SetupStop extends Error {}

/** @param {string} text one line */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Shows that something slow is still going on: one line that is rewritten on a terminal, a line
 * every ten seconds elsewhere.
 *
 * @template T
 * @param {string} text
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(text, work) {
  const started = Date.now();
  const terminal = process.stderr.isTTY === true;
  say(`${text} …`);
  const timer = setInterval(
    () => {
      const seconds = Math.round((Date.now() - started) / 1000);
      if (terminal) process.stderr.write(`\r  ${seconds} s`);
      else say(`  still on it after ${seconds} s`);
    },
    terminal ? 1000 : 10_000,
  );
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (terminal) process.stderr.write('\r');
  }
}

/**
 * Runs a whole script: a SetupStop ends it with its message and exit code 1; a bug shows its stack.
 *
 * @param {() => Promise<void>} script
 */
export async function stopKindly(script) {
  try {
    await script();
  } catch (error) {
    if (!(error instanceof SetupStop)) throw error;
    say(`\n${error.message}`);
    process.exitCode = 1;
  }
}
