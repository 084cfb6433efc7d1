import type { ReplayFrame } from '../../core/review/replay';
import { replayOf } from '../../core/review/replay';
import type { KeptLift } from '../../core/records/session-store';
import { unpackTrack } from '../../core/records/track-packing';
import { ok, type Result } from '../../core/errors';
import type { LiftVerdict } from '../../core/scoring/check';
import { verdictNow } from '../../core/records/lift-row';
import type { Skeleton } from '../../core/kinematics/skeleton';
import type { Metres, Seconds } from '../../core/units';
import { reachOf } from '../stage/turned';
import type { World } from '../ports';

/** A kept lift measured again, frame by frame. */
export interface Replay {
  frames: readonly ReplayFrame[];
  timesS: readonly Seconds[];
  /** Room for all of its skeletons. */
  reach: Metres;
}

const toNextTask = (): Promise<void> => new Promise((settle) => setTimeout(settle));

/** Measures a kept lift, after the page was drawn. @returns null when no poses are kept with it */
export async function replayKept(
  world: World,
  { track }: Pick<KeptLift, 'track'>,
): Promise<Result<Replay | null>> {
  if (track === null) return ok(null);
  const unpacked = unpackTrack(track);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.frames.length === 0) return ok(null);
  const lifters = await world.lifters();
  if (!lifters.ok) return lifters;
  await toNextTask();
  const frames = replayOf(unpacked.value, lifters.value);
  const skeletons = frames.flatMap(({ skeleton }): Skeleton[] =>
    skeleton === null ? [] : [skeleton],
  );
  if (skeletons.length === 0) return ok(null);
  return ok({ frames, timesS: frames.map((f) => f.moment.timeS), reach: reachOf(skeletons) });
}

/** The verdict that holds now. */
export const verdictOfKept = ({ lift, rescores }: KeptLift): LiftVerdict =>
  verdictNow(lift, rescores).verdict;

/** The frame shown at a moment: the last one that is not after it. */
export function frameAt(replay: Replay, timeS: Seconds): ReplayFrame {
  const index = replay.timesS.findLastIndex((t) => t <= timeS + 1e-6);
  return replay.frames[Math.max(0, index)]!;
}

/** From where the camera saw it, or from an angle where that is not known. */
export function filmedFrom({ frames }: Replay): number {
  const known = frames
    .map(({ moment }) => moment.measures.viewAzimuthDeg.value)
    .filter((value) => value !== null);
  return known[known.length >> 1] ?? 60;
}

/** The judged bend of a frame. */
export function bendOf({ moment }: ReplayFrame): { value: number; error: number } | null {
  const { value, error, judged } = moment.measures.trunkInclinationDeg;
  return judged === true && value !== null ? { value, error: error ?? 0 } : null;
}
