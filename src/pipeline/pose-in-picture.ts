import type { Pose } from '../core/pose/pose';
import type { Pixels } from '../core/units';

/** A pose found in a scaled-down picture, in pixels of the picture as it came. Metres stay as they are. */
export function poseInPicture(pose: Pose, width: Pixels, height: Pixels): Pose {
  const byX = width / pose.width;
  const byY = height / pose.height;
  const keypoints = pose.keypoints.map(({ x, y, score }) => ({ x: x * byX, y: y * byY, score }));
  return { ...pose, width, height, keypoints };
}
