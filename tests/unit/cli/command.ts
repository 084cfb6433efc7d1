import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const inRepository = (path: string): string =>
  fileURLToPath(new URL(`../../../${path}`, import.meta.url));

export const demo = (id: string): string => inRepository(`public/demo/${id}.mp4`);
export const fixture = (name: string): string => inRepository(`tests/fixtures/${name}`);

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/**
 * Runs the committed command as a person would, in a process of its own.
 *
 * @param watch sees the process, and what it has said on stderr whenever it says something
 */
export function liftcheck(
  words: string[],
  environment: NodeJS.ProcessEnv = {},
  watch: (child: ChildProcess, stderr: string) => void = () => undefined,
): Promise<Ended> {
  return new Promise((done, broken) => {
    const child = spawn(process.execPath, [inRepository('bin/liftcheck.mjs'), ...words], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (text) => (stdout += String(text)));
    child.stderr.on('data', (text) => {
      stderr += String(text);
      watch(child, stderr);
    });
    child.on('error', broken);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

/** An empty folder, and the way to remove it. */
export function newFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'liftcheck-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
