import {
  ADD,
  ADD4,
  advance,
  constant,
  CUT_OFF4,
  F32,
  get,
  I32,
  LOAD_BYTES,
  loadInteger,
  loadSplat,
  MULTIPLY4,
  repeat,
  set,
  SimdFunction,
  SPLAT4,
  store,
  SUBTRACT4,
  V128,
  type Code,
} from '../core/simd';
import type { RgbaFrame } from './detector-port';

/** Between which two pixels of a row each sample lies, and how far towards the second. */
export interface ColumnSamples {
  before: Int32Array;
  after: Int32Array;
  weight: Float32Array;
}

/** Mixes two rows of a picture into one row of samples, red, green and blue each between four pixels. */
export interface RowMixer {
  /** The samples, three integers each. */
  readonly samples: Int32Array;
  /** Before the first row of a picture: its bytes from `from` to `to` are all that the rows need. */
  take(data: RgbaFrame['data'], from: number, to: number, columns: ColumnSamples): void;
  /**
   * Mixes the columns from `first` to before `end`. What lies behind them in `samples` may be overwritten.
   * @param upper, lower where the two rows begin in the picture's data
   * @param down how far towards the lower one
   * @param out where the row begins in `samples`
   */
  mix(upper: number, lower: number, down: number, first: number, end: number, out: number): void;
}

// parameters, then own variables, in the order of their numbers
const [UPPER, LOWER, COLUMN, END, OUT, DOWN] = [0, 1, 2, 3, 4, 5] as const;
const [LEFT, ALONG, TOP, BOTTOM, DOWN4] = [6, 7, 8, 9, 10] as const;
/** A column's two offsets and its weight; a sample's three numbers. */
const TWELVE = 12;

function code(): Code {
  const pixel = (row: number, offset: number): Code => [
    ...get(row),
    ...get(COLUMN),
    ...loadInteger(offset),
    ...ADD,
    ...LOAD_BYTES,
  ];
  /** One value, and as much of the way to the other as the weight says. */
  const between = (one: Code, other: Code, weight: number): Code => [
    ...one,
    ...other,
    ...one,
    ...SUBTRACT4,
    ...get(weight),
    ...MULTIPLY4,
    ...ADD4,
  ];
  const along = (row: number, to: number): Code => [
    ...pixel(row, 0),
    ...set(LEFT),
    ...between(get(LEFT), pixel(row, 4), ALONG),
    ...set(to),
  ];
  return [
    ...get(DOWN),
    ...SPLAT4,
    ...set(DOWN4),
    ...repeat(COLUMN, TWELVE, END, [
      ...get(COLUMN),
      ...loadSplat(8),
      ...set(ALONG),
      ...along(UPPER, TOP),
      ...along(LOWER, BOTTOM),
      ...get(OUT),
      ...between(get(TOP), get(BOTTOM), DOWN4),
      ...CUT_OFF4,
      // The fourth number, opacity, is overwritten by the next sample.
      ...store(0),
      ...advance(OUT, constant(TWELVE)),
    ]),
  ];
}

const mixRow = new SimdFunction([I32, I32, I32, I32, I32, F32], [[5, V128]], code());

/**
 * @param size columns and rows of the result
 * @param bytes of a picture's data
 */
export function rowMixer(size: number, bytes: number): RowMixer {
  // memory: samples and room for one more number, columns, picture
  const columnsAt = 12 * size * size + 16;
  const pictureAt = columnsAt + TWELVE * size;
  const fast = mixRow.over(pictureAt + bytes);
  if (fast === null) return plainRowMixer(size);
  const { buffer, call } = fast;
  const offsets = new Int32Array(buffer, columnsAt, 3 * size);
  const weights = new Float32Array(buffer, columnsAt, 3 * size);
  const picture = new Uint8Array(buffer, pictureAt);
  return {
    samples: new Int32Array(buffer, 0, 3 * size * size),
    take(data, from, to, { before, after, weight }) {
      picture.set(data.subarray(from, to), from);
      for (let k = 0; k < size; k++) {
        offsets[3 * k] = 4 * before[k]!;
        offsets[3 * k + 1] = 4 * after[k]!;
        weights[3 * k + 2] = weight[k]!;
      }
    },
    mix(upper, lower, down, first, end, out) {
      if (first >= end) return;
      call(
        pictureAt + upper,
        pictureAt + lower,
        columnsAt + TWELVE * first,
        columnsAt + TWELVE * end,
        4 * (out + 3 * first),
        down,
      );
    },
  };
}

/** The same without WebAssembly, to the bit. */
export function plainRowMixer(size: number): RowMixer {
  const f = Math.fround;
  const samples = new Int32Array(3 * size * size);
  let picture: RgbaFrame['data'] = new Uint8Array();
  let columns: ColumnSamples | null = null;
  return {
    samples,
    take(data, _from, _to, samplesOf) {
      picture = data;
      columns = samplesOf;
    },
    mix(upper, lower, down, first, end, out) {
      const { before, after, weight } = columns!;
      let to = out + 3 * first;
      for (let column = first; column < end; column++) {
        const left = before[column]! * 4;
        const right = after[column]! * 4;
        const along = weight[column]!;
        for (let channel = 0; channel < 3; channel++) {
          const topLeft = picture[upper + left + channel]!;
          const top = f(topLeft + f((picture[upper + right + channel]! - topLeft) * along));
          const bottomLeft = picture[lower + left + channel]!;
          const bottom = f(
            bottomLeft + f((picture[lower + right + channel]! - bottomLeft) * along),
          );
          samples[to++] = f(top + f(f(bottom - top) * down));
        }
      }
    },
  };
}
