import { bodyCut, keypoint } from '../pose/framing';
import type { BodyPoint } from '../pose/landmarks';
import type { Pose } from '../pose/pose';
import type { Degrees, Fraction, Pixels, Seconds } from '../units';

/** What one pose says about how a person stands, all in the picture. */
export interface Posture {
  /** Ear-to-ankle height. */
  sizePx: Pixels;
  leanDeg: Degrees;
  kneeDeg: Degrees;
  trunkToLeg: Fraction;
  /** Wrists above ankles, share of the size. */
  handHeight: Fraction;
  hipX: Pixels;
  hipY: Pixels;
  ankleX: Pixels;
  ankleY: Pixels;
}

export interface Stance {
  timeS: Seconds;
  pose: Pose;
  posture: Posture;
  /** An edge of the picture cuts the body. */
  cut: boolean;
  /** Both feet are clearly seen. */
  feetSeen: boolean;
}

/** Confidence from which a point is where the detector puts it. */
const CLEAR_SCORE = 0.4;
/** Rule STAND-1: what an upright frame looks like in the picture. */
const ERECT = {
  leanDeg: 12,
  kneeDeg: 25,
  trunkToLeg: [0.42, 1],
  trunkToCutLeg: [0.42, 1.3],
  hangingHands: [0.38, 0.6],
} as const;

const within = (x: number, [low, high]: readonly [number, number]): boolean =>
  x >= low && x <= high;

/** Upright, whatever the hands do. */
export const isErect = ({ posture, cut }: Stance): boolean =>
  posture.sizePx > 0 &&
  Math.abs(posture.leanDeg) < ERECT.leanDeg &&
  Math.abs(posture.kneeDeg) < ERECT.kneeDeg &&
  within(posture.trunkToLeg, cut ? ERECT.trunkToCutLeg : ERECT.trunkToLeg);

/** Upright with hanging hands: standing that a baseline may be made from. */
export const isUpright = (stance: Stance): boolean =>
  isErect(stance) && within(stance.posture.handHeight, ERECT.hangingHands);

const FEET = ['leftAnkle', 'rightAnkle'] as const;

export function stanceOf(pose: Pose): Stance {
  const mid = (left: BodyPoint, right: BodyPoint): { x: Pixels; y: Pixels } => {
    const a = keypoint(pose, left)!,
      b = keypoint(pose, right)!;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  const ears = mid('leftEar', 'rightEar');
  const shoulders = mid('leftShoulder', 'rightShoulder');
  const hips = mid('leftHip', 'rightHip');
  const knees = mid('leftKnee', 'rightKnee');
  const ankles = mid('leftAnkle', 'rightAnkle');
  const wrists = mid('leftWrist', 'rightWrist');
  const sizePx = ankles.y - ears.y;
  const bearing = (a: { x: number; y: number }, b: { x: number; y: number }): Degrees =>
    (Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI;
  return {
    timeS: pose.timeS,
    pose,
    posture: {
      sizePx,
      leanDeg: bearing(hips, shoulders),
      kneeDeg: bearing(knees, hips) - bearing(ankles, knees),
      trunkToLeg: (hips.y - shoulders.y) / Math.max(1, ankles.y - hips.y),
      handHeight: (ankles.y - wrists.y) / Math.max(1, sizePx),
      hipX: hips.x,
      hipY: hips.y,
      ankleX: ankles.x,
      ankleY: ankles.y,
    },
    cut: bodyCut(pose) !== null,
    feetSeen: FEET.every((name) => keypoint(pose, name)!.score >= CLEAR_SCORE),
  };
}

/** Frames further apart than this are no neighbours. */
export const NEIGHBOURS_S: Seconds = 0.35;

/** Takes out the slips of single frames: of each frame and its two neighbours the middle value counts. */
export function steadied(stances: readonly Stance[]): Stance[] {
  return stances.map((stance, i) => {
    const before = stances[i - 1],
      after = stances[i + 1];
    if (
      before === undefined ||
      after === undefined ||
      after.timeS - stance.timeS > NEIGHBOURS_S ||
      stance.timeS - before.timeS > NEIGHBOURS_S
    )
      return stance;
    const posture = { ...stance.posture };
    for (const name of Object.keys(posture) as (keyof Posture)[]) {
      const a = before.posture[name],
        b = posture[name],
        c = after.posture[name];
      posture[name] = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
    return { ...stance, posture };
  });
}
