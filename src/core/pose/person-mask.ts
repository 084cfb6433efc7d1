import type { Fraction, Pixels } from '../units';
import { keypoint } from './framing';
import type { BodyPoint } from './landmarks';
import type { Pose } from './pose';

interface Point {
  x: Pixels;
  y: Pixels;
}

/** A square of the picture, turned so that the trunk stands upright in it: what the mask model was trained on. */
export interface BodySquare {
  centre: Point;
  side: Pixels;
  /** From the picture's x axis to the square's, radians, clockwise as seen. */
  turn: number;
}

/** How surely each pixel of a body square is the person. */
export interface PersonMask {
  square: BodySquare;
  /** Mask pixels along a side. */
  size: number;
  /** 0 surely not … 255 surely; row by row, size · size of them. */
  values: Uint8Array;
}

/** Room around the outermost keypoint, as BlazePose's own region of interest has. */
const ROOM = 1.25;
const EXTREMES: readonly BodyPoint[] = [
  'nose',
  'leftEar',
  'rightEar',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
];

/** The midpoint of a pair of body points. */
export function middleOf(pose: Pose, side: 'Shoulder' | 'Hip'): Point | null {
  const left = keypoint(pose, `left${side}`);
  const right = keypoint(pose, `right${side}`);
  return left === null || right === null
    ? null
    : { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
}

/**
 * The square around a body: centred between the hips, its upward side towards the shoulders, the whole body inside.
 *
 * @returns null when hips or shoulders are missing or lie on each other
 */
export function bodySquare(pose: Pose): BodySquare | null {
  const hips = middleOf(pose, 'Hip');
  const shoulders = middleOf(pose, 'Shoulder');
  if (hips === null || shoulders === null) return null;
  const trunk = Math.hypot(shoulders.x - hips.x, shoulders.y - hips.y);
  if (!(trunk > 1)) return null;
  const reach = EXTREMES.flatMap((name) => keypoint(pose, name) ?? []).map((p) =>
    Math.hypot(p.x - hips.x, p.y - hips.y),
  );
  return {
    centre: hips,
    side: 2 * ROOM * Math.max(trunk, ...reach),
    turn: Math.atan2(shoulders.x - hips.x, hips.y - shoulders.y),
  };
}

/** A point of the picture in mask pixels. */
export function pointInMask(
  { square, size }: Pick<PersonMask, 'square' | 'size'>,
  p: Point,
): Point {
  const scale = size / square.side;
  const cos = Math.cos(square.turn) * scale;
  const sin = Math.sin(square.turn) * scale;
  const dx = p.x - square.centre.x;
  const dy = p.y - square.centre.y;
  return { x: size / 2 + dx * cos + dy * sin, y: size / 2 - dx * sin + dy * cos };
}

/** How surely this point (mask pixels, between pixel centres too) is the person; 0 outside the mask. */
export function maskAt({ size, values }: PersonMask, x: number, y: number): Fraction {
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= size || row >= size ? 0 : values[row * size + column]! / 255;
  const left = Math.floor(x - 0.5);
  const top = Math.floor(y - 0.5);
  const along = x - 0.5 - left;
  const down = y - 0.5 - top;
  return (
    (at(left, top) * (1 - along) + at(left + 1, top) * along) * (1 - down) +
    (at(left, top + 1) * (1 - along) + at(left + 1, top + 1) * along) * down
  );
}
