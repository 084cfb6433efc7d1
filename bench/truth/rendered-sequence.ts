import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DetectorFamily } from '../../src/core/pose/pose';
import { knownOf, middleOf, type Point3, type TrueValues } from './true-values';

/** Keypoint in a file: pixels and the detector's score. */
export type KeypointTriple = [x: number, y: number, score: number];

/** A short rendered movement as two detectors saw it. */
export interface RenderedSequence {
  id: string;
  kind: string;
  body: { id: string; height: number };
  fps: number;
  width: number;
  height: number;
  frames: {
    t: number;
    /** MoveNet thunder's 17 and BlazePose full's 33 keypoints; null where nobody was found. */
    poses: Record<DetectorFamily, KeypointTriple[] | null>;
    truth: TrueValues;
  }[];
}

interface SequenceFile extends Omit<RenderedSequence, 'frames'> {
  points: string[];
  frames: {
    t: number;
    b: KeypointTriple[] | null;
    m: KeypointTriple[] | null;
    y: Record<string, number>;
    j: Point3[];
  }[];
}

const SEQUENCE = /^s\d+\.json\.gz$/;

/** The names of a folder that are sequences (`s000.json.gz`), in order. */
export const sequenceFiles = (names: readonly string[]): string[] =>
  names.filter((name) => SEQUENCE.test(name)).sort();

/** All sequences of a folder. */
export function readSequences(folder: string): RenderedSequence[] {
  return sequenceFiles(readdirSync(folder)).map((name) =>
    sequenceOf(JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as SequenceFile),
  );
}

function sequenceOf({ points, frames, ...facts }: SequenceFile): RenderedSequence {
  const height = (joints: readonly Point3[], name: string): number =>
    middleOf(joints[points.indexOf(`${name}L`)]!, joints[points.indexOf(`${name}R`)]!)[1];
  const found = (keypoints: KeypointTriple[] | null): KeypointTriple[] | null =>
    keypoints === null || keypoints.length === 0 ? null : keypoints;
  return {
    ...facts,
    frames: frames.map(({ t, b, m, y, j }) => ({
      t,
      poses: { movenet: found(m), blazepose: found(b) },
      truth: {
        ...knownOf({ ...y, azimuth: y.camAz }),
        wristHeight: height(j, 'wrist') - height(j, 'ankle'),
      },
    })),
  };
}
