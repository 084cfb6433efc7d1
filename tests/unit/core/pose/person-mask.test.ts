import { describe, expect, it } from 'vitest';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import { bodySquare, maskAt, middleOf, pointInMask } from '../../../../src/core/pose/person-mask';
import type { Pose } from '../../../../src/core/pose/pose';

const HIPS = { x: 300, y: 240 };

/** Hips 40 px wide, shoulders where said, everything else in the hips, but for some points. */
function poseWith(
  shoulders: { x: number; y: number },
  some: Partial<Record<BodyPoint, { x: number; y: number }>> = {},
): Pose {
  const keypoints = Array.from({ length: 17 }, () => ({ ...HIPS, score: 0.9 }));
  const place = (name: BodyPoint, { x, y }: { x: number; y: number }): void => {
    keypoints[keypointIndex('movenet', name)!] = { x, y, score: 0.9 };
  };
  place('leftHip', { x: HIPS.x + 20, y: HIPS.y + 2 });
  place('rightHip', { x: HIPS.x - 20, y: HIPS.y - 2 });
  place('leftShoulder', { x: shoulders.x + 30, y: shoulders.y - 4 });
  place('rightShoulder', { x: shoulders.x - 30, y: shoulders.y + 4 });
  for (const [name, point] of Object.entries(some)) place(name as BodyPoint, point);
  return { timeS: 0, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
}
const upright = { x: HIPS.x, y: HIPS.y - 100 };

describe('the square around a body', () => {
  it('is centred between the hips, with a quarter of room around the trunk', () => {
    expect(bodySquare(poseWith(upright))).toEqual({ centre: HIPS, side: 250, turn: 0 });
    expect(middleOf(poseWith(upright), 'Shoulder')).toEqual(upright);
  });

  it.each<BodyPoint>([
    'nose',
    'leftEar',
    'rightEar',
    'leftElbow',
    'rightElbow',
    'leftWrist',
    'rightWrist',
    'leftKnee',
    'rightKnee',
    'leftAnkle',
    'rightAnkle',
  ])('holds the %s wherever that is', (name) => {
    const far = { x: HIPS.x + 120, y: HIPS.y + 160 };
    expect(bodySquare(poseWith(upright, { [name]: far }))!.side).toBeCloseTo(2 * 1.25 * 200, 9);
  });

  it('turns with the trunk, clockwise as seen', () => {
    const turn = (x: number, y: number) =>
      (bodySquare(poseWith({ x: HIPS.x + x, y: HIPS.y + y }))!.turn * 180) / Math.PI;
    expect(turn(100, 0)).toBeCloseTo(90, 9);
    expect(turn(-50, -50)).toBeCloseTo(-45, 9);
    expect(turn(50, 50)).toBeCloseTo(135, 9);
  });

  it('is none where hips and shoulders lie on each other, or are missing', () => {
    expect(bodySquare(poseWith({ x: HIPS.x + 1, y: HIPS.y }))).toBeNull();
    expect(bodySquare(poseWith({ x: HIPS.x + 1.1, y: HIPS.y }))).not.toBeNull();
    const pose = poseWith(upright);
    const missing = (count: number): Pose => ({
      ...pose,
      keypoints: pose.keypoints.slice(0, count),
    });
    // The shoulders are the sixth and seventh, the hips the twelfth and thirteenth.
    for (const count of [5, 6, 11, 12]) expect(bodySquare(missing(count))).toBeNull();
  });
});

describe('a point in the mask', () => {
  it('has the hips in the middle and the shoulders above, however the body leans', () => {
    for (const [x, y] of [
      [0, -100],
      [80, -60],
      [-100, 0],
      [60, 80],
    ] as const) {
      const square = bodySquare(poseWith({ x: HIPS.x + x, y: HIPS.y + y }))!;
      const inMask = (p: { x: number; y: number }) => pointInMask({ square, size: 500 }, p);
      expect(inMask(HIPS)).toEqual({ x: 250, y: 250 });
      const shoulders = inMask({ x: HIPS.x + x, y: HIPS.y + y });
      expect(shoulders.x).toBeCloseTo(250, 9);
      expect(shoulders.y).toBeCloseTo(50, 9); // 100 of 250 px: two fifths of 500
    }
  });

  it('is not mirrored', () => {
    const square = { centre: HIPS, side: 200, turn: Math.PI / 2 };
    // Turned a quarter clockwise, down in the picture is right in the mask.
    const below = pointInMask({ square, size: 100 }, { x: HIPS.x, y: HIPS.y + 40 });
    expect(below.x).toBeCloseTo(70, 9);
    expect(below.y).toBeCloseTo(50, 9);
  });
});

describe('how surely a point is the person', () => {
  /** Three by three, brighter to the right and further down. */
  const mask = { size: 3, values: Uint8Array.of(0, 51, 102, 51, 102, 153, 102, 153, 204) };
  const read = (x: number, y: number): number =>
    maskAt({ ...mask, square: { centre: HIPS, side: 3, turn: 0 } }, x, y);

  it('is what the mask says in the middle of a pixel', () => {
    expect(read(0.5, 0.5)).toBe(0);
    expect(read(1.5, 0.5)).toBeCloseTo(0.2, 9);
    expect(read(0.5, 2.5)).toBeCloseTo(0.4, 9);
    expect(read(2.5, 2.5)).toBeCloseTo(0.8, 9);
  });

  it('goes evenly from one to the next', () => {
    expect(read(1.25, 0.5)).toBeCloseTo(0.15, 9);
    expect(read(0.5, 1.75)).toBeCloseTo(0.25, 9);
    expect(read(1.75, 2.25)).toBeCloseTo(0.2 * (1.25 + 1.75), 9);
  });

  it('is nothing outside', () => {
    for (const [x, y] of [
      [-0.5, 1.5],
      [3.5, 1.5],
      [1.5, -0.5],
      [1.5, 3.5],
    ] as const)
      expect(read(x, y)).toBe(0);
    expect(read(3, 2.5)).toBeCloseTo(0.4, 9); // half-way out of the brightest
  });
});
