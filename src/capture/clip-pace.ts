import type { Seconds } from '../core/units';

/** As many pictures in a second of the clip are to be looked at as a live check aims at ... */
const WANTED_RATE = 10;
/** ... but with as many the clip plays as it was filmed. */
const ENOUGH_RATE = 7;
/** A look that takes longer than so much of the clip: the machine is busy with something else. */
const STUCK_S: Seconds = 0.3;
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
  private takenS: Seconds = 0;

  /**
   * Takes the next picture of the clip.
   *
   * @param timeS its time in the clip
   * @param isTaken whether it is looked at; false: the one before was still being looked at
   * @returns the playback rate from here on, 1 = as it was filmed
   */
  next(timeS: Seconds, isTaken: boolean): number {
    this.sinceS ??= this.takenS = timeS;
    if (isTaken) {
      this.taken++;
      this.takenS = timeS;
    }
    const span = timeS - this.sinceS;
    if (timeS - this.takenS > STUCK_S) this.go(SLOWEST, timeS);
    else if (span >= JUDGED_OVER_S) {
      // What this machine does in a second of its own time.
      const able = (this.taken / span) * this.rate;
      this.go(able >= ENOUGH_RATE ? 1 : Math.max(SLOWEST, able / WANTED_RATE), timeS);
    }
    return this.rate;
  }

  private go(rate: number, fromS: Seconds): void {
    this.rate = rate;
    this.sinceS = fromS;
    this.taken = 0;
  }
}
