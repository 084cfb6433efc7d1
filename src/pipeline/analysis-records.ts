import { findBaseline, StandingWatch, type Baseline } from '../core/kinematics/standing';
import { GONE_S } from '../core/pose/continuity';
import { settledPose, type DetectorId, type PoseFrame } from '../core/pose/pose';
import type { LiftRecord } from '../core/records/lift-record';
import { liftTrackOf } from '../core/records/lift-track';
import type { SessionOrigin } from '../core/records/session-record';
import type { StoredRecords } from '../core/records/session-store';
import { packTrack } from '../core/records/track-packing';
import type { TrackRecord } from '../core/records/track-record';
import type { AnalysisFile } from '../core/session/analysis-file';
import type { SavedPoses } from '../core/session/poses-file';
import type { EpochMs, Seconds } from '../core/units';
import { presences } from './recording';

/** From when on a standing pose holds. */
interface Standing {
  fromS: Seconds;
  baseline: Baseline;
}

/** The standing poses as they were found when the analysis was made: an analysis writes only one of them down. */
function standingsOf({ frames, mode, restandS }: SavedPoses): Standing[] {
  if (mode === 'recording')
    return presences(frames).flatMap((stay) => {
      const baseline = findBaseline(stay);
      return baseline === null ? [] : [{ fromS: stay[0]!.timeS, baseline }];
    });
  const found: Standing[] = [];
  const watch = new StandingWatch();
  let standing = false,
    seenS: Seconds | null = null,
    seenBy: DetectorId | null = null;
  const forget = (): void => {
    watch.reset();
    standing = false;
    seenS = null;
  };
  for (const { timeS, pose } of frames) {
    if (seenS !== null && timeS - seenS > GONE_S) forget();
    if (pose !== null) {
      if (seenBy !== null && pose.detector !== seenBy) forget();
      seenBy = pose.detector;
      seenS = timeS;
      const seen = standing ? null : watch.push(pose).found;
      if (seen?.baseline.trusted === true) {
        standing = true;
        found.push({ fromS: seen.sinceS, baseline: seen.baseline });
      }
    }
    if (restandS.includes(timeS)) forget();
  }
  return found;
}

/**
 * A saved analysis as a session to keep: its verdicts as they were given, and with each lift the poses it was judged by.
 *
 * @param sessionId the same for the same file, so that it is known when it comes again
 */
export function analysisToRecords(
  file: AnalysisFile,
  sessionId: string,
  startedMs: EpochMs,
  origin: SessionOrigin,
): StoredRecords {
  const { poses, rules, lifter } = file;
  const { source, detector, looks, closer } = poses;
  const person = { heightM: poses.heightM, heightEntered: poses.heightEntered };
  const frames = poses.frames.map((frame): PoseFrame => ({
    ...frame,
    pose: frame.pose === null ? null : settledPose(frame.pose),
  }));
  const standings = standingsOf({ ...poses, frames });
  const lifts: LiftRecord[] = [];
  const tracks: TrackRecord[] = [];
  file.lifts.forEach((verdict, index) => {
    const id = `${sessionId}-${index}`;
    const liftStartedMs = Math.round(startedMs + 1000 * verdict.startS);
    // A recording's first stay may begin with the lift itself.
    const baseline = (standings.findLast(({ fromS }) => fromS <= verdict.endS) ?? standings[0])
      ?.baseline;
    const track =
      baseline === undefined
        ? null
        : liftTrackOf({ times: verdict, frames, looks, closer, baseline, person });
    if (track !== null) tracks.push(packTrack(track, id));
    lifts.push({
      v: 1,
      id,
      sessionId,
      index,
      startedMs: liftStartedMs,
      rules,
      // It may have been changed on the way.
      detector: track?.detector ?? detector,
      lifter,
      verdict,
    });
  });
  const session = {
    v: 1 as const,
    id: sessionId,
    startedMs,
    endedMs: Math.round(startedMs + 1000 * source.durationS),
    origin,
    sourceName: source.name,
    personId: null,
    task: '',
    videoKept: false,
  };
  return {
    people: [],
    sessions: [session],
    lifts,
    tracks,
    amendments: [],
    rescores: [],
    trainings: [],
    jobs: [],
  };
}
