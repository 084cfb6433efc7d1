import { describe, expect, it } from 'vitest';
import {
  backOutline,
  backShape,
  lookAtBack,
  median,
  roughFlexion,
} from '../../../../src/core/kinematics/back-outline';
import { bodySquare, type PersonMask } from '../../../../src/core/pose/person-mask';
import type { Pose } from '../../../../src/core/pose/pose';

interface Body {
  /** Trunk against the vertical, degrees. */
  inclination: number;
  /** Outline of the back over the trunk line, trunk lengths, at a share of the way from hips to shoulders. */
  back: (along: number) => number;
  facing?: 'left' | 'right';
  /** Trunk in the picture, px. */
  trunkPx?: number;
  /** By how much the square is turned beside the body, radians. */
  turnBy?: number;
  /** How surely this mask point belongs to the person besides the body itself, 0..1. */
  stray?: (along: number, out: number, row: number, column: number) => number;
}

const SIZE = 256;
const HIPS = { x: 320, y: 240 };

/** A bent body as a drawn mask, with the MoveNet pose on it; legs hang down from the hips. */
function drawn({
  inclination,
  back,
  facing = 'right',
  trunkPx = 110,
  turnBy = 0,
  stray = () => 0,
}: Body): {
  mask: PersonMask;
  pose: Pose;
} {
  const ahead = facing === 'right' ? 1 : -1;
  const lean = (inclination * Math.PI) / 180;
  const axis = { x: ahead * Math.sin(lean), y: -Math.cos(lean) };
  const rear = { x: ahead * axis.y, y: -ahead * axis.x };
  const place = (along: number, out: number) => ({
    x: HIPS.x + trunkPx * (axis.x * along + rear.x * out),
    y: HIPS.y + trunkPx * (axis.y * along + rear.y * out),
    score: 0.9,
  });
  const pair = (point: { x: number; y: number; score: number }) => [
    { ...point, x: point.x - 3 },
    { ...point, x: point.x + 3 },
  ];
  const below = (far: number) => ({ x: HIPS.x, y: HIPS.y + trunkPx * far, score: 0.9 });
  const pose: Pose = {
    timeS: 0,
    detector: 'movenet-thunder',
    width: 640,
    height: 480,
    keypoints: [
      place(1.3, -0.1),
      ...pair(place(1.3, 0)),
      ...pair(place(1.25, 0)),
      ...pair(place(1, 0)),
      ...pair(place(0.9, -0.5)),
      ...pair(place(0.8, -0.9)),
      ...pair(place(0, 0)),
      ...pair(below(0.9)),
      ...pair(below(1.7)),
    ],
  };
  const upright = bodySquare(pose)!;
  const square = { ...upright, turn: upright.turn + turnBy };
  const values = new Uint8Array(SIZE * SIZE);
  for (let row = 0; row < SIZE; row++) {
    for (let column = 0; column < SIZE; column++) {
      const u = ((column + 0.5 - SIZE / 2) * square.side) / SIZE;
      const v = ((row + 0.5 - SIZE / 2) * square.side) / SIZE;
      const x = u * Math.cos(square.turn) - v * Math.sin(square.turn);
      const y = u * Math.sin(square.turn) + v * Math.cos(square.turn);
      const along = (x * axis.x + y * axis.y) / trunkPx;
      const out = (x * rear.x + y * rear.y) / trunkPx;
      const body = along > -0.35 && along < 1.35 && out > -0.3 && out < back(along);
      const share = body ? 1 : stray(along, out, row, column);
      values[row * SIZE + column] = Math.round(255 * share);
    }
  }
  return { mask: { square, size: SIZE, values }, pose };
}

/** As measured on rendered lifts: a straight back is hollow at the waist, a rounded one arches over the trunk line. */
const straight = (along: number): number => 0.18 + 0.16 * Math.max(0, along - 0.25);
const rounded = (along: number): number => 0.2 + 0.22 * along * (1 - along);

const look = (body: Body): number | null => {
  const { mask, pose } = drawn(body);
  return lookAtBack(mask, pose, 0).upperBackDeg;
};

describe('outline of the back (ROUND-2)', () => {
  it.each([40, 60, 90, 105])('tells a straight back from a rounded one at %i°', (inclination) => {
    expect(backShape(look({ inclination, back: straight }))).toBe('straight');
    expect(backShape(look({ inclination, back: rounded }))).toBe('rounded');
  });

  it('gives the drawn direction within a degree, whatever the size of the person', () => {
    for (const trunkPx of [60, 110, 160])
      expect(Math.abs(look({ inclination: 70, back: straight, trunkPx })! - 9.1)).toBeLessThan(1);
  });

  it('is the same for somebody who faces the other way', () => {
    for (const back of [straight, rounded]) {
      const right = look({ inclination: 70, back })!;
      const left = look({ inclination: 70, back, facing: 'left' })!;
      expect(Math.abs(right - left)).toBeLessThan(0.6);
    }
  });

  it('is not turned by a ragged edge', () => {
    const ragged = (_: number, __: number, row: number, column: number) =>
      ((row * 7919 + column * 104729) % 101) / 260;
    for (const back of [straight, rounded]) {
      const clean = look({ inclination: 70, back })!;
      const noisy = look({ inclination: 70, back, stray: ragged })!;
      expect(Math.abs(clean - noisy)).toBeLessThan(1.5);
    }
  });

  it('is not turned by a fold of the shirt, and does not read past a bag', () => {
    const behind = (far: number) => (along: number, out: number) =>
      along > 0.3 && along < 0.4 && out < far ? 1 : 0;
    const fold = look({ inclination: 60, back: straight, stray: behind(0.22) });
    expect(backShape(fold)).toBe('straight');
    expect(look({ inclination: 60, back: straight, stray: behind(0.32) })).toBeNull();
  });

  it('does not look through somebody who stands behind', () => {
    const bystander = (along: number) => (along > 0.4 && along < 0.8 ? 1 : 0);
    expect(look({ inclination: 60, back: straight, stray: bystander })).toBeNull();
  });

  it('does not take hips on the edge of the body for hips', () => {
    expect(look({ inclination: 90, back: (along) => 0.05 + 0.3 * along })).toBeNull();
    // At one end of where the hips are is enough.
    const nearBelow = (along: number): number => (along < -0.02 ? 0.1 : straight(along));
    expect(look({ inclination: 90, back: nearBelow })).toBeNull();
  });

  it('sees no shape in a body of a few pixels, or in an empty mask', () => {
    const { mask, pose } = drawn({ inclination: 60, back: straight });
    expect(lookAtBack({ ...mask, values: new Uint8Array(SIZE * SIZE) }, pose, 0).upperBackDeg).toBe(
      null,
    );
    const small = { ...mask, size: 64, values: new Uint8Array(64 * 64).fill(255) };
    expect(lookAtBack(small, pose, 0).upperBackDeg).toBeNull();
  });

  it('cannot tell in between, or without an outline', () => {
    expect([null, 4.4, 4.5, 6, 7.5, 7.6].map(backShape)).toEqual([
      'unclear',
      'rounded',
      'unclear',
      'unclear',
      'unclear',
      'straight',
    ]);
  });

  it.each([0, -1.1, 0.4])(
    'reads the outline where it was drawn, the square turned by %f',
    (turnBy) => {
      for (const facing of ['left', 'right'] as const)
        for (const inclination of [30, 60, 100]) {
          const { mask, pose } = drawn({
            inclination,
            back: straight,
            facing,
            turnBy,
            trunkPx: 130,
          });
          const outline = backOutline(mask, pose, [0.15, 0.9])!;
          expect(outline.map(({ along }) => along.toFixed(2))).toEqual(
            Array.from({ length: 16 }, (_, k) => (0.15 + 0.05 * k).toFixed(2)),
          );
          for (const { along, out } of outline)
            expect(Math.abs(out - straight(along)), `at ${along}`).toBeLessThan(0.02);
        }
    },
  );

  it('goes by the upper back alone, from 0.3 to 0.85 of the way', () => {
    // The direction of an arch is its slope at the middle of what is read: another stretch has another one.
    const arch = (along: number): number => 0.2 + 0.4 * along * (1 - along);
    const drawnDeg = (Math.atan(0.4 * (1 - (0.3 + 0.85))) * 180) / Math.PI;
    for (const inclination of [60, 90])
      for (const facing of ['left', 'right'] as const) {
        const read = look({ inclination, back: arch, facing, trunkPx: 160 })!;
        expect(Math.abs(read - drawnDeg), `${read}`).toBeLessThan(0.5);
      }
  });

  it('reads nothing without hips and shoulders', () => {
    const { mask, pose } = drawn({ inclination: 60, back: straight });
    // Shoulders are the points from the fifth on, hips from the eleventh.
    for (const count of [5, 11]) {
      const cut = { ...pose, keypoints: pose.keypoints.slice(0, count) };
      expect(backOutline(mask, cut, [0, 0.5])).toBeNull();
    }
  });

  it.each([
    [2.6, 30],
    [9.4, 10],
    [6, 20],
    [0, 40],
    [-3, 50],
    [-30, 70],
    [30, 0],
  ])('an upper back at %f° is roughly %i° of lumbar flexion', (upperBackDeg, flexion) => {
    expect(roughFlexion(upperBackDeg)).toBe(flexion);
  });

  it('the middle of some numbers is that of two where they are even', () => {
    expect([[3], [5, 1], [9, 1, 2], [4, 1, 2, 100]].map(median)).toEqual([3, 3, 2, 3]);
  });
});
