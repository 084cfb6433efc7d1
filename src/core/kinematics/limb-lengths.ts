import { at, type BodyPoint } from '../pose/landmarks';
import type { Fraction, Pixels } from '../units';
import type { ScoredPoint } from './error-width';

/**
 * How long parts of a body can look, in the person's own standing size (ear to ankle): a fifth more than the
 * longest of 999 in 1 000 frames of rendered and real people, which includes coming nearer to the camera. A part
 * that looks longer has a point that belongs to something else.
 */
const LONGEST = (['left', 'right'] as const).flatMap((side) => [
  [`${side}Shoulder`, `${side}Elbow`, 0.34] as const,
  [`${side}Elbow`, `${side}Wrist`, 0.34] as const,
  [`${side}Hip`, `${side}Knee`, 0.43] as const,
  [`${side}Knee`, `${side}Ankle`, 0.46] as const,
  [`${side}Shoulder`, `${side}Hip`, 0.52] as const,
  [`${side}Ear`, `${side}Shoulder`, 0.3] as const,
]);
const WIDEST = [
  ['leftShoulder', 'rightShoulder', 0.37],
  ['leftHip', 'rightHip', 0.26],
] as const;
/** As places in the lifter's order. */
const PARTS = [...LONGEST, ...WIDEST].map(
  ([from, to, share]: readonly [BodyPoint, BodyPoint, Fraction]) =>
    [at(from), at(to), share] as const,
);

/** Points with less confidence than this are lost. */
const LOST_SCORE = 0.1;
/** Each lost point makes every error this much wider at least, whatever the net thinks of the others; ours. */
const LOST_WIDENS = 1.5;
const LOST_COUNTED = 4;

/**
 * How much wider errors are for points that are lost, in the frame or in the standing pose that it is measured
 * against: 1 or more.
 * @param looks trusted points in the lifter's order
 */
export function lostWidening(looks: readonly (readonly ScoredPoint[])[]): number {
  const lost = looks[0]!.filter((_, i) => looks.some((points) => points[i]!.score < LOST_SCORE));
  return LOST_WIDENS ** Math.min(LOST_COUNTED, lost.length);
}

/**
 * The same points, those at the ends of impossibly long parts without any confidence.
 * @param points in the lifter's order, px
 * @param sizePx ear-to-ankle height of the person standing
 */
export function trustedPoints(
  points: readonly ScoredPoint[],
  sizePx: Pixels,
): readonly ScoredPoint[] {
  const lost = new Set<number>();
  for (const [from, to, share] of PARTS) {
    const a = points[from]!,
      b = points[to]!;
    if ((a.x - b.x) ** 2 + (a.y - b.y) ** 2 <= (share * sizePx) ** 2) continue;
    lost.add(from);
    lost.add(to);
  }
  return lost.size === 0 ? points : points.map((p, i) => (lost.has(i) ? { ...p, score: 0 } : p));
}
