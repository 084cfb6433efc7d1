import type { Lifted } from '../../src/core/kinematics/lifter';
import { at, type BodyPoint } from '../../src/core/pose/landmarks';
import type { Degrees, Pixels } from '../../src/core/units';

interface Point {
  x: Pixels;
  y: Pixels;
}
type Vector = readonly [right: number, down: number, away: number];

/** Lengths as shares of stature (Drillis and Contini 1966, as in Winter, Biomechanics and Motor Control). */
const LENGTH = { trunk: 0.288, thigh: 0.245, shank: 0.246, upperArm: 0.186 };
/** A trunk pointing at the camera says nothing about size. */
const LEAST_TRUNK_SHOWN = 0.5;

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const size = (a: Vector): number => Math.sqrt(dot(a, a));

/**
 * Upper arms against the trunk's downward line, where no standing pose is known and so no skeleton: the arm as it lies
 * in the picture, as deep as its length leaves it, ahead of the person. The trunk is the lifter's.
 *
 * @param points in the lifter's order, px
 * @returns degrees, 0 = hanging along the trunk; without an error, which nobody has measured
 */
export function upperArmsAlone(
  points: readonly Point[],
  { trunkFlexion, lateralBend, camSin, camCos }: Lifted,
): { left: Degrees; right: Degrees } {
  const p = (name: BodyPoint): Point => points[at(name)]!;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [bend, aside] = [radians(trunkFlexion.value), radians(lateralBend.value)];
  // Of the person: to the left, up, ahead. The camera stands at this azimuth from ahead.
  const azimuth = Math.atan2(camSin.value, camCos.value);
  const left = -Math.sin(aside);
  const up = Math.cos(aside) * Math.cos(bend);
  const ahead = Math.cos(aside) * Math.sin(bend);
  const trunk: Vector = [
    left * Math.cos(azimuth) - ahead * Math.sin(azimuth),
    -up,
    -left * Math.sin(azimuth) - ahead * Math.cos(azimuth),
  ];

  const apart = (a: Point, b: Point): Pixels => Math.hypot(a.x - b.x, a.y - b.y);
  const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
  const trunkPx = apart(
    middle(p('leftShoulder'), p('rightShoulder')),
    middle(p('leftHip'), p('rightHip')),
  );
  // Stature in pixels as each part would have it. Foreshortened parts say too little, a slipped point too much: the
  // second largest.
  const statures = [
    apart(p('leftHip'), p('leftKnee')) / LENGTH.thigh,
    apart(p('rightHip'), p('rightKnee')) / LENGTH.thigh,
    apart(p('leftKnee'), p('leftAnkle')) / LENGTH.shank,
    apart(p('rightKnee'), p('rightAnkle')) / LENGTH.shank,
    trunkPx / Math.max(LEAST_TRUNK_SHOWN, Math.hypot(trunk[0], trunk[1])) / LENGTH.trunk,
  ].sort((a, b) => b - a);
  const armPx = LENGTH.upperArm * statures[1]!;

  const ofSide = (side: 'left' | 'right'): Degrees => {
    const shoulder = p(`${side}Shoulder`);
    const elbow = p(`${side}Elbow`);
    const flat = apart(shoulder, elbow);
    const depth = Math.sqrt(Math.max(0, armPx ** 2 - flat ** 2));
    const arm: Vector = [
      elbow.x - shoulder.x,
      elbow.y - shoulder.y,
      Math.cos(azimuth) > 0 ? -depth : depth,
    ];
    const cosine = -dot(arm, trunk) / Math.max(1e-9, size(arm) * size(trunk));
    return (Math.acos(Math.min(1, Math.max(-1, cosine))) * 180) / Math.PI;
  };
  return { left: ofSide('left'), right: ofSide('right') };
}
