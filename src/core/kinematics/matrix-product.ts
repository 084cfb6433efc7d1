/**
 * The one loop that nets spend their time in, C += A x B, four numbers at a time. JavaScript has no such instruction,
 * WebAssembly has, and the function is small enough to be written out in its binary form here: no compiler, no library,
 * nothing to load. Where a browser has no such WebAssembly a plain loop does the same sums in the same order, to the bit.
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

/** What is used of WebAssembly: the core knows no browser, and not every browser has it. */
declare const WebAssembly:
  | {
      validate(bytes: Uint8Array): boolean;
      Module: new (bytes: Uint8Array) => object;
      Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
      Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
    }
  | undefined;

const I32 = 0x7f,
  V128 = 0x7b;

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 128);
  } while (value !== 0);
  return bytes;
}

const section = (id: number, body: number[]): number[] => [id, ...unsigned(body.length), ...body];
const text = (s: string): number[] => [
  ...unsigned(s.length),
  ...Array.from(s, (c) => c.charCodeAt(0)),
];

// parameters, then own variables, in the order of their numbers
const [A, A_ROW, A_COLUMN, B, B_ROW, C, C_ROW, M, N, K] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const [I, J, STEP, PB, PC, PA0] = [10, 11, 12, 13, 14, 15] as const;
const ROWS = Array.from({ length: TILE_ROWS }, (_, r) => r),
  FOURS = Array.from({ length: TILE_COLUMNS / 4 }, (_, f) => f);
const SUM0 = PA0 + TILE_ROWS,
  B0 = SUM0 + TILE_ROWS * FOURS.length,
  SPLAT = B0 + FOURS.length;
const sum = (r: number, f: number): number => SUM0 + r * FOURS.length + f;

const get = (local: number): number[] => [0x20, local];
const set = (local: number): number[] => [0x21, local];
const constant = (value: number): number[] => [0x41, value];
const ADD = [0x6a],
  MULTIPLY = [0x6c],
  LESS = [0x48];
const advance = (local: number, by: number[]): number[] => [
  ...get(local),
  ...by,
  ...ADD,
  ...set(local),
];
const load = (offset: number): number[] => [0xfd, 0, 4, ...unsigned(offset)];
const loadSplat = [0xfd, 9, 2, 0];
const store = (offset: number): number[] => [0xfd, 11, 4, ...unsigned(offset)];
const MULTIPLY4 = [0xfd, 0xe6, 0x01],
  ADD4 = [0xfd, 0xe4, 0x01];
/** Repeats the body while `counter < limit`; it runs at least once. */
const repeat = (counter: number, by: number, limit: number, body: number[]): number[] => [
  0x03,
  0x40,
  ...body,
  ...advance(counter, constant(by)),
  ...get(counter),
  ...get(limit),
  ...LESS,
  0x0d,
  0,
  0x0b,
];

function kernel(): number[] {
  const rowOfC = (r: number): number[] => [
    ...get(PC),
    ...(r === 0 ? [] : [...get(C_ROW), ...constant(r), ...MULTIPLY, ...ADD]),
  ];
  const inner = [
    ...FOURS.flatMap((f) => [...get(PB), ...load(16 * f), ...set(B0 + f)]),
    ...ROWS.flatMap((r) => [
      ...get(PA0 + r),
      ...loadSplat,
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
    0x0b,
  ];
}

function moduleBytes(): Uint8Array {
  const body = [2, ...unsigned(SUM0 - I), I32, ...unsigned(SPLAT + 1 - SUM0), V128, ...kernel()];
  return new Uint8Array([
    0x00,
    0x61,
    0x73,
    0x6d,
    1,
    0,
    0,
    0,
    ...section(1, [1, 0x60, 10, ...Array<number>(10).fill(I32), 0]),
    ...section(2, [1, ...text('m'), ...text('m'), 2, 0, ...unsigned(1)]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...text('add'), 0, 0]),
    ...section(10, [1, ...unsigned(body.length), ...body]),
  ]);
}

/** Compiled once; null where this cannot be. */
let module: object | null | undefined;

/** The product over a memory of this many bytes. */
export function matrixProduct(bytes: number): MatrixProduct {
  if (typeof WebAssembly === 'undefined') return plainProduct(bytes);
  if (module === undefined) {
    const binary = moduleBytes();
    module = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
  }
  if (module === null) return plainProduct(bytes);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) });
  const { exports } = new WebAssembly.Instance(module, { m: { m: memory } });
  return { buffer: memory.buffer, add: exports.add as MatrixProduct['add'] };
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
