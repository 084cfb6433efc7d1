import type { LifterSet } from '../core/kinematics/lifter';
import type { Standing } from '../core/kinematics/lifter-features';
import { liftPose } from '../core/kinematics/lifter-pose';
import { liftSkeleton, SKELETON_JOINTS, type Skeleton } from '../core/kinematics/skeleton';
import { steadySkeletons } from '../core/kinematics/skeleton-series';
import { bodyPoints } from '../core/pose/landmarks';
import { familyOf, settledPose, type DetectorId, type PoseFrame } from '../core/pose/pose';
import type { Analysis, SkeletonTrack } from '../core/session/analysis';
import type { Metres } from '../core/units';

const millimetres = (x: number): number => Math.round(x * 1000) / 1000;

/**
 * The bodies of some frames, limb lengths held constant.
 *
 * @param standing what they are measured against
 * @returns one a frame, null where nobody was found
 */
export function skeletonsOf(
  frames: readonly PoseFrame[],
  detector: DetectorId,
  standing: Standing,
  lifters: LifterSet,
  heightM: Metres,
): (Skeleton | null)[] {
  const lifter = lifters[detector];
  const read = frames.map(({ pose: seen }): Skeleton | null => {
    const pose = seen === null ? null : settledPose(seen);
    if (pose === null) return null;
    const points = bodyPoints(familyOf(detector), pose.keypoints);
    const glance = { points, standing, width: pose.width, height: pose.height };
    return liftSkeleton(lifter, liftPose(lifter, glance), heightM);
  });
  return steadySkeletons(read);
}

/**
 * The whole body in three dimensions, frame by frame, limb lengths held constant.
 *
 * @param frames those that the analysis was made of
 * @returns the analysis with `skeletons`; without them where no standing pose is known
 */
export function withSkeletons(
  analysis: Analysis,
  frames: readonly PoseFrame[],
  lifters: LifterSet,
): Analysis {
  const { baseline, model, heightM } = analysis;
  if (baseline === null) return analysis;
  const points = bodyPoints(familyOf(model), baseline.keypoints);
  const standing = { points, sizePx: baseline.sizePx };
  const skeletons: SkeletonTrack = {
    joints: [...SKELETON_JOINTS],
    frames: skeletonsOf(frames, model, standing, lifters, heightM).map((skeleton) =>
      skeleton === null
        ? null
        : SKELETON_JOINTS.map((joint) => {
            const { at, error } = skeleton.joints[joint];
            const [left, up, ahead] = at;
            return [left, up, ahead, error].map(millimetres) as [number, number, number, number];
          }),
    ),
  };
  return { ...analysis, skeletons };
}
