import {
  ADD,
  ADD4,
  advance,
  constant,
  get,
  I32,
  load,
  loadSplat,
  MULTIPLY,
  MULTIPLY4,
  repeat,
  set,
  SimdFunction,
  store,
  V128,
  type Code,
} from '../simd';

/**
 * The one loop that nets spend their time in, C += A x B, four numbers at a time where that can be. Elsewhere a plain loop
 * does the same sums in the same order, to the bit.
 */
export interface MatrixProduct {
  /** Where A, B and C lie, as 32-bit floats. */
  readonly buffer: ArrayBuffer;
  /**
   * C += A x B. Addresses and strides in bytes; A may be read transposed by swapping its strides. Each element of C is
   * summed up in the order of k, rounded to 32 bits after each product and each sum.
   * m (rows of C) must be a multiple of {@link TILE_ROWS}, n (columns of C) of {@link TILE_COLUMNS}.
   */
  add(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    n: number,
    k: number,
  ): void;
}

/** So much of C is summed up at a time: as many sums as the processor holds without memory. */
export const TILE_ROWS = 2;
export const TILE_COLUMNS = 16;

// parameters, then own variables, in the order of their numbers
const [A, A_ROW, A_COLUMN, B, B_ROW, C, C_ROW, M, N, K] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const [I, J, STEP, PB, PC, PA0] = [10, 11, 12, 13, 14, 15] as const;
const ROWS = Array.from({ length: TILE_ROWS }, (_, r) => r),
  FOURS = Array.from({ length: TILE_COLUMNS / 4 }, (_, f) => f);
const SUM0 = PA0 + TILE_ROWS,
  B0 = SUM0 + TILE_ROWS * FOURS.length,
  SPLAT = B0 + FOURS.length;
const sum = (r: number, f: number): number => SUM0 + r * FOURS.length + f;

function code(): Code {
  const rowOfC = (r: number): Code => [
    ...get(PC),
    ...(r === 0 ? [] : [...get(C_ROW), ...constant(r), ...MULTIPLY, ...ADD]),
  ];
  const inner = [
    ...FOURS.flatMap((f) => [...get(PB), ...load(16 * f), ...set(B0 + f)]),
    ...ROWS.flatMap((r) => [
      ...get(PA0 + r),
      ...loadSplat(0),
      ...set(SPLAT),
      ...FOURS.flatMap((f) => [
        ...get(sum(r, f)),
        ...get(SPLAT),
        ...get(B0 + f),
        ...MULTIPLY4,
        ...ADD4,
        ...set(sum(r, f)),
      ]),
      ...advance(PA0 + r, get(A_COLUMN)),
    ]),
    ...advance(PB, get(B_ROW)),
  ];
  const tile = [
    // C tile at c + i * cRow + j * 4
    ...get(C),
    ...get(I),
    ...get(C_ROW),
    ...MULTIPLY,
    ...ADD,
    ...get(J),
    ...constant(4),
    ...MULTIPLY,
    ...ADD,
    ...set(PC),
    ...ROWS.flatMap((r) =>
      FOURS.flatMap((f) => [...rowOfC(r), ...load(16 * f), ...set(sum(r, f))]),
    ),
    ...ROWS.flatMap((r) => [
      ...get(A),
      ...get(I),
      ...constant(r),
      ...ADD,
      ...get(A_ROW),
      ...MULTIPLY,
      ...ADD,
      ...set(PA0 + r),
    ]),
    ...get(B),
    ...get(J),
    ...constant(4),
    ...MULTIPLY,
    ...ADD,
    ...set(PB),
    ...constant(0),
    ...set(STEP),
    ...repeat(STEP, 1, K, inner),
    ...ROWS.flatMap((r) =>
      FOURS.flatMap((f) => [...rowOfC(r), ...get(sum(r, f)), ...store(16 * f)]),
    ),
  ];
  return [
    ...constant(0),
    ...set(I),
    ...repeat(I, TILE_ROWS, M, [...constant(0), ...set(J), ...repeat(J, TILE_COLUMNS, N, tile)]),
  ];
}

const product = new SimdFunction(
  Array.from({ length: I }, () => I32),
  [
    [SUM0 - I, I32],
    [SPLAT + 1 - SUM0, V128],
  ],
  code(),
);

/** The product over a memory of this many bytes. */
export function matrixProduct(bytes: number): MatrixProduct {
  const fast = product.over(bytes);
  return fast === null ? plainProduct(bytes) : { buffer: fast.buffer, add: fast.call };
}

/** The same without WebAssembly, to the bit. */
export function plainProduct(bytes: number): MatrixProduct {
  const numbers = new Float32Array(Math.ceil(bytes / 4));
  const { fround } = Math;
  return {
    buffer: numbers.buffer,
    add(a, aRow, aColumn, b, bRow, c, cRow, m, n, k) {
      for (let i = 0; i < m; i++)
        for (let step = 0; step < k; step++) {
          const x = numbers[(a + i * aRow + step * aColumn) / 4]!;
          const from = (b + step * bRow) / 4,
            to = (c + i * cRow) / 4;
          for (let j = 0; j < n; j++)
            numbers[to + j] = numbers[to + j]! + fround(x * numbers[from + j]!);
        }
    },
  };
}
