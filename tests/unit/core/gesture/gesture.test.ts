import { describe, expect, it } from 'vitest';
import { gestureOf, type GestureId } from '../../../../src/core/gesture/gesture';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Keypoint, Pose } from '../../../../src/core/pose/pose';

type Side = 'left' | 'right';
type Place = readonly [outward: number, up: number];
/** An arm from its shoulder, px outward and up; the elbow is half-way unless it is said where. */
interface Arm {
  wrist: Place;
  elbow?: Place;
}
const OUT: Arm = { wrist: [110, 0] };
const UP: Arm = { wrist: [0, 110] };
const DOWN: Arm = { wrist: [0, -110] };

/** Ears at 100, shoulders at 140, ankles at 400: 300 px tall, so that 3 px are one per cent; shoulders 66 px apart. */
interface Scene {
  left: Arm;
  right: Arm;
  shoulders?: number;
  scores?: Partial<Record<BodyPoint, number>>;
}
function poseOf({ left, right, shoulders = 66, scores = {} }: Scene): Pose {
  const keypoints: Keypoint[] = Array.from({ length: 17 }, () => ({ x: 320, y: 100, score: 0.9 }));
  const put = (name: BodyPoint, x: number, y: number): void => {
    keypoints[keypointIndex('movenet', name)!] = { x, y, score: scores[name] ?? 0.9 };
  };
  const side = (own: Side, { wrist, elbow = [wrist[0] / 2, wrist[1] / 2] }: Arm): void => {
    // facing the camera, the person's left is on the right of the picture
    const out = own === 'left' ? 1 : -1;
    const shoulderX = 320 + (out * shoulders) / 2;
    put(`${own}Ear`, 320 + out * 10, 100);
    put(`${own}Shoulder`, shoulderX, 140);
    put(`${own}Elbow`, shoulderX + out * elbow[0], 140 - elbow[1]);
    put(`${own}Wrist`, shoulderX + out * wrist[0], 140 - wrist[1]);
    put(`${own}Hip`, 320 + out * 20, 250);
    put(`${own}Knee`, 320 + out * 20, 325);
    put(`${own}Ankle`, 320 + out * 20, 400);
  };
  side('left', left);
  side('right', right);
  return { timeS: 0, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
}
const shown = (scene: Scene, kept: GestureId | null = null): GestureId | null =>
  gestureOf(poseOf(scene), kept);

const turned = (degrees: number, length = 110): Place => [
  length * Math.cos((degrees * Math.PI) / 180),
  length * Math.sin((degrees * Math.PI) / 180),
];

describe('GESTURE-1', () => {
  it.each<[Arm, Arm, GestureId | null]>([
    [UP, DOWN, 'next'],
    [OUT, OUT, 'redo'],
    [UP, OUT, 'stop'],
    [UP, UP, null],
    [DOWN, DOWN, null],
    [OUT, DOWN, null],
  ])('%j and %j, and the other way round: %s', (one, other, id) => {
    expect(shown({ left: one, right: other })).toBe(id);
    expect(shown({ left: other, right: one })).toBe(id);
  });
});

describe('GESTURE-3 and 4: as clear as this, and somewhat less while it is being held', () => {
  const both = (arm: Arm): Scene => ({ left: arm, right: arm });
  /** The forearm points this way, the wrist lies where it should. */
  const bent = (degrees: number): Arm => {
    const [x, y] = turned(degrees, 50);
    return { wrist: [110, 0], elbow: [110 - x, -y] };
  };
  type Limit = readonly [begin: number, stay: number, less: number];
  const ANGLE: Limit = [25, 33, 0.1];
  const SCORE: Limit = [0.35, 0.25, -0.01];
  const redo = (name: BodyPoint) => (score: number) => ({
    ...both(OUT),
    scores: { [name]: score },
  });
  it.each<readonly [string, GestureId, (limit: number) => Scene, Limit]>([
    ['arms off level', 'redo', (d) => both({ wrist: turned(d) }), ANGLE],
    ['arms off level, downwards', 'redo', (d) => both({ wrist: turned(-d) }), ANGLE],
    ['one arm off level', 'redo', (d) => ({ left: OUT, right: { wrist: turned(d) } }), ANGLE],
    ['a forearm off level', 'redo', (d) => ({ left: bent(d), right: OUT }), ANGLE],
    ['off straight up', 'next', (d) => ({ left: { wrist: turned(90 - d) }, right: DOWN }), ANGLE],
    ['off straight down', 'next', (d) => ({ left: { wrist: turned(d - 90) }, right: UP }), ANGLE],
    ['wrists out from the middle', 'redo', (px) => both({ wrist: [px - 33, 0] }), [108, 96, -0.1]],
    [
      'a wrist above the ears',
      'next',
      (px) => ({ left: { wrist: [0, 40 + px] }, right: DOWN }),
      [37.5, 31.5, -0.1],
    ],
    [
      'a wrist below its shoulder',
      'next',
      (px) => ({ left: { wrist: [0, -px] }, right: UP }),
      [87, 78, -0.1],
    ],
    ['shoulders apart', 'redo', (shoulders) => ({ ...both(OUT), shoulders }), [42, 36, -0.1]],
    ['the score of a shoulder', 'redo', redo('leftShoulder'), SCORE],
    ['the score of an elbow', 'redo', redo('rightElbow'), SCORE],
    ['the score of a wrist', 'redo', redo('leftWrist'), SCORE],
  ])('%s', (_, id, sceneAt, [begin, stay, less]) => {
    const other: GestureId = id === 'redo' ? 'stop' : 'redo';
    // a hair on this side of the limit, and on that one
    const [within, beyond] = [-less / 100, less];
    expect(shown(sceneAt(begin + within))).toBe(id);
    expect(shown(sceneAt(begin + beyond))).toBeNull();
    expect(shown(sceneAt(begin + beyond), other)).toBeNull();
    expect(shown(sceneAt(begin + beyond), id)).toBe(id);
    expect(shown(sceneAt(stay + within), id)).toBe(id);
    expect(shown(sceneAt(stay + beyond), id)).toBeNull();
  });
});
