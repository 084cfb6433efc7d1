import type { Net, NetRecord } from '../src/core/kinematics/lifter';

/** A trained net before it is written: whole numbers of each layer, and the scales around them. */
export interface TrainedNet {
  mean: Float32Array;
  deviation: Float32Array;
  targetMean: Float32Array;
  targetDeviation: Float32Array;
  /** [weights, bias, weights, bias, ...] */
  parameters: Float32Array[];
}

/** Nearest IEEE 754 half-precision number, as its 16 bits. Weights beyond its range do not occur. */
export function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -25) return sign;
  if (size >= 65520) throw new Error(`weight ${value} does not fit half precision`);
  const exponent = Math.max(-14, Math.floor(Math.log2(size)));
  const fraction = Math.round((size / 2 ** exponent) * 1024);
  if (size < 2 ** -14) return sign | Math.round(size * 2 ** 24);
  // rounding up may carry into the next exponent, which the addition does by itself
  return sign + ((exponent + 15) << 10) + (fraction - 1024);
}

const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const whole = (values: Float32Array): string => base64(new Uint8Array(values.slice().buffer));
const halves = (values: Float32Array): string =>
  base64(new Uint8Array(Uint16Array.from(values, halfBits).buffer));

/** The net as `models/lifter.json` holds it (little endian, as every machine that runs this is). */
export function recordOf(
  net: TrainedNet,
  outputs: readonly string[],
  widths: number[][],
): NetRecord {
  return {
    outputs,
    mean: whole(net.mean),
    std: whole(net.deviation),
    ymean: whole(net.targetMean),
    ystd: whole(net.targetDeviation),
    P: net.parameters.map(halves),
    widths,
  };
}

/** The net as the product runs it, before it is written. */
export const netOf = (net: TrainedNet, outputs: readonly string[], widths: number[][]): Net => ({
  outputs,
  mean: net.mean,
  std: net.deviation,
  outMean: net.targetMean,
  outStd: net.targetDeviation,
  weights: net.parameters.filter((_, i) => i % 2 === 0),
  biases: net.parameters.filter((_, i) => i % 2 === 1),
  widths,
});
