import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
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

type Triple = [number, number, number];
const keypoints = (family: DetectorFamily, k: Triple[] | null | undefined): Keypoint[] | null =>
  k === null || k === undefined || k.length === 0
    ? null
    : bodyPoints(
        family,
        k.map(([x, y, score]) => ({ x, y, score })),
      );

function withStanding(sequence: Omit<Sequence, 'standing'>): Sequence[] {
  const standing = standingIn(sequence.frames);
  return standing === null ? [] : [{ ...sequence, standing }];
}

interface TrainFile {
  id: string;
  kind: string;
  width: number;
  height: number;
  body: { id: string; height: number };
  frames: { t: number; b: Triple[] | null; m: Triple[] | null; y: Record<string, number> }[];
}

/** The rendered sequences of a `poses-train` folder, as one detector family saw them. */
export function renderedSequences(folder: string, family: DetectorFamily): Sequence[] {
  return readdirSync(folder)
    .filter((file) => /^s\d+\.json\.gz$/.test(file))
    .sort()
    .flatMap((file) => {
      const data = JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()) as TrainFile;
      const frames = data.frames.map(({ t, b, m, y }) => {
        const azimuth = y.camAz!;
        return {
          t,
          points: keypoints(family, family === 'movenet' ? m : b),
          truth: {
            ...y,
            azimuth,
            handAnkleH: (y.handAnkleDist! / data.body.height) * 100,
            camSin: Math.sin((azimuth * Math.PI) / 180),
            camCos: Math.cos((azimuth * Math.PI) / 180),
          },
        };
      });
      return withStanding({
        name: data.id,
        kind: data.kind,
        body: data.body.id,
        family,
        width: data.width,
        height: data.height,
        frames,
      });
    });
}

interface DumpFile {
  width: number;
  height: number;
  frames: { t: number; k: Triple[] | null }[];
}
interface TruthFile {
  kind: string;
  fps: number;
  body: { id: string; height: number };
  camera: { position: Triple };
  frames: (Record<string, number> & { t: number; j: Record<string, Triple> })[];
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** Poses dumped from clips (`<clip>.json`) beside the clips' truth (`<clip>.truth.json`). MoveNet only. */
export function clipSequences(poses: string, truths: string): Sequence[] {
  return readdirSync(truths)
    .filter((file) => file.endsWith('.truth.json'))
    .sort()
    .flatMap((file) => {
      const name = file.replace('.truth.json', '');
      const truth = readJson(join(truths, file)) as TruthFile;
      const dump = readJson(join(poses, `${name}.json`)) as DumpFile;
      const frames = dump.frames.map(({ t, k }) => {
        const nearest = truth.frames[Math.min(truth.frames.length - 1, Math.round(t * truth.fps))]!;
        const left = nearest.j.hipL!,
          right = nearest.j.hipR!;
        const [x, , z] = truth.camera.position;
        const azimuth = wrapped(
          (Math.atan2(x - (left[0] + right[0]) / 2, z - (left[2] + right[2]) / 2) * 180) / Math.PI -
            nearest.heading!,
        );
        const shoulders = middleOf(nearest.j.shoulderL!, nearest.j.shoulderR!),
          hips = middleOf(left, right);
        return {
          t,
          points: keypoints('movenet', k),
          truth: {
            ...(nearest as Record<string, number>),
            azimuth,
            handAnkleH: (nearest.handAnkleDist! / truth.body.height) * 100,
            camSin: Math.sin((azimuth * Math.PI) / 180),
            camCos: Math.cos((azimuth * Math.PI) / 180),
            hipShoulderIncl:
              (Math.acos(
                (shoulders[1] - hips[1]) /
                  Math.hypot(
                    shoulders[0] - hips[0],
                    shoulders[1] - hips[1],
                    shoulders[2] - hips[2],
                  ),
              ) *
                180) /
              Math.PI,
          },
        };
      });
      return withStanding({
        name,
        kind: truth.kind,
        body: truth.body.id,
        family: 'movenet',
        width: dump.width,
        height: dump.height,
        frames,
      });
    });
}

const middleOf = (a: Triple, b: Triple): Triple => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
  (a[2] + b[2]) / 2,
];
export const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Real video with marker-based reference (CSV at 50 a second). The trunk is the hip-shoulder line, for which markers and joints agree. */
export function markerSequence(posesFile: string, csvFile: string): Sequence[] {
  const dump = readJson(posesFile) as DumpFile;
  const [head, ...lines] = readFileSync(csvFile, 'utf8').trim().split('\n');
  const names = head!.split(',');
  const rows = lines.map((line) => line.split(',').map(Number));
  const column = (row: number[], name: string): number => row[names.indexOf(name)]!;
  const frames = dump.frames.flatMap(({ t, k }) => {
    const row = rows[Math.round(t * 50)];
    if (row === undefined) return [];
    const truth: Sequence['frames'][number]['truth'] = {
      trunkInclination: column(row, 'trunk_incl_deg'),
      hipShoulderIncl: column(row, 'hipshoulder_line_incl_deg'),
      axialTwist: column(row, 'twist_deg'),
      kneeFlexionL: column(row, 'knee_l_flex_deg'),
      kneeFlexionR: column(row, 'knee_r_flex_deg'),
    };
    return [{ t, points: keypoints('movenet', k), truth }];
  });
  return withStanding({
    name: 'real-squat',
    kind: 'real',
    body: 'real',
    family: 'movenet',
    width: dump.width,
    height: dump.height,
    frames,
  });
}
