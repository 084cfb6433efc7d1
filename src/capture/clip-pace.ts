import type { Seconds } from '../core/units';

/** As many pictures in a second of the clip are to be looked at as a live check aims at. */
const WANTED_RATE = 10;
/** Slower than this a clip is no longer watched, but waited for. */
const SLOWEST = 0.2;
/** The pace is judged anew after so much of the clip. */
const JUDGED_OVER_S: Seconds = 0.5;

/**
 * How fast a demo clip plays, so that a slow machine sees its lift too: a person cannot be slowed down, a clip can.
 * Its pictures carry their own times, so the verdict does not depend on the pace.
 */
export class ClipPace {
  private rate = 1;
  private sinceS: Seconds | null = null;
  private taken = 0;

  /**
   * Takes the next picture of the clip.
   *
   * @param timeS its time in the clip
   * @param isTaken whether it is looked at; false: the one before was still being looked at
   * @returns the playback rate from here on, 1 = as it was filmed
   */
  next(timeS: Seconds, isTaken: boolean): number {
    this.sinceS ??= timeS;
    if (isTaken) this.taken++;
    const span = timeS - this.sinceS;
    if (span >= JUDGED_OVER_S) {
      // What this machine does in a second of its own time.
      const able = (this.taken / span) * this.rate;
      this.rate = Math.min(1, Math.max(SLOWEST, able / WANTED_RATE));
      this.sinceS = timeS;
      this.taken = 0;
    }
    return this.rate;
  }
}
