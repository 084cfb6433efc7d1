import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { crc32 } from '../../../../src/core/records/crc32';
import { NumberModel, RangeEncoder } from '../../../../src/core/records/range-coder';
import { packTrack, unpackTrack } from '../../../../src/core/records/track-packing';
import {
  MOST_TRACK_FRAMES,
  type LiftTrack,
  type TrackRecord,
} from '../../../../src/core/records/track-record';
import { settledPose, type DetectorId, type PoseFrame } from '../../../../src/core/pose/pose';
import { momentsOf } from '../../../../src/pipeline/score-again';
import { MEASURE_NAMES } from '../../../../src/core/kinematics/measure';
import { findBaseline } from '../../../../src/core/kinematics/standing';
import { Random } from '../../../../training/random';
import { lifters, RECORDINGS, savedPoses } from '../recordings';
import { simulatedLift } from '../simulated-lift';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const PERSON = { heightM: 1.72, heightEntered: true };

function trackOf(frames: readonly PoseFrame[], detector: DetectorId): LiftTrack {
  const { timesS, sizePx, keypoints, trusted } = findBaseline(frames)!;
  const baseline = { timesS, sizePx, keypoints, trusted };
  const { width, height } = frames.find((f) => f.pose !== null)!.pose!;
  return {
    detector,
    width,
    height,
    ...PERSON,
    baseline,
    frames: [...frames],
    looks: [],
    closer: [],
  };
}

/** Six seconds at 15 poses a second, every point shaking as a detector's do. */
function shaking(detector: DetectorId, scale = 1): PoseFrame[] {
  const random = new Random(7);
  const times = Array.from({ length: 90 }, (_, i) => i / 15 + 0.004 * random.between(-1, 1) + 0.1);
  const { frames } = simulatedLift(
    { seed: 3, azimuth: 50, trunk: 70, knees: 40, twist: 20 },
    times,
    detector,
  );
  return frames.map(({ timeS, pose }) => ({
    timeS,
    pose: {
      ...pose!,
      width: 640 * scale,
      height: 480 * scale,
      keypoints: pose!.keypoints.map(({ x, y }, k) => ({
        // the points that no lifter uses move along with the nose
        x: scale * ((x || pose!.keypoints[0]!.x + k) + random.normal() * 1.5),
        y: scale * ((y || pose!.keypoints[0]!.y + k) + random.normal() * 1.5),
        score: Math.min(1, Math.max(0, 0.8 + 0.1 * random.normal())),
      })),
    },
  }));
}

const unpacked = (record: TrackRecord): LiftTrack => {
  const result = unpackTrack(record);
  if (!result.ok) throw new Error(result.error.detail);
  return result.value;
};

/** With a checksum that fits again: damage that somebody made on purpose. */
function sealed(packed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  new DataView(packed.buffer).setUint32(packed.length - 4, crc32(packed.subarray(0, -4)));
  return packed;
}

describe('packed tracks', () => {
  it('CRC-32 is the known one', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it.each(RECORDINGS)('%s: settled poses come back exactly', (name) => {
    const { frames, detector } = savedPoses(name);
    const settled = frames.map((f) => ({ ...f, pose: f.pose && settledPose(f.pose) }));
    const track = { ...trackOf(frames, detector), frames: settled };
    expect(unpacked(packTrack(track, 'a'))).toEqual(track);
  });

  it.each<[DetectorId, number]>([
    ['movenet-thunder', 1],
    ['blazepose-full', 1],
    ['blazepose-full', 3],
  ])('%s at %i times 640 px: angles within 0.5°, six seconds within 25 kB', (detector, scale) => {
    const track = trackOf(shaking(detector, scale), detector);
    const record = packTrack(track, 'a');
    const back = unpacked(record);
    const before = momentsOf(track, lifters),
      after = momentsOf(back, lifters);
    expect(after).toHaveLength(90);
    before.forEach((moment, i) => {
      for (const name of MEASURE_NAMES) {
        const a = moment.measures[name],
          b = after[i]!.measures[name];
        expect(b.value === null).toBe(a.value === null);
        if (a.value !== null)
          expect(Math.abs(a.value - b.value!), `${name} at ${moment.timeS}`).toBeLessThan(
            name.endsWith('M') ? 0.005 : 0.5,
          );
      }
    });
    const { packed, ...facts } = record;
    expect(packed.length + JSON.stringify(facts).length).toBeLessThan(25_000);
  });

  it('frames without a pose, other people and strange times come back', () => {
    const { frames, detector } = savedPoses('twist');
    const track = trackOf(frames, detector);
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1e13 }), { maxLength: 40 }),
        fc.array(fc.constantFrom('pose', 'none', 'other'), { minLength: 40, maxLength: 40 }),
        (micros, kinds) => {
          const own = micros
            .toSorted((a, b) => a - b)
            .map((micro, i): PoseFrame => {
              const timeS = micro / 1e6;
              if (kinds[i] === 'other') return { timeS, pose: null, other: true };
              if (kinds[i] === 'none') return { timeS, pose: null };
              return { timeS, pose: { ...settledPose(frames[i]!.pose!)!, timeS } };
            });
          expect(unpacked(packTrack({ ...track, frames: own }, 'a')).frames).toEqual(own);
        },
      ),
    );
  });

  it('one changed byte is noticed', () => {
    const { frames, detector } = savedPoses('twist');
    const record = packTrack(trackOf(frames, detector), 'a');
    fc.assert(
      fc.property(
        fc.nat(record.packed.length - 1),
        fc.integer({ min: 1, max: 255 }),
        (at, flip) => {
          const packed = Uint8Array.from(record.packed, (byte, i) =>
            i === at ? byte ^ flip : byte,
          );
          expect(unpackTrack({ ...record, packed }).ok).toBe(false);
        },
      ),
    );
  });

  it('hostile bytes are refused or give numbers, soon', () => {
    const { frames, detector } = savedPoses('twist');
    const record = packTrack(trackOf(frames, detector), 'a');
    const check = (packed: Uint8Array<ArrayBuffer>): void => {
      const result = unpackTrack({ ...record, packed });
      if (!result.ok) expect(result.error.kind).toBe('import-refused');
      else
        for (const { timeS, pose } of result.value.frames)
          for (const n of [timeS, ...(pose?.keypoints ?? []).flatMap((k) => [k.x, k.y, k.score])])
            expect(Number.isFinite(n)).toBe(true);
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        check(Uint8Array.from(bytes));
        if (bytes.length >= 9) check(sealed(Uint8Array.from([1, 0, 0, ...bytes.subarray(3)])));
      }),
      { numRuns: 300 },
    );
    const many = Uint8Array.from(record.packed);
    new DataView(many.buffer).setUint32(1, 0xffffffff);
    expect(unpackTrack({ ...record, packed: sealed(many) })).toMatchObject({ ok: false });
    new DataView(many.buffer).setUint32(1, 20_000);
    expect(unpackTrack({ ...record, packed: sealed(many) })).toMatchObject({ ok: false });
  });
});

describe('packed tracks that nobody packed', () => {
  const record = (): TrackRecord => {
    const { frames, detector } = savedPoses('twist');
    return packTrack(trackOf(frames, detector), 'a');
  };
  /** A file of frames in which nobody is seen: each a kind and how much its step is longer than the last, in µs. */
  const written = (
    frames: readonly (readonly [kind: number, change: number])[],
    count = frames.length,
  ): TrackRecord => {
    const encoder = new RangeEncoder();
    const kinds = new NumberModel(),
      times = new NumberModel();
    for (const [kind, change] of frames) {
      encoder.write(kinds, kind);
      encoder.write(times, change);
    }
    return coded(encoder.finish(), count);
  };
  const coded = (bytes: readonly number[], count: number): TrackRecord => {
    const packed = Uint8Array.from([1, 0, 0, 0, 0, ...bytes, 0, 0, 0, 0]);
    new DataView(packed.buffer).setUint32(1, count);
    return { ...record(), packed: sealed(packed) };
  };
  /** Without the last byte of its frames. */
  const shortened = ({ packed }: TrackRecord): TrackRecord =>
    coded([...packed.subarray(5, -5)], new DataView(packed.buffer).getUint32(1));
  const why = (one: TrackRecord): string => {
    const result = unpackTrack(one);
    return result.ok ? '' : `${result.error.kind}: ${result.error.detail}`;
  };

  it('what fits is read', () => {
    const one = written([
      [0, 0],
      [1, 100_000],
      [0, 1 - 100_000],
    ]);
    expect(unpacked(one).frames).toEqual([
      { timeS: 0, pose: null },
      { timeS: 0.1, pose: null, other: true },
      { timeS: 0.100_001, pose: null },
    ]);
    expect(unpacked(written([[0, 1e13]])).frames).toEqual([{ timeS: 1e7, pose: null }]);
    expect(unpacked(written([])).frames).toEqual([]);
  });

  it.each<[string, () => TrackRecord]>([
    ['too short', () => ({ ...record(), packed: sealed(new Uint8Array(8)) })],
    ['version 2 is not known', () => ({ ...record(), packed: sealed(record().packed.with(0, 2)) })],
    ['damaged', () => ({ ...record(), packed: record().packed.with(7, record().packed[7]! ^ 1) })],
    [
      `${MOST_TRACK_FRAMES + 1} frames are too many`,
      () => written([[0, 0]], MOST_TRACK_FRAMES + 1),
    ],
    ['times do not rise', () => written([[0, -1]])],
    ['times do not rise', () => written([[0, 1e13 + 1]])],
    // A first frame has no step: the second is as late as the first.
    [
      'times do not rise',
      () =>
        written([
          [0, 5],
          [0, 0],
        ]),
    ],
    [
      'times do not rise',
      () =>
        written([
          [0, 5],
          [0, -1],
        ]),
    ],
    [
      'a keypoint is beyond all pictures',
      () => {
        const encoder = new RangeEncoder();
        encoder.write(new NumberModel(), 2);
        encoder.write(new NumberModel(), 0);
        encoder.write(new NumberModel(), 1e7 + 1);
        return coded(encoder.finish(), 1);
      },
    ],
    ['a frame of unknown kind', () => written([[3, 0]])],
    ['a frame of unknown kind', () => written([[-1, 0]])],
    ['comes to an early end', () => shortened(written([[0, 5]]))],
    ['more bytes than frames', () => coded([0, 0, 0, 0, 0, 0], 0)],
    ['more bytes than frames', () => coded([0, 0, 0, 0], 0)],
  ])('%s', (detail, make) => {
    expect(why(make())).toBe(`import-refused: track.packed: ${detail}`);
  });

  it('of two frames at one time the first is kept, and of too many the first', () => {
    const { detector, frames } = savedPoses('twist');
    const track = trackOf(frames, detector);
    const at = (timeS: number): PoseFrame => ({ timeS, pose: null });
    const back = (own: PoseFrame[]): number[] =>
      unpacked(packTrack({ ...track, frames: own }, 'a')).frames.map(({ timeS }) => timeS);
    expect(back([0, 0.5, 0.5, 0.4, 0.6].map(at))).toEqual([0, 0.5, 0.6]);
    const many = Array.from({ length: MOST_TRACK_FRAMES + 2 }, (_, i) => at(i));
    expect(back(many)).toEqual(many.slice(0, -2).map(({ timeS }) => timeS));
    expect(back([at(1e7 + 5)])).toEqual([1e7]);
  });
});
