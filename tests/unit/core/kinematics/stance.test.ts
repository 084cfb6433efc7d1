import { describe, expect, it } from 'vitest';
import {
  isErect,
  isUpright,
  stanceOf,
  steadied,
  type Posture,
  type Stance,
} from '../../../../src/core/kinematics/stance';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Pose } from '../../../../src/core/pose/pose';

type Place = readonly [x: number, y: number];
/** Ears at 100, ankles at 400: 300 px tall; trunk 110 px, legs 150 px, hands at 45 % of the height. */
const STANDING = {
  Ear: [320, 100],
  Shoulder: [320, 140],
  Hip: [320, 250],
  Knee: [320, 325],
  Ankle: [320, 400],
  Wrist: [320, 265],
} satisfies Record<string, Place>;
type Part = keyof typeof STANDING;

/** Somebody seen from in front: each pair 20 px to both sides of its middle, the left one 6 px lower. */
function poseWith(parts: Partial<Record<Part, Place>> = {}, timeS = 0): Pose {
  const keypoints = Array.from({ length: 17 }, () => ({ x: 320, y: 240, score: 0.9 }));
  for (const [part, [x, y]] of Object.entries({ ...STANDING, ...parts }))
    for (const side of ['left', 'right'] as const) {
      const sign = side === 'left' ? 1 : -1;
      const index = keypointIndex('movenet', `${side}${part}` as BodyPoint)!;
      keypoints[index] = { x: x + 20 * sign, y: y + 3 * sign, score: 0.9 };
    }
  return { timeS, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
}
const postureOf = (parts: Partial<Record<Part, Place>>): Posture =>
  stanceOf(poseWith(parts)).posture;
const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

describe('what a pose says about standing', () => {
  it('is read between left and right, in shares of the ear-to-ankle height', () => {
    const { posture, cut, feetSeen, timeS } = stanceOf(poseWith({ Ankle: [330, 400] }, 7));
    expect(posture).toMatchObject({ sizePx: 300, hipX: 320, hipY: 250, ankleX: 330, ankleY: 400 });
    expect(posture.trunkToLeg).toBeCloseTo(110 / 150, 9);
    expect(posture.handHeight).toBeCloseTo(135 / 300, 9);
    expect({ cut, feetSeen, timeS }).toEqual({ cut: false, feetSeen: true, timeS: 7 });
  });

  it('leans and bends its knees by degrees, to the right of the picture +', () => {
    const leaning = (degrees: number): Place => [
      320 + 110 * sin(degrees),
      250 - 110 * cos(degrees),
    ];
    expect(postureOf({ Shoulder: leaning(10) }).leanDeg).toBeCloseTo(10, 9);
    expect(postureOf({ Shoulder: leaning(-30) }).leanDeg).toBeCloseTo(-30, 9);
    // The thigh 20° to the right of upright, the shin 10° to the left.
    const Knee: Place = [320 - 75 * sin(20), 250 + 75 * cos(20)];
    const Ankle: Place = [Knee[0] + 75 * sin(10), Knee[1] + 75 * cos(10)];
    expect(postureOf({ Knee, Ankle }).kneeDeg).toBeCloseTo(30, 9);
  });

  it('has numbers even upside down', () => {
    const { trunkToLeg, handHeight } = postureOf({ Ear: [320, 500], Hip: [320, 450] });
    expect(trunkToLeg).toBe(310);
    expect(handHeight).toBe(135);
  });

  it('sees both feet, or does not', () => {
    const pose = poseWith();
    for (const name of ['leftAnkle', 'rightAnkle'] as const) {
      const scored = (score: number): Pose => ({
        ...pose,
        keypoints: pose.keypoints.map((k, i) =>
          i === keypointIndex('movenet', name) ? { ...k, score } : k,
        ),
      });
      expect(stanceOf(scored(0.4)).feetSeen).toBe(true);
      expect(stanceOf(scored(0.39)).feetSeen).toBe(false);
    }
    expect(stanceOf(poseWith({ Ankle: [320, 490] })).cut).toBe(true);
  });
});

describe('STAND-1', () => {
  const stance = (posture: Partial<Posture>, cut = false): Stance => {
    const standing = stanceOf(poseWith());
    return { ...standing, cut, posture: { ...standing.posture, ...posture } };
  };

  it('upright is within 12° of vertical, with knees within 25° of straight, either way', () => {
    for (const sign of [1, -1]) {
      expect(isErect(stance({ leanDeg: 11.9 * sign, kneeDeg: 24.9 * sign }))).toBe(true);
      expect(isErect(stance({ leanDeg: 12 * sign }))).toBe(false);
      expect(isErect(stance({ kneeDeg: 25 * sign }))).toBe(false);
    }
  });

  it('has trunk and legs in the proportion of a standing body; legs that are cut off look shorter', () => {
    for (const [trunkToLeg, whole, cut] of [
      [0.41, false, false],
      [0.42, true, true],
      [1, true, true],
      [1.01, false, true],
      [1.3, false, true],
      [1.31, false, false],
    ] as const) {
      expect(isErect(stance({ trunkToLeg }))).toBe(whole);
      expect(isErect(stance({ trunkToLeg }, true))).toBe(cut);
    }
  });

  it('is nobody of no height', () => {
    expect(isErect(stance({ sizePx: 0 }))).toBe(false);
  });

  it('hands hang between 38 and 60 % of the height; that matters to a baseline alone', () => {
    for (const [handHeight, hangs] of [
      [0.37, false],
      [0.38, true],
      [0.6, true],
      [0.61, false],
    ] as const) {
      expect(isUpright(stance({ handHeight }))).toBe(hangs);
      expect(isErect(stance({ handHeight }))).toBe(true);
    }
    expect(isUpright(stance({ leanDeg: 20 }))).toBe(false);
  });
});

describe('a slip of one frame', () => {
  const heightsOf = (seen: readonly (readonly [timeS: number, earY: number])[]): number[] =>
    steadied(seen.map(([timeS, y]) => stanceOf(poseWith({ Ear: [320, y] }, timeS)))).map(
      ({ posture }) => posture.sizePx,
    );

  it('is taken out: of each frame and its neighbours the middle value counts', () => {
    expect(
      heightsOf([
        [0, 100],
        [0.1, 40],
        [0.2, 101],
        [0.3, 102],
        [0.4, 180],
        [0.5, 103],
      ]),
    ).toEqual([300, 300, 299, 298, 297, 297]);
  });

  it('frames more than 0.35 s apart are no neighbours', () => {
    const slipped = (before: number, after: number): number =>
      heightsOf([
        [1 - before, 100],
        [1, 40],
        [1 + after, 100],
      ])[1]!;
    expect(slipped(0.34, 0.34)).toBe(300);
    expect(slipped(0.36, 0.34)).toBe(360);
    expect(slipped(0.34, 0.36)).toBe(360);
  });

  it('changes no pose: only what is read off it', () => {
    const poses = [100, 40, 100].map((y, i) => poseWith({ Ear: [320, y] }, i / 10));
    expect(steadied(poses.map(stanceOf)).map(({ pose }) => pose)).toEqual(poses);
  });
});
