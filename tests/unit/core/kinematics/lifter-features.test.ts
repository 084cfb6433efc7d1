import { describe, expect, it } from 'vitest';
import {
  aloneFeatures,
  figureSize,
  lifterFeatures,
  type Point,
} from '../../../../src/core/kinematics/lifter-features';
import { BODY_POINTS, type BodyPoint } from '../../../../src/core/pose/landmarks';

/**
 * Hips' middle at (300, 250), shoulders' at (390, 130): a trunk of 150 px that leans by the angle of 3 : 4 : 5. Thighs
 * of 120 and 100 px straight down; shanks of 50 px, bent by the same angle, and 80 px straight down: 350 px in all.
 */
const PLACES: Partial<Record<BodyPoint, readonly [number, number]>> = {
  nose: [430, 60],
  leftEar: [440, 50],
  rightEar: [400, 70],
  leftShoulder: [410, 125],
  rightShoulder: [370, 135],
  leftHip: [320, 240],
  rightHip: [280, 260],
  leftKnee: [320, 360],
  rightKnee: [280, 360],
  leftAnkle: [350, 400],
  rightAnkle: [280, 440],
};
const points: Point[] = BODY_POINTS.slice(0, 15).map((name, i) => {
  const [x, y] = PLACES[name] ?? [300 + 7 * i, 250 - 14 * i];
  return { x, y };
});
const LEAN = (Math.atan2(3, 4) * 180) / Math.PI;
const expectColumns = (columns: Float32Array, from: number, wanted: readonly number[]): void =>
  wanted.forEach((value, k) =>
    expect(columns[from + k], `column ${from + k}`).toBeCloseTo(value, 4),
  );
const fromHips = (sizePx: number, scale: number): number[] =>
  points.flatMap(({ x, y }) => [((x - 300) / sizePx) * scale, ((y - 250) / sizePx) * scale]);

describe('the input of the net that knows no standing pose', () => {
  it('is what a geometer reads off the points, then the points, in shares of trunk and legs', () => {
    expect(figureSize(points)).toBeCloseTo(350, 9);
    const columns = aloneFeatures(points, 640, 480);
    expect(columns).toHaveLength(48);
    expectColumns(columns, 0, [
      LEAN / 30,
      (150 / 350) * 4,
      (40 / 350) * 5,
      (40 / 350) * 8,
      (-10 / 350) * 5,
      (-20 / 350) * 8,
      LEAN / 40,
      0,
      (120 / 350) * 4,
      (100 / 350) * 4,
      (50 / 350) * 4,
      (80 / 350) * 4,
      // ankles' middle at 420
      (170 / 350) * 3,
      // nose from the ears' middle at (420, 60), and that from the shoulders'
      (10 / 350) * 20,
      (Math.hypot(30, 70) / 350) * 6,
      (-20 / 640) * 3,
      (10 / 640) * 3,
      (350 / 640) * 2,
      ...fromHips(350, 3),
    ]);
  });

  it('of an upright picture goes by its height', () => {
    const place = [(60 / 640) * 3, (-70 / 640) * 3, (350 / 640) * 2];
    expectColumns(aloneFeatures(points, 480, 640), 15, place);
  });

  it('of points that all lie in one place is numbers', () => {
    const nowhere = points.map(() => ({ x: 320, y: 240 }));
    expect(figureSize(nowhere)).toBe(1);
    const columns = aloneFeatures(nowhere, 640, 480);
    expect([...columns].every(Number.isFinite)).toBe(true);
    expectColumns(columns, 6, [90 / 40, 90 / 40, 0, 0]);
  });

  it('takes the longer of each pair for its size', () => {
    const shorter = points.map((p, i) => (BODY_POINTS[i] === 'leftKnee' ? { x: 320, y: 330 } : p));
    // thighs of 90 and 100 px, shanks of 76 and 80
    expect(figureSize(shorter)).toBeCloseTo(150 + 100 + 80, 9);
  });
});

describe('the input of the nets that know it', () => {
  it('has where the hips went since, and at its end the standing pose, from its own hips', () => {
    const moved = points.map(({ x, y }) => ({ x: x + 31, y: y + 17 }));
    const columns = lifterFeatures(moved, { points, sizePx: 400 }, 640, 480);
    expect(columns).toHaveLength(27 + 2 * 15 + 2 * 15);
    expectColumns(columns, 13, [(17 / 400) * 4, (31 / 400) * 4]);
    expectColumns(columns, 27, [...fromHips(400, 3), ...fromHips(400, 5)]);
  });
});
