import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLifters } from '../../src/core/kinematics/lifter';
import { parsePoses } from '../../src/core/session/poses-file';
import { atLeast, type Figure } from '../figure.mjs';
import { timedRescoring } from './timed-rescoring';

const TARGET = 500;
const ROUNDS = 5;
/** What the most accurate detector found in a demo clip, 15 poses a second. */
const POSES = 'tests/fixtures/poses/twist.json';

/** How fast stored poses are judged again. @param minutes length of the recording */
export function rescoringFigures(root: string, minutes: number): Figure[] {
  const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const poses = parsePoses(read(POSES));
  if (!poses.ok) throw new Error(poses.error.detail);
  const lifters = parseLifters(read('models/lifter.json'));
  return timedRescoring(poses.value, lifters, minutes, ROUNDS).map(({ name, timesRealTime }) =>
    atLeast(`${name}, times real time`, timesRealTime, '', TARGET),
  );
}
