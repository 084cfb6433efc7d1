import type { DetectorId } from '../pose/pose';

/** What the lifter gives, in its fixed order. Degrees; handAnkle in % of stature; camSin/camCos of the camera azimuth. */
export const LIFTER_OUTPUTS = [
  'hipShoulderIncl',
  'trunkInclination',
  'trunkFlexion',
  'lateralBend',
  'axialTwist',
  'lumbarFlexion',
  'kneeFlexionL',
  'kneeFlexionR',
  'handAnkleH',
  'camSin',
  'camCos',
] as const;
export type LifterOutput = (typeof LIFTER_OUTPUTS)[number];

/** Value and half-width of its 90 % error, by output. */
export type Lifted<Output extends string = LifterOutput> = Record<
  Output,
  { value: number; error: number }
>;

/** A trained net: two hidden ReLU layers, outputs mean and log sigma of each of its `outputs`. */
export interface Net {
  outputs: readonly string[];
  mean: Float32Array;
  std: Float32Array;
  outMean: Float32Array;
  outStd: Float32Array;
  weights: readonly Float32Array[];
  biases: readonly Float32Array[];
  /** One row an output: from the net's sigma to a 90 % error (error-width.ts). */
  widths: readonly (readonly number[])[];
}

/**
 * What was trained for one detector. `standing` measures against the person's own standing pose, `alone` without
 * one (and knows less), `skeleton` gives the joints in three dimensions (skeleton.ts).
 */
export const NET_KINDS = ['standing', 'alone', 'skeleton'] as const;
export type NetKind = (typeof NET_KINDS)[number];
export type Lifter = Record<NetKind, Net> & { version: string };

/** Detectors with a lifter of their own. BlazePose heavy takes the one of full, whose points it shares most nearly. */
export const LIFTED_DETECTORS = [
  'movenet-thunder',
  'movenet-lightning',
  'blazepose-full',
  'blazepose-lite',
] as const satisfies readonly DetectorId[];
export type LiftedDetector = (typeof LIFTED_DETECTORS)[number];
export type LifterSet = Record<DetectorId, Lifter>;

/** One net as `models/lifter.json` holds it: numbers as base64, little endian, 32- or 16-bit floats. */
export interface NetRecord {
  outputs: readonly string[];
  mean: string;
  std: string;
  ymean: string;
  ystd: string;
  P: string[];
  widths: number[][];
}

/** `models/lifter.json`, as far as the product reads it; training adds the recipe. */
export interface LifterFile {
  version: string;
  detectors: Record<LiftedDetector, Record<NetKind, NetRecord>>;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const VALUE_OF = new Int8Array(128).fill(-1);
for (let i = 0; i < BASE64.length; i++) VALUE_OF[BASE64.charCodeAt(i)] = i;

/** Core has neither atob nor Buffer, so it reads base64 itself. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0,
    held = 0,
    n = 0;
  for (let i = 0; i < text.length; i++) {
    held = (held << 6) | VALUE_OF[text.charCodeAt(i)]!;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[n++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

function floats32(base64: string): Float32Array {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length >> 2 }, (_, i) => view.getFloat32(i * 4, true));
}

/** IEEE 754 half precision. */
function floats16(base64: string): Float32Array {
  const bytes = bytesOf(base64);
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length >> 1 }, (_, i) => {
    const half = view.getUint16(i * 2, true);
    const sign = half & 0x8000 ? -1 : 1;
    const exponent = (half >> 10) & 31;
    const fraction = half & 1023;
    if (exponent === 0) return sign * fraction * 2 ** -24;
    return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  });
}

function parseNet(record: NetRecord): Net {
  const layers = record.P.map(floats16);
  return {
    outputs: record.outputs,
    mean: floats32(record.mean),
    std: floats32(record.std),
    outMean: floats32(record.ymean),
    outStd: floats32(record.ystd),
    weights: layers.filter((_, i) => i % 2 === 0),
    biases: layers.filter((_, i) => i % 2 === 1),
    widths: record.widths,
  };
}

/** Reads `models/lifter.json`. Throws when it is not what this version was built with: that is a bug, not a user's file. */
export function parseLifters(json: unknown): LifterSet {
  const { version, detectors } = json as LifterFile;
  const parsed = Object.fromEntries(
    LIFTED_DETECTORS.map((detector) => {
      const nets = Object.fromEntries(
        NET_KINDS.map((kind) => [kind, parseNet(detectors[detector][kind])]),
      ) as Record<NetKind, Net>;
      for (const kind of ['standing', 'alone'] as const)
        if (nets[kind].outputs.join() !== LIFTER_OUTPUTS.join())
          throw new Error('lifter.json has other outputs than this version expects');
      return [detector, { ...nets, version: `${version}/${detector}` }];
    }),
  ) as Record<LiftedDetector, Lifter>;
  return { ...parsed, 'blazepose-heavy': parsed['blazepose-full'] };
}

/** What a net says, in the order of its outputs: values, and the net's own sigmas. */
export interface Said {
  mean: Float32Array;
  sigma: Float32Array;
}

/** Runs a net on one frame's features (see lifter-features.ts). */
export function runNet(net: Net, features: Float32Array): Said {
  let layer: Float32Array = new Float32Array(features.length);
  for (let i = 0; i < features.length; i++)
    layer[i] = Math.min(4, Math.max(-4, (features[i]! - net.mean[i]!) / net.std[i]!));
  const last = net.weights.length - 1;
  for (let depth = 0; depth <= last; depth++) {
    const next = layerOutputs(layer, net.weights[depth]!, net.biases[depth]!);
    if (depth < last) for (let j = 0; j < next.length; j++) if (next[j]! < 0) next[j] = 0;
    layer = next;
  }
  const count = net.outputs.length;
  const mean = new Float32Array(count),
    sigma = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    const scale = net.outStd[k]!;
    mean[k] = layer[k]! * scale + net.outMean[k]!;
    sigma[k] = Math.exp(Math.min(2, Math.max(-4, layer[count + k]!))) * scale;
  }
  return { mean, sigma };
}

/** So many outputs are summed up at a time: as many as the processor holds without memory. */
const LANES = 8;
/** The weights of each layer in the order in which they are used, {@link LANES} outputs after the other. */
const PACKED = new WeakMap<Float32Array, Float64Array>();

/** @param width outputs of the layer; the last block is filled up with zeros */
function packedWeights(weights: Float32Array, width: number): Float64Array {
  const known = PACKED.get(weights);
  if (known !== undefined) return known;
  const inputs = weights.length / width;
  // 64 bits: what is multiplied is turned into them anyway, here it is done once.
  const packed = new Float64Array(inputs * LANES * Math.ceil(width / LANES));
  for (let i = 0; i < inputs; i++)
    for (let j = 0; j < width; j++) {
      const block = Math.floor(j / LANES);
      packed[(block * inputs + i) * LANES + (j % LANES)] = weights[i * width + j]!;
    }
  PACKED.set(weights, packed);
  return packed;
}

/**
 * A layer's biases and its inputs times its weights. Zeros, half of all after a ReLU, are left out; four inputs go at a
 * time, and what comes of them is rounded to 32 bits, as sums in a Float32Array would be.
 *
 * @param weights row by row, one row an input
 * @returns the outputs, and zeros up to a multiple of {@link LANES}
 */
function layerOutputs(
  inputs: Float32Array,
  weights: Float32Array,
  biases: Float32Array,
): Float32Array {
  const w = packedWeights(weights, biases.length);
  const count = weights.length / biases.length;
  const places = new Int32Array(count),
    values = new Float64Array(count);
  let live = 0;
  for (let i = 0; i < count; i++) {
    const x = inputs[i]!;
    if (x === 0) continue;
    places[live] = i * LANES;
    values[live++] = x;
  }
  const fours = live - (live % 4);
  const outputs = new Float32Array(LANES * Math.ceil(biases.length / LANES));
  outputs.set(biases);
  const { fround } = Math;
  for (let j = 0, start = 0; j < outputs.length; j += LANES, start += count * LANES) {
    let s0 = outputs[j]!,
      s1 = outputs[j + 1]!,
      s2 = outputs[j + 2]!,
      s3 = outputs[j + 3]!,
      s4 = outputs[j + 4]!,
      s5 = outputs[j + 5]!,
      s6 = outputs[j + 6]!,
      s7 = outputs[j + 7]!;
    let n = 0;
    for (; n < fours; n += 4) {
      const a = start + places[n]!,
        b = start + places[n + 1]!,
        c = start + places[n + 2]!,
        d = start + places[n + 3]!;
      const x = values[n]!,
        y = values[n + 1]!,
        z = values[n + 2]!,
        v = values[n + 3]!;
      s0 = fround(s0 + x * w[a]! + y * w[b]! + z * w[c]! + v * w[d]!);
      s1 = fround(s1 + x * w[a + 1]! + y * w[b + 1]! + z * w[c + 1]! + v * w[d + 1]!);
      s2 = fround(s2 + x * w[a + 2]! + y * w[b + 2]! + z * w[c + 2]! + v * w[d + 2]!);
      s3 = fround(s3 + x * w[a + 3]! + y * w[b + 3]! + z * w[c + 3]! + v * w[d + 3]!);
      s4 = fround(s4 + x * w[a + 4]! + y * w[b + 4]! + z * w[c + 4]! + v * w[d + 4]!);
      s5 = fround(s5 + x * w[a + 5]! + y * w[b + 5]! + z * w[c + 5]! + v * w[d + 5]!);
      s6 = fround(s6 + x * w[a + 6]! + y * w[b + 6]! + z * w[c + 6]! + v * w[d + 6]!);
      s7 = fround(s7 + x * w[a + 7]! + y * w[b + 7]! + z * w[c + 7]! + v * w[d + 7]!);
    }
    for (; n < live; n++) {
      const a = start + places[n]!,
        x = values[n]!;
      s0 = fround(s0 + x * w[a]!);
      s1 = fround(s1 + x * w[a + 1]!);
      s2 = fround(s2 + x * w[a + 2]!);
      s3 = fround(s3 + x * w[a + 3]!);
      s4 = fround(s4 + x * w[a + 4]!);
      s5 = fround(s5 + x * w[a + 5]!);
      s6 = fround(s6 + x * w[a + 6]!);
      s7 = fround(s7 + x * w[a + 7]!);
    }
    outputs[j] = s0;
    outputs[j + 1] = s1;
    outputs[j + 2] = s2;
    outputs[j + 3] = s3;
    outputs[j + 4] = s4;
    outputs[j + 5] = s5;
    outputs[j + 6] = s6;
    outputs[j + 7] = s7;
  }
  return outputs;
}
