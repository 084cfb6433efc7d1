import { LEG_POINTS, REACH_POINTS, TRUNK_POINTS } from '../pose/framing';
import { at, type BodyPoint } from '../pose/landmarks';
import type { Pixels } from '../units';
import type { Point } from './lifter-features';

/** A body point with the detector's confidence. */
export interface ScoredPoint extends Point {
  score: number;
}

/** What the width of an error depends on, beyond the sigma that the net itself states. */
export const WIDTH_TERMS = [
  'always',
  'trunk inclination / 90°',
  '|twist| up to 25°',
  '|twist| beyond 25°',
  'knees / 90°',
  'seen from the side',
  'seen from behind',
  'trunk points unclear',
  'leg points unclear',
  'hands or feet unclear',
  'small figure',
] as const;
/** From this term on a coefficient is never negative: what is seen worse is never surer. */
export const NEVER_NARROWS_FROM = 7;

/** Scores up to here count as unclear, the more the lower. */
const CLEAR_SCORE = 0.6;
/** Figures shorter than this share of the picture's longer side count as small. */
const SMALL_SHARE = 0.35;
/** A width is the sigma times something between these. */
const FACTOR = [0.8, 12] as const;

/** What a posture looks like, as far as errors depend on it; degrees, and the camera's direction as sine and cosine. */
export interface Look {
  trunk: number;
  twist: number;
  knees: number;
  camSin: number;
  camCos: number;
}

/**
 * The terms of one frame.
 * @param points in the lifter's order, px
 * @param sizePx ear-to-ankle height of the person standing, or what is nearest to it, px
 * @param longSide of the picture, px
 */
export function widthTerms(
  look: Look,
  points: readonly ScoredPoint[],
  sizePx: Pixels,
  longSide: Pixels,
): Float32Array {
  const unclear = (names: readonly BodyPoint[]): number => {
    let least = CLEAR_SCORE;
    for (const name of names) least = Math.min(least, Math.max(0, points[at(name)]!.score));
    return CLEAR_SCORE - least;
  };
  const round = Math.max(1e-6, Math.hypot(look.camSin, look.camCos));
  return Float32Array.of(
    1,
    Math.min(120, Math.max(0, look.trunk)) / 90,
    Math.min(25, Math.abs(look.twist)) / 25,
    Math.min(25, Math.max(0, Math.abs(look.twist) - 25)) / 25,
    Math.min(130, Math.max(0, look.knees)) / 90,
    (look.camSin / round) ** 2,
    Math.max(0, -look.camCos / round),
    unclear(TRUNK_POINTS),
    unclear(LEG_POINTS),
    unclear(REACH_POINTS),
    Math.max(0, 1 - sizePx / longSide / SMALL_SHARE),
  );
}

/**
 * Half-width of the 90 % error: the net's sigma times exp(coefficients · terms). The coefficients are the 90th
 * percentile regression of log(|error| / sigma) on rendered people that the net had not seen (training/error-widths.ts).
 */
export function errorWidth(
  sigma: number,
  coefficients: readonly number[],
  terms: Float32Array,
): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += coefficients[i]! * terms[i]!;
  return sigma * Math.min(FACTOR[1], Math.max(FACTOR[0], Math.exp(sum)));
}
