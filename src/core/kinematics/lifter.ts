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

/** A net that gives only some of its outputs, and has less to sum up for that. */
export function partOf(net: Net, outputs: readonly string[]): Net {
  const places = outputs.map((name) => net.outputs.indexOf(name));
  const pick = <T>(list: ArrayLike<T>): T[] => places.map((k) => list[k]!);
  const width = 2 * net.outputs.length;
  const columns = [...places, ...places.map((k) => net.outputs.length + k)];
  const last = (list: Float32Array): Float32Array =>
    Float32Array.from({ length: (list.length / width) * columns.length }, (_, i) => {
      const row = Math.floor(i / columns.length);
      return list[row * width + columns[i % columns.length]!]!;
    });
  return {
    ...net,
    outputs,
    outMean: Float32Array.from(pick(net.outMean)),
    outStd: Float32Array.from(pick(net.outStd)),
    weights: [...net.weights.slice(0, -1), last(net.weights.at(-1)!)],
    biases: [...net.biases.slice(0, -1), last(net.biases.at(-1)!)],
    widths: pick(net.widths),
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
