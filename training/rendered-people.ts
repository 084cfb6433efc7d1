import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ScoredPoint } from '../src/core/kinematics/error-width';
import type { Point, Standing } from '../src/core/kinematics/lifter-features';
import type { Glance } from '../src/core/kinematics/lifter-pose';
import { at } from '../src/core/pose/landmarks';
import type { Family } from './detector-errors';
import { JOINTS, type Joints } from './skeleton';
import { targetsOf, type Targets } from './truth';
import type { Vector } from './vector';

/** One frame of a rendered movement as a detector saw it, beside the truth. */
export interface RenderedFrame {
  /** Which of the movements, by its place in the file. */
  sequence: number;
  body: string;
  t: number;
  glance: Glance & { standing: Standing };
  targets: Targets;
}

type Triple = [x: number, y: number, score: number];
interface RenderedSequence {
  id: string;
  body: string;
  heightM: number;
  width: number;
  height: number;
  frames: {
    t: number;
    /** Points in the lifter's order; null where nobody was found. */
    movenet: Triple[] | null;
    blazepose: Triple[] | null;
    lumbarFlexion: number;
    /** Where the camera stands, seen from the pelvis, degrees. */
    cameraAzimuth: number;
    /** In the order of JOINTS, metres. */
    joints: Vector[];
  }[];
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Ear-to-ankle height in the picture. */
export function sizeOf(points: readonly Point[]): number {
  const y = (name: 'leftAnkle' | 'rightAnkle' | 'leftEar' | 'rightEar'): number =>
    points[at(name)]!.y;
  return (y('leftAnkle') + y('rightAnkle') - y('leftEar') - y('rightEar')) / 2;
}

/** The first six upright frames: those nearly as tall as the tallest. */
function standingIn(frames: readonly Point[][]): Standing {
  const tall = (p: Point[]): number =>
    Math.max(p[at('leftAnkle')]!.y, p[at('rightAnkle')]!.y) -
    (p[at('leftEar')]!.y + p[at('rightEar')]!.y) / 2;
  const heights = frames.map(tall).sort((a, b) => a - b);
  const tallest = heights[Math.floor(heights.length * 0.92)]!;
  const upright = frames.filter((p) => tall(p) > 0.955 * tallest).slice(0, 6);
  const points = upright[0]!.map((_, k) => ({
    x: median(upright.map((p) => p[k]!.x)),
    y: median(upright.map((p) => p[k]!.y)),
  }));
  return { points, sizePx: sizeOf(points) };
}

/**
 * 108 rendered movements of 16 bodies that two detectors looked at (own renders of MakeHuman CC0 bodies; CC0 1.0),
 * as MoveNet thunder or BlazePose full saw them.
 */
export function renderedFrames(family: Family): RenderedFrame[] {
  // the training program is bundled elsewhere and told where this folder is
  const folder = process.env.TRAINING_FOLDER ?? import.meta.dirname;
  const file = join(folder, 'rendered-people.json.gz');
  const sequences = JSON.parse(gunzipSync(readFileSync(file)).toString()) as RenderedSequence[];
  return sequences.flatMap(({ body, heightM, width, height, frames }, sequence) => {
    const seen = frames.flatMap((frame) => {
      const points: ScoredPoint[] | undefined = frame[family]?.map(([x, y, score]) => ({
        x,
        y,
        score,
      }));
      return points === undefined ? [] : [{ ...frame, points }];
    });
    const standing = standingIn(seen.map(({ points }) => points));
    return seen.map(({ t, points, lumbarFlexion, cameraAzimuth, joints }): RenderedFrame => {
      const named = Object.fromEntries(JOINTS.map((name, i) => [name, joints[i]!])) as Joints;
      return {
        sequence,
        body,
        t,
        glance: { points, standing, width, height },
        targets: targetsOf(named, heightM, lumbarFlexion, cameraAzimuth),
      };
    });
  });
}

/** Bodies in four parts: what is told of a part comes from nets that never saw its bodies. */
export const FOLDS = 4;
export function foldsOf(frames: readonly RenderedFrame[]): number[] {
  const bodies = [...new Set(frames.map(({ body }) => body))].sort();
  return frames.map(({ body }) => bodies.indexOf(body) % FOLDS);
}
