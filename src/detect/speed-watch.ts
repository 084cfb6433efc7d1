import type { Seconds } from '../core/units';
import type { BackendId, DetectorChoice, MeasuredChoice } from '../pipeline/protocol';
import { choose, LIVE_MARGIN, LIVE_TARGET, type Wish } from './detector-choice';

/** How fast the detector is now: the median of about this long, and of some pictures however long they take. */
const OVER_S: Seconds = 4;
const SETTLED_S: Seconds = 3;
const FEWEST_PICTURES = 3;
/** A machine that has become quick again is trusted after this long, and after twice as long each time it was too early. */
const TRUSTED_AFTER_S: Seconds = 20;
/** A change that does not last this long came too early. */
const LASTS_S: Seconds = 120;

/** What should look from now on, with the speed expected of it, and whether the machine became slower or quicker. */
export interface BetterChoice {
  to: MeasuredChoice;
  why: 'slower' | 'quicker';
}

interface Taken {
  atS: Seconds;
  tookS: Seconds;
}

/**
 * Watches how long a live check's detector takes for a picture, and tells when another choice of those measured at the
 * start would serve better: a laptop gets hot, goes to battery or is busy with something else, and becomes quick again.
 * What slows one detector slows the others of its back end by as much; a back end that is not at work is taken as it was
 * last.
 */
export class SpeedWatch {
  #current: MeasuredChoice;
  readonly #measured: readonly MeasuredChoice[];
  /** How much of the speed measured at the start each back end gave when it was at work last. */
  readonly #slowed = new Map<BackendId, number>();
  #taken: Taken[] = [];
  #quickSinceS: Seconds | null = null;
  #steppedUpS: Seconds | null = null;
  #trustedAfterS = TRUSTED_AFTER_S;

  /** choice: with all that was measured for it. wish: who chose a detector outright keeps it. */
  constructor(
    choice: DetectorChoice,
    private readonly wish: Wish,
  ) {
    this.#current = choice;
    this.#measured = choice.measured;
  }

  /**
   * @param tookS what the detector took for one picture
   * @param nowS when it was done, on a clock that only goes forward
   */
  take(tookS: Seconds, nowS: Seconds): void {
    this.#taken.push({ atS: nowS, tookS });
    const fewest = this.#taken.length - FEWEST_PICTURES;
    this.#taken = this.#taken.filter(({ atS }, i) => nowS - atS <= OVER_S || i >= fewest);
    const speed = this.#speed(nowS);
    const above = speed === null ? null : this.#above(speed);
    this.#quickSinceS = above === null ? null : (this.#quickSinceS ?? nowS);
  }

  /** @param nowS on the clock of `take`. @returns null when all is well as it is */
  better(nowS: Seconds): BetterChoice | null {
    const speed = this.#speed(nowS);
    if (speed === null) return null;
    if (speed < LIVE_TARGET) return better(this.#below(speed), 'slower');
    const isTrusted = this.#quickSinceS !== null && nowS - this.#quickSinceS >= this.#trustedAfterS;
    return isTrusted ? better(this.#above(speed), 'quicker') : null;
  }

  /** What was better looks from now on. */
  changed({ to, why }: BetterChoice, nowS: Seconds): void {
    const wasEarly = this.#steppedUpS !== null && nowS - this.#steppedUpS < LASTS_S;
    if (why === 'slower' && wasEarly) this.#trustedAfterS *= 2;
    this.#steppedUpS = why === 'quicker' ? nowS : null;
    this.#current = to;
    this.#taken = [];
    this.#quickSinceS = null;
  }

  /** Poses a second that the detector could give now; null while too little is known. */
  #speed(nowS: Seconds): number | null {
    const first = this.#taken[0];
    if (first === undefined || nowS - first.atS < SETTLED_S) return null;
    const took = this.#taken.map((one) => one.tookS).toSorted((a, b) => a - b);
    return 1 / Math.max(took[took.length >> 1]!, 1e-4);
  }

  /** A quicker choice that is worth the change; null when this is the quickest. */
  #below(speed: number): MeasuredChoice | null {
    const best = choose(this.#expected(speed), this.wish);
    if (best === null || isSame(best, this.#current)) return null;
    return best.posesPerSecond >= speed * LIVE_MARGIN ? best : null;
  }

  /** A more accurate choice that would keep up; null when there is none. */
  #above(speed: number): MeasuredChoice | null {
    if (this.#current.detector === 'movenet-thunder') return null;
    const best = choose(this.#expected(speed), this.wish);
    return best?.detector === 'movenet-thunder' ? best : null;
  }

  /** What was measured, as it would be measured now. */
  #expected(speed: number): MeasuredChoice[] {
    const then = this.#measured.find((one) => isSame(one, this.#current));
    if (then !== undefined) this.#slowed.set(then.backend, speed / then.posesPerSecond);
    return this.#measured.map((one) => ({
      ...one,
      posesPerSecond: one.posesPerSecond * (this.#slowed.get(one.backend) ?? 1),
    }));
  }
}

const better = (to: MeasuredChoice | null, why: BetterChoice['why']): BetterChoice | null =>
  to && { to, why };

const isSame = (a: MeasuredChoice, b: MeasuredChoice): boolean =>
  a.detector === b.detector && a.backend === b.backend && a.threads === b.threads;
