import type { DetectorFamily } from '../pose/pose';

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

/** Value and standard deviation of each output, as the network states them (not yet calibrated). */
export type Lifted = Record<LifterOutput, { mean: number; sigma: number }>;

/** A trained net: two hidden ReLU layers, outputs mean and log sigma of each measure. */
export interface Lifter {
  version: string;
  /** Whether it also wants every point of the standing pose (see lifter-features.ts). */
  wholeStanding: boolean;
  shape: readonly number[];
  mean: Float32Array;
  std: Float32Array;
  outMean: Float32Array;
  outStd: Float32Array;
  weights: readonly Float32Array[];
  biases: readonly Float32Array[];
}
export type LifterSet = Record<DetectorFamily, Lifter>;

/** One net as `models/lifter.json` holds it: numbers as base64, little endian, 32- or 16-bit floats. */
export interface LifterRecord {
  shape: number[];
  mean: string;
  std: string;
  ymean: string;
  ystd: string;
  P: string[];
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Core has neither atob nor Buffer, so it reads base64 itself. */
function bytesOf(base64: string): Uint8Array {
  const text = base64.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0,
    held = 0,
    n = 0;
  for (const char of text) {
    held = (held << 6) | BASE64.indexOf(char);
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

function parseLifter(record: LifterRecord, version: string, wholeStanding: boolean): Lifter {
  const layers = record.P.map(floats16);
  return {
    version,
    wholeStanding,
    shape: record.shape,
    mean: floats32(record.mean),
    std: floats32(record.std),
    outMean: floats32(record.ymean),
    outStd: floats32(record.ystd),
    weights: layers.filter((_, i) => i % 2 === 0),
    biases: layers.filter((_, i) => i % 2 === 1),
  };
}

/** Reads `models/lifter.json`. Throws when it is not what this version was built with: that is a bug, not a user's file. */
export function parseLifters(json: unknown): LifterSet {
  const file = json as {
    version: string;
    targets: string[];
    standing?: 'whole';
    M: LifterRecord;
    B: LifterRecord;
  };
  if (file.targets.join() !== LIFTER_OUTPUTS.join())
    throw new Error('lifter.json has other outputs than this version expects');
  const whole = file.standing === 'whole';
  return {
    movenet: parseLifter(file.M, `${file.version}/M`, whole),
    blazepose: parseLifter(file.B, `${file.version}/B`, whole),
  };
}

/**
 * Runs the net on one frame's features (see lifter-features.ts).
 * @returns mean and sigma per output; sigma is the net's own and is calibrated in uncertainty.ts
 */
export function lift(lifter: Lifter, features: Float32Array): Lifted {
  let layer = Float32Array.from(features, (x, i) =>
    Math.min(4, Math.max(-4, (x - lifter.mean[i]!) / lifter.std[i]!)),
  );
  lifter.weights.forEach((weights, depth) => {
    const next = lifter.biases[depth]!.slice();
    const width = next.length;
    for (let i = 0; i < layer.length; i++) {
      const x = layer[i]!;
      if (x === 0) continue;
      for (let j = 0, o = i * width; j < width; j++, o++) next[j] = next[j]! + x * weights[o]!;
    }
    if (depth < lifter.weights.length - 1)
      for (let j = 0; j < width; j++) if (next[j]! < 0) next[j] = 0;
    layer = next;
  });
  const count = LIFTER_OUTPUTS.length;
  return Object.fromEntries(
    LIFTER_OUTPUTS.map((name, k) => {
      const scale = lifter.outStd[k]!;
      const logSigma = Math.min(2, Math.max(-3, layer[count + k]!));
      return [
        name,
        { mean: layer[k]! * scale + lifter.outMean[k]!, sigma: Math.exp(logSigma) * scale },
      ];
    }),
  ) as Lifted;
}
