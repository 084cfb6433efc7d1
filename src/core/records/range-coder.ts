/**
 * Adaptive binary range coder (Martin 1979; in the form of LZMA's): a bit takes as little room as it was to be expected.
 * Expectations are learned on the way, the same on both sides.
 */
const ONE = 2 ** 32;
const TOP = 2 ** 24;
const PROBABILITY_BITS = 11;
const LEARNING = 5;
/** Longest number: 45 bits, more than any kept number has. */
const LENGTHS = 64;
const MOST_BITS = 45;

/** What one kind of number is expected to be. */
export class NumberModel {
  /** A tree over the number's length, then its bits, by length and position. */
  readonly lengths = new Uint16Array(LENGTHS).fill(1 << (PROBABILITY_BITS - 1));
  readonly bits = new Uint16Array(LENGTHS * LENGTHS).fill(1 << (PROBABILITY_BITS - 1));
}

export class RangeEncoder {
  readonly #bytes: number[] = [];
  #low = 0;
  #range = ONE - 1;
  #cache = 0;
  #waiting = 1;

  /** @param number whole, smaller than 2^44 either way */
  write(model: NumberModel, number: number): void {
    const shifted = (number >= 0 ? 2 * number : -2 * number - 1) + 1;
    let length = 0;
    while (2 ** (length + 1) <= shifted) length++;
    let node = 1;
    for (let bit = 5; bit >= 0; bit--) {
      const one = (length >> bit) & 1;
      this.#bit(model.lengths, node, one);
      node = 2 * node + one;
    }
    for (let bit = length - 1; bit >= 0; bit--)
      this.#bit(model.bits, length * LENGTHS + bit, Math.floor(shifted / 2 ** bit) % 2);
  }

  finish(): number[] {
    for (let i = 0; i < 5; i++) this.#shift();
    return this.#bytes;
  }

  #bit(model: Uint16Array, index: number, bit: number): void {
    const zero = model[index]!;
    const bound = (this.#range >>> PROBABILITY_BITS) * zero;
    if (bit === 0) {
      this.#range = bound;
      model[index] = zero + (((1 << PROBABILITY_BITS) - zero) >> LEARNING);
    } else {
      this.#low += bound;
      this.#range -= bound;
      model[index] = zero - (zero >> LEARNING);
    }
    while (this.#range < TOP) {
      this.#range *= 256;
      this.#shift();
    }
  }

  #shift(): void {
    if (this.#low < 0xff000000 || this.#low >= ONE) {
      const carry = this.#low >= ONE ? 1 : 0;
      for (; this.#waiting > 0; this.#waiting--) {
        this.#bytes.push((this.#cache + carry) & 0xff);
        this.#cache = 0xff;
      }
      this.#cache = Math.floor(this.#low / TOP) & 0xff;
    }
    this.#waiting++;
    this.#low = (this.#low % TOP) * 256;
  }
}

/** Reads what a {@link RangeEncoder} wrote, with models asked for in the same order. Any bytes give some numbers. */
export class RangeDecoder {
  readonly #bytes: Uint8Array;
  /** How many bytes were taken; more than there are when they came to an early end. */
  position = 0;
  #range = ONE - 1;
  #code = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let i = 0; i < 5; i++) this.#take();
  }

  /** @returns null for a number that no encoder writes */
  read(model: NumberModel): number | null {
    let node = 1;
    for (let bit = 0; bit < 6; bit++) node = 2 * node + this.#bit(model.lengths, node);
    const length = node - LENGTHS;
    if (length > MOST_BITS) return null;
    let shifted = 1;
    for (let bit = length - 1; bit >= 0; bit--)
      shifted = 2 * shifted + this.#bit(model.bits, length * LENGTHS + bit);
    const folded = shifted - 1;
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  #bit(model: Uint16Array, index: number): number {
    const zero = model[index]!;
    const bound = (this.#range >>> PROBABILITY_BITS) * zero;
    let bit = 0;
    if (this.#code < bound) {
      this.#range = bound;
      model[index] = zero + (((1 << PROBABILITY_BITS) - zero) >> LEARNING);
    } else {
      bit = 1;
      this.#code -= bound;
      this.#range -= bound;
      model[index] = zero - (zero >> LEARNING);
    }
    while (this.#range < TOP) {
      this.#range *= 256;
      this.#take();
    }
    return bit;
  }

  #take(): void {
    this.#code = (this.#code % TOP) * 256 + (this.#bytes[this.position++] ?? 0);
  }
}
