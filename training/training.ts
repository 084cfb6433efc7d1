import { Network } from './network';
import { Random } from './random';
import type { Recipe } from './recipe';
import { featureCount, simulate, TARGETS, type Samples } from './samples';
import type { Family } from './detector-errors';
import type { TrainedNet } from './weights-file';

interface Scales {
  mean: Float32Array;
  deviation: Float32Array;
}

/** Mean and deviation of each column of rows. */
function scalesOf(rows: Float32Array, columns: number, floor: number): Scales {
  const count = rows.length / columns;
  const mean = new Float64Array(columns),
    square = new Float64Array(columns);
  for (let r = 0; r < count; r++)
    for (let c = 0; c < columns; c++) mean[c]! += rows[r * columns + c]! / count;
  for (let r = 0; r < count; r++)
    for (let c = 0; c < columns; c++)
      square[c]! += (rows[r * columns + c]! - mean[c]!) ** 2 / count;
  return {
    mean: Float32Array.from(mean),
    deviation: Float32Array.from(square, (s) => Math.sqrt(s) + floor),
  };
}

/** One net in training, with the scales that the first portion fixed. */
export class Learner {
  readonly family: Family;
  readonly #network: Network;
  readonly #random: Random;
  #inputs: Scales | null = null;
  #outputs: Scales | null = null;
  readonly #weights = new Float32Array(TARGETS).fill(1);

  constructor(family: Family, recipe: Recipe) {
    this.family = family;
    this.#random = new Random(recipe.seed * 7919 + family.length);
    this.#network = new Network(
      {
        inputs: featureCount(family),
        hidden: recipe.hidden,
        targets: TARGETS,
        batch: recipe.batch,
      },
      this.#random,
    );
  }

  /** Goes through a portion of samples once. @returns mean loss */
  pass(samples: Samples, recipe: Recipe, rateAt: (share: number) => number): number {
    const columns = featureCount(this.family);
    const rows = samples.features[this.family];
    this.#inputs ??= scalesOf(rows, columns, 1e-3);
    this.#outputs ??= scalesOf(samples.targets, TARGETS, 1e-6);
    const { mean, deviation } = this.#inputs;
    const { mean: targetMean, deviation: targetDeviation } = this.#outputs;
    const order = shuffled(samples.count, this.#random);
    const batches = Math.floor(samples.count / recipe.batch);
    const targets = new Float32Array(recipe.batch * TARGETS);
    const { input, inputStride } = this.#network;
    let loss = 0;
    for (let b = 0; b < batches; b++) {
      for (let i = 0; i < recipe.batch; i++) {
        const row = order[b * recipe.batch + i]!;
        for (let c = 0; c < columns; c++) {
          const x = (rows[row * columns + c]! - mean[c]!) / deviation[c]!;
          input[i * inputStride + c] = x > 4 ? 4 : x < -4 ? -4 : x;
        }
        for (let k = 0; k < TARGETS; k++)
          targets[i * TARGETS + k] =
            (samples.targets[row * TARGETS + k]! - targetMean[k]!) / targetDeviation[k]!;
      }
      this.#network.forward();
      loss +=
        this.#network.backward(targets, { beta: recipe.beta, weights: this.#weights }) / batches;
      this.#network.update({
        rate: rateAt(b / batches),
        decay: recipe.decay,
        beta: recipe.beta,
        weights: this.#weights,
      });
    }
    return loss;
  }

  result(): TrainedNet {
    const { inputs, hidden, targets } = this.#network.shape;
    if (this.#inputs === null || this.#outputs === null) throw new Error('nothing was learned yet');
    return {
      shape: [inputs, ...hidden, 2 * targets],
      mean: this.#inputs.mean,
      deviation: this.#inputs.deviation,
      targetMean: this.#outputs.mean,
      targetDeviation: this.#outputs.deviation,
      parameters: this.#network.parameters(),
    };
  }
}

function shuffled(count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
  return order;
}

/**
 * Trains one net for each detector family on simulated people.
 * @param say told about progress: passes done, and the mean loss of each
 */
export function train(
  recipe: Recipe,
  say: (family: Family, pass: number, loss: number) => void,
): Map<Family, TrainedNet> {
  const samples = simulate(recipe.samples, new Random(recipe.seed), recipe.families);
  const nets = new Map<Family, TrainedNet>();
  for (const family of recipe.families) {
    const learner = new Learner(family, recipe);
    for (let pass = 0; pass < recipe.passes; pass++) {
      // up over the first hundredth, then down along a cosine
      const loss = learner.pass(samples, recipe, (share) => {
        const done = (pass + share) / recipe.passes;
        return recipe.rate * Math.min(1, done * 100) * (0.5 + 0.5 * Math.cos(Math.PI * done));
      });
      say(family, pass + 1, loss);
    }
    nets.set(family, learner.result());
  }
  return nets;
}
