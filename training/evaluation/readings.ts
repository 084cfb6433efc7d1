import { LIFTER_OUTPUTS, type Lifter, type LifterOutput } from '../../src/core/kinematics/lifter';
import { liftPose } from '../../src/core/kinematics/lifter-pose';
import type { Sequence } from './sequences';

/** One lifter's word on one frame, beside the truth. */
export interface Reading {
  sequence: Sequence;
  t: number;
  truth: Sequence['frames'][number]['truth'];
  /** Trunk inclination a second, of the truth, degrees. */
  speed: number;
  said: Record<LifterOutput, { mean: number; sigma: number }>;
}

/** Runs a lifter over a sequence, frame by frame. */
export function readSequence(lifter: Lifter, sequence: Sequence): Reading[] {
  const { frames, standing, width, height } = sequence;
  return frames.flatMap(({ t, points, truth }, i) => {
    if (points === null) return [];
    const before = frames[Math.max(0, i - 1)]!,
      after = frames[Math.min(frames.length - 1, i + 1)]!;
    const speed =
      (after.truth.trunkInclination! - before.truth.trunkInclination!) /
      Math.max(1e-3, after.t - before.t);
    const said = liftPose(lifter, points, standing, width, height);
    return [{ sequence, t, truth, speed, said }];
  });
}

const SMOOTH_S = 0.07;
const middle = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** The same readings, smoothed in time as a recording's are: spikes of one frame out, then a Gaussian weighted by certainty. */
export function smoothed(readings: readonly Reading[]): Reading[] {
  return readings.map((here) => {
    const said = Object.fromEntries(
      LIFTER_OUTPUTS.map((name) => {
        let sum = 0,
          weights = 0,
          sigmas = 0;
        readings.forEach((other, k) => {
          if (other.sequence !== here.sequence || Math.abs(other.t - here.t) > 3 * SMOOTH_S) return;
          const before = readings[k - 1],
            after = readings[k + 1];
          const own = other.said[name];
          const inside = before?.sequence === here.sequence && after?.sequence === here.sequence;
          const value = inside
            ? middle(before.said[name].mean, own.mean, after.said[name].mean)
            : own.mean;
          const weight = Math.exp(-0.5 * ((other.t - here.t) / SMOOTH_S) ** 2) / own.sigma ** 2;
          sum += weight * value;
          sigmas += weight * own.sigma;
          weights += weight;
        });
        return [name, { mean: sum / weights, sigma: sigmas / weights }];
      }),
    ) as Reading['said'];
    return { ...here, said };
  });
}
