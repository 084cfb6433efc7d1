import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clipValuesAt, readClipTruth } from '../../bench/truth/clip-truth';
import { markerValuesAt, readMarkers } from '../../bench/truth/marker-reference';
import { readSequences, type KeypointTriple } from '../../bench/truth/rendered-sequence';
import type { TrueValues } from '../../bench/truth/true-values';
import type { LifterOutput } from '../../src/core/kinematics/lifter';
import type { Standing } from '../../src/core/kinematics/lifter-features';
import { at, bodyPoints } from '../../src/core/pose/landmarks';
import type { DetectorFamily, Keypoint } from '../../src/core/pose/pose';

/** A recording with truth: points in the lifter's order (null where nobody was found). */
export interface Sequence {
  name: string;
  kind: string;
  body: string;
  family: DetectorFamily;
  width: number;
  height: number;
  frames: {
    t: number;
    points: Keypoint[] | null;
    truth: Partial<Record<LifterOutput | 'azimuth', number>>;
  }[];
  standing: Standing;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** The first six upright frames: those nearly as tall as the tallest. */
function standingIn(frames: Sequence['frames']): Standing | null {
  const found = frames.flatMap(({ points }) => (points === null ? [] : [points]));
  const tall = (p: Keypoint[]): number =>
    Math.max(p[at('leftAnkle')]!.y, p[at('rightAnkle')]!.y) -
    (p[at('leftEar')]!.y + p[at('rightEar')]!.y) / 2;
  if (found.length < 4) return null;
  const heights = found.map(tall).sort((a, b) => a - b);
  const tallest = heights[Math.floor(heights.length * 0.92)]!;
  const upright = found.filter((p) => tall(p) > 0.955 * tallest).slice(0, 6);
  const points = upright[0]!.map((_, k) => ({
    x: median(upright.map((p) => p[k]!.x)),
    y: median(upright.map((p) => p[k]!.y)),
  }));
  const y = (k: number): number => points[k]!.y;
  const sizePx =
    (y(at('leftAnkle')) + y(at('rightAnkle')) - y(at('leftEar')) - y(at('rightEar'))) / 2;
  return { points, sizePx };
}

const keypoints = (family: DetectorFamily, k: KeypointTriple[] | null): Keypoint[] | null =>
  k === null
    ? null
    : bodyPoints(
        family,
        k.map(([x, y, score]) => ({ x, y, score })),
      );

function withStanding(sequence: Omit<Sequence, 'standing'>): Sequence[] {
  const standing = standingIn(sequence.frames);
  return standing === null ? [] : [{ ...sequence, standing }];
}

/** True values in the lifter's own outputs. */
function outputsOf(values: TrueValues, heightM: number): Sequence['frames'][number]['truth'] {
  const { azimuth, handAnkleDist } = values;
  const camera = ((azimuth ?? NaN) * Math.PI) / 180;
  return {
    ...values,
    ...(handAnkleDist === undefined ? {} : { handAnkleH: (handAnkleDist / heightM) * 100 }),
    ...(azimuth === undefined ? {} : { camSin: Math.sin(camera), camCos: Math.cos(camera) }),
  };
}

/** The rendered sequences of a folder, as one detector family saw them. */
export function renderedSequences(folder: string, family: DetectorFamily): Sequence[] {
  return readSequences(folder).flatMap(({ id, kind, body, width, height, frames }) =>
    withStanding({
      name: id,
      kind,
      body: body.id,
      family,
      width,
      height,
      frames: frames.map(({ t, poses, truth }) => ({
        t,
        points: keypoints(family, poses[family]),
        truth: outputsOf(truth, body.height),
      })),
    }),
  );
}

interface DumpFile {
  width: number;
  height: number;
  frames: { t: number; k: KeypointTriple[] | null }[];
}
const readDump = (file: string): DumpFile => JSON.parse(readFileSync(file, 'utf8')) as DumpFile;

/** Poses dumped from clips (`<clip>.json`) beside the clips' truth (`<clip>.truth.json`). MoveNet only. */
export function clipSequences(poses: string, truths: string): Sequence[] {
  return readdirSync(truths)
    .filter((file) => file.endsWith('.truth.json'))
    .sort()
    .flatMap((file) => {
      const name = file.replace('.truth.json', '');
      const truth = readClipTruth(join(truths, file));
      const { width, height, frames } = readDump(join(poses, `${name}.json`));
      return withStanding({
        name,
        kind: truth.kind,
        body: truth.body.id,
        family: 'movenet',
        width,
        height,
        frames: frames.flatMap(({ t, k }) => {
          const values = clipValuesAt(truth, t);
          return values === null
            ? []
            : [
                {
                  t,
                  points: keypoints('movenet', k),
                  truth: outputsOf(values, truth.body.height),
                },
              ];
        }),
      });
    });
}

/** Real video with marker-based reference. The trunk is the hip-shoulder line, for which markers and joints agree. */
export function markerSequence(posesFile: string, csvFile: string): Sequence[] {
  const { width, height, frames } = readDump(posesFile);
  const reference = readMarkers(csvFile);
  return withStanding({
    name: 'real-squat',
    kind: 'real',
    body: 'real',
    family: 'movenet',
    width,
    height,
    frames: frames.flatMap(({ t, k }) => {
      const truth = markerValuesAt(reference, t);
      return truth === null ? [] : [{ t, points: keypoints('movenet', k), truth }];
    }),
  });
}
