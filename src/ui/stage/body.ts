import { BODY_POINTS, keypointIndex, type BodyPoint } from '../../core/pose/landmarks';
import { familyOf, type DetectorId, type Keypoint } from '../../core/pose/pose';

export interface Point {
  x: number;
  y: number;
}

/** The points of a body that were seen clearly enough to be drawn, in whatever space `place` puts them. */
export type Body = Partial<Record<BodyPoint, Point>>;

/** Bones that are drawn, in the picture and in three dimensions, from the far ones to the near ones. */
export const BONES = [
  ['leftShoulder', 'rightShoulder'],
  ['leftHip', 'rightHip'],
  ['leftHip', 'leftKnee'],
  ['leftKnee', 'leftAnkle'],
  ['rightHip', 'rightKnee'],
  ['rightKnee', 'rightAnkle'],
  ['leftShoulder', 'leftElbow'],
  ['leftElbow', 'leftWrist'],
  ['rightShoulder', 'rightElbow'],
  ['rightElbow', 'rightWrist'],
] as const satisfies readonly (readonly [BodyPoint, BodyPoint])[];

const SEEN = 0.2;

/** @param place where a point of the picture is drawn */
export function bodyOf(
  keypoints: readonly Keypoint[],
  detector: DetectorId,
  place: (p: Point) => Point,
): Body {
  const family = familyOf(detector);
  const body: Body = {};
  for (const name of BODY_POINTS) {
    const index = keypointIndex(family, name);
    const keypoint = index === undefined ? undefined : keypoints[index];
    if (keypoint && keypoint.score >= SEEN) body[name] = place(keypoint);
  }
  return body;
}

const middle = (a: Point | undefined, b: Point | undefined): Point | null =>
  a && b ? { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } : (a ?? b ?? null);

/** The line of the trunk: middle of the hips to middle of the shoulders. */
export function trunkOf(body: Body): { pelvis: Point; neck: Point } | null {
  const pelvis = middle(body.leftHip, body.rightHip);
  const neck = middle(body.leftShoulder, body.rightShoulder);
  return pelvis && neck ? { pelvis, neck } : null;
}

/** Centre of the head. */
export const headOf = (body: Body): Point | null =>
  middle(body.leftEar, body.rightEar) ?? body.nose ?? null;
