import { ok, type Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { Moment, Person } from '../core/kinematics/moment';
import type { Skeleton } from '../core/kinematics/skeleton';
import type { LiftTimes } from '../core/lifts/lift';
import { rowOf, verdictNow } from '../core/records/lift-row';
import type { SessionRecord } from '../core/records/session-record';
import type { SessionStore } from '../core/records/session-store';
import { unpackTrack } from '../core/records/track-packing';
import type { TrackRecord } from '../core/records/track-record';
import type { Metres } from '../core/units';
import { momentsOf, trackSkeletons } from './score-again';

/** A kept lift, measured again. */
export interface LiftMeasures {
  liftId: string;
  /** Of the verdict that holds now; s from the first frame of the session, as the moments are. */
  times: LiftTimes;
  /** Whom metres are scaled by. */
  person: Person;
  /** One a frame, smoothed, from half a second before the lift to half a second after it. */
  moments: readonly Moment[];
  /** One a moment; null = nobody was found in it. */
  skeletons: readonly (Skeleton | null)[];
}

export interface SessionMeasures<Measured> {
  session: SessionRecord;
  /** In order of time; what is no lift is left out. */
  lifts: {
    liftId: string;
    times: LiftTimes;
    /** As last said of this lift; null = nothing was. */
    massKg: number | null;
    /** null = its poses were not kept, or nobody is in them. */
    measured: Measured | null;
  }[];
}

const breathe = (): Promise<void> => new Promise((settle) => setTimeout(settle));

/**
 * Measures all lifts of a kept session again, one after the other, the page going on between them.
 *
 * @param from.lifters asked only when there are poses to measure
 * @param heightM stature of whoever lifts, as said later: it takes the place of one that was only assumed; null = not said
 * @param of what is wanted of each lift; its frames are let go afterwards, so that a long session needs no more room
 * @returns null when there is no such session; the failure of the store or the lifters; 'import-refused' for poses that
 *   cannot be unpacked
 */
export async function measuredSession<Measured>(
  from: { store: Pick<SessionStore, 'records'>; lifters: () => Promise<Result<LifterSet>> },
  sessionId: string,
  heightM: Metres | null,
  of: (lift: LiftMeasures) => Measured,
): Promise<Result<SessionMeasures<Measured> | null>> {
  const kept = await from.store.records({ sessionId });
  if (!kept.ok) return kept;
  const { sessions, tracks, amendments, rescores } = kept.value;
  const session = sessions[0];
  if (session === undefined) return ok(null);
  const trackOf = new Map(tracks.map((track) => [track.liftId, track]));
  const lifts: SessionMeasures<Measured>['lifts'] = [];
  const inOrder = kept.value.lifts.toSorted((a, b) => a.startedMs - b.startedMs);
  for (const lift of inOrder) {
    const own = <T extends { liftId: string }>(list: readonly T[]): T[] =>
      list.filter(({ liftId }) => liftId === lift.id);
    const row = rowOf(lift, session, own(amendments), own(rescores));
    if (row.notALift) continue;
    const { startS, graspS, peakS, endS, lowerStartS, releaseS, lowerEndS } = verdictNow(
      lift,
      own(rescores),
    ).verdict;
    const times = { startS, graspS, peakS, endS, lowerStartS, releaseS, lowerEndS };
    const track = trackOf.get(lift.id);
    const frames = track === undefined ? ok(null) : await framesOf(track, from.lifters, heightM);
    if (!frames.ok) return frames;
    const measured = frames.value && of({ liftId: lift.id, times, ...frames.value });
    lifts.push({ liftId: lift.id, times, massKg: row.massKg, measured });
  }
  return ok({ session, lifts });
}

type Frames = Pick<LiftMeasures, 'person' | 'moments' | 'skeletons'>;

async function framesOf(
  record: TrackRecord,
  lifters: () => Promise<Result<LifterSet>>,
  heightM: Metres | null,
): Promise<Result<Frames | null>> {
  const unpacked = unpackTrack(record);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.frames.every(({ pose }) => pose === null)) return ok(null);
  const set = await lifters();
  if (!set.ok) return set;
  await breathe();
  const isSaid = heightM !== null && !unpacked.value.heightEntered;
  const track = isSaid ? { ...unpacked.value, heightM, heightEntered: true } : unpacked.value;
  return ok({
    person: { heightM: track.heightM, heightEntered: track.heightEntered },
    moments: momentsOf(track, set.value),
    skeletons: trackSkeletons(track, set.value),
  });
}
