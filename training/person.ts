import type { Random } from './random';

/**
 * Lengths of one person, all as share of stature (stature itself in metres). The means are those of the
 * rig with which the truth of rendered clips is defined (hip joints, neck base at about C7, glenohumeral
 * joints); the spread is that of people rather than of the rig, which varies too little.
 */
export interface Person {
  statureM: number;
  ankleHeight: number;
  hipWidth: number;
  thigh: number;
  shank: number;
  /** Hip line to neck base along a straight spine. */
  spine: number;
  /** How far the neck base stands before the hip line when the pelvis is upright. */
  neckForward: number;
  /** The same for the middle of the thorax. */
  backForward: number;
  shoulderWidth: number;
  /** Shoulder joints against the neck base: below it (negative), before it. */
  shoulderUp: number;
  shoulderForward: number;
  /** How much more than the rig's the shoulder blades follow the arms. */
  shoulderBladeGain: number;
  upperArm: number;
  forearm: number;
  /** Size of the head, 1 = the rig's. */
  head: number;
  foot: number;
  /** Degrees the head is carried forward or back in standing. */
  headPitch: number;
}

/** One in five is a child or very small, so that body size is nothing the lifter can lean on. */
export function samplePerson(random: Random): Person {
  const small = random.chance(0.2);
  const statureM = small ? random.between(1.1, 1.5) : random.limited(1.7, 0.1);
  const scaled = (mean: number, spread: number): number => mean * random.limited(1, spread);
  const legs = random.limited(1, 0.025) * (small ? 0.98 : 1);
  return {
    statureM,
    ankleHeight: scaled(0.0414, 0.08),
    hipWidth: scaled(0.1214, 0.09),
    thigh: scaled(0.238, 0.03) * legs,
    shank: scaled(0.252, 0.03) * legs,
    spine: scaled(0.325, 0.027),
    neckForward: random.limited(0.003, 0.011),
    backForward: random.limited(-0.009, 0.006),
    shoulderWidth: scaled(0.218, 0.08),
    shoulderUp: random.limited(-0.0576, 0.005),
    shoulderForward: random.limited(0.012, 0.005),
    shoulderBladeGain: random.between(0.6, 1.4),
    upperArm: scaled(0.145, 0.05),
    forearm: scaled(0.1455, 0.055),
    head: random.limited(small ? 1.12 : 1, 0.06),
    foot: scaled(1, 0.07),
    headPitch: random.limited(0, 5),
  };
}
