/**
 * Small functions that work on four numbers at a time. JavaScript has no such instructions, WebAssembly has, and these
 * functions are small enough to be written out in its binary form: no compiler, no library, nothing to load. Whoever
 * writes one has a plain loop beside it that gives the same to the bit, for browsers without.
 *
 * Bytes: WebAssembly core specification 2.0, chapter "Binary Format".
 */

/** What is used of WebAssembly: the core knows no browser, and not every browser has it. */
declare const WebAssembly:
  | {
      validate(bytes: Uint8Array): boolean;
      Module: new (bytes: Uint8Array) => object;
      Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
      Instance: new (module: object, imports: object) => { exports: Record<string, unknown> };
    }
  | undefined;

/** Bytes of code. */
export type Code = readonly number[];

export const I32 = 0x7f;
export const F32 = 0x7d;
export const V128 = 0x7b;
export type ValueType = typeof I32 | typeof F32 | typeof V128;

/** LEB128 without a sign. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 127;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 128);
  } while (value !== 0);
  return bytes;
}

/** What is on the stack goes into a variable, what is in a variable onto the stack; by its number, parameters first. */
export const get = (variable: number): Code => [0x20, variable];
export const set = (variable: number): Code => [0x21, variable];
/** @param value 0 to 63 */
export const constant = (value: number): Code => [0x41, value];

export const ADD: Code = [0x6a];
export const MULTIPLY: Code = [0x6c];
const LESS: Code = [0x48];

const vector = (operation: number): Code => [0xfd, ...unsigned(operation)];
/** 16 bytes at the address on the stack and `offset` beyond it. */
export const load = (offset: number): Code => [...vector(0), 4, ...unsigned(offset)];
export const store = (offset: number): Code => [...vector(11), 4, ...unsigned(offset)];
/** One 32-bit number in memory, as all four. */
export const loadSplat = (offset: number): Code => [...vector(9), 2, ...unsigned(offset)];
export const loadInteger = (offset: number): Code => [0x28, 2, ...unsigned(offset)];
/** Four bytes, 0..255, as four 32-bit floats. */
export const LOAD_BYTES: Code = [
  ...[...vector(0x5c), 0, 0], // load32_zero
  ...vector(0x89), // i16x8.extend_low_i8x16_u
  ...vector(0xa9), // i32x4.extend_low_i16x8_u
  ...vector(0xfa), // f32x4.convert_i32x4_s
];
export const SPLAT4 = vector(0x13);
export const ADD4 = vector(0xe4);
export const SUBTRACT4 = vector(0xe5);
export const MULTIPLY4 = vector(0xe6);
/** Four floats as integers, fractions cut off. */
export const CUT_OFF4 = vector(0xf8);
/** Of the two vectors on the stack, bytes 0 to 15 and 16 to 31, these sixteen. */
export const reorder = (bytes: readonly number[]): Code => [...vector(13), ...bytes];

export const advance = (variable: number, by: Code): Code => [
  ...get(variable),
  ...by,
  ...ADD,
  ...set(variable),
];

/** Repeats the body while `counter < limit` (variables); it runs at least once. */
export const repeat = (counter: number, by: number, limit: number, body: Code): Code => [
  ...[0x03, 0x40],
  ...body,
  ...advance(counter, constant(by)),
  ...get(counter),
  ...get(limit),
  ...LESS,
  ...[0x0d, 0],
  0x0b,
];

const PAGE = 65536;

const section = (id: number, body: Code): Code => [id, ...unsigned(body.length), ...body];
const text = (s: string): Code => [...unsigned(s.length), ...Array.from(s, (c) => c.charCodeAt(0))];

/** One function without a result, over memory of its own. */
export class SimdFunction {
  readonly #binary: () => Uint8Array;
  /** Compiled once; null where this cannot be. */
  #module: object | null | undefined;

  /**
   * @param parameters numbers 0, 1 …
   * @param variables the numbers that follow, as many as each count says; zero at first
   */
  constructor(
    parameters: readonly ValueType[],
    variables: readonly (readonly [count: number, type: ValueType])[],
    code: Code,
  ) {
    const body = [variables.length, ...variables.flat(), ...code, 0x0b];
    this.#binary = () =>
      new Uint8Array([
        ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
        ...section(1, [1, 0x60, parameters.length, ...parameters, 0]),
        ...section(2, [1, ...text('m'), ...text('m'), 2, 0, 0]),
        ...section(3, [1, 0]),
        ...section(7, [1, ...text('f'), 0, 0]),
        ...section(10, [1, ...unsigned(body.length), ...body]),
      ]);
  }

  /**
   * @param bytes of memory, all zero
   * @returns null where the browser has no such WebAssembly
   */
  over(bytes: number): { buffer: ArrayBuffer; call: (...numbers: number[]) => void } | null {
    if (typeof WebAssembly === 'undefined') return null;
    if (this.#module === undefined) {
      const binary = this.#binary();
      this.#module = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
    }
    if (this.#module === null) return null;
    const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
    const { exports } = new WebAssembly.Instance(this.#module, { m: { m: memory } });
    return { buffer: memory.buffer, call: exports.f as (...numbers: number[]) => void };
  }
}
