import type { Family } from './detector-errors';

/** Everything that decides what comes out of a training, the simulator's own code aside. */
export interface Recipe {
  seed: number;
  hidden: readonly number[];
  batch: number;
  /** Simulated frames, drawn anew in portions; each portion is gone through `passes` times. */
  samples: number;
  portion: number;
  passes: number;
  rate: number;
  decay: number;
  beta: number;
  families: readonly Family[];
}

export const RECIPE: Recipe = {
  seed: 20,
  hidden: [160, 160],
  batch: 256,
  samples: 1_200_000,
  portion: 60_000,
  passes: 4,
  rate: 1.5e-3,
  decay: 2e-3,
  beta: 0.35,
  families: ['movenet', 'blazepose'],
};
