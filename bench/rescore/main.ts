import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLifters } from '../../src/core/kinematics/lifter';
import { parsePoses } from '../../src/core/session/poses-file';
import { atLeast, figureLine } from '../figure.mjs';
import { timedRescoring } from './timed-rescoring';

interface Around {
  root: string;
  say: (line: string) => void;
  note: (line: string) => void;
}

const TARGET = 500;
/** What the most accurate detector found in a demo clip, 15 poses a second. */
const POSES = 'tests/fixtures/poses/twist.json';

/** @returns the exit code: 0 fast enough, 1 not, 2 the words were not understood */
export function main(words: string[], { root, say, note }: Around): Promise<0 | 1 | 2> {
  const { values } = parseArgs({
    args: words,
    options: {
      minutes: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const [minutes, rounds] = [Number(values.minutes), Number(values.rounds)];
  if (!(minutes >= 1 && minutes <= 300) || !Number.isInteger(rounds) || rounds < 1) {
    note('--minutes N of poses, 1 to 300, --rounds N, --json');
    return Promise.resolve(2);
  }
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const poses = parsePoses(read(POSES));
  if (!poses.ok) throw new Error(poses.error.detail);
  const lifters = parseLifters(read('models/lifter.json'));
  const timed = timedRescoring(poses.value, lifters, minutes, rounds);
  const figures = timed.map(({ name, timesRealTime }) =>
    atLeast(name, timesRealTime, 'times real time', TARGET),
  );
  if (values.json) say(JSON.stringify(figures));
  else for (const figure of figures) say(figureLine(figure));
  return Promise.resolve(figures.every(({ met }) => met) ? 0 : 1);
}
