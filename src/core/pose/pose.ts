import type { Fraction, Metres, Pixels, Seconds } from '../units';

/** The detectors this product knows, best two-dimensional accuracy first. */
export const DETECTOR_IDS = [
  'movenet-thunder',
  'movenet-lightning',
  'blazepose-heavy',
  'blazepose-full',
  'blazepose-lite',
] as const;
export type DetectorId = (typeof DETECTOR_IDS)[number];

/** The two landmark tables. A family shares one keypoint order and one lifter. */
export type DetectorFamily = 'movenet' | 'blazepose';

export function familyOf(detector: DetectorId): DetectorFamily {
  return detector.startsWith('movenet') ? 'movenet' : 'blazepose';
}

/** How many keypoints a detector of the family gives. */
export const KEYPOINT_TABLE_SIZE: Record<DetectorFamily, number> = { movenet: 17, blazepose: 33 };

export interface Keypoint {
  /** Pixels from the left edge of the picture (never mirrored). */
  x: Pixels;
  /** Pixels from the top edge of the picture. */
  y: Pixels;
  /** The detector's own confidence, not a probability. */
  score: Fraction;
}

/** One person in one picture, as a detector saw them: 17 keypoints (MoveNet) or 33 (BlazePose). */
export interface Pose {
  timeS: Seconds;
  detector: DetectorId;
  /** Size of the picture that the keypoints are given in. */
  width: Pixels;
  height: Pixels;
  keypoints: Keypoint[];
  /** BlazePose only: hip-centred x right, y down, z away from the camera. */
  world?: { x: Metres; y: Metres; z: Metres }[];
}

/** A moment of the stream: a pose, or the news that nobody was found. */
export interface PoseFrame {
  timeS: Seconds;
  pose: Pose | null;
  /** Without a pose: somebody is seen, but not surely the person it started with. */
  other?: boolean;
}

/**
 * A pose in the precision that is kept: hundredths of a pixel, thousandths of a score. Everything is
 * measured from settled poses, so a saved recording gives the same verdicts again. A pose with a keypoint that is no
 * number is none (rule POSE-1).
 */
export function settledPose(pose: Pose): Pose | null {
  const isThere = ({ x, y, score }: Keypoint): boolean =>
    Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(score);
  if (!pose.keypoints.every(isThere)) return null;
  const at = (x: number, scale: number): number => Math.round(x * scale) / scale;
  return {
    ...pose,
    keypoints: pose.keypoints.map((k) => ({
      x: at(k.x, 100),
      y: at(k.y, 100),
      score: at(k.score, 1000),
    })),
  };
}
