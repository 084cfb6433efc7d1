import { readFileSync } from 'node:fs';
import { parseLifters } from '../../../src/core/kinematics/lifter';
import { parsePoses, type SavedPoses } from '../../../src/core/session/poses-file';
import type { Analysis } from '../../../src/core/session/analysis';
import { analyseSavedPoses } from '../../../src/pipeline/saved-poses';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'));

export const lifters = parseLifters(read('models/lifter.json'));

/** Poses of the real detector on rendered clips; see tests/fixtures/poses/README.md. */
export const RECORDINGS = [
  'good-lift',
  'bent-back',
  'twist',
  'three-lifts',
  'bend-without-load',
  'walk-and-reach-up',
  'feet-out-of-picture',
] as const;
export type RecordingName = (typeof RECORDINGS)[number];

export function savedPoses(name: RecordingName): SavedPoses {
  const poses = parsePoses(read(`tests/fixtures/poses/${name}.json`));
  if (!poses.ok) throw new Error(`${name}: ${poses.error.detail}`);
  return poses.value;
}

export const analysed = (poses: SavedPoses): Analysis =>
  analyseSavedPoses(poses, lifters, poses, true);
