import { basename, extname, join, resolve } from 'node:path';
import type { DoneEntry } from './done-list';

/** One file to analyze and where its result goes. */
export interface Task {
  input: string;
  output: string;
  /** What an earlier run noted about its result. */
  before?: DoneEntry;
}

const ENDING = '.analysis.json';

function nameOf(input: string): string {
  const base = basename(input);
  if (base.toLowerCase().endsWith(ENDING)) return base.slice(0, -ENDING.length);
  return base.slice(0, base.length - extname(base).length);
}

/**
 * Gives every input a result file of its own: `<name>.analysis.json`, and `<name>-2.analysis.json` ... where two inputs
 * share a name or the result would replace an input. Upper and lower case count as the same, as on many disks.
 */
export function nameOutputs(inputs: string[], out: string): Task[] {
  const inputPaths = new Set(inputs.map((input) => resolve(input).toLowerCase()));
  const naturalNames = new Set(inputs.map((input) => nameOf(input).toLowerCase()));
  const taken = new Set<string>();
  return inputs.map((input) => {
    const natural = nameOf(input);
    const free = (name: string): boolean =>
      !taken.has(name.toLowerCase()) &&
      !inputPaths.has(resolve(out, name + ENDING).toLowerCase()) &&
      (name === natural || !naturalNames.has(name.toLowerCase()));
    let name = natural;
    for (let n = 2; !free(name); n++) name = `${natural}-${n}`;
    taken.add(name.toLowerCase());
    return { input, output: join(out, name + ENDING) };
  });
}
