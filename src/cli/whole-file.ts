import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Writes a file whole or not at all: under another name, onto the disk, then in place. Throws when it cannot. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  try {
    const file = await open(partial, 'w');
    try {
      await file.writeFile(text);
      // Else a power cut can leave the name in place and nothing in it.
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (thrown) {
    await rm(partial, { force: true });
    throw thrown;
  }
}

/** Removes what processes that are gone have left of some results. */
export async function removePartials(paths: readonly string[]): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(path)))) {
    const ours = new Set(paths.filter((path) => dirname(path) === folder).map((p) => basename(p)));
    for (const name of await readdir(folder).catch(() => [])) {
      const [, of, pid] = /^(.+)\.(\d+)\.part$/.exec(name) ?? [];
      if (of === undefined || !ours.has(of) || isRunning(Number(pid))) continue;
      await rm(join(folder, name), { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    // It is there, but somebody else's.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
