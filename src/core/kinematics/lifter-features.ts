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

/** Points relative to the hips' middle in some unit, and where each is. */
function aboutHips(points: readonly Point[], sizePx: Pixels) {
  const hips = middle(points[at('leftHip')]!, points[at('rightHip')]!);
  const all = points.map((p) => ({ x: (p.x - hips.x) / sizePx, y: (p.y - hips.y) / sizePx }));
  return { hips, all, point: (name: BodyPoint): Point => all[at(name)]! };
}

/** What both kinds of input say of one frame: trunk and lines across it, the bend and length of the legs. */
function frameFacts(points: readonly Point[], sizePx: Pixels) {
  const { hips, all: now, point: n } = aboutHips(points, sizePx);
  const shoulders = middle(n('leftShoulder'), n('rightShoulder'));
  const shoulderLine = minus(n('leftShoulder'), n('rightShoulder'));
  const hipLine = minus(n('leftHip'), n('rightHip'));
  const legs = (['left', 'right'] as const).map((side) => ({
    thigh: minus(n(`${side}Knee`), n(`${side}Hip`)),
    shank: minus(n(`${side}Ankle`), n(`${side}Knee`)),
  }));
  return {
    hips,
    n,
    shoulders,
    trunk: [(Math.atan2(shoulders.x, -shoulders.y) * DEGREES) / 30, length(shoulders) * 4],
    across: [shoulderLine.x * 5, hipLine.x * 8, shoulderLine.y * 5, hipLine.y * 8],
    // bend in the picture, then how long thigh and shank look
    legs: [
      ...legs.map(({ thigh, shank }) => angleBetween(thigh, shank) / 40),
      ...legs.map(({ thigh }) => length(thigh) * 4),
      ...legs.map(({ shank }) => length(shank) * 4),
    ],
    feet: middle(n('leftAnkle'), n('rightAnkle')).y * 3,
    points: now.flatMap((p) => [p.x * 3, p.y * 3]),
  };
}

/** Where the person is in the picture, and how large. */
function place(hips: Point, sizePx: Pixels, width: Pixels, height: Pixels): number[] {
  const longSide = Math.max(width, height);
  return [
    ((hips.x - width / 2) / longSide) * 3,
    ((hips.y - height / 2) / longSide) * 3,
    (sizePx / longSide) * 2,
  ];
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
  const frame = frameFacts(points, size);
  const { hips: standingHips, all: then, point: s } = aboutHips(standing.points, size);
  const standingShoulders = middle(s('leftShoulder'), s('rightShoulder'));
  return Float32Array.from([
    ...frame.trunk,
    // how much of the trunk's standing length is left
    length(frame.shoulders) / length(standingShoulders),
    ...frame.across,
    ...frame.legs,
    // where the hips went since standing
    ((frame.hips.y - standingHips.y) / size) * 4,
    ((frame.hips.x - standingHips.x) / size) * 4,
    frame.feet,
    ...place(frame.hips, size, width, height),
    // the standing pose itself: build, and which way the person faced
    standingShoulders.y * 4,
    standingShoulders.x * 10,
    middle(s('leftAnkle'), s('rightAnkle')).y * 2,
    (s('leftShoulder').x - s('rightShoulder').x) * 8,
    (s('leftHip').x - s('rightHip').x) * 8,
    (s('leftKnee').x - s('rightKnee').x) * 8,
    (s('leftAnkle').x - s('rightAnkle').x) * 8,
    (s('nose').x - middle(s('leftEar'), s('rightEar')).x) * 20,
    ...frame.points,
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
  const { hips, n, shoulders, ...frame } = frameFacts(points, size);
  const ears = middle(n('leftEar'), n('rightEar'));
  return Float32Array.from([
    ...frame.trunk,
    ...frame.across,
    ...frame.legs,
    frame.feet,
    (n('nose').x - ears.x) * 20,
    length(minus(ears, shoulders)) * 6,
    ...place(hips, size, width, height),
    ...frame.points,
  ]);
}
