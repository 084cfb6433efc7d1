import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it, vi } from 'vitest';

const RUN = new URL('../../../scripts/run.mjs', import.meta.url).href;

/** Signal 0 asks whether a process is there. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it.skipIf(process.platform === 'win32')('whoever ends a script ends what it runs', async () => {
  const inner = `console.error(process.pid); setInterval(() => {}, 1000)`;
  const outer = `import { run } from ${JSON.stringify(RUN)};
    await run(process.execPath, ['-e', ${JSON.stringify(inner)}]);`;
  const script = spawn(process.execPath, ['--input-type=module', '-e', outer]);
  const [text] = (await once(script.stderr, 'data')) as [Buffer];
  const pid = Number(String(text));
  expect(isThere(pid)).toBe(true);
  script.kill('SIGTERM');
  const [code] = (await once(script, 'exit')) as [number];
  expect(code).toBe(143);
  await vi.waitFor(() => expect(isThere(pid)).toBe(false), 5000);
});
