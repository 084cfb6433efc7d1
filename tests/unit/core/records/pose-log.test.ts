import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DETECTOR_IDS, settledPose, type PoseFrame } from '../../../../src/core/pose/pose';
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
