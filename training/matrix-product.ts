/**
 * The one loop that training spends its time in, C += A x B, four numbers at a time. JavaScript has no
 * such instruction, WebAssembly has, and the function is small enough to be written out in its binary
 * form here, so that training needs no compiler and no library.
 */
export interface MatrixProduct {
  memory: WebAssembly.Memory;
  /**
   * C += A x B. Addresses and strides in bytes; A may be read transposed by swapping its strides.
   * m (rows of C) must be a multiple of 4, n (columns of C) a multiple of 8.
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
const SUM0 = 19,
  B0 = 27,
  B1 = 28,
  SPLAT = 29;

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
  const rows = [0, 1, 2, 3];
  const rowOfC = (r: number): number[] => [
    ...get(PC),
    ...(r === 0 ? [] : [...get(C_ROW), ...constant(r), ...MULTIPLY, ...ADD]),
  ];
  const inner = [
    ...get(PB),
    ...load(0),
    ...set(B0),
    ...get(PB),
    ...load(16),
    ...set(B1),
    ...rows.flatMap((r) => [
      ...get(PA0 + r),
      ...loadSplat,
      ...set(SPLAT),
      ...get(SUM0 + 2 * r),
      ...get(SPLAT),
      ...get(B0),
      ...MULTIPLY4,
      ...ADD4,
      ...set(SUM0 + 2 * r),
      ...get(SUM0 + 2 * r + 1),
      ...get(SPLAT),
      ...get(B1),
      ...MULTIPLY4,
      ...ADD4,
      ...set(SUM0 + 2 * r + 1),
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
    ...rows.flatMap((r) => [
      ...rowOfC(r),
      ...load(0),
      ...set(SUM0 + 2 * r),
      ...rowOfC(r),
      ...load(16),
      ...set(SUM0 + 2 * r + 1),
    ]),
    ...rows.flatMap((r) => [
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
    ...rows.flatMap((r) => [
      ...rowOfC(r),
      ...get(SUM0 + 2 * r),
      ...store(0),
      ...rowOfC(r),
      ...get(SUM0 + 2 * r + 1),
      ...store(16),
    ]),
  ];
  return [
    ...constant(0),
    ...set(I),
    ...repeat(I, 4, M, [...constant(0), ...set(J), ...repeat(J, 8, N, tile)]),
    0x0b,
  ];
}

/** Compiles the product over a memory of this many bytes. */
export function matrixProduct(bytes: number): MatrixProduct {
  const pages = Math.ceil(bytes / 65536);
  const memory = new WebAssembly.Memory({ initial: pages });
  const locals = [2, ...unsigned(9), I32, ...unsigned(11), V128];
  const body = [...locals, ...kernel()];
  const module = new Uint8Array([
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
  const instance = new WebAssembly.Instance(new WebAssembly.Module(module), { m: { m: memory } });
  return { memory, add: instance.exports.add as MatrixProduct['add'] };
}
