import type { NetKind } from '../src/core/kinematics/lifter';

/** Everything that decides what comes out of a training, the simulator's own code and the rendered people aside. */
export interface Recipe {
  seed: number;
  hidden: Readonly<Record<NetKind, readonly number[]>>;
  batch: number;
  decay: number;
  /** Weight of each sample's error by sigma: 0 = plain likelihood, 1 = plain squares. */
  beta: number;
  /** First on simulated people alone: frames, how often all of them are gone through, and the rate. */
  samples: number;
  passes: number;
  rate: number;
  /**
   * Then once through fresh simulated frames mixed with this share of rendered ones, at this rate; as often as `runs`
   * says, each time in another order, and the mean of their weights is kept: it lies between them, where they agree.
   */
  tuning: {
    samples: number;
    rendered: number;
    rate: number;
    variants: number;
    runs: Readonly<Record<NetKind, number>>;
  };
}

export const RECIPE: Recipe = {
  seed: 20,
  // a frame may take 0.3 ms: the skeleton, which decides nothing, gets the smaller net
  hidden: { standing: [192, 192], alone: [160, 160], skeleton: [128, 96] },
  batch: 256,
  decay: 5e-2,
  beta: 0.5,
  samples: 600_000,
  passes: 6,
  rate: 2e-3,
  tuning: {
    samples: 180_000,
    rendered: 0.4,
    rate: 8e-4,
    variants: 6,
    runs: { standing: 3, alone: 1, skeleton: 1 },
  },
};
