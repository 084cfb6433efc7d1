import { at, BODY_POINTS, type BodyPoint } from '../pose/landmarks';
import type { Pixels } from '../units';
import { lift, LIFTER_OUTPUTS, type Lifted, type Lifter, type LifterOutput } from './lifter';
import { lifterFeatures, type Point, type Standing } from './lifter-features';

/** For each body point the place of its fellow on the other side. */
const FELLOW = BODY_POINTS.map((name) => {
  const other = name.startsWith('left')
    ? name.replace('left', 'right')
    : name.replace('right', 'left');
  return at(other as BodyPoint);
});

/** What each output of the mirrored picture says about the real one. */
const MIRRORED: Partial<Record<LifterOutput, { from: LifterOutput; sign: number }>> = {
  lateralBend: { from: 'lateralBend', sign: -1 },
  axialTwist: { from: 'axialTwist', sign: -1 },
  camSin: { from: 'camSin', sign: -1 },
  kneeFlexionL: { from: 'kneeFlexionR', sign: 1 },
  kneeFlexionR: { from: 'kneeFlexionL', sign: 1 },
};

const mirrored = (points: readonly Point[], width: Pixels): Point[] =>
  points.map((_, i) => {
    const fellow = points[FELLOW[i]!]!;
    return { x: width - fellow.x, y: fellow.y };
  });

/**
 * One frame's measures by the lifter. Lifters that take the whole standing pose look twice, the second
 * time in the mirror, and the mean of both counts: steadier, and the same for a left-hander's lift as for
 * a right-hander's.
 *
 * @param points body points of the frame in the lifter's order, px
 * @param standing the same person's upright standing, px
 * @param width, height size of the picture, px
 */
export function liftPose(
  lifter: Lifter,
  points: readonly Point[],
  standing: Standing,
  width: Pixels,
  height: Pixels,
): Lifted {
  const straight = lift(
    lifter,
    lifterFeatures(points, standing, width, height, lifter.wholeStanding),
  );
  if (!lifter.wholeStanding) return straight;
  const standingMirrored = { points: mirrored(standing.points, width), sizePx: standing.sizePx };
  const other = lift(
    lifter,
    lifterFeatures(mirrored(points, width), standingMirrored, width, height, true),
  );
  return Object.fromEntries(
    LIFTER_OUTPUTS.map((name) => {
      const { from, sign } = MIRRORED[name] ?? { from: name, sign: 1 };
      const a = straight[name],
        b = other[from];
      return [name, { mean: (a.mean + sign * b.mean) / 2, sigma: (a.sigma + b.sigma) / 2 }];
    }),
  ) as Lifted;
}
