/**
 * `node training/train.mjs differences NAME=SMALLER:BIGGER ...`: how one detector differs from its bigger fellow, on the
 * same frames. SMALLER and BIGGER are folders of files by `liftcheck analyze --poses` (several with commas); prints what
 * detector-differences.json holds.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../src/core/session/analysis';
import { bodyPoints } from '../src/core/pose/landmarks';
import { familyOf } from '../src/core/pose/pose';
import type { PicturePoint } from './detector-errors';

/** A step from frame to frame larger than this share of the standing size is another point, not a shake. */
const FAR = 0.06;
const BENT_FROM_DEGREES = 35;

interface Frame {
  bent: boolean;
  /** By point: smaller less bigger, shares of the standing size. */
  off: PicturePoint[];
}

function filesOf(folders: string): Map<string, string> {
  return new Map(
    folders.split(',').flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.analysis.json'))
        .map((name) => [name, join(folder, name)] as const),
    ),
  );
}

/** The frames of one recording that both found, in order; a gap is null. */
function framesOf(smaller: string, bigger: string): (Frame | null)[] {
  const [small, big] = [smaller, bigger].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as Analysis,
  ) as [Analysis, Analysis];
  const size = big.baseline?.sizePx;
  if (size === undefined || small.poses === undefined || big.poses === undefined) return [];
  const track = big.poses;
  const points = (k: [number, number, number][]): PicturePoint[] =>
    bodyPoints(
      familyOf(track.detector),
      k.map(([x, y, score]) => ({ x, y, score })),
    );
  return small.poses.frames.map(({ t, k }) => {
    const i = track.frames.findIndex((frame) => Math.abs(frame.t - t) < 1e-3);
    const other = track.frames[i]?.k ?? null;
    const bend = big.frames[i]?.trunkInclinationDeg ?? null;
    if (k === null || other === null || bend === null) return null;
    const a = points(k),
      b = points(other);
    return {
      bent: bend > BENT_FROM_DEGREES,
      off: a.map((p, n) => ({ x: (p.x - b[n]!.x) / size, y: (p.y - b[n]!.y) / size })),
    };
  });
}

const round = (x: number): number => Math.round(x * 1e4) / 1e4;
const meanSquare = (values: readonly number[]): number =>
  values.reduce((sum, v) => sum + v * v, 0) / Math.max(1, values.length);

function differenceOf(recordings: readonly (Frame | null)[][], bent: boolean): object[] {
  const count = recordings.flat().find((frame) => frame !== null)!.off.length;
  return Array.from({ length: count }, (_, point) => {
    const near: Record<'x' | 'y', number[]> = { x: [], y: [] },
      shakes: Record<'x' | 'y', number[]> = { x: [], y: [] };
    const far: number[] = [];
    let all = 0;
    for (const frames of recordings)
      frames.forEach((frame, i) => {
        if (frame?.bent !== bent) return;
        all++;
        const { x, y } = frame.off[point]!;
        if (Math.hypot(x, y) > FAR) far.push(x, y);
        else {
          near.x.push(x);
          near.y.push(y);
        }
        const before = frames[i - 1]?.off[point],
          after = frames[i + 1]?.off[point];
        if (before === undefined || after === undefined) return;
        for (const axis of ['x', 'y'] as const) {
          const second = before[axis] - 2 * frame.off[point]![axis] + after[axis];
          if (Math.abs(second) < FAR) shakes[axis].push(second);
        }
      });
    // the second difference of independent shakes has six times their variance
    const quick = (['x', 'y'] as const).map((axis) => Math.sqrt(meanSquare(shakes[axis]) / 6));
    const slow = (['x', 'y'] as const).map((axis, k) =>
      Math.sqrt(Math.max(0, meanSquare(near[axis]) - quick[k]! ** 2)),
    );
    return {
      slow: slow.map(round),
      quick: quick.map(round),
      lost: round(far.length / 2 / Math.max(1, all)),
      far: round(Math.sqrt(meanSquare(far))),
    };
  });
}

const result: Record<string, unknown> = {
  origin:
    'Smaller detector less bigger one on the same frames (rendered clips and one real recording), shares of the standing size; origin of the frames: see README.md. No truth was used.',
};
for (const argument of process.argv.slice(2)) {
  const [name, folders] = argument.split('=') as [string, string];
  const [smaller, bigger] = folders.split(':').map(filesOf) as [
    Map<string, string>,
    Map<string, string>,
  ];
  const recordings = [...smaller].flatMap(([file, path]) => {
    const fellow = bigger.get(file);
    return fellow === undefined ? [] : [framesOf(path, fellow)];
  });
  result[name] = { upright: differenceOf(recordings, false), bent: differenceOf(recordings, true) };
}
console.log(JSON.stringify(result, null, 1));
