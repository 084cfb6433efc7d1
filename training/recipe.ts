import type { Family } from './detector-errors';

/** Everything that decides what comes out of a training, the simulator's own code aside. */
export interface Recipe {
  seed: number;
  hidden: readonly number[];
  batch: number;
  /** Simulated frames, and how often all of them are gone through. */
  samples: number;
  passes: number;
  rate: number;
  decay: number;
  beta: number;
  families: readonly Family[];
}

export const RECIPE: Recipe = {
  seed: 20,
  hidden: [192, 192],
  batch: 256,
  samples: 600_000,
  passes: 12,
  rate: 2e-3,
  decay: 5e-2,
  beta: 0.5,
  families: ['movenet', 'blazepose'],
};
