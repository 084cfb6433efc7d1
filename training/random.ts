/** A seeded source of random numbers: the same seed gives the same training, on every machine. */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;
  #spare: number | null = null;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = 0x9e3779b9;
    this.#c = 0x243f6a88;
    for (let i = 0; i < 16; i++) this.next();
  }

  /** Uniform in [0, 1): the small fast counting generator (sfc32), public domain. */
  next(): number {
    const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return (sum >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Normal with this mean and standard deviation (polar method). */
  normal(mean = 0, deviation = 1): number {
    if (this.#spare !== null) {
      const value = this.#spare;
      this.#spare = null;
      return mean + deviation * value;
    }
    for (;;) {
      const x = 2 * this.next() - 1,
        y = 2 * this.next() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      this.#spare = y * scale;
      return mean + deviation * x * scale;
    }
  }

  /** Normal, cut at this many deviations, so that no limb gets a length that no one has. */
  limited(mean: number, deviation: number, deviations = 2.5): number {
    const x = this.normal();
    return mean + deviation * Math.min(deviations, Math.max(-deviations, x));
  }

  /** Student's t with four degrees of freedom: keypoint errors have heavier tails than a normal. */
  heavyTailed(): number {
    const a = this.normal(),
      b = this.normal(),
      c = this.normal(),
      d = this.normal();
    return this.normal() / Math.sqrt((a * a + b * b + c * c + d * d) / 4 + 0.02);
  }

  /** One of the entries, each as likely as its share. */
  pick<T extends string>(shares: Readonly<Record<T, number>>): T {
    const entries = Object.entries(shares) as [T, number][];
    let left = this.next() * entries.reduce((sum, [, share]) => sum + share, 0);
    for (const [name, share] of entries) {
      left -= share;
      if (left < 0) return name;
    }
    return entries[entries.length - 1]![0];
  }
}
