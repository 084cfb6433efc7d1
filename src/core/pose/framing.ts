import { keypointIndex, type BodyPoint } from './landmarks';
import { familyOf, type Keypoint, type Pose } from './pose';

export type Edge = 'top' | 'bottom' | 'left' | 'right';

/** A detector that cannot see a point puts it at the edge with little confidence. */
const EDGE_SHARE = 0.025;
const HIDDEN_SCORE = 0.4;

export function keypoint(pose: Pose, name: BodyPoint): Keypoint | null {
  const index = keypointIndex(familyOf(pose.detector), name);
  return index === undefined ? null : (pose.keypoints[index] ?? null);
}

/** Which edge of the picture cuts this point off, or null when it is inside. */
export function cutBy(pose: Pose, name: BodyPoint): Edge | null {
  const p = keypoint(pose, name);
  if (p === null) return null;
  const margin = EDGE_SHARE * Math.max(pose.width, pose.height);
  if (p.x < 0 || p.y < 0 || p.x > pose.width || p.y > pose.height || p.score < HIDDEN_SCORE) {
    if (p.y > pose.height - margin) return 'bottom';
    if (p.y < margin) return 'top';
    if (p.x < margin) return 'left';
    if (p.x > pose.width - margin) return 'right';
  }
  return null;
}

export const TRUNK_POINTS = ['leftShoulder', 'rightShoulder', 'leftHip', 'rightHip'] as const;
export const LEG_POINTS = [
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;
export const REACH_POINTS = ['leftWrist', 'rightWrist', 'leftAnkle', 'rightAnkle'] as const;
const WHOLE_BODY = [
  'leftEar',
  'rightEar',
  ...TRUNK_POINTS,
  ...LEG_POINTS,
  'leftWrist',
  'rightWrist',
] as const;

/** The first edge that cuts any of these points off. */
export function firstCut(pose: Pose, points: readonly BodyPoint[]): Edge | null {
  for (const name of points) {
    const edge = cutBy(pose, name);
    if (edge !== null) return edge;
  }
  return null;
}

/** The edge that cuts the body off (head, hands or feet), or null when all of it is in the picture. */
export const bodyCut = (pose: Pose): Edge | null => firstCut(pose, WHOLE_BODY);

/** Mean confidence over the body points that carry the measures, 0..1. */
export function clearness(pose: Pose): number {
  const points = [...TRUNK_POINTS, ...LEG_POINTS].map((name) => keypoint(pose, name)?.score ?? 0);
  return points.reduce((sum, s) => sum + s, 0) / points.length;
}
