import type { Degrees, Seconds } from '../core/units';

/** A second look comes within this after its lift was judged, or not at all. */
export const WITHIN_S: Seconds = 5;
/** Pictures that are kept at most: 200 kB each, three to five seconds of being bent. */
const MOST_KEPT = 40;

interface Kept<Picture> {
  timeS: Seconds;
  trunkDeg: Degrees;
  picture: Picture;
}

/**
 * One kind of second look of a live check. It keeps small pictures of the lift in progress, in memory only and bounded,
 * and looks again at those that are asked for, one at a time, when it is told that there is time. Pictures go as soon as
 * their lift was looked at, or the time for it is over.
 */
export class LookQueue<Picture, Found> {
  #kept: Kept<Picture>[] = [];
  /** What is still to be looked at, and until when. */
  #wanted: { timeS: Seconds; untilS: Seconds }[] = [];
  #found: Found[] = [];

  /**
   * @param looksTakeS what one look takes on this machine
   * @param withinS after the verdict, when all must have been looked at
   */
  constructor(
    private readonly look: (picture: Picture, timeS: Seconds) => Promise<Found>,
    private looksTakeS: Seconds,
    private readonly withinS: Seconds = WITHIN_S,
  ) {}

  /** How many pictures are kept now. */
  get size(): number {
    return this.#kept.length;
  }

  /** Whether there is something to look at. */
  get isBusy(): boolean {
    return this.#wanted.length > 0;
  }

  /** Keeps a picture of a bent person. When there are too many, the least bent one goes. */
  keep(timeS: Seconds, trunkDeg: Degrees, picture: Picture): void {
    this.#kept.push({ timeS, trunkDeg, picture });
    if (this.#kept.length <= MOST_KEPT) return;
    const spare = this.#kept.filter((kept) => !this.#isWanted(kept.timeS));
    const least = spare.reduce((a, b) => (b.trunkDeg < a.trunkDeg ? b : a));
    this.#kept = this.#kept.filter((kept) => kept !== least);
  }

  /** Asks for second looks at moments of a lift that was judged just now. */
  want(timesS: readonly Seconds[], nowS: Seconds): void {
    const there = new Set(this.#kept.map((kept) => kept.timeS));
    for (const timeS of timesS)
      if (there.has(timeS) && !this.#isWanted(timeS))
        this.#wanted.push({ timeS, untilS: nowS + this.withinS });
  }

  #isWanted(timeS: Seconds): boolean {
    return this.#wanted.some((wanted) => wanted.timeS === timeS);
  }

  /**
   * One step: at most one look.
   *
   * @param nowS a clock that only goes forward
   * @returns what was found, once the last picture that was asked for has been looked at or the time is over; else
   *   whether there is more to do
   */
  async step(nowS: () => Seconds): Promise<{ found: Found[]; more: boolean }> {
    if (!this.isBusy) return { found: [], more: false };
    const beginS = nowS();
    // What cannot be finished in time is not begun.
    const next = this.#wanted.find(({ untilS }) => beginS + this.looksTakeS <= untilS);
    if (next === undefined) return this.#finish();
    const { timeS } = next;
    this.#wanted = this.#wanted.filter(
      (one) => one !== next && beginS + this.looksTakeS <= one.untilS,
    );
    const kept = this.#kept.find((one) => one.timeS === timeS)!;
    this.#found.push(await this.look(kept.picture, timeS));
    this.looksTakeS = Math.max(0.5 * this.looksTakeS, nowS() - beginS);
    return this.#wanted.length > 0 ? { found: [], more: true } : this.#finish();
  }

  /** No lift is going on: pictures that nobody has asked for go. */
  settle(): void {
    if (!this.isBusy) this.release();
  }

  /** Lets all pictures go. */
  release(): void {
    this.#kept = [];
    this.#wanted = [];
    this.#found = [];
  }

  #finish(): { found: Found[]; more: false } {
    const found = this.#found;
    this.release();
    return { found, more: false };
  }
}
