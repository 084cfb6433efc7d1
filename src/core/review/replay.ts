import type { LifterSet } from '../kinematics/lifter';
import { liftPose } from '../kinematics/lifter-pose';
import { measureFrame, type Moment } from '../kinematics/moment';
import { smoothSeries } from '../kinematics/series';
import { liftSkeleton, type Skeleton } from '../kinematics/skeleton';
import { steadySkeletons } from '../kinematics/skeleton-series';
import type { Baseline } from '../kinematics/standing';
import { bodyPoints } from '../pose/landmarks';
import { familyOf, settledPose, type PoseFrame } from '../pose/pose';
import type { LiftTrack } from '../records/track-record';

/** One frame of a kept lift: what was measured in it, and the body in three dimensions. */
export interface ReplayFrame {
  moment: Moment;
  /** null = nobody was found. */
  skeleton: Skeleton | null;
}

/**
 * A kept lift, ready to be looked at again: every frame measured and smoothed in both directions, as in a recording,
 * limb lengths held constant.
 */
export function replayOf(track: LiftTrack, lifters: LifterSet): ReplayFrame[] {
  const { detector, heightM, heightEntered } = track;
  const family = familyOf(detector);
  const baseline: Baseline = {
    ...track.baseline,
    points: bodyPoints(family, track.baseline.keypoints),
  };
  const lifter = lifters[detector];
  const frames = track.frames.map((frame): PoseFrame => ({
    ...frame,
    pose: frame.pose === null ? null : settledPose(frame.pose),
  }));
  const moments = smoothSeries(
    frames.map((frame) => measureFrame(frame, baseline, lifters, { heightM, heightEntered })),
  );
  const skeletons = steadySkeletons(
    frames.map(({ pose }) => {
      if (pose === null) return null;
      const points = bodyPoints(family, pose.keypoints);
      const glance = { points, standing: baseline, width: pose.width, height: pose.height };
      return liftSkeleton(lifter, glance, liftPose(lifter, glance).doubt, heightM);
    }),
  );
  return moments.map((moment, i) => ({ moment, skeleton: skeletons[i] ?? null }));
}
