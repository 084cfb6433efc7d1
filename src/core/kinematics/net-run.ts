import { oncePer } from '../once-per';
import type { Net } from './lifter';
import { matrixProduct, TILE_COLUMNS, TILE_ROWS, type MatrixProduct } from './matrix-product';

/** What a net says, in the order of its outputs: values, and the net's own sigmas. */
export interface Said {
  mean: Float32Array;
  sigma: Float32Array;
}

/** One look as a net's input (see lifter-features.ts), straight and in the mirror. */
export type BothWays = readonly [straight: Float32Array, inMirror: Float32Array];

/** Both ways go through a net at once: as many rows as the product takes at a time. */
const ROWS = TILE_ROWS;

/** Numbers in the product's memory. */
interface Block {
  at: number;
  data: Float32Array;
}

interface Layer {
  weights: number;
  /** For each row the same. */
  biases: Float32Array;
  /** Numbers of a row, padded with zeros. */
  inputs: number;
  outputs: number;
  to: Block;
}

const padded = (width: number): number => Math.ceil(width / TILE_COLUMNS) * TILE_COLUMNS;

/** A net whose weights lie where the product reads them. */
class LoadedNet {
  readonly #net: Net;
  readonly #product: MatrixProduct;
  readonly #input: Block;
  readonly #layers: Layer[] = [];

  constructor(net: Net) {
    this.#net = net;
    const widths = [net.mean.length, ...net.biases.map((biases) => biases.length)];
    let count = 0;
    widths.forEach((width, depth) => {
      count += padded(width) * (ROWS + (depth === 0 ? 0 : widths[depth - 1]!));
    });
    this.#product = matrixProduct(4 * count);
    let next = 0;
    const block = (length: number): Block => {
      const at = next;
      next += 4 * length;
      return { at, data: new Float32Array(this.#product.buffer, at, length) };
    };
    this.#input = block(ROWS * padded(net.mean.length));
    net.weights.forEach((weights, depth) => {
      const inputs = widths[depth]!,
        width = widths[depth + 1]!,
        outputs = padded(width);
      const rows = block(inputs * outputs);
      for (let i = 0; i < inputs; i++)
        rows.data.set(weights.subarray(i * width, (i + 1) * width), i * outputs);
      const biases = new Float32Array(ROWS * outputs);
      for (let row = 0; row < ROWS; row++) biases.set(net.biases[depth]!, row * outputs);
      this.#layers.push({ weights: rows.at, biases, inputs, outputs, to: block(ROWS * outputs) });
    });
  }

  run(looks: BothWays): [Said, Said] {
    const { mean, std } = this.#net;
    let from = this.#input,
      stride = padded(mean.length);
    for (let row = 0; row < ROWS; row++) {
      const features = looks[row]!;
      for (let i = 0; i < mean.length; i++)
        from.data[row * stride + i] = Math.min(
          4,
          Math.max(-4, (features[i]! - mean[i]!) / std[i]!),
        );
    }
    for (const layer of this.#layers) {
      const { weights, biases, inputs, outputs, to } = layer;
      to.data.set(biases);
      this.#product.add(
        from.at,
        4 * stride,
        4,
        weights,
        4 * outputs,
        to.at,
        4 * outputs,
        ROWS,
        outputs,
        inputs,
      );
      if (layer !== this.#layers.at(-1))
        for (let i = 0; i < to.data.length; i++) if (to.data[i]! < 0) to.data[i] = 0;
      from = to;
      stride = outputs;
    }
    return [this.#said(from.data, 0), this.#said(from.data, stride)];
  }

  #said(outputs: Float32Array, from: number): Said {
    const { outMean, outStd } = this.#net;
    const count = outMean.length;
    const mean = new Float32Array(count),
      sigma = new Float32Array(count);
    for (let k = 0; k < count; k++) {
      const scale = outStd[k]!;
      mean[k] = outputs[from + k]! * scale + outMean[k]!;
      sigma[k] = Math.exp(Math.min(2, Math.max(-4, outputs[from + count + k]!))) * scale;
    }
    return { mean, sigma };
  }
}

const loaded = oncePer((net: Net) => new LoadedNet(net));

/** What a net says of one look, straight and in the mirror. */
export const runNet = (net: Net, looks: BothWays): [Said, Said] => loaded(net).run(looks);
