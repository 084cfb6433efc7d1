import type { DetectorId, Keypoint } from '../pose/pose';
import type { Pixels, Seconds } from '../units';
import type { LifterSet } from './lifter';
import { measureFrame, type Moment, type Person } from './moment';
import { standingOf } from './standing';

/** The detector that looks more closely. */
export const CLOSER_DETECTOR = 'movenet-thunder' satisfies DetectorId;

/**
 * Where a closer look is better than the live one: measured on 30 phases of rendered lifts, the furthest bend is 4.3° off
 * with lightning and 2.9° with thunder (docs/decisions/0009).
 */
export const canLookCloser = (live: DetectorId): boolean => live === 'movenet-lightning';

/** What {@link CLOSER_DETECTOR} found in one picture of a lift, and in one of the same person standing before it. */
export interface CloserLook {
  timeS: Seconds;
  /** Settled, in the detector's own order, px. */
  keypoints: Keypoint[];
  standing: Keypoint[];
}

/** Measures a closer look by itself: it has no neighbours to be smoothed with. @param picture the keypoints' picture */
export function measureCloser(
  { timeS, keypoints, standing }: CloserLook,
  { width, height }: { width: Pixels; height: Pixels },
  lifters: LifterSet,
  person: Person,
): Moment {
  const detector: DetectorId = CLOSER_DETECTOR;
  const baseline = { ...standingOf(detector, standing), timesS: [], trusted: true };
  const pose = { timeS, detector, width, height, keypoints };
  return measureFrame({ timeS, pose }, baseline, lifters, person);
}
