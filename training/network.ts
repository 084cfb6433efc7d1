import {
  matrixProduct,
  TILE_COLUMNS,
  type MatrixProduct,
} from '../src/core/kinematics/matrix-product';
import type { Random } from './random';

/** A stretch of the product's memory, seen as numbers. */
interface Block {
  at: number;
  data: Float32Array;
}

interface Layer {
  inputs: number;
  outputs: number;
  weights: Block;
  turned: Block;
  bias: Float32Array;
  weightGradient: Block;
  biasGradient: Float32Array;
  /** Running means of gradient and squared gradient (Adam). */
  moments: [Float32Array, Float32Array, Float32Array, Float32Array];
}

export interface NetworkShape {
  inputs: number;
  hidden: readonly number[];
  targets: number;
  batch: number;
}

export interface Step {
  rate: number;
  /** Pulls weights towards zero, per step and rate. */
  decay: number;
  /** 0 = plain likelihood, 1 = plain squares: weight of each sample's error by sigma to the power 2 beta. */
  beta: number;
  /** Weight of each target in the loss. */
  weights: Float32Array;
}

const ceilTo = (n: number, multiple: number): number => Math.ceil(n / multiple) * multiple;

/**
 * A net of fully connected layers with ReLU between them that gives a mean and the logarithm of a sigma
 * for each target, trained by Adam on the beta-weighted Gaussian likelihood (Seitzer et al. 2022). Widths
 * are padded inside to what the product wants; the padding stays zero.
 */
export class Network {
  readonly shape: NetworkShape;
  readonly #product: MatrixProduct;
  readonly #layers: Layer[] = [];
  /** Activations by layer, the input first; and the gradients on them. */
  readonly #values: Block[] = [];
  readonly #gradients: Block[] = [];
  #steps = 0;

  constructor(shape: NetworkShape, random: Random) {
    this.shape = shape;
    const widths = [shape.inputs, ...shape.hidden, 2 * shape.targets].map((n) =>
      ceilTo(n, TILE_COLUMNS),
    );
    const counts: number[] = [];
    for (const w of widths) counts.push(shape.batch * w, shape.batch * w);
    for (let i = 0; i + 1 < widths.length; i++)
      counts.push(...Array<number>(3).fill(widths[i]! * widths[i + 1]!));
    const total = counts.reduce((sum, n) => sum + n + 16, 0);
    this.#product = matrixProduct(total * 4);
    let next = 0;
    const block = (n: number): Block => {
      const at = ceilTo(next, 64);
      next = at + n * 4;
      return { at, data: new Float32Array(this.#product.buffer, at, n) };
    };
    for (const w of widths) {
      this.#values.push(block(shape.batch * w));
      this.#gradients.push(block(shape.batch * w));
    }
    const real = [shape.inputs, ...shape.hidden, 2 * shape.targets];
    for (let i = 0; i + 1 < widths.length; i++) {
      const inputs = widths[i]!,
        outputs = widths[i + 1]!;
      const size = inputs * outputs;
      const layer: Layer = {
        inputs,
        outputs,
        weights: block(size),
        turned: block(size),
        bias: new Float32Array(outputs),
        weightGradient: block(size),
        biasGradient: new Float32Array(outputs),
        moments: [
          new Float32Array(size),
          new Float32Array(size),
          new Float32Array(outputs),
          new Float32Array(outputs),
        ],
      };
      const last = i + 2 === widths.length;
      const deviation = Math.sqrt((last ? 0.3 : 2) / real[i]!);
      for (let r = 0; r < real[i]!; r++)
        for (let c = 0; c < real[i + 1]!; c++)
          layer.weights.data[r * outputs + c] = random.normal(0, deviation);
      this.#layers.push(layer);
    }
  }

  /** Where the batch's inputs go: row by row, `inputStride` apart. */
  get input(): Float32Array {
    return this.#values[0]!.data;
  }
  get inputStride(): number {
    return this.#layers[0]!.inputs;
  }
  get outputStride(): number {
    return this.#layers.at(-1)!.outputs;
  }

  /** Runs the batch that `input` holds; the result is rows of means, then log sigmas. */
  forward(): Float32Array {
    const { batch } = this.shape;
    this.#layers.forEach((layer, depth) => {
      const from = this.#values[depth]!,
        to = this.#values[depth + 1]!;
      for (let r = 0; r < batch; r++) to.data.set(layer.bias, r * layer.outputs);
      this.#product.add(
        from.at,
        layer.inputs * 4,
        4,
        layer.weights.at,
        layer.outputs * 4,
        to.at,
        layer.outputs * 4,
        batch,
        layer.outputs,
        layer.inputs,
      );
      if (depth + 1 === this.#layers.length) return;
      const values = to.data;
      for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
    });
    return this.#values.at(-1)!.data;
  }

  /**
   * Gradient of the loss on the batch by the last forward run.
   * @param targets batch x targets, in the scale of the outputs
   * @returns mean loss, for watching
   */
  backward(targets: Float32Array, step: Pick<Step, 'beta' | 'weights'>): number {
    const { batch, targets: count } = this.shape;
    const out = this.#values.at(-1)!.data,
      gradient = this.#gradients.at(-1)!.data;
    const stride = this.outputStride;
    gradient.fill(0);
    let loss = 0;
    for (let r = 0; r < batch; r++) {
      for (let k = 0; k < count; k++) {
        const mean = out[r * stride + k]!;
        const raw = out[r * stride + count + k]!;
        const logSigma = Math.min(2, Math.max(-4, raw));
        // far errors pull no harder than near ones (Huber): the simulator loses points on purpose
        const error = Math.min(2, Math.max(-2, mean - targets[r * count + k]!));
        const precision = Math.exp(-2 * logSigma);
        const weight = (Math.exp(2 * step.beta * logSigma) * step.weights[k]!) / batch;
        gradient[r * stride + k] = weight * error * precision;
        // a sigma at the end of its range is not pushed further: some outputs hardly ever vary
        const pull = 1 - error * error * precision;
        const ended = (raw < -4 && pull > 0) || (raw > 2 && pull < 0);
        gradient[r * stride + count + k] = ended ? 0 : weight * pull;
        loss += (0.5 * error * error * precision + logSigma) / (batch * count);
      }
    }
    for (let depth = this.#layers.length - 1; depth >= 0; depth--) this.#backThrough(depth);
    return loss;
  }

  #backThrough(depth: number): void {
    const { batch } = this.shape;
    const layer = this.#layers[depth]!;
    const { inputs, outputs } = layer;
    const from = this.#values[depth]!,
      above = this.#gradients[depth + 1]!,
      below = this.#gradients[depth]!;
    layer.weightGradient.data.fill(0);
    this.#product.add(
      from.at,
      4,
      inputs * 4,
      above.at,
      outputs * 4,
      layer.weightGradient.at,
      outputs * 4,
      inputs,
      outputs,
      batch,
    );
    layer.biasGradient.fill(0);
    for (let r = 0; r < batch; r++)
      for (let c = 0; c < outputs; c++) layer.biasGradient[c]! += above.data[r * outputs + c]!;
    if (depth === 0) return;
    const weights = layer.weights.data,
      turned = layer.turned.data;
    for (let r = 0; r < inputs; r++)
      for (let c = 0; c < outputs; c++) turned[c * inputs + r] = weights[r * outputs + c]!;
    below.data.fill(0);
    this.#product.add(
      above.at,
      outputs * 4,
      4,
      layer.turned.at,
      inputs * 4,
      below.at,
      inputs * 4,
      batch,
      inputs,
      outputs,
    );
    const values = from.data,
      gradients = below.data;
    for (let i = 0; i < gradients.length; i++) if (values[i]! <= 0) gradients[i] = 0;
  }

  /** One step of Adam along the last gradient. */
  update({ rate, decay }: Step): void {
    this.#steps++;
    const first = 1 - 0.9 ** this.#steps,
      second = 1 - 0.999 ** this.#steps;
    const adam = (
      values: Float32Array,
      gradient: Float32Array,
      m: Float32Array,
      v: Float32Array,
      pull: number,
    ): void => {
      for (let i = 0; i < values.length; i++) {
        const g = gradient[i]!;
        const mean = (m[i] = 0.9 * m[i]! + 0.1 * g);
        const square = (v[i] = 0.999 * v[i]! + 0.001 * g * g);
        values[i] =
          values[i]! -
          rate * (mean / first / (Math.sqrt(square / second) + 1e-8) + pull * values[i]!);
      }
    };
    for (const layer of this.#layers) {
      const [mw, vw, mb, vb] = layer.moments;
      adam(layer.weights.data, layer.weightGradient.data, mw, vw, decay);
      adam(layer.bias, layer.biasGradient, mb, vb, 0);
    }
  }

  /** The live weights and biases of one layer with their padding, to read or (in tests) to nudge. */
  layer(depth: number): {
    weights: Float32Array;
    bias: Float32Array;
    weightGradient: Float32Array;
    biasGradient: Float32Array;
    stride: number;
  } {
    const { weights, bias, weightGradient, biasGradient, outputs } = this.#layers[depth]!;
    return {
      weights: weights.data,
      bias,
      weightGradient: weightGradient.data,
      biasGradient,
      stride: outputs,
    };
  }

  /** Takes over another net's weights, of the same shape; where training is stays behind. */
  copyFrom(other: Network): void {
    this.#layers.forEach((layer, depth) => {
      const from = other.layer(depth);
      layer.weights.data.set(from.weights);
      layer.bias.set(from.bias);
    });
  }

  /** Weights without padding: [weights, bias, weights, bias, ...], row by row. */
  parameters(): Float32Array[] {
    const widths = [this.shape.inputs, ...this.shape.hidden, 2 * this.shape.targets];
    return this.#layers.flatMap((layer, i) => {
      const rows = widths[i]!,
        columns = widths[i + 1]!;
      const weights = new Float32Array(rows * columns);
      for (let r = 0; r < rows; r++)
        weights.set(
          layer.weights.data.subarray(r * layer.outputs, r * layer.outputs + columns),
          r * columns,
        );
      return [weights, layer.bias.slice(0, columns)];
    });
  }
}
