import type { LifterSet } from '../core/kinematics/lifter';
import type { Person } from '../core/kinematics/moment';
import type { Analysis } from '../core/session/analysis';
import type { SavedPoses } from '../core/session/poses-file';
import type { JudgedLift } from '../core/records/judged-lift';
import { recordedLifts } from './judged-lift';
import { LiveCheck } from './live-check';
import { analyseRecording } from './recording';
import { withLooks } from './second-look';

/**
 * Analyses saved poses in the way they were judged first: a live check is gone through once more, frame by
 * frame, a recording is taken as a whole. So the same rules give the same verdicts.
 *
 * @param entered who the person asking says they are; while they have not entered a height, the saved one holds
 * @param onLift each lift with all that is needed to keep it
 */
export function analyseSavedPoses(
  saved: SavedPoses,
  lifters: LifterSet,
  entered: Person,
  includePoses: boolean,
  onLift?: (lift: JudgedLift) => void,
): Analysis {
  const { frames, source, detector, heightM, heightEntered } = saved;
  const person = entered.heightEntered ? entered : { heightM, heightEntered };
  if (saved.mode === 'recording') {
    const analysis = withLooks(
      analyseRecording({ frames, source, detector, lifters, person, includePoses: true }),
      saved.looks,
    );
    if (onLift) recordedLifts(analysis, frames, lifters).forEach(onLift);
    return includePoses ? analysis : withoutPoses(analysis);
  }
  const about = { lifters, person, detector, sourceName: source.name };
  const check = new LiveCheck({ ...about, keepsAll: true });
  for (const frame of frames) {
    check.follow(frame, source);
    if (saved.restandS.includes(frame.timeS)) check.redoBaseline();
  }
  check.takeLooks({ backs: saved.looks, closer: saved.closer });
  const analysis = check.finish(includePoses);
  if (onLift) check.freshLifts().forEach(onLift);
  return { ...analysis, source };
}

function withoutPoses({ poses: _poses, ...analysis }: Analysis): Analysis {
  return analysis;
}
