import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './root.mjs';

/**
 * Runs a program to its end.
 *
 * @param {string} command path or name
 * @param {string[]} args
 * @param {{ quiet?: boolean, cwd?: string, timeoutS?: number, shell?: boolean }} [options]
 *   quiet: keep what it prints instead of showing it (on stderr, which keeps stdout for results)
 * @returns {Promise<{ code: number, output: string }>} code -1: it could not be started or took too long
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const stdio = options.quiet
      ? /** @type {const} */ (['ignore', 'pipe', 'pipe'])
      : /** @type {const} */ (['ignore', 2, 2]);
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      shell: options.shell ?? false,
      stdio: [...stdio],
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += String(text)));
    child.stderr?.on('data', (text) => (output += String(text)));
    const timer =
      options.timeoutS === undefined
        ? null
        : setTimeout(() => child.kill('SIGKILL'), options.timeoutS * 1000);
    // Who ends us ends what we started: a development server would else go on by itself.
    const stop = () => {
      child.kill();
      process.exit(143);
    };
    process.once('SIGTERM', stop);
    const end = (/** @type {number} */ code) => {
      process.off('SIGTERM', stop);
      if (timer !== null) clearTimeout(timer);
      done({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(-1);
    });
    child.on('close', (code) => end(code ?? -1));
  });
}

/**
 * Runs npm: the very one that started us if there is one, else the one that came with this Node.
 *
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runNpm(args, options = {}) {
  const script = [
    process.env['npm_execpath'] ?? '',
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (script !== undefined) return run(process.execPath, [script, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/**
 * Runs a tool of node_modules with this Node (no shell, no .cmd file, the same on every system).
 *
 * @param {string} path of its script below node_modules
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function runTool(path, args, options) {
  return run(process.execPath, [join(ROOT, 'node_modules', path), ...args], options);
}
