import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findVideoPrograms } from '../../src/cli/video-programs';
import { fuzzFiles } from './fuzz-files';
import { fuzz } from './fuzz-run';
import { keptTargets } from './kept-targets';
import { isReader, ReadingThread } from './reading-thread';
import { recordingTargets } from './recording-targets';
import { textTargets } from './text-targets';

interface Around {
  root: string;
  say: (line: string) => void;
  note: (line: string) => void;
}

/** A reader that takes more than this for a file of less than a megabyte is not bounded. */
const MOST_MEMORY_MB = 1500;

const isBytes = (input: unknown): input is Uint8Array => input instanceof Uint8Array;

/** Writes an input down, as the file that it was. */
function keep(folder: string, name: string, input: unknown): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name.replaceAll(/\W+/g, '-')}.input`);
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  writeFileSync(path, isBytes(input) ? input : text);
  return path;
}

isReader();

/** @returns the exit code: 0 all well, 1 something did not hold, 2 the words were not understood */
export async function main(words: string[], { root, say, note }: Around): Promise<0 | 1 | 2> {
  const { values } = parseArgs({
    args: words,
    options: {
      seconds: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      only: { type: 'string', default: '' },
      json: { type: 'boolean', default: false },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    note('--seconds N for each reader, --seed N (a whole number), --only part of a name, --json');
    return 2;
  }
  const programs = await findVideoPrograms();
  if (typeof programs === 'string') note(programs);
  const files = fuzzFiles(root);
  const thread = new ReadingThread(new URL(import.meta.url));
  const targets = [
    ...keptTargets(files),
    ...textTargets(),
    ...recordingTargets(files, thread, typeof programs === 'string' ? null : programs),
  ].filter(({ name }) => name.includes(values.only));
  const folder = join(root, '.liftcheck', 'fuzz');
  note(`seed ${seed}, ${seconds} s for each reader`);

  let failed = 0;
  const results = [];
  for (const target of targets) {
    let last = '';
    // An input that never ends holds up this thread: only what was written before tells which it was.
    const result = await fuzz(target, { seed, ms: 1000 * seconds }, (input) => {
      last = keep(folder, `running-${target.name}`, input);
    });
    const memoryMb = process.resourceUsage().maxRSS / 1024;
    const tooMuch = memoryMb > MOST_MEMORY_MB;
    results.push({ ...result, memoryMb: Math.round(memoryMb), seed });
    if (!values.json)
      say(
        `${result.failure || tooMuch ? '✗' : '✓'} ${target.name.padEnd(34)} ${String(result.inputs).padStart(7)} inputs, ` +
          `slowest ${result.slowestMs.toFixed(0).padStart(5)} ms (≤ ${target.slowestMs}), ${memoryMb.toFixed(0)} MB (≤ ${MOST_MEMORY_MB})`,
      );
    if (tooMuch) {
      failed++;
      say(`  too much memory; the last input: ${last}; seed ${seed}`);
      break;
    }
    if (result.failure === null) continue;
    failed++;
    say(`  ${result.failure.why}`);
    say(`  seed ${seed}, the input: ${keep(folder, target.name, result.failure.input)}`);
  }
  thread.close();
  if (thread.givenUp > 0)
    note(`${thread.givenUp} recordings were given up: their reader goes round in circles`);
  if (values.json) say(JSON.stringify(results, null, 2));
  return failed === 0 ? 0 : 1;
}
