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
import { lookedAgain } from '../core/scoring/rounded-back';
import { RULES_VERSION } from '../core/scoring/rules';
import { verdictOf } from '../core/scoring/verdict';
import type { Seconds } from '../core/units';
import { skeletonsOf } from './skeleton-track';

/** As verdicts are written down. Frames on the edge of a phase stay on the side that they were on. */
const written = (timeS: Seconds): Seconds => Math.round(timeS * 1e4) / 1e4;
const writtenOrNull = (timeS: Seconds | null): Seconds | null =>
  timeS === null ? null : written(timeS);

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
  const { verdict: first } = lift;
  const times: LiftTimes = {
    startS: written(first.startS),
    graspS: written(first.graspS),
    peakS: written(first.peakS),
    endS: written(first.endS),
    lowerStartS: writtenOrNull(first.lowerStartS),
    releaseS: writtenOrNull(first.releaseS),
    lowerEndS: writtenOrNull(first.lowerEndS),
  };
  const atWritten = <T extends { timeS: Seconds }>(one: T): T => ({
    ...one,
    timeS: written(one.timeS),
  });
  const moments = momentsOf(track, lifters).map(atWritten);
  return {
    rules: RULES_VERSION,
    lifter: lifters[track.detector].version,
    verdict: lookedAgain(verdictOf(times, moments), track.looks.map(atWritten)),
  };
}
