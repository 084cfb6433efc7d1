import type { LifterSet } from '../../src/core/kinematics/lifter';
import type { PoseFrame } from '../../src/core/pose/pose';
import { unpackTrack } from '../../src/core/records/track-packing';
import { parseAnalysis } from '../../src/core/session/analysis-file';
import type { SavedPoses } from '../../src/core/session/poses-file';
import { analysisToRecords } from '../../src/pipeline/analysis-records';
import { analyseSavedPoses } from '../../src/pipeline/saved-poses';
import { scoreAgain } from '../../src/pipeline/score-again';
import { median } from '../figure.mjs';

/** One way of judging stored poses again, and how many seconds of them a second of one core's time does. */
export interface Rescoring {
  name: string;
  timesRealTime: number;
}

/** From the end of the clip to its next beginning: as frames are apart. */
const JOINT_S = 1 / 15;

/**
 * Times all three ways in which stored poses are judged again: a recording as a whole, a live check frame by frame, and
 * kept lifts one by one. Time is what the process used on all cores, so a busy machine changes little.
 *
 * @param minutes length of the recording that is made of the clip, again and again
 */
export function timedRescoring(
  clip: SavedPoses,
  lifters: LifterSet,
  minutes: number,
  rounds: number,
): Rescoring[] {
  const recording = repeated(clip, 60 * minutes);
  const live: SavedPoses = { ...recording, mode: 'live' };
  const person = { heightM: recording.heightM, heightEntered: true };
  const analysis = analyseSavedPoses(recording, lifters, person, true);
  const file = parseAnalysis(JSON.parse(JSON.stringify(analysis)));
  if (!file.ok) throw new Error(file.error.detail);
  const { lifts, tracks } = analysisToRecords(file.value, 'session', 0, 'video');
  const kept = lifts.flatMap((lift) => {
    const track = tracks.find(({ liftId }) => liftId === lift.id);
    return track === undefined ? [] : [{ lift, track }];
  });
  if (kept.length < minutes) throw new Error(`only ${kept.length} lifts in ${minutes} min`);
  const lengthOf = (frames: readonly PoseFrame[]): number =>
    frames.at(-1)!.timeS - frames[0]!.timeS;

  const wholeS = lengthOf(recording.frames);
  let keptS = 0;
  for (const { track } of kept) {
    const unpacked = unpackTrack(track);
    if (unpacked.ok) keptS += lengthOf(unpacked.value.frames);
  }
  return [
    timed('a recording as a whole', rounds, wholeS, () => {
      analyseSavedPoses(recording, lifters, person, false);
    }),
    timed('a live check, frame by frame', rounds, wholeS, () => {
      analyseSavedPoses(live, lifters, person, false);
    }),
    timed('kept lifts, one by one', rounds, keptS, () => {
      for (const { lift, track } of kept) {
        const unpacked = unpackTrack(track);
        if (unpacked.ok) scoreAgain(lift, unpacked.value, lifters);
      }
    }),
  ];
}

/** The clip over and over, as one recording. */
function repeated(clip: SavedPoses, lengthS: number): SavedPoses {
  const frames: PoseFrame[] = [];
  let atS = 0;
  while (atS < lengthS) {
    const from = atS;
    for (const { timeS, pose } of clip.frames) {
      const t = from + timeS;
      frames.push({ timeS: t, pose: pose === null ? null : { ...pose, timeS: t } });
      atS = t + JOINT_S;
    }
  }
  return { ...clip, frames, looks: [], closer: [], source: { ...clip.source, durationS: atS } };
}

/** The median of some rounds, after one that only warms up. */
function timed(name: string, rounds: number, seconds: number, work: () => void): Rescoring {
  const spent: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    if (round > 0) spent.push((user + system) / 1e6);
  }
  return { name, timesRealTime: seconds / median(spent) };
}
