import { maskAt, middleOf, pointInMask, type PersonMask } from '../pose/person-mask';
import type { Pose } from '../pose/pose';
import type { Degrees, Fraction, Seconds } from '../units';

/** What a second look at one picture says about the back. */
export interface BackLook {
  timeS: Seconds;
  /**
   * Direction of the upper back's outline against the line from hips to shoulders, + when it opens towards the
   * shoulders; null when the outline is not clear. A straight back opens (about 9°): the hips fill the lower end of
   * the trunk and the shoulder blades stand out. A rounded one turns back towards the line (about 2°).
   */
  upperBackDeg: Degrees | null;
}

/** Where along the trunk the outline is read: shares of the way from hips to shoulders. */
const STEP: Fraction = 0.05;
/** The upper back: above the waist, whose folds and belts say little, and below the collar. */
const UPPER_BACK: [from: Fraction, to: Fraction] = [0.3, 0.85];
/** A little beyond it on either side: what sticks out there is no back. */
const ABOUT_UPPER_BACK: [from: Fraction, to: Fraction] = [0.15, 0.9];
/** No back stands at 45° to the line between hips and shoulders: a bag, a hand, a shirt that hangs off. */
const STEEPEST: Fraction = 1;
/** Hip joints lie this deep inside a bent body, in trunk lengths; else the hips found are not where hips are. */
const HIPS_INSIDE: Fraction = 0.14;
const ABOUT_HIPS: [from: Fraction, to: Fraction] = [-0.05, 0.05];
/** No back is further from the line between hips and shoulders: something behind the person is in the mask. */
const FARTHEST: Fraction = 0.6;
/** Mask pixels that a trunk must have for its outline to have a shape. */
const SHORTEST_TRUNK = 25;
const EDGE = 0.5;
/** Mask pixels from one reading to the next on the way out to the edge. */
const STRIDE = 0.5;

interface OutlinePoint {
  /** Share of the way from hips to shoulders. */
  along: Fraction;
  /** Distance of the outline from that line, trunk lengths. */
  out: Fraction;
}

/**
 * The outline of the back over the line from hips to shoulders. The back of a bent person is the side that looks up:
 * face, knees, arms and load are on the other one.
 *
 * @param pose in pixels of the picture that the mask's square was cut from
 * @returns null where the line itself leaves the mask, or when the trunk is too short
 */
export function backOutline(
  mask: PersonMask,
  pose: Pose,
  [from, to]: [Fraction, Fraction],
): OutlinePoint[] | null {
  const [hips, shoulders] = [middleOf(pose, 'Hip'), middleOf(pose, 'Shoulder')];
  if (hips === null || shoulders === null) return null;
  const low = pointInMask(mask, hips);
  const high = pointInMask(mask, shoulders);
  const trunk = Math.hypot(high.x - low.x, high.y - low.y);
  if (!(trunk >= SHORTEST_TRUNK)) return null;
  const axis = { x: (high.x - low.x) / trunk, y: (high.y - low.y) / trunk };
  const { turn } = mask.square;
  const up = { x: -Math.sin(turn), y: -Math.cos(turn) };
  const side = axis.x * up.y - axis.y * up.x > 0 ? 1 : -1;
  const back = { x: -axis.y * side, y: axis.x * side };
  const points: OutlinePoint[] = [];
  const steps = Math.round((to - from) / STEP);
  for (let k = 0; k <= steps; k++) {
    const along = from + k * STEP;
    const start = { x: low.x + axis.x * trunk * along, y: low.y + axis.y * trunk * along };
    const out = wayOut(mask, start, back, FARTHEST * trunk);
    if (out === null) return null;
    points.push({ along, out: out / trunk });
  }
  return points;
}

/** Mask pixels from a point inside to the edge of the mask; null when it is not inside, or the edge too far. */
function wayOut(
  mask: PersonMask,
  start: { x: number; y: number },
  direction: { x: number; y: number },
  farthest: number,
): number | null {
  const read = (far: number): Fraction =>
    maskAt(mask, start.x + direction.x * far, start.y + direction.y * far);
  let here = read(0);
  if (here < EDGE) return null;
  for (let far = 0; far < farthest; far += STRIDE) {
    const next = read(far + STRIDE);
    if (next < EDGE) return far + (STRIDE * (here - EDGE)) / (here - next);
    here = next;
  }
  return null;
}

/** A second look at one picture of a bent person. @param pose as for `backOutline` */
export function lookAtBack(mask: PersonMask, pose: Pose, timeS: Seconds): BackLook {
  const unclear: BackLook = { timeS, upperBackDeg: null };
  const hips = backOutline(mask, pose, ABOUT_HIPS);
  if (hips === null || hips.some(({ out }) => out < HIPS_INSIDE)) return unclear;
  const outline = backOutline(mask, pose, ABOUT_UPPER_BACK);
  if (outline === null || outline.some(isSteepAfter)) return unclear;
  const [from, to] = UPPER_BACK;
  const upper = outline.filter(({ along }) => along > from - STEP / 2 && along < to + STEP / 2);
  // As it is kept, so that a saved look says the same again.
  return { timeS, upperBackDeg: Math.round(slope(upper) * 10) / 10 };
}

const isSteepAfter = ({ out }: OutlinePoint, k: number, all: readonly OutlinePoint[]): boolean =>
  k + 1 < all.length && Math.abs(all[k + 1]!.out - out) > STEEPEST * STEP;

/** Direction of the line through the points: the median over all pairs, so that a bump of a few does not turn it. */
function slope(points: readonly OutlinePoint[]): Degrees {
  const slopes = points.flatMap((a, i) =>
    points.slice(i + 1).map((b) => (b.out - a.out) / (b.along - a.along)),
  );
  return (Math.atan(median(slopes)) * 180) / Math.PI;
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

export type BackShape = 'rounded' | 'straight' | 'unclear';

/**
 * Rule ROUND-2: below the first probably rounded, above the second probably straight, cannot tell in between. Chosen
 * on some 400 frames of ten rendered clips seen from the side (5 bodies, 3 lifts with a rounded back among 12), where
 * the middles of the two groups lie at 2.6° and 9.4°. So few lifts decide little: the gap is wide.
 */
const ROUNDED_BELOW: Degrees = 4.5;
const STRAIGHT_ABOVE: Degrees = 7.5;

export function backShape(upperBackDeg: Degrees | null): BackShape {
  if (upperBackDeg === null) return 'unclear';
  if (upperBackDeg < ROUNDED_BELOW) return 'rounded';
  return upperBackDeg > STRAIGHT_ABOVE ? 'straight' : 'unclear';
}

/**
 * A rough lumbar flexion from the outline (line through the same frames): good for "about 40°", so it is kept in tens
 * and never shown to people.
 */
export const ROUGH_FLEXION_ERROR: Degrees = 20;
export function roughFlexion(upperBackDeg: Degrees): Degrees {
  return 10 * Math.min(7, Math.max(0, Math.round((42 - 3.3 * upperBackDeg) / 10)));
}
