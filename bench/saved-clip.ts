import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLifters, type LifterSet } from '../src/core/kinematics/lifter';
import { parsePoses, type SavedPoses } from '../src/core/session/poses-file';

/** The demo clips, one lift each, as detectors saw them (tests/fixtures/poses). */
export const CLIPS = ['good-lift', 'bent-back', 'twist'] as const;

export function savedClip(root: string, name: (typeof CLIPS)[number]): SavedPoses {
  const poses = parsePoses(readJson(join(root, `tests/fixtures/poses/${name}.json`)));
  if (!poses.ok) throw new Error(poses.error.detail);
  return poses.value;
}

export const shippedLifters = (root: string): LifterSet =>
  parseLifters(readJson(join(root, 'models/lifter.json')));

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
