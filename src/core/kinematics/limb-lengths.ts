import { at, type BodyPoint } from '../pose/landmarks';
import type { Fraction, Pixels } from '../units';
import type { ScoredPoint } from './error-width';
import type { Point } from './lifter-features';

/**
 * How long parts of a body can look, in the person's own standing size (ear to ankle): a fifth more than the
 * longest of 999 in 1 000 frames of rendered and real people, which includes coming nearer to the camera. A part
 * that looks longer has a point that belongs to something else.
 */
const LONGEST: readonly (readonly [BodyPoint, BodyPoint, Fraction])[] = (
  ['left', 'right'] as const
).flatMap((side) => [
  [`${side}Shoulder`, `${side}Elbow`, 0.34] as const,
  [`${side}Elbow`, `${side}Wrist`, 0.34] as const,
  [`${side}Hip`, `${side}Knee`, 0.43] as const,
  [`${side}Knee`, `${side}Ankle`, 0.46] as const,
  [`${side}Shoulder`, `${side}Hip`, 0.52] as const,
  [`${side}Ear`, `${side}Shoulder`, 0.3] as const,
]);
const WIDEST: typeof LONGEST = [
  ['leftShoulder', 'rightShoulder', 0.37],
  ['leftHip', 'rightHip', 0.26],
];

/** Points with less confidence than this are lost. */
const LOST_SCORE = 0.1;
/** Each lost point makes every error this much wider at least, whatever the net thinks of the others; ours. */
const LOST_WIDENS = 1.5;
const LOST_COUNTED = 4;

/**
 * How much wider errors are for points that are lost or impossibly far from their fellows, in the frame or in the
 * standing pose that it is measured against: 1 or more.
 * @param looks points in the lifter's order, px; those without a score count as seen
 * @param sizePx ear-to-ankle height of the person standing
 */
export function lostWidening(
  looks: readonly (readonly (Point & { score?: Fraction })[])[],
  sizePx: Pixels,
): number {
  const isLost = looks.map((points) =>
    trustedPoints(
      points.map(({ x, y, score = 1 }) => ({ x, y, score })),
      sizePx,
    ).map(({ score }) => score < LOST_SCORE),
  );
  const lost = isLost[0]!.filter((_, i) => isLost.some((look) => look[i])).length;
  return LOST_WIDENS ** Math.min(LOST_COUNTED, lost);
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
  for (const [from, to, share] of [...LONGEST, ...WIDEST]) {
    const a = points[at(from)]!,
      b = points[at(to)]!;
    if (Math.hypot(a.x - b.x, a.y - b.y) <= share * sizePx) continue;
    lost.add(at(from));
    lost.add(at(to));
  }
  return lost.size === 0 ? points : points.map((p, i) => (lost.has(i) ? { ...p, score: 0 } : p));
}
