import type { BackLook } from '../kinematics/back-outline';
import type { DetectorId, Keypoint, PoseFrame } from '../pose/pose';
import type { Metres, Pixels, Seconds } from '../units';

/** The standing pose that a lift was measured against. */
export interface TrackBaseline {
  timesS: Seconds[];
  sizePx: Pixels;
  /** In the detector's own order. */
  keypoints: Keypoint[];
  trusted: boolean;
}

/**
 * All that is needed to replay a lift and to score it again: the keypoints as detected, from a little before the lift to
 * its end, and what they were measured against. Times are those of the lift's verdict.
 */
export interface LiftTrack {
  detector: DetectorId;
  width: Pixels;
  height: Pixels;
  heightM: Metres;
  heightEntered: boolean;
  baseline: TrackBaseline;
  frames: PoseFrame[];
  looks: BackLook[];
}

/** A {@link LiftTrack} as it is stored: everything but the frames as it is, the frames packed. */
export interface TrackRecord extends Omit<LiftTrack, 'frames'> {
  v: 1;
  liftId: string;
  packed: Uint8Array<ArrayBuffer>;
}
