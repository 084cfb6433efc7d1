import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Lies beside the results: a line of JSON for each that was finished. Never needed to read them. */
export const DONE_LIST = '.liftcheck-done.jsonl';

/** A finished result and what it was made from and by; all but the name are SHA-256 in hex. */
export interface DoneEntry {
  /** Name of the result in its folder. */
  output: string;
  /** The recording's content. */
  input: string;
  /** Program, weights and options: see `makerOf`. */
  maker: string;
  /** The result's text. */
  result: string;
}

/** One hash over all that decides how a recording is analyzed: the build, the weights as files, the options. */
export async function makerOf(
  build: string,
  options: object,
  weightFiles: readonly string[],
): Promise<string> {
  const weights = await Promise.all(weightFiles.map((path) => contentOf(path)));
  const sorted = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(JSON.stringify([build, weights, sorted]));
}

/** What the folder's list says, the newest line of each result. A line that breaks off counts for nothing. */
export async function readDoneList(folder: string): Promise<Map<string, DoneEntry>> {
  const text = await readFile(join(folder, DONE_LIST), 'utf8').catch(() => '');
  const entries = new Map<string, DoneEntry>();
  for (const line of text.split('\n')) {
    const entry = entryOf(line);
    if (entry !== null) entries.set(entry.output, entry);
  }
  return entries;
}

function entryOf(line: string): DoneEntry | null {
  try {
    const { output, input, maker, result } = JSON.parse(line) as Record<string, unknown>;
    const words = [output, input, maker, result];
    return words.every((word) => typeof word === 'string')
      ? ({ output, input, maker, result } as DoneEntry)
      : null;
  } catch {
    return null;
  }
}

/**
 * Notes that a result lies in its folder, whole.
 *
 * @param output path of the result
 */
export async function noteDone(output: string, entry: Omit<DoneEntry, 'output'>): Promise<void> {
  const line = JSON.stringify({ output: basename(output), ...entry });
  // It begins a line of its own even behind one that broke off.
  await appendFile(join(dirname(output), DONE_LIST), `\n${line}\n`);
}

/** The text of a result when it still is what was noted; null when it is not there or was altered. */
export async function unalteredText(output: string, noted: DoneEntry): Promise<string | null> {
  const text = await readFile(output, 'utf8').catch(() => null);
  return text !== null && hashOf(text) === noted.result ? text : null;
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of a file's content; null when it is no file or cannot be read. */
export async function contentOf(path: string): Promise<string | null> {
  try {
    // What is no file may never end.
    if (!(await stat(path)).isFile()) return null;
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
