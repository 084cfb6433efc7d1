import { bodyCut, keypoint } from '../pose/framing';
import type { BodyPoint } from '../pose/landmarks';
import type { Keypoint, Pose } from '../pose/pose';
import { isErect, stanceOf } from '../kinematics/stance';
import type { Degrees, Fraction, Pixels } from '../units';

/** What can be asked for with the arms: the next person, once more, an end. */
export const GESTURE_IDS = ['next', 'redo', 'stop'] as const;
export type GestureId = (typeof GESTURE_IDS)[number];

/** The three places of a straight arm that are told apart, all in the picture. */
type Arm = 'down' | 'out' | 'up';

/** Rule GESTURE-1: what both arms do. Each counts with sides exchanged too. */
const GESTURES: Record<GestureId, readonly [Arm, Arm]> = {
  next: ['up', 'down'],
  redo: ['out', 'out'],
  stop: ['up', 'out'],
};

/** Rules GESTURE-2 to GESTURE-4. Lengths are shares of the ear-to-ankle height. */
interface Strictness {
  /** Of shoulders, elbows, wrists. */
  score: Fraction;
  /** Arm and forearm away from straight up, straight out, straight down. */
  offDeg: Degrees;
  /** Wrist above the ears: a straight arm reaches 0.13 to 0.19, one that points up at 45° ahead 0.05 to 0.12. */
  above: Fraction;
  /** Wrist aside of the middle: a straight arm reaches 0.45 from in front, 0.35 from 40°. */
  aside: Fraction;
  /** Shoulder to wrist of a hanging arm, which measures 0.32 to 0.40. */
  hanging: Fraction;
  /** Left shoulder to the right of the right one: 0.22 to 0.27 from in front, 0.11 to 0.17 from 45°, less from the side. */
  shoulders: Fraction;
}
const BEGIN: Strictness = {
  score: 0.35,
  offDeg: 25,
  above: 0.125,
  aside: 0.36,
  hanging: 0.29,
  shoulders: 0.14,
};
/** A gesture that is being held may be this much less clear. */
const STAY: Strictness = {
  score: 0.25,
  offDeg: 33,
  above: 0.105,
  aside: 0.32,
  hanging: 0.26,
  shoulders: 0.12,
};

const BEARING: Record<Arm, Degrees> = { down: 180, out: 90, up: 0 };

/** Direction from a to b, degrees from straight up, + to the right of the picture. */
const bearing = (a: Keypoint, b: Keypoint): Degrees =>
  (Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI;
const between = (a: Degrees, b: Degrees): Degrees => Math.abs(((a - b + 540) % 360) - 180);

interface Seen {
  pose: Pose;
  size: Pixels;
  earsY: Pixels;
  middleX: Pixels;
}

/**
 * Whether one arm is straight and lies so. Shoulders go up with the arm, and in a detector's eyes even more, so a raised
 * arm is measured from head and middle instead.
 */
function lies(seen: Seen, side: 'left' | 'right', arm: Arm, strict: Strictness): boolean {
  const point = (name: 'Shoulder' | 'Elbow' | 'Wrist'): Keypoint =>
    keypoint(seen.pose, `${side}${name}` satisfies BodyPoint)!;
  const [shoulder, elbow, wrist] = [point('Shoulder'), point('Elbow'), point('Wrist')];
  if (Math.min(shoulder.score, elbow.score, wrist.score) < strict.score) return false;
  // Facing the camera, the person's left is on the right of the picture.
  const outward = side === 'left' ? 1 : -1;
  const isAlong = (a: Keypoint, b: Keypoint): boolean =>
    between(bearing(a, b) * outward, BEARING[arm]) <= strict.offDeg;
  if (!isAlong(shoulder, wrist) || !isAlong(elbow, wrist)) return false;
  const far = {
    up: (seen.earsY - wrist.y) / strict.above,
    out: ((wrist.x - seen.middleX) * outward) / strict.aside,
    down: (wrist.y - shoulder.y) / strict.hanging,
  };
  return far[arm] >= seen.size;
}

/**
 * The gesture that a pose shows, if any: both arms straight, each up, out or down, by a person who stands upright, whole
 * in the picture and facing the camera (rules GESTURE-1 to GESTURE-4).
 *
 * @param kept a gesture that is being held already: judged less strictly
 */
export function gestureOf(pose: Pose, kept: GestureId | null): GestureId | null {
  const stance = stanceOf(pose);
  if (!isErect(stance) || bodyCut(pose) !== null) return null;
  const [left, right] = [keypoint(pose, 'leftShoulder')!, keypoint(pose, 'rightShoulder')!];
  const seen: Seen = {
    pose,
    size: stance.posture.sizePx,
    earsY: (keypoint(pose, 'leftEar')!.y + keypoint(pose, 'rightEar')!.y) / 2,
    middleX: (left.x + right.x) / 2,
  };
  const shows = (id: GestureId): boolean => {
    const strict = id === kept ? STAY : BEGIN;
    if (left.x - right.x < strict.shoulders * seen.size) return false;
    const [one, other] = GESTURES[id];
    const both = (a: Arm, b: Arm): boolean =>
      lies(seen, 'left', a, strict) && lies(seen, 'right', b, strict);
    return both(one, other) || both(other, one);
  };
  return GESTURE_IDS.find(shows) ?? null;
}
