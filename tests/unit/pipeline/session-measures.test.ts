import { describe, expect, it, vi } from 'vitest';
import { fail, ok, type Result } from '../../../src/core/errors';
import type { StoredRecords } from '../../../src/core/records/session-store';
import { packTrack, unpackTrack } from '../../../src/core/records/track-packing';
import type { LiftTrack, TrackRecord } from '../../../src/core/records/track-record';
import { measuredTask } from '../../../src/core/standards/niosh-from-lift';
import {
  measuredSession,
  type LiftMeasures,
  type SessionMeasures,
} from '../../../src/pipeline/session-measures';
import { momentsOf, trackSkeletons } from '../../../src/pipeline/score-again';
import { MemoryStore } from '../../../src/store/memory-store';
import { keptSession } from '../../fixtures/kept-session';
import { NOON } from '../../fixtures/kept';
import goodLift from '../../fixtures/poses/good-lift.json';
import threeLifts from '../../fixtures/poses/three-lifts.json';
import { lifters } from '../core/recordings';

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
};
const kept = (): StoredRecords => keptSession('s', [goodLift, threeLifts], lifters);
const whole = (lift: LiftMeasures): LiftMeasures => lift;
const loaded = vi.fn(() => Promise.resolve(ok(lifters)));

async function storeOf(records: StoredRecords): Promise<MemoryStore> {
  const store = new MemoryStore();
  told(await store.importRecords(records));
  return store;
}
async function measured(
  records: StoredRecords,
  heightM: number | null = null,
): Promise<SessionMeasures<LiftMeasures>> {
  const from = { store: await storeOf(records), lifters: loaded };
  return told(await measuredSession(from, 's', heightM, whole))!;
}
/** A track as it would be had something else been known. */
const changed = (record: TrackRecord, change: Partial<LiftTrack>): TrackRecord =>
  packTrack({ ...told(unpackTrack(record)), ...change }, record.liftId);

describe('the measures of a kept session', () => {
  it('are those that its poses are judged by, lift by lift in order of time', async () => {
    const records = kept();
    const { session, lifts } = await measured({ ...records, lifts: records.lifts.toReversed() });
    expect(session.id).toBe('s');
    expect(lifts.map(({ liftId }) => liftId)).toEqual(['s-0', 's-1', 's-2', 's-3']);
    expect(records.tracks).toHaveLength(4);
    lifts.forEach(({ times, measured: lift }, i) => {
      const { verdict } = records.lifts[i]!;
      const track = told(unpackTrack(records.tracks[i]!));
      expect(verdict).toMatchObject(times);
      expect(lift!.times).toEqual(times);
      expect(lift!.moments).toEqual(momentsOf(track, lifters));
      expect(lift!.skeletons).toEqual(trackSkeletons(track, lifters));
      // Its frames cover what is asked of them: the hands are seen at the grasp.
      expect(measuredTask(times, lift!.moments).origin.verticalCm.ask).toBeNull();
    });
  });

  it('leave out what is no lift, and take load and moments as they hold now', async () => {
    const records = kept();
    const said = { v: 1 as const, sessionId: 's', atMs: NOON };
    records.amendments = [
      { ...said, id: 'a', liftId: 's-1', amendment: { kind: 'not-a-lift' } },
      { ...said, id: 'b', liftId: 's-2', amendment: { kind: 'mass', massKg: 7.5 } },
    ];
    const { verdict } = records.lifts[0]!;
    const again = { ...verdict, graspS: verdict.graspS + 0.1 };
    records.rescores = [
      { ...said, id: 'r', liftId: 's-0', rules: '2099.1.1', lifter: 'next', verdict: again },
    ];
    const { lifts } = await measured(records);
    expect(lifts.map(({ liftId, massKg }) => [liftId, massKg])).toEqual([
      ['s-0', null],
      ['s-2', 7.5],
      ['s-3', null],
    ]);
    expect(lifts[0]!.times.graspS).toBe(again.graspS);
  });

  it('are none of a lift whose poses were not kept, or in which nobody is seen', async () => {
    const records = kept();
    const [first, second, ...more] = records.tracks;
    const nobody = told(unpackTrack(second!)).frames.map(({ timeS }) => ({ timeS, pose: null }));
    records.tracks = [changed(second!, { frames: nobody }), ...more];
    const { lifts } = await measured(records);
    expect(first!.liftId).toBe('s-0');
    expect(lifts.map((lift) => lift.measured === null)).toEqual([true, true, false, false]);
  });

  it('are scaled by a stature said later where it was only assumed', async () => {
    const records = kept();
    records.tracks = records.tracks.map((track, i) =>
      changed(track, i === 0 ? { heightM: 1.75, heightEntered: false } : { heightEntered: true }),
    );
    const [assumed, entered] = (await measured(records)).lifts;
    const [now, still] = (await measured(records, 1.95)).lifts;
    expect(assumed!.measured!.person).toEqual({ heightM: 1.75, heightEntered: false });
    expect(now!.measured!.person).toEqual({ heightM: 1.95, heightEntered: true });
    expect(still!.measured!.person).toEqual(entered!.measured!.person);
    const origin = ({ times, measured: lift }: NonNullable<typeof assumed>) =>
      measuredTask(times, lift!.moments).origin;
    // Between wrists and ankles; 4 cm of it are allowances, which are the same for everybody.
    const scale = (origin(now!).verticalCm.value! - 4) / (origin(assumed!).verticalCm.value! - 4);
    expect(scale).toBeCloseTo(1.95 / 1.75, 6);
    expect(origin(now!).verticalCm.error!).toBeLessThan(origin(assumed!).verticalCm.error!);
    // With an assumed stature the reach is too uncertain to be said.
    expect(origin(assumed!).horizontalCm.ask).toBe('too-uncertain');
    expect(origin(now!).horizontalCm.ask).toBeNull();
  });

  it('fetch no lifter where there is nothing to measure, and pass failures on', async () => {
    loaded.mockClear();
    const records = { ...kept(), tracks: [] };
    expect((await measured(records)).lifts).toHaveLength(4);
    expect(loaded).not.toHaveBeenCalled();
    const store = await storeOf(kept());
    const elsewhere = { store, lifters: loaded };
    expect(await measuredSession(elsewhere, 'none', null, whole)).toEqual(ok(null));
    const offline = () => Promise.resolve(fail('model-missing', 'offline'));
    expect(await measuredSession({ store, lifters: offline }, 's', null, whole)).toMatchObject({
      ok: false,
      error: { kind: 'model-missing' },
    });
    const broken = kept();
    broken.tracks[0] = { ...broken.tracks[0]!, packed: new Uint8Array([1, 2, 3]) };
    const from = { store: await storeOf(broken), lifters: loaded };
    expect((await measuredSession(from, 's', null, whole)).ok).toBe(false);
  });
});
