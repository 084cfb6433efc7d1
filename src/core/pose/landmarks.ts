import type { DetectorFamily, Keypoint } from './pose';

/**
 * The body points that the lifter uses, in its fixed order. MoveNet has the first fifteen,
 * BlazePose also heels and toes. Left and right are the person's own.
 */
const COMMON = [
  'nose',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;
const FEET = ['leftHeel', 'rightHeel', 'leftToe', 'rightToe'] as const;

/** All body points in the lifter's order. */
export const BODY_POINTS = [...COMMON, ...FEET] as const;
export type BodyPoint = (typeof BODY_POINTS)[number];

/** Index of each body point in what the detector gives (COCO-17 and BlazePose-33 orders). */
const INDEX: Record<DetectorFamily, readonly (readonly [BodyPoint, number])[]> = {
  movenet: COMMON.map(
    (name, i) => [name, [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16][i]!] as const,
  ),
  blazepose: BODY_POINTS.map(
    (name, i) =>
      [
        name,
        [0, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32][i]!,
      ] as const,
  ),
};

const PLACE: Record<DetectorFamily, ReadonlyMap<BodyPoint, number>> = {
  movenet: new Map(INDEX.movenet),
  blazepose: new Map(INDEX.blazepose),
};

const POSITION = Object.fromEntries(BODY_POINTS.map((name, i) => [name, i])) as Record<
  BodyPoint,
  number
>;

/** Where a body point stands in the lifter's order. */
export const at = (name: BodyPoint): number => POSITION[name];

/** The detector's keypoints in the lifter's order: 15 (MoveNet) or 19 (BlazePose). */
export function bodyPoints(family: DetectorFamily, keypoints: readonly Keypoint[]): Keypoint[] {
  return INDEX[family].map(([, index]) => keypoints[index]!);
}

/** Index of a body point in the detector's own order; undefined where this family has none. */
export function keypointIndex(family: DetectorFamily, name: BodyPoint): number | undefined {
  return PLACE[family].get(name);
}
