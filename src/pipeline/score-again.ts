import type { LifterSet } from '../core/kinematics/lifter';
import { measureFrame, type Moment } from '../core/kinematics/moment';
import { smoothSeries } from '../core/kinematics/series';
import type { Skeleton } from '../core/kinematics/skeleton';
import type { Baseline } from '../core/kinematics/standing';
import type { LiftTimes } from '../core/lifts/lift';
import { bodyPoints } from '../core/pose/landmarks';
import { familyOf } from '../core/pose/pose';
import type { LiftRecord } from '../core/records/lift-record';
import type { RescoreRecord } from '../core/records/rescore-record';
import type { LiftTrack } from '../core/records/track-record';
import { RULES_VERSION } from '../core/scoring/rules';
import { verdictOf } from '../core/scoring/verdict';
import type { Seconds } from '../core/units';
import { refined } from './second-look';
import { skeletonsOf } from './skeleton-track';

/** Times of a verdict are rounded to tenths of a millisecond: a frame on the edge of a phase is let in. */
const ROUNDED_S: Seconds = 6e-5;
const earlier = <T extends Seconds | null>(timeS: T): T =>
  (timeS === null ? timeS : timeS - ROUNDED_S) as T;
const later = <T extends Seconds | null>(timeS: T): T =>
  (timeS === null ? timeS : timeS + ROUNDED_S) as T;

function baselineOf({ detector, baseline }: LiftTrack): Baseline {
  return { ...baseline, points: bodyPoints(familyOf(detector), baseline.keypoints) };
}

/** All measures of a kept lift, one moment a frame, smoothed as they were when it was judged. */
export function momentsOf(track: LiftTrack, lifters: LifterSet): Moment[] {
  const baseline = baselineOf(track);
  return smoothSeries(track.frames.map((frame) => measureFrame(frame, baseline, lifters, track)));
}

/** The body of a kept lift in three dimensions, one a frame, null where nobody was found. */
export function trackSkeletons(track: LiftTrack, lifters: LifterSet): (Skeleton | null)[] {
  return skeletonsOf(track.frames, track.detector, baselineOf(track), lifters, track.heightM);
}

/**
 * Judges a kept lift by today's rules and lifter, as it was judged first: the moments of the lift stay, measures and
 * checks are made anew. Under the same rules and lifter the verdict is the same.
 */
export function scoreAgain(
  lift: LiftRecord,
  track: LiftTrack,
  lifters: LifterSet,
): Pick<RescoreRecord, 'rules' | 'lifter' | 'verdict'> {
  const { startS, graspS, peakS, endS, lowerStartS, releaseS, lowerEndS } = lift.verdict;
  const times: LiftTimes = { startS, graspS, peakS, endS, lowerStartS, releaseS, lowerEndS };
  const edges: LiftTimes = {
    ...times,
    startS: earlier(startS),
    endS: later(endS),
    lowerStartS: earlier(lowerStartS),
    lowerEndS: later(lowerEndS),
  };
  const first = verdictOf(edges, momentsOf(track, lifters));
  const looks = { backs: track.looks, closer: track.closer };
  const verdict = refined(first, looks, track, lifters, track);
  return {
    rules: RULES_VERSION,
    lifter: lifters[track.detector].version,
    verdict: { ...verdict, ...times },
  };
}
