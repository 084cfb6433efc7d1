import { ok } from '../../src/core/errors';
import type { PoseFrame } from '../../src/core/pose/pose';
import type { SavedPoses } from '../../src/core/session/poses-file';
import type { Seconds } from '../../src/core/units';
import { Random } from '../../training/random';
import { STOOD_S, stoodBefore, thinned, unevenlyThinned } from './thinned-poses';
import type { TrueRecording, TrueSet } from './true-recording';

/** How many poses of a recording are left. */
export interface Thinning {
  /** Poses a second. */
  rate: number;
  uneven: boolean;
  /** Gone through as a live check does, by the past alone; else as a recording. */
  live: boolean;
}

const EVEN = [30, 15, 10, 7, 5, 3];
const UNEVEN = [10, 7, 5];
export const THINNINGS: readonly Thinning[] = [false, true].flatMap((live) => [
  ...EVEN.map((rate) => ({ rate, uneven: false, live })),
  ...UNEVEN.map((rate) => ({ rate, uneven: true, live })),
]);

/** Each recording is thinned this many times, each time beginning a share of an interval later. */
export const STARTS = 4;

/** The set as a machine with this rate would have seen it, each recording {@link STARTS} times. */
export const thinnedSet = (set: TrueSet, thinning: Thinning): TrueSet => ({
  ...set,
  recordings: set.recordings.flatMap((recording, index) =>
    Array.from({ length: STARTS }, (_, k) =>
      thinnedRecording(recording, thinning, k / STARTS, new Random(index * STARTS + k)),
    ),
  ),
});

function thinnedRecording(
  recording: TrueRecording,
  { rate, uneven, live }: Thinning,
  startShare: number,
  random: Random,
): TrueRecording {
  const pick = (frames: readonly PoseFrame[]): PoseFrame[] =>
    uneven ? unevenlyThinned(frames, rate, startShare, random) : thinned(frames, rate, startShare);
  const own: TrueRecording = {
    ...recording,
    name: `${recording.name}+${startShare}`,
    poses: async (detector) => {
      const found = await recording.poses(detector);
      if (!found.ok) return found;
      const frames = pick(found.value.frames);
      return ok({ ...found.value, frames, source: { ...found.value.source, fps: rateOf(frames) } });
    },
  };
  return live ? asLive(own, rate) : own;
}

/** Poses a second, as they come. */
const rateOf = (frames: readonly PoseFrame[]): number =>
  (frames.length - 1) / (frames.at(-1)!.timeS - frames[0]!.timeS);

/** The recording as a live check meets it: the person stands before it, and its time 0 is the first picture of that. */
function asLive(recording: TrueRecording, rate: number): TrueRecording {
  const laterS: Seconds = Math.floor(STOOD_S * rate) / rate;
  const later = (frame: PoseFrame): PoseFrame => {
    const timeS = frame.timeS + laterS;
    return { ...frame, timeS, pose: frame.pose === null ? null : { ...frame.pose, timeS } };
  };
  return {
    ...recording,
    truthTimes: recording.truthTimes.map((t) => t + laterS),
    truthAt: (timeS) => (timeS < laterS ? null : recording.truthAt(timeS - laterS)),
    lifts:
      recording.lifts?.map((lift) => ({
        ...lift,
        start: lift.start + laterS,
        graspT: lift.graspT + laterS,
        end: lift.end + laterS,
        ...(lift.lowerStart === undefined ? {} : { lowerStart: lift.lowerStart + laterS }),
        ...(lift.lowerEnd === undefined ? {} : { lowerEnd: lift.lowerEnd + laterS }),
      })) ?? null,
    poses: async (detector) => {
      const found = await recording.poses(detector);
      if (!found.ok) return found;
      const frames = stoodBefore(found.value.frames, rate).map(later);
      const first = frames[0]!;
      if (first.timeS > 0) frames.unshift({ ...first, timeS: 0 });
      const poses: SavedPoses = { ...found.value, mode: 'live', frames };
      return ok(poses);
    },
  };
}
