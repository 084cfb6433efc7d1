import { SKELETON_JOINTS, type Body, type BodyVector } from '../../core/kinematics/skeleton';
import type { Degrees, Metres } from '../../core/units';

/** From where a body is looked at: 0 = from in front of it, 90 = from its left; how far from above. */
export interface Viewpoint {
  azimuth: Degrees;
  elevation: Degrees;
}

/** A point of the picture in metres: to the right, up; and how far it is behind the middle of the hips. */
export interface Seen {
  x: Metres;
  y: Metres;
  depth: Metres;
}

/** A vector from the middle of the hips as it is seen from `view`, without perspective. */
export function seenFrom([left, up, ahead]: BodyVector, view: Viewpoint): Seen {
  const a = (view.azimuth * Math.PI) / 180;
  const e = (view.elevation * Math.PI) / 180;
  // From in front, the person's left is on the right.
  const x = left * Math.cos(a) - ahead * Math.sin(a);
  const near = left * Math.sin(a) + ahead * Math.cos(a);
  return {
    x,
    y: up * Math.cos(e) - near * Math.sin(e),
    depth: -(near * Math.cos(e) + up * Math.sin(e)),
  };
}

/** Where the feet are below the hips, m: the lowest ankle. */
export const floorOf = ({ joints }: Body): Metres =>
  Math.min(joints.leftAnkle.at[1], joints.rightAnkle.at[1]);

/** The room a whole lift needs, from any side: a ball around the middle of the feet. */
export function reachOf(bodies: readonly Body[]): Metres {
  let reach = 0.5;
  for (const body of bodies) {
    const floor = floorOf(body);
    for (const joint of SKELETON_JOINTS) {
      const [left, up, ahead] = body.joints[joint].at;
      reach = Math.max(reach, Math.hypot(left, ahead), (up - floor) / 2);
    }
  }
  return reach;
}
