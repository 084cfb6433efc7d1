import table from './detector-differences.json';
import type { PicturePoint } from './detector-errors';
import type { Random } from './random';

/** How far one point of a detector lies from where its bigger fellow puts it; shares of the standing size. */
interface PointDifference {
  /** What lasts through a posture, across and along the picture. */
  slow: [number, number];
  /** What changes from frame to frame. */
  quick: [number, number];
  /** How often it is far off, and how far. */
  lost: number;
  far: number;
}

/** By point in the lifter's order, for an upright and a bent person. */
export interface Difference {
  upright: PointDifference[];
  bent: PointDifference[];
}

/** Measured on the same frames as its fellow: MoveNet lightning to thunder, BlazePose lite to full (see the file). */
export const DIFFERENCES = table as unknown as Record<
  'movenet-lightning' | 'blazepose-lite',
  Difference
>;

/** Bends between these are mixed: degrees of trunk inclination. */
const UPRIGHT_UP_TO = 20,
  BENT_FROM = 60;

/** Where the smaller detector puts the points of which the bigger one's are given; the same points without a difference. */
export function blurred<P extends PicturePoint>(
  points: readonly P[],
  sizePx: number,
  trunkDegrees: number,
  difference: Difference | null,
  random: Random,
): P[] {
  if (difference === null) return [...points];
  const bend = Math.min(
    1,
    Math.max(0, (trunkDegrees - UPRIGHT_UP_TO) / (BENT_FROM - UPRIGHT_UP_TO)),
  );
  const { upright, bent } = difference;
  return points.map((p, i) => {
    const own = random.next() < bend ? bent[i]! : upright[i]!;
    const far = random.chance(own.lost) ? own.far : 0;
    const [x, y] = [0, 1].map(
      (axis) =>
        sizePx *
        (random.normal(0, own.slow[axis]) +
          random.normal(0, own.quick[axis]) +
          random.normal(0, far)),
    ) as [number, number];
    return { ...p, x: p.x + x, y: p.y + y };
  });
}
