import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEYPOINT_TABLE_SIZE } from '../../src/core/pose/pose';

/** Valid files, for others to be made of. */
export interface FuzzFiles {
  lifter: unknown;
  /** Session files and backups, as text. */
  kept: string[];
  analyses: unknown[];
  poses: unknown[];
  landmarks: unknown[];
  recordings: Uint8Array[];
}

const POINTS = KEYPOINT_TABLE_SIZE.blazepose;

interface PosesFile {
  poses: {
    width: number;
    height: number;
    frames: { t: number; k: [number, number, number][] | null }[];
  };
}

/** MediaPipe's landmarks of somebody who moves as in a file of poses. */
function landmarksOf({ poses }: PosesFile): unknown {
  const { width, height } = poses;
  const frames = poses.frames.slice(0, 60).map(({ t, k }) => ({
    timestampMs: Math.round(1000 * t),
    landmarks:
      k && Array.from({ length: POINTS }, (_, i) => place(k[i % k.length]!, width, height)),
    worldLandmarks:
      k && Array.from({ length: POINTS }, (_, i) => place(k[i % k.length]!, 500, 500)),
  }));
  return { width, height, heightM: 1.8, frames };
}
const place = ([x, y, visibility]: [number, number, number], width: number, height: number) => ({
  x: x / width,
  y: y / height,
  z: x / 1000,
  visibility,
});

/** @param root of the repository */
export function fuzzFiles(root: string): FuzzFiles {
  const bytes = (path: string): Buffer => readFileSync(join(root, path));
  const json = (path: string): unknown => JSON.parse(bytes(path).toString('utf8'));
  const fixture = (path: string): string => `tests/fixtures/${path}`;
  const poses = ['good-lift', 'twist', 'feet-out-of-picture'].map((name) =>
    json(fixture(`poses/${name}.json`)),
  );
  return {
    lifter: json('models/lifter.json'),
    kept: ['session-1', 'backup-1', 'backup-2'].map((name) =>
      bytes(fixture(`kept/${name}.liftcheck.jsonl`)).toString('utf8'),
    ),
    analyses: [json(fixture('kept/analysis-1.json'))],
    poses,
    landmarks: [landmarksOf(poses[0] as PosesFile)],
    recordings: [
      ...['rotated-90.mp4', 'starts-late.mp4', 'variable-frame-rate.mp4', 'hevc.mp4'],
      ...['quicktime.mov', 'vp9.webm', 'audio-only.mp4', 'damaged-middle.mp4'],
    ].map((name) => bytes(fixture(`video/${name}`))),
  };
}
