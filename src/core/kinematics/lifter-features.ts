import { oncePer } from '../once-per';
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

const [NOSE, LEFT_EAR, RIGHT_EAR, LEFT_SHOULDER, RIGHT_SHOULDER] = (
  ['nose', 'leftEar', 'rightEar', 'leftShoulder', 'rightShoulder'] as const
).map(at) as [number, number, number, number, number];
const [LEFT_HIP, RIGHT_HIP, LEFT_KNEE, RIGHT_KNEE, LEFT_ANKLE, RIGHT_ANKLE] = (
  ['leftHip', 'rightHip', 'leftKnee', 'rightKnee', 'leftAnkle', 'rightAnkle'] as const
).map(at) as [number, number, number, number, number, number];

/** Points relative to the hips' middle in some unit. */
class Figure {
  readonly hips: Point;
  readonly #points: readonly Point[];
  readonly #sizePx: Pixels;

  constructor(points: readonly Point[], sizePx: Pixels) {
    this.hips = middle(points[LEFT_HIP]!, points[RIGHT_HIP]!);
    this.#points = points;
    this.#sizePx = sizePx;
  }

  /** @param i in the lifter's order */
  at(i: number): Point {
    const p = this.#points[i]!;
    return { x: (p.x - this.hips.x) / this.#sizePx, y: (p.y - this.hips.y) / this.#sizePx };
  }
  between(i: number, k: number): Point {
    return middle(this.at(i), this.at(k));
  }
  from(i: number, to: number): Point {
    return minus(this.at(i), this.at(to));
  }
}

/** A net's input, column after column. */
class Columns {
  readonly values: Float32Array;
  #next = 0;

  constructor(count: number) {
    this.values = new Float32Array(count);
  }

  add(value: number): void {
    this.values[this.#next++] = value;
  }

  /** How the trunk leans, and how long it looks. */
  addTrunk(shoulders: Point): void {
    this.add((Math.atan2(shoulders.x, -shoulders.y) * DEGREES) / 30);
    this.add(length(shoulders) * 4);
  }

  /** The lines across the trunk. */
  addAcross(figure: Figure): void {
    const shoulders = figure.from(LEFT_SHOULDER, RIGHT_SHOULDER),
      hips = figure.from(LEFT_HIP, RIGHT_HIP);
    this.add(shoulders.x * 5);
    this.add(hips.x * 8);
    this.add(shoulders.y * 5);
    this.add(hips.y * 8);
  }

  /** Bend of the legs in the picture, then how long thighs and shanks look. */
  addLegs(figure: Figure): void {
    const leftThigh = figure.from(LEFT_KNEE, LEFT_HIP),
      rightThigh = figure.from(RIGHT_KNEE, RIGHT_HIP),
      leftShank = figure.from(LEFT_ANKLE, LEFT_KNEE),
      rightShank = figure.from(RIGHT_ANKLE, RIGHT_KNEE);
    this.add(angleBetween(leftThigh, leftShank) / 40);
    this.add(angleBetween(rightThigh, rightShank) / 40);
    this.add(length(leftThigh) * 4);
    this.add(length(rightThigh) * 4);
    this.add(length(leftShank) * 4);
    this.add(length(rightShank) * 4);
  }

  /** Where the person is in the picture, and how large. */
  addPlace(hips: Point, sizePx: Pixels, width: Pixels, height: Pixels): void {
    const longSide = Math.max(width, height);
    this.add(((hips.x - width / 2) / longSide) * 3);
    this.add(((hips.y - height / 2) / longSide) * 3);
    this.add((sizePx / longSide) * 2);
  }

  addAll(values: Float32Array): void {
    this.values.set(values, this.#next);
    this.#next += values.length;
  }

  addPoints(figure: Figure, count: number, scale: number): void {
    for (let i = 0; i < count; i++) {
      const { x, y } = figure.at(i);
      this.add(x * scale);
      this.add(y * scale);
    }
  }
}

/** What a standing pose adds to the input, the same for every frame that is measured against it. */
interface StandingColumns {
  hips: Point;
  /** How long the trunk looks, standing sizes. */
  trunkLength: number;
  /** Build, and which way the person faced. */
  build: Float32Array;
  points: Float32Array;
}

const standingColumns = oncePer(({ points, sizePx }: Standing): StandingColumns => {
  const stood = new Figure(points, sizePx);
  const shoulders = stood.between(LEFT_SHOULDER, RIGHT_SHOULDER);
  const build = new Columns(8);
  build.add(shoulders.y * 4);
  build.add(shoulders.x * 10);
  build.add(stood.between(LEFT_ANKLE, RIGHT_ANKLE).y * 2);
  build.add(stood.from(LEFT_SHOULDER, RIGHT_SHOULDER).x * 8);
  build.add(stood.from(LEFT_HIP, RIGHT_HIP).x * 8);
  build.add(stood.from(LEFT_KNEE, RIGHT_KNEE).x * 8);
  build.add(stood.from(LEFT_ANKLE, RIGHT_ANKLE).x * 8);
  build.add(minus(stood.at(NOSE), stood.between(LEFT_EAR, RIGHT_EAR)).x * 20);
  const pairs = new Columns(2 * points.length);
  pairs.addPoints(stood, points.length, 5);
  return {
    hips: stood.hips,
    trunkLength: length(shoulders),
    build: build.values,
    points: pairs.values,
  };
});

/**
 * The lifter's input: body points of one frame, relative to the hips and in units of the person's own
 * standing size, with what a geometer would read off them first. The divisors only bring the columns
 * near one; they are those the weights were trained with, so any change here needs new weights.
 *
 * @param points body points of the frame in the lifter's order (15 or 19), px
 * @param standing the same points in upright standing, px; never changed afterwards
 * @param width, height size of the picture, px
 * @returns 87 numbers (15 points) or 103 (19 points)
 */
export function lifterFeatures(
  points: readonly Point[],
  standing: Standing,
  width: Pixels,
  height: Pixels,
): Float32Array {
  const { sizePx: size } = standing;
  const stood = standingColumns(standing);
  const now = new Figure(points, size);
  const shoulders = now.between(LEFT_SHOULDER, RIGHT_SHOULDER);
  const columns = new Columns(27 + 2 * points.length + stood.points.length);
  columns.addTrunk(shoulders);
  // how much of the trunk's standing length is left
  columns.add(length(shoulders) / stood.trunkLength);
  columns.addAcross(now);
  columns.addLegs(now);
  // where the hips went since standing
  columns.add(((now.hips.y - stood.hips.y) / size) * 4);
  columns.add(((now.hips.x - stood.hips.x) / size) * 4);
  columns.add(now.between(LEFT_ANKLE, RIGHT_ANKLE).y * 3);
  columns.addPlace(now.hips, size, width, height);
  columns.addAll(stood.build);
  columns.addPoints(now, points.length, 3);
  columns.addAll(stood.points);
  return columns.values;
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
  const now = new Figure(points, size);
  const shoulders = now.between(LEFT_SHOULDER, RIGHT_SHOULDER),
    ears = now.between(LEFT_EAR, RIGHT_EAR);
  const columns = new Columns(18 + 2 * points.length);
  columns.addTrunk(shoulders);
  columns.addAcross(now);
  columns.addLegs(now);
  columns.add(now.between(LEFT_ANKLE, RIGHT_ANKLE).y * 3);
  columns.add(minus(now.at(NOSE), ears).x * 20);
  columns.add(length(minus(ears, shoulders)) * 6);
  columns.addPlace(now.hips, size, width, height);
  columns.addPoints(now, points.length, 3);
  return columns.values;
}
