import { at, type BodyPoint } from '../pose/landmarks';
import type { Fraction, Pixels } from '../units';

/** A point in the picture, x right, y down. */
export interface Point {
  x: Pixels;
  y: Pixels;
}

/** The person's own upright standing, as the same camera saw it. */
export interface Standing {
  /** Median body points in the lifter's order, px; with how clearly they were seen, where that is known. */
  points: readonly (Point & { score?: Fraction })[];
  /** Ear-to-ankle height, px: the unit everything is divided by. */
  sizePx: Pixels;
}

const DEGREES = 180 / Math.PI;
const length = (p: Point): number => Math.hypot(p.x, p.y);
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });

function angleBetween(a: Point, b: Point): number {
  const scale = Math.max(length(a), 1e-9) * Math.max(length(b), 1e-9);
  return Math.acos(Math.min(1, Math.max(-1, (a.x * b.x + a.y * b.y) / scale))) * DEGREES;
}

/**
 * The lifter's input: body points of one frame, relative to the hips and in units of the person's own
 * standing size, with what a geometer would read off them first. The divisors only bring the columns
 * near one; they are those the weights were trained with, so any change here needs new weights.
 *
 * @param points body points of the frame in the lifter's order (15 or 19), px
 * @param standing the same points in upright standing, px
 * @param width, height size of the picture, px
 * @returns 87 numbers (15 points) or 103 (19 points)
 */
export function lifterFeatures(
  points: readonly Point[],
  standing: Standing,
  width: Pixels,
  height: Pixels,
): Float32Array {
  const size = standing.sizePx;
  const hips = middle(points[at('leftHip')]!, points[at('rightHip')]!);
  const standingHips = middle(standing.points[at('leftHip')]!, standing.points[at('rightHip')]!);
  const now = points.map((p) => ({ x: (p.x - hips.x) / size, y: (p.y - hips.y) / size }));
  const then = standing.points.map((p) => ({
    x: (p.x - standingHips.x) / size,
    y: (p.y - standingHips.y) / size,
  }));
  const n = (name: BodyPoint): Point => now[at(name)]!;
  const s = (name: BodyPoint): Point => then[at(name)]!;

  const shoulders = middle(n('leftShoulder'), n('rightShoulder'));
  const standingShoulders = middle(s('leftShoulder'), s('rightShoulder'));
  const shoulderLine = minus(n('leftShoulder'), n('rightShoulder'));
  const hipLine = minus(n('leftHip'), n('rightHip'));
  const thighs = [
    minus(n('leftKnee'), n('leftHip')),
    minus(n('rightKnee'), n('rightHip')),
  ] as const;
  const shanks = [
    minus(n('leftAnkle'), n('leftKnee')),
    minus(n('rightAnkle'), n('rightKnee')),
  ] as const;
  const longSide = Math.max(width, height);

  return Float32Array.from([
    // trunk line and how much of its standing length is left
    (Math.atan2(shoulders.x, -shoulders.y) * DEGREES) / 30,
    length(shoulders) * 4,
    length(shoulders) / length(standingShoulders),
    // shoulder and hip lines
    shoulderLine.x * 5,
    hipLine.x * 8,
    shoulderLine.y * 5,
    hipLine.y * 8,
    // legs: bend in the picture, then how long thigh and shank look
    angleBetween(thighs[0], shanks[0]) / 40,
    angleBetween(thighs[1], shanks[1]) / 40,
    length(thighs[0]) * 4,
    length(thighs[1]) * 4,
    length(shanks[0]) * 4,
    length(shanks[1]) * 4,
    // where the hips went since standing, and where the person is in the picture
    ((hips.y - standingHips.y) / size) * 4,
    ((hips.x - standingHips.x) / size) * 4,
    middle(n('leftAnkle'), n('rightAnkle')).y * 3,
    ((hips.x - width / 2) / longSide) * 3,
    ((hips.y - height / 2) / longSide) * 3,
    (size / longSide) * 2,
    // the standing pose itself: build, and which way the person faced
    standingShoulders.y * 4,
    standingShoulders.x * 10,
    middle(s('leftAnkle'), s('rightAnkle')).y * 2,
    (s('leftShoulder').x - s('rightShoulder').x) * 8,
    (s('leftHip').x - s('rightHip').x) * 8,
    (s('leftKnee').x - s('rightKnee').x) * 8,
    (s('leftAnkle').x - s('rightAnkle').x) * 8,
    (s('nose').x - middle(s('leftEar'), s('rightEar')).x) * 20,
    ...now.flatMap((p) => [p.x * 3, p.y * 3]),
    ...then.flatMap((p) => [p.x * 5, p.y * 5]),
  ]);
}

/** Trunk, thigh and shank as long as they look, the longer of each pair: the unit where no standing pose is known, px. */
export function figureSize(points: readonly Point[]): Pixels {
  const p = (name: BodyPoint): Point => points[at(name)]!;
  const shoulders = middle(p('leftShoulder'), p('rightShoulder'));
  const hips = middle(p('leftHip'), p('rightHip'));
  const longer = (from: 'Hip' | 'Knee', to: 'Knee' | 'Ankle'): number =>
    Math.max(
      length(minus(p(`left${from}`), p(`left${to}`))),
      length(minus(p(`right${from}`), p(`right${to}`))),
    );
  return Math.max(
    1,
    length(minus(shoulders, hips)) + longer('Hip', 'Knee') + longer('Knee', 'Ankle'),
  );
}

/**
 * The input of the lifter that knows no standing pose: the points of one frame relative to the hips, in units
 * of {@link figureSize}, and what a geometer would read off them.
 *
 * @param points body points of the frame in the lifter's order (15 or 19), px
 * @param width, height size of the picture, px
 * @returns 48 numbers (15 points) or 56 (19 points)
 */
export function aloneFeatures(
  points: readonly Point[],
  width: Pixels,
  height: Pixels,
): Float32Array {
  const size = figureSize(points);
  const hips = middle(points[at('leftHip')]!, points[at('rightHip')]!);
  const now = points.map((p) => ({ x: (p.x - hips.x) / size, y: (p.y - hips.y) / size }));
  const n = (name: BodyPoint): Point => now[at(name)]!;
  const shoulders = middle(n('leftShoulder'), n('rightShoulder'));
  const shoulderLine = minus(n('leftShoulder'), n('rightShoulder'));
  const hipLine = minus(n('leftHip'), n('rightHip'));
  const thighs = [
    minus(n('leftKnee'), n('leftHip')),
    minus(n('rightKnee'), n('rightHip')),
  ] as const;
  const shanks = [
    minus(n('leftAnkle'), n('leftKnee')),
    minus(n('rightAnkle'), n('rightKnee')),
  ] as const;
  const longSide = Math.max(width, height);
  return Float32Array.from([
    (Math.atan2(shoulders.x, -shoulders.y) * DEGREES) / 30,
    length(shoulders) * 4,
    shoulderLine.x * 5,
    hipLine.x * 8,
    shoulderLine.y * 5,
    hipLine.y * 8,
    angleBetween(thighs[0], shanks[0]) / 40,
    angleBetween(thighs[1], shanks[1]) / 40,
    length(thighs[0]) * 4,
    length(thighs[1]) * 4,
    length(shanks[0]) * 4,
    length(shanks[1]) * 4,
    middle(n('leftAnkle'), n('rightAnkle')).y * 3,
    (n('nose').x - middle(n('leftEar'), n('rightEar')).x) * 20,
    length(minus(middle(n('leftEar'), n('rightEar')), shoulders)) * 6,
    ((hips.x - width / 2) / longSide) * 3,
    ((hips.y - height / 2) / longSide) * 3,
    (size / longSide) * 2,
    ...now.flatMap((p) => [p.x * 3, p.y * 3]),
  ]);
}
