import { ok, type Result } from '../../core/errors';
import type { MeasureName } from '../../core/kinematics/measure';
import type { Moment } from '../../core/kinematics/moment';
import type { Skeleton } from '../../core/kinematics/skeleton';
import { verdictNow } from '../../core/records/lift-row';
import type { KeptLift } from '../../core/records/session-store';
import { unpackTrack } from '../../core/records/track-packing';
import type { LiftVerdict } from '../../core/scoring/check';
import type { Metres, Seconds } from '../../core/units';
import { momentsOf, scoreAgain, trackSkeletons } from '../../pipeline/score-again';
import type { World } from '../ports';
import { reachOf } from '../stage/turned';

/** One frame of a kept lift: what was measured in it, and the body in three dimensions. */
export interface ReplayFrame {
  moment: Moment;
  /** null = nobody was found. */
  skeleton: Skeleton | null;
}

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
  const moments = momentsOf(unpacked.value, lifters.value);
  const skeletons = trackSkeletons(unpacked.value, lifters.value);
  const seen = skeletons.filter((skeleton) => skeleton !== null);
  if (seen.length === 0) return ok(null);
  const frames = moments.map((moment, i) => ({ moment, skeleton: skeletons[i] ?? null }));
  return ok({ frames, timesS: moments.map((m) => m.timeS), reach: reachOf(seen) });
}

/** Judges a kept lift by today's rules and keeps the new verdict beside the first. @returns null when it has no poses */
export async function judgeAgain(world: World, kept: KeptLift): Promise<Result<null | 'judged'>> {
  const { lift, track } = kept;
  if (track === null) return ok(null);
  const unpacked = unpackTrack(track);
  if (!unpacked.ok) return unpacked;
  const lifters = await world.lifters();
  if (!lifters.ok) return lifters;
  const judged = scoreAgain(lift, unpacked.value, lifters.value);
  const { id: liftId, sessionId } = lift;
  const record = { v: 1 as const, id: world.newId(), liftId, sessionId, atMs: world.now() };
  const saved = await world.store.saveRescores([{ ...record, ...judged }]);
  return saved.ok ? ok('judged') : saved;
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

/** One measure of a frame, where it was judged. */
export function judgedIn(
  { moment }: ReplayFrame,
  name: MeasureName,
): { value: number; error: number } | null {
  const { value, error, judged } = moment.measures[name];
  return judged === true && value !== null ? { value, error: error ?? 0 } : null;
}
