import type { LifterSet } from '../core/kinematics/lifter';
import { findBaseline } from '../core/kinematics/standing';
import type { DetectorId, PoseFrame } from '../core/pose/pose';
import type { JudgedLift } from '../core/records/judged-lift';
import { liftTrackOf, type LiftTrackParts } from '../core/records/lift-track';
import type { LiftVerdict } from '../core/scoring/check';
import { RULES_VERSION } from '../core/scoring/rules';
import type { Analysis } from '../core/session/analysis';
import { presences, roundedVerdict, settledFrames } from './recording';

interface JudgedParts extends Omit<LiftTrackParts, 'times'> {
  index: number;
  verdict: LiftVerdict;
  /** Where the lift's own frames do not say. */
  detector: DetectorId;
  lifters: LifterSet;
}

/** A lift with all that it was judged by, its verdict as an analysis writes it. */
export function judgedLift({ index, verdict, lifters, ...parts }: JudgedParts): JudgedLift {
  const track = liftTrackOf({ ...parts, times: verdict });
  // The detector may have been changed on the way: a GPU was lost, or the machine became slower.
  const detector = track?.detector ?? parts.detector;
  return {
    index,
    rules: RULES_VERSION,
    detector,
    lifter: lifters[detector].version,
    verdict: roundedVerdict(verdict),
    track,
  };
}

/** Times of an analysis are rounded. */
const ROUNDED_S = 1e-4;

/**
 * The lifts of a whole recording. Each goes with the standing pose of its own presence: an analysis tells only the main
 * one.
 *
 * @param frames those that the analysis was made of
 */
export function recordedLifts(
  analysis: Analysis,
  frames: readonly PoseFrame[],
  lifters: LifterSet,
): JudgedLift[] {
  const { model: detector, poses } = analysis;
  const looks = (poses?.looks ?? []).map(({ t, upperBackDeg }) => ({ timeS: t, upperBackDeg }));
  const stays = presences(settledFrames(frames));
  return analysis.lifts.flatMap((verdict, index) => {
    const own = stays.find((stay) => stay.at(-1)!.timeS >= verdict.startS - ROUNDED_S);
    const baseline = own === undefined ? null : findBaseline(own);
    if (own === undefined || baseline === null) return [];
    const about = { index, verdict, detector, lifters, person: analysis };
    return [judgedLift({ ...about, frames: own, baseline, looks, closer: [] })];
  });
}
