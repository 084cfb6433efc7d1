import { Network } from './network';
import { Random } from './random';
import type { NetKind } from '../src/core/kinematics/lifter';
import type { Recipe } from './recipe';
import type { Rows } from './samples';
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

/** Rendered rows that take their share of each batch; which of them may be used. */
export interface Admixture {
  rows: Rows;
  usable: Uint32Array;
  share: number;
}

/** One net in training, with the scales that the first rows fixed. */
export class Learner {
  readonly #recipe: Recipe;
  readonly #random: Random;
  readonly #network: Network;
  readonly #inputs: Scales;
  readonly #outputs: Scales;
  readonly #columns: number;
  readonly #targets: number;
  readonly #weights: Float32Array;

  /** @param begin rows that fix the scales, or a learner to go on from */
  constructor(recipe: Recipe, kind: NetKind, seed: number, begin: Rows | Learner) {
    this.#recipe = recipe;
    this.#random = new Random(recipe.seed * 7919 + seed);
    if (begin instanceof Learner) {
      this.#columns = begin.#columns;
      this.#targets = begin.#targets;
      this.#inputs = begin.#inputs;
      this.#outputs = begin.#outputs;
    } else {
      this.#columns = begin.columns;
      this.#targets = begin.outputs;
      this.#inputs = scalesOf(begin.features, begin.columns, 1e-3);
      this.#outputs = scalesOf(begin.targets, begin.outputs, 1e-6);
    }
    this.#weights = new Float32Array(this.#targets).fill(1);
    this.#network = new Network(
      {
        inputs: this.#columns,
        hidden: recipe.hidden[kind],
        targets: this.#targets,
        batch: recipe.batch,
      },
      this.#random,
    );
    if (begin instanceof Learner) this.#network.copyFrom(begin.#network);
  }

  /**
   * Goes through rows several times, the rate rising over the first hundredth and then falling along a cosine.
   * @param say told the mean loss after each pass
   */
  learn(
    rows: Rows,
    passes: number,
    rate: number,
    mixed: Admixture | null,
    say: (pass: number, loss: number) => void = () => undefined,
  ): void {
    const { batch, decay, beta } = this.#recipe;
    const foreign = mixed === null ? 0 : Math.round(batch * mixed.share);
    const own = batch - foreign;
    const batches = Math.floor(rows.count / own);
    const targets = new Float32Array(batch * this.#targets);
    for (let pass = 0; pass < passes; pass++) {
      const order = shuffled(rows.count, this.#random);
      let loss = 0;
      for (let b = 0; b < batches; b++) {
        for (let i = 0; i < own; i++) this.#put(rows, order[b * own + i]!, i, targets);
        for (let i = own; i < batch; i++) {
          const { usable } = mixed!;
          const row = usable[Math.floor(this.#random.next() * usable.length)]!;
          this.#put(mixed!.rows, row, i, targets);
        }
        this.#network.forward();
        loss += this.#network.backward(targets, { beta, weights: this.#weights }) / batches;
        const done = (pass + b / batches) / passes;
        this.#network.update({
          rate: rate * Math.min(1, done * 100) * (0.5 + 0.5 * Math.cos(Math.PI * done)),
          decay,
          beta,
          weights: this.#weights,
        });
      }
      say(pass + 1, loss);
    }
  }

  /** One row into the batch, in the net's scales. */
  #put(rows: Rows, row: number, slot: number, targets: Float32Array): void {
    const { input, inputStride } = this.#network;
    const { mean, deviation } = this.#inputs;
    for (let c = 0, o = row * this.#columns; c < this.#columns; c++, o++) {
      const x = (rows.features[o]! - mean[c]!) / deviation[c]!;
      input[slot * inputStride + c] = x > 4 ? 4 : x < -4 ? -4 : x;
    }
    for (let k = 0, o = row * this.#targets; k < this.#targets; k++, o++)
      targets[slot * this.#targets + k] =
        (rows.targets[o]! - this.#outputs.mean[k]!) / this.#outputs.deviation[k]!;
  }

  result(): TrainedNet {
    return {
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
