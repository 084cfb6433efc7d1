import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DETECTOR_IDS,
  settledPose,
  type Pose,
  type PoseFrame,
} from '../../../../src/core/pose/pose';
import { PoseLog } from '../../../../src/core/records/pose-log';
import { RECORDINGS, savedPoses } from '../recordings';

const logOf = (frames: readonly PoseFrame[]): PoseLog => {
  const log = new PoseLog();
  frames.forEach((frame) => log.push(frame));
  return log;
};

/** What detectors give, and now and then what none does. */
const number = fc.oneof(
  { weight: 60, arbitrary: fc.double({ min: -50, max: 2000, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, -0, 1e5, -1e5, 1e5 + 0.01, 1e12, Number.MAX_VALUE) },
);
const someFrame = fc.record({
  pose: fc.option(
    fc.record({
      detector: fc.constant(DETECTOR_IDS[1]),
      width: fc.constant(640),
      height: fc.constant(480),
      keypoints: fc.array(
        fc.record({ x: number, y: number, score: fc.double({ min: 0, max: 1 }) }),
        {
          minLength: 3,
          maxLength: 3,
        },
      ),
    }),
  ),
  other: fc.constantFrom(undefined, undefined, false, true),
  stepS: fc.oneof(fc.constantFrom(0, 0.1), fc.double({ min: 0, max: 3, noNaN: true })),
  isSettled: fc.integer({ max: 40 }).map((n) => n !== 0),
});
/** A stream in which camera and detector may change on the way. */
const stream = fc
  .array(
    fc.record({
      detector: fc.constantFrom(...DETECTOR_IDS),
      width: fc.constantFrom(640, 1280),
      frames: fc.array(someFrame, { maxLength: 150, size: 'max' }),
    }),
    { maxLength: 3 },
  )
  .map((parts): PoseFrame[] => {
    let timeS = 0;
    return parts.flatMap(({ detector, width, frames }) =>
      frames.map(({ pose, other, stepS, isSettled }): PoseFrame => {
        timeS += stepS;
        const seen = pose && { ...pose, detector, width, timeS };
        return {
          timeS,
          pose: seen && isSettled ? settledPose(seen) : seen,
          ...(other === undefined ? {} : { other }),
        };
      }),
    );
  });
/** Somebody else is seen, or is not: `other: false` says no more than nothing does. */
const plain = ({ timeS, pose, other }: PoseFrame): PoseFrame => ({
  timeS,
  pose,
  ...(other === true ? { other } : {}),
});

describe('pose log', () => {
  it('gives back what went in, whatever it is', () => {
    fc.assert(
      fc.property(stream, fc.nat(450), fc.nat(450), (frames, from, to) => {
        const log = logOf(frames);
        const all = frames.map(plain);
        expect(log.length).toBe(frames.length);
        expect(log.slice()).toStrictEqual(all);
        expect(log.slice(from)).toStrictEqual(all.slice(from));
        expect(log.slice(from, to)).toStrictEqual(all.slice(from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('finds frames by their time, as a search through all of them does', () => {
    fc.assert(
      fc.property(stream, fc.nat(450), fc.nat(450), (frames, i, k) => {
        const log = logOf(frames);
        const untilS = frames.at(-1)?.timeS ?? 0;
        expect(log.untilS).toBe(frames.at(-1)?.timeS ?? null);
        for (const fromS of [frames[i]?.timeS ?? -1, untilS / 2, untilS + 1]) {
          const position = frames.findIndex(({ timeS }) => timeS >= fromS);
          expect(log.positionAt(fromS)).toBe(position === -1 ? frames.length : position);
          const endS = frames[k]?.timeS ?? fromS + 1;
          const between = frames.filter(({ timeS }) => timeS >= fromS && timeS <= endS);
          expect(log.between(fromS, endS)).toStrictEqual(between.map(plain));
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each(RECORDINGS)('%s: poses of a detector come back exactly', (name) => {
    const { frames } = savedPoses(name);
    const settled = frames.map((f) => ({ ...f, pose: f.pose && settledPose(f.pose) }));
    expect(logOf(settled).slice()).toStrictEqual(settled);
  });

  it('leaves out what nothing is measured from', () => {
    const pose = {
      timeS: 0,
      detector: 'blazepose-full' as const,
      width: 640,
      height: 480,
      keypoints: [{ x: 1, y: 2, score: 0.5 }],
    };
    const world = [{ x: 0.1, y: 0.2, z: 0.3 }];
    expect(logOf([{ timeS: 0, pose: { ...pose, world } }]).slice()).toStrictEqual([
      { timeS: 0, pose },
    ]);
  });
});

/** A whole block of poses as detectors give them, settled, and one frame more. */
const frameOf = (i: number, odd: Partial<Pose> = {}): PoseFrame => {
  const timeS = i / 15;
  const keypoints = [0, 1].map((k) => ({ x: 100 + i / 100, y: 200 + k, score: 0.875 }));
  const pose: Pose = {
    timeS,
    detector: 'movenet-thunder',
    width: 640,
    height: 480,
    keypoints,
    ...odd,
  };
  return { timeS, pose };
};
const frames65 = (): PoseFrame[] => Array.from({ length: 65 }, (_, i) => frameOf(i));

/** What is packed is made anew whenever it is asked for. */
const isPacked = (log: PoseLog, position: number): boolean => {
  const read = (): PoseFrame => log.slice(position, position + 1)[0]!;
  expect(read()).toStrictEqual(read());
  return read() !== read();
};

describe('what a pose log packs', () => {
  it('older frames in whole blocks; the newest stay as they are', () => {
    const frames = frames65();
    const log = logOf(frames.slice(0, 64));
    expect(isPacked(log, 0)).toBe(false);
    log.push(frames[64]!);
    expect([0, 63, 64].map((i) => isPacked(log, i))).toEqual([true, true, false]);
    expect(log.slice()).toStrictEqual(frames);
  });

  it('nothing when told so', () => {
    const log = new PoseLog(false);
    frames65().forEach((frame) => log.push(frame));
    expect(isPacked(log, 0)).toBe(false);
    expect(log.slice()).toStrictEqual(frames65());
  });

  it.each<[string, Partial<Pose>]>([
    ['a time of its own', { timeS: 7 }],
    ['another detector', { detector: 'movenet-lightning' }],
    ['a wider picture', { width: 1280 }],
    ['a higher picture', { height: 720 }],
    ['fewer keypoints', { keypoints: [{ x: 1, y: 2, score: 0.5 }] }],
    [
      'a point between hundredths',
      { keypoints: frameOf(0).pose!.keypoints.map((p) => ({ ...p, x: 1.001 })) },
    ],
  ])('not a block in which one pose has %s', (_, odd) => {
    for (const at of [1, 63]) {
      const frames = frames65().with(at, frameOf(at, odd));
      const log = logOf(frames);
      expect(isPacked(log, 0)).toBe(false);
      expect(log.slice()).toStrictEqual(frames);
    }
  });

  it('frames without a pose and with other people too, whichever comes first', () => {
    const frames = frames65()
      .with(0, { timeS: 0, pose: null })
      .with(1, { timeS: 1 / 15, pose: null, other: true })
      .with(5, { ...frameOf(5), other: true })
      .with(63, { timeS: 63 / 15, pose: null });
    const log = logOf(frames);
    expect(isPacked(log, 1)).toBe(true);
    expect(log.slice()).toStrictEqual(frames);
  });

  it('a block in which nobody is seen', () => {
    const frames = frames65().map(({ timeS }): PoseFrame => ({ timeS, pose: null }));
    const log = logOf(frames);
    expect(isPacked(log, 0)).toBe(true);
    expect(log.slice()).toStrictEqual(frames);
  });
});
