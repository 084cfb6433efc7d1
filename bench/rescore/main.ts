import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseLifters } from '../../src/core/kinematics/lifter';
import { parsePoses, type SavedPoses } from '../../src/core/session/poses-file';
import { timedRescoring } from './timed-rescoring';

interface Around {
  root: string;
  say: (line: string) => void;
  note: (line: string) => void;
}

const TARGET = 500;
const CLIPS = ['good', 'bent', 'twist'];

/** @returns the exit code: 0 fast enough, 1 not, 2 it could not be measured */
export async function main(words: string[], { root, say, note }: Around): Promise<0 | 1 | 2> {
  const { values } = parseArgs({
    args: words,
    options: {
      minutes: { type: 'string', default: '10' },
      rounds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const clips = posesOfDemos(root);
  if (typeof clips === 'string') {
    note(clips);
    return 2;
  }
  const lifters = parseLifters(JSON.parse(readFileSync(join(root, 'models/lifter.json'), 'utf8')));
  const timed = timedRescoring(clips, lifters, Number(values.minutes), Number(values.rounds));
  const figures = timed.map(({ name, timesRealTime }) => ({
    name,
    value: timesRealTime,
    target: TARGET,
    unit: 'times real time',
    met: timesRealTime >= TARGET,
  }));
  if (values.json) say(JSON.stringify(figures));
  else
    for (const { name, value, unit, met } of figures)
      say(`${name}: ${value.toFixed(0)} ${unit} (target ≥ ${TARGET}: ${met ? 'met' : 'MISSED'})`);
  return Promise.resolve(figures.every(({ met }) => met) ? 0 : 1);
}

/** What the most accurate detector finds in the demo clips, 15 poses a second; found once, then kept. */
function posesOfDemos(root: string): SavedPoses[] | string {
  const out = join(root, '.liftcheck', 'rescore');
  const command = [join(root, 'bin/liftcheck.mjs'), 'analyze', '--poses', '--out', out];
  const files = CLIPS.map((name) => join(root, `public/demo/${name}.mp4`));
  const { status, stderr } = spawnSync(process.execPath, [...command, ...files], {
    encoding: 'utf8',
  });
  if (status !== 0) return stderr;
  return CLIPS.map((name) => {
    const poses = parsePoses(
      JSON.parse(readFileSync(join(out, `${name}.analysis.json`), 'utf8')) as unknown,
    );
    if (!poses.ok) throw new Error(`${name}: ${poses.error.detail}`);
    return poses.value;
  });
}
