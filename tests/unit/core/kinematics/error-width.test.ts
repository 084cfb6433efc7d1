import { describe, expect, it } from 'vitest';
import {
  errorWidth,
  WIDTH_TERMS,
  widthTerms,
  type Look,
} from '../../../../src/core/kinematics/error-width';
import { at, BODY_POINTS, type BodyPoint } from '../../../../src/core/pose/landmarks';

type Term = (typeof WIDTH_TERMS)[number];

/** Somebody upright, seen from in front, all points clear, half as tall as the picture is long. */
const UPRIGHT: Look = { trunk: 0, twist: 0, knees: 0, camSin: 0, camCos: 1 };
function termOf(
  term: Term,
  look: Partial<Look>,
  scores: Partial<Record<BodyPoint, number>> = {},
  sizePx = 320,
): number {
  const points = BODY_POINTS.map(() => ({ x: 0, y: 0, score: 0.9 }));
  for (const [name, score] of Object.entries(scores)) points[at(name as BodyPoint)]!.score = score;
  const terms = widthTerms({ ...UPRIGHT, ...look }, points, sizePx, 640);
  expect(terms).toHaveLength(WIDTH_TERMS.length);
  return terms[WIDTH_TERMS.indexOf(term)]!;
}

describe('what the width of an error depends on', () => {
  it('always on something, and on nothing else of somebody upright, clear and large', () => {
    for (const term of WIDTH_TERMS) expect(termOf(term, {})).toBe(term === 'always' ? 1 : 0);
  });

  it.each<[Term, Partial<Look>, number]>([
    ['trunk inclination / 90°', { trunk: 45 }, 0.5],
    ['trunk inclination / 90°', { trunk: 150 }, 4 / 3],
    ['trunk inclination / 90°', { trunk: -10 }, 0],
    ['|twist| up to 25°', { twist: -10 }, 0.4],
    ['|twist| up to 25°', { twist: 60 }, 1],
    ['|twist| beyond 25°', { twist: 25 }, 0],
    ['|twist| beyond 25°', { twist: -35 }, 0.4],
    ['|twist| beyond 25°', { twist: 90 }, 1],
    ['knees / 90°', { knees: 45 }, 0.5],
    ['knees / 90°', { knees: 180 }, 130 / 90],
    ['knees / 90°', { knees: -10 }, 0],
    // Sine and cosine of a net do not lie on the unit circle.
    ['seen from the side', { camSin: 3, camCos: 0 }, 1],
    ['seen from the side', { camSin: -0.6, camCos: -0.8 }, 0.36],
    ['seen from behind', { camSin: -0.6, camCos: -0.8 }, 0.8],
    ['seen from behind', { camSin: 0, camCos: 2 }, 0],
  ])('%s of %j: %d', (term, look, value) => {
    expect(termOf(term, look)).toBeCloseTo(value, 6);
  });

  it('a camera of which nothing is known is seen from nowhere', () => {
    const nowhere = { camSin: 0, camCos: 0 };
    expect(termOf('seen from the side', nowhere)).toBe(0);
    expect(termOf('seen from behind', nowhere)).toBe(0);
  });

  it.each<[Term, BodyPoint, BodyPoint]>([
    ['trunk points unclear', 'leftShoulder', 'leftWrist'],
    ['leg points unclear', 'rightKnee', 'leftShoulder'],
    ['hands or feet unclear', 'leftWrist', 'rightKnee'],
  ])('%s: the least clear of them, from a score of 0.6 down', (term, own, other) => {
    expect(termOf(term, {}, { [own]: 0.6 })).toBe(0);
    expect(termOf(term, {}, { [own]: 0.4 })).toBeCloseTo(0.2, 6);
    expect(termOf(term, {}, { [own]: -3 })).toBeCloseTo(0.6, 6);
    expect(termOf(term, {}, { [other]: 0 })).toBe(0);
  });

  it('a figure counts as small below 35 % of the longer side, wholly when there is none of it', () => {
    expect(termOf('small figure', {}, {}, 0.35 * 640)).toBeCloseTo(0, 6);
    expect(termOf('small figure', {}, {}, 0.35 * 320)).toBeCloseTo(0.5, 6);
    expect(termOf('small figure', {}, {}, 0)).toBe(1);
  });
});

describe('the width of an error', () => {
  it('is the sigma times the exponential of what it depends on, each by its own weight', () => {
    expect(errorWidth(2, [0.5, -1, 2], Float32Array.of(1, 2, 1))).toBeCloseTo(2 * Math.E ** 0.5, 6);
  });

  it('is between 0.8 and 12 times the sigma', () => {
    expect(errorWidth(2, [-9], Float32Array.of(1))).toBeCloseTo(1.6, 9);
    expect(errorWidth(2, [9], Float32Array.of(1))).toBeCloseTo(24, 9);
  });
});
