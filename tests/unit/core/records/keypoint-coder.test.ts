import { describe, expect, it } from 'vitest';
import type { Keypoint } from '../../../../src/core/pose/pose';
import { comesBack, KeypointCoder } from '../../../../src/core/records/keypoint-coder';
import { NumberModel, RangeDecoder, RangeEncoder } from '../../../../src/core/records/range-coder';

const POINT: Keypoint = { x: 12.34, y: 567.8, score: 0.123 };

/** What comes back of points that were written. */
function writtenAndRead(keypoints: readonly Keypoint[]): Keypoint[] | null {
  const encoder = new RangeEncoder();
  new KeypointCoder(keypoints.length).write(encoder, keypoints);
  const decoder = new RangeDecoder(Uint8Array.from(encoder.finish()));
  return new KeypointCoder(keypoints.length).read(decoder);
}

describe('keypoints', () => {
  it.each<[Partial<Keypoint>]>([
    [{}],
    [{ x: 0, y: 0, score: 0 }],
    [{ x: -3.21 }],
    [{ x: 1e5, y: -1e5 }],
    [{ score: 100 }],
  ])('come back as they are: %j', (odd) => {
    const point = { ...POINT, ...odd };
    expect(comesBack([POINT, point])).toBe(true);
    expect(writtenAndRead([POINT, point])).toStrictEqual([POINT, point]);
  });

  it.each<[Partial<Keypoint>, Partial<Keypoint>]>([
    [{ x: 12.345 }, { x: 12.35 }],
    [{ y: 0.001 }, { y: 0 }],
    [{ score: 0.1234 }, { score: 0.123 }],
    [{ x: -0 }, { x: 0 }],
    [{ x: 1e5 + 0.01 }, { x: 1e5 }],
    [{ y: -1e5 - 0.01 }, { y: -1e5 }],
    [{ score: 100.001 }, { score: 100 }],
  ])('do not: %j', (odd, back) => {
    const point = { ...POINT, ...odd };
    expect(comesBack([point])).toBe(false);
    expect(comesBack([POINT, point])).toBe(false);
    expect(comesBack([point, POINT])).toBe(false);
    expect(writtenAndRead([point])).toStrictEqual([{ ...POINT, ...back }]);
  });

  it.each([
    [[1e7, -1e7, 1e5], { x: 1e5, y: -1e5, score: 100 }],
    [[1e7 + 1, 0, 0], null],
    [[0, -1e7 - 1, 0], null],
    [[0, 0, 1e5 + 1], null],
    [[0, 0, -1e5 - 1], null],
  ])('of the numbers %j are %j', (numbers, point) => {
    const encoder = new RangeEncoder();
    for (const number of numbers) encoder.write(new NumberModel(), number);
    const decoder = new RangeDecoder(Uint8Array.from(encoder.finish()));
    expect(new KeypointCoder(1).read(decoder)).toEqual(point && [point]);
  });
});
