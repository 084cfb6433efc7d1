import type { Measure } from '../kinematics/measure';
import { judge } from '../kinematics/moment';
import type { Skeleton } from '../kinematics/skeleton';
import type { Fraction } from '../units';

/**
 * Rule BODY-3: a joint's error is that along its worst axis, and not all of it turns the arm. With this share of the angle
 * under which the elbow's error is seen from the shoulder, nine in ten arms of simulated people in any posture were held
 * (with all of it 97 in a hundred).
 */
const TURNS: Fraction = 0.75;

const DEGREES = 180 / Math.PI;

/**
 * How far an upper arm is from hanging straight down, whichever way, degrees: shoulder to elbow in three dimensions. The
 * angle of the arm to the trunk cannot tell it: less the trunk's inclination it is only the least that it can be, and on
 * simulated people that missed by 47° (nine in ten; this by 22°).
 */
export function armFromVertical({ joints }: Skeleton, side: 'left' | 'right'): Measure {
  const elbow = joints[`${side}Elbow`];
  const [left, up, ahead] = joints[`${side}Shoulder`].at.map((from, k) => elbow.at[k]! - from) as [
    number,
    number,
    number,
  ];
  const aside = Math.hypot(left, ahead);
  const value = Math.atan2(aside, -up) * DEGREES;
  const error = TURNS * Math.atan2(elbow.error, Math.hypot(aside, up)) * DEGREES;
  return judge('upperArmLeftDeg', value, error);
}

/** The arm that is further from vertical; where only one of them is judged, that one: they hold the same load. */
export function furtherArm(skeleton: Skeleton): Measure {
  const [left, right] = [armFromVertical(skeleton, 'left'), armFromVertical(skeleton, 'right')];
  if ((left.judged === true) !== (right.judged === true))
    return left.judged === true ? left : right;
  return right.value! > left.value! ? right : left;
}
