import { familyOf, type Keypoint, type PoseFrame } from '../../../src/core/pose/pose';
import type { SavedPoses } from '../../../src/core/session/poses-file';

/** Left and right fellows in the detectors' own orders. */
const FELLOWS = {
  movenet: [1, 3, 5, 7, 9, 11, 13, 15].map((left) => [left, left + 1] as const),
  blazepose: [
    ...[1, 2, 3].map((left) => [left, left + 3] as const),
    ...Array.from({ length: 13 }, (_, i) => [7 + 2 * i, 8 + 2 * i] as const),
  ],
};

export const atTime = (frame: PoseFrame, timeS: number): PoseFrame => ({
  ...frame,
  timeS,
  pose: frame.pose === null ? null : { ...frame.pose, timeS },
});

/** Every pose with its keypoints changed by the same function. */
export const changed = (
  frame: PoseFrame,
  change: (k: Keypoint, index: number) => Keypoint,
): PoseFrame => ({
  ...frame,
  pose: frame.pose === null ? null : { ...frame.pose, keypoints: frame.pose.keypoints.map(change) },
});

export function mirrored(poses: SavedPoses): SavedPoses {
  const frames = poses.frames.map((frame): PoseFrame => {
    if (frame.pose === null) return frame;
    const { pose } = frame;
    const keypoints = pose.keypoints.map((k) => ({ ...k, x: pose.width - k.x }));
    for (const [left, right] of FELLOWS[familyOf(pose.detector)])
      [keypoints[left], keypoints[right]] = [keypoints[right]!, keypoints[left]!];
    return { ...frame, pose: { ...pose, keypoints } };
  });
  return { ...poses, frames };
}

/** Poses at another rate, in a straight line between those that there are. */
export function resampled(frames: readonly PoseFrame[], rate: number): PoseFrame[] {
  const result: PoseFrame[] = [];
  let k = 0;
  const endS = frames.at(-1)!.timeS;
  for (let i = 0; i / rate <= endS; i++) {
    const timeS = i / rate;
    while (k < frames.length - 2 && frames[k + 1]!.timeS <= timeS) k++;
    const from = frames[k]!,
      to = frames[k + 1]!;
    const share = Math.min(1, Math.max(0, (timeS - from.timeS) / (to.timeS - from.timeS)));
    result.push(
      atTime(
        to.pose === null
          ? from
          : changed(from, (p, index) => {
              const q = to.pose!.keypoints[index]!;
              return { x: p.x + (q.x - p.x) * share, y: p.y + (q.y - p.y) * share, score: p.score };
            }),
        timeS,
      ),
    );
  }
  return result;
}
