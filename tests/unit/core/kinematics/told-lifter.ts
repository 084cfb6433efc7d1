import {
  LIFTER_OUTPUTS,
  type Lifter,
  type LifterSet,
  type Net,
  type NetKind,
} from '../../../../src/core/kinematics/lifter';
import { mirrorOf } from '../../../../src/core/kinematics/lifter-pose';
import { SKELETON_OUTPUTS } from '../../../../src/core/kinematics/skeleton';
import { keypointIndex, type BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Pose } from '../../../../src/core/pose/pose';

type Place = readonly [x: number, y: number];
/** Ears at 100, ankles at 400: 300 px tall; trunk 110 px, legs 150 px, hands 135 px above the ankles. */
const STANDING = {
  Ear: [400, 100],
  Shoulder: [400, 140],
  Elbow: [400, 205],
  Wrist: [400, 265],
  Hip: [400, 250],
  Knee: [400, 325],
  Ankle: [400, 400],
} satisfies Record<string, Place>;
export type Parts = Partial<Record<keyof typeof STANDING, Place>>;

/** Somebody upright and clear, each pair 20 px to both sides of its middle, in a picture of 640 × 480. */
export function figure(parts: Parts = {}, timeS = 0): Pose {
  const keypoints = Array.from({ length: 17 }, () => ({ x: 400, y: 100, score: 0.9 }));
  for (const [part, [x, y]] of Object.entries({ ...STANDING, ...parts }))
    for (const [side, aside] of [
      ['left', 20],
      ['right', -20],
    ] as const) {
      const index = keypointIndex('movenet', `${side}${part}` as BodyPoint)!;
      keypoints[index] = { x: x + aside, y, score: 0.9 };
    }
  return { timeS, detector: 'movenet-thunder', width: 640, height: 480, keypoints };
}

/** The same pose with one point elsewhere, or less clear. */
export const withPoint = (
  pose: Pose,
  name: BodyPoint,
  change: Partial<Pose['keypoints'][number]>,
): Pose => ({
  ...pose,
  keypoints: pose.keypoints.map((k, i) =>
    i === keypointIndex('movenet', name) ? { ...k, ...change } : k,
  ),
});

/** What a net is to say of its outputs; by default 0, with an error of 1. */
export type Told = Partial<Record<string, readonly [value: number, error?: number]>>;

/** Columns of a net's input, and which of them says how far to the right of the picture's middle the hips are. */
const COLUMNS: Record<NetKind, readonly [count: number, aside: number]> = {
  standing: [87, 16],
  alone: [48, 15],
  skeleton: [87, 16],
};
/** That column's value for a {@link figure}: 80 of 640 px, times three. */
const ASIDE = 0.375;

/**
 * A net that says what it is told of every {@link figure} with its hips at 400 px, whatever the other points do. What a
 * picture and its mirror do not have in common goes by where the hips are. Errors are what they are told to be while
 * nothing widens them; those of left and right should be alike, because the mean of both is said.
 */
export function netSaying(kind: NetKind, told: Told, widths: Record<string, number[]> = {}): Net {
  const outputs: readonly string[] = kind === 'skeleton' ? SKELETON_OUTPUTS : LIFTER_OUTPUTS;
  const [count, aside] = COLUMNS[kind];
  const values = outputs.map((name) => told[name]?.[0] ?? 0);
  const errors = outputs.map((name) => told[name]?.[1] ?? 1);
  const inMirror = mirrorOf(outputs).map(({ from, sign }) => sign * values[from]!);
  const weights = new Float32Array(count * 2 * outputs.length);
  values.forEach((value, k) => {
    weights[aside * 2 * outputs.length + k] = (value - inMirror[k]!) / 2 / ASIDE / errors[k]!;
  });
  return {
    outputs,
    mean: new Float32Array(count),
    std: new Float32Array(count).fill(1),
    outMean: Float32Array.from(values, (value, k) => (value + inMirror[k]!) / 2),
    outStd: Float32Array.from(errors),
    weights: [weights],
    biases: [new Float32Array(2 * outputs.length)],
    widths: outputs.map((name) => widths[name] ?? Array.from({ length: 11 }, () => 0)),
  };
}

export const lifterSaying = (told: Partial<Record<NetKind, Told>>): Lifter => ({
  standing: netSaying('standing', told.standing ?? {}),
  alone: netSaying('alone', told.alone ?? {}),
  skeleton: netSaying('skeleton', told.skeleton ?? {}),
  version: 'told',
});

export const lifterSet = (lifter: Lifter): LifterSet => ({
  'movenet-thunder': lifter,
  'movenet-lightning': lifter,
  'blazepose-heavy': lifter,
  'blazepose-full': lifter,
  'blazepose-lite': lifter,
});
