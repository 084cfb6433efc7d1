import type { LiftSignal } from '../kinematics/moment';
import { GONE_S } from '../pose/continuity';
import type { Fraction, Seconds } from '../units';
import type { LiftPhase, LiftTimes } from './lift';

const LOW = { trunkDeg: 25, handDrop: 0.1, hipDrop: 0.1, forS: 0.1 };
const UPRIGHT = { trunkDeg: 18, handDrop: 0.08, hipDrop: 0.07, forS: 0.2 };
const QUIET = { trunkDeg: 9, handDrop: 0.03, hipDrop: 0.03 };
const CARRY = { handRise: 0.06, reach: 0.04, reachFrom: 0.115, loaded: 1, empty: 0.6, overS: 0.34 };
const SETTLE = { forS: 0.5, overS: 0.21, trunkDegS: 15, turnedDeg: 2, handPerS: 0.12 };
const EMPTY_FOR_S = 0.5;
const SECOND_LIFT_DROP = 0.2;
const LOWEST_BAND = { hand: 0.03, trunkDeg: 3 };
/** Placing on something high has no bend to begin it: this long before the hands were empty. */
const PLACING_S = 1.5;

interface Sample extends LiftSignal {
  timeS: Seconds;
  handDrop: number;
  carry: number;
}

export interface SegmentEvent {
  kind: 'lift-ended' | 'lift-changed';
  /** Position of the lift in `lifts`. */
  index: number;
}

/**
 * Finds lifts in a stream of moments, causally: what it says at a moment depends on the past alone.
 * Rules LIFT-1..8 in SPEC.md.
 */
export class LiftSegmenter {
  readonly lifts: LiftTimes[] = [];
  phase: LiftPhase = 'standing';
  /** Height of the hanging hands, share of the standing size. */
  #hanging: Fraction;
  #recent: Sample[] = [];
  /** Samples since the person left upright. */
  #episode: Sample[] = [];
  #episodeStartS: Seconds = 0;
  #quietS: Seconds | null = null;
  #lowSinceS: Seconds | null = null;
  #uprightSinceS: Seconds | null = null;
  #uprightReached: Seconds | null = null;
  /** Index of the lift in hand, while its load has not been released. */
  #held: number | null = null;

  constructor(hangingHandHeight: Fraction) {
    this.#hanging = hangingHandHeight;
  }

  /** @param signal null when nobody was seen in this frame */
  push(timeS: Seconds, signal: LiftSignal | null): SegmentEvent[] {
    const last = this.#recent.at(-1);
    if (last !== undefined && timeS - last.timeS > GONE_S) this.#forget();
    if (signal === null) return [];
    const sample: Sample = {
      ...signal,
      timeS,
      handDrop: this.#hanging - signal.handHeight,
      carry: carrying(signal, this.#hanging),
    };
    this.#recent.push(sample);
    while (this.#recent[0]!.timeS < timeS - GONE_S) this.#recent.shift();
    const low =
      sample.trunkDeg > LOW.trunkDeg ||
      sample.handDrop > LOW.handDrop ||
      sample.hipDrop > LOW.hipDrop;
    const upright =
      sample.trunkDeg < UPRIGHT.trunkDeg &&
      sample.hipDrop < UPRIGHT.hipDrop &&
      sample.handDrop < UPRIGHT.handDrop;
    this.#lowSinceS = low ? (this.#lowSinceS ?? timeS) : null;
    this.#uprightSinceS = upright ? (this.#uprightSinceS ?? timeS) : null;
    const isQuiet =
      sample.trunkDeg < QUIET.trunkDeg &&
      sample.hipDrop < QUIET.hipDrop &&
      (this.#held !== null || sample.handDrop < QUIET.handDrop);
    switch (this.phase) {
      case 'standing':
      case 'holding':
        if (isQuiet) this.#quietS = timeS;
        return this.#up(timeS);
      default:
        this.#episode.push(sample);
        return this.#down(sample);
    }
  }

  /** The stream ends: a putting down that was all but over counts. */
  finish(): SegmentEvent[] {
    const last = this.#episode.at(-1);
    const phase = this.phase;
    this.phase = 'standing';
    if (
      phase !== 'returning' ||
      last === undefined ||
      this.#held === null ||
      last.trunkDeg > LOW.trunkDeg
    )
      return [];
    return this.#release(last.timeS);
  }

  #up(timeS: Seconds): SegmentEvent[] {
    if (this.#lowSinceS !== null && timeS - this.#lowSinceS >= LOW.forS) {
      const since = this.#lowSinceS;
      const quiet = this.#quietS !== null && since - this.#quietS < GONE_S ? this.#quietS : since;
      this.#episodeStartS = quiet;
      this.#episode = this.#recent.filter((s) => s.timeS >= quiet);
      this.#uprightReached = null;
      this.phase = this.phase === 'holding' ? 'lowering' : 'reaching';
      return [];
    }
    // LIFT-6: the hands came to hang empty without a bend.
    if (
      this.#held !== null &&
      this.#uprightSinceS !== null &&
      this.#carry(timeS) < CARRY.empty &&
      this.#emptyFor(timeS)
    ) {
      const emptyFrom = this.#recent.find((s) => s.timeS >= timeS - EMPTY_FOR_S)!.timeS;
      return this.#let(
        Math.max(this.lifts[this.#held]!.endS, emptyFrom - PLACING_S),
        emptyFrom,
        emptyFrom,
      );
    }
    return [];
  }

  #down(sample: Sample): SegmentEvent[] {
    const { timeS } = sample;
    const lowest = this.#lowest();
    if (
      this.phase === 'reaching' &&
      sample.handHeight > lowest.handHeight + 0.06 &&
      timeS > lowest.timeS
    )
      this.phase = 'rising';
    if (
      this.phase === 'lowering' &&
      (sample.handHeight > lowest.handHeight + 0.06 || sample.trunkDeg < 0.6 * lowest.trunkDeg) &&
      timeS > lowest.timeS
    ) {
      this.phase = 'returning';
    }
    if (this.#uprightSinceS === null) {
      this.#uprightReached = null;
      return [];
    }
    if (timeS - this.#uprightSinceS < UPRIGHT.forS) return [];
    this.#uprightReached ??= this.#uprightSinceS;
    const carry = this.#carry(timeS);
    const settled = this.#isSettled(timeS) || timeS - this.#uprightReached >= SETTLE.forS;
    if (!settled) return [];
    if (carry >= CARRY.loaded) return this.#comesUpLoaded(timeS);
    if (this.#held !== null) {
      if (carry < CARRY.empty) return this.#release(timeS);
    } else if (timeS - this.#uprightReached >= EMPTY_FOR_S) {
      this.phase = 'standing'; // LIFT-3
    }
    return [];
  }

  #comesUpLoaded(timeS: Seconds): SegmentEvent[] {
    const events: SegmentEvent[] = [];
    let startS = this.#episodeStartS;
    const lowest = this.#lowest();
    if (this.#held !== null) {
      if (lowest.handDrop < SECOND_LIFT_DROP) {
        this.phase = 'holding'; // LIFT-5: never put down
        return [];
      }
      const at = this.#workTime(); // LIFT-7
      events.push(...this.#let(this.#episodeStartS, at, at));
      startS = at;
    }
    const furthest = this.#episode.reduce((a, b) => (b.trunkDeg > a.trunkDeg ? b : a));
    this.lifts.push({
      startS,
      graspS: this.#workTime(),
      peakS: Math.max(startS, furthest.timeS),
      endS: timeS,
      lowerStartS: null,
      releaseS: null,
      lowerEndS: null,
    });
    this.#held = this.lifts.length - 1;
    this.phase = 'holding';
    this.#quietS = timeS;
    events.push({ kind: 'lift-ended', index: this.#held });
    return events;
  }

  #release(timeS: Seconds): SegmentEvent[] {
    return this.#let(this.#episodeStartS, this.#workTime(), timeS);
  }

  #let(lowerStartS: Seconds, releaseS: Seconds, lowerEndS: Seconds): SegmentEvent[] {
    const index = this.#held!;
    Object.assign(this.lifts[index]!, { lowerStartS, releaseS, lowerEndS });
    this.#held = null;
    this.phase = 'standing';
    this.#quietS = lowerEndS;
    return [{ kind: 'lift-changed', index }];
  }

  /** LIFT-8: the person was gone; what was going on is over. */
  #forget(): void {
    this.phase = 'standing';
    this.#held = null;
    this.#recent = [];
    this.#episode = [];
    this.#quietS = this.#lowSinceS = this.#uprightSinceS = this.#uprightReached = null;
  }

  #lowest(): Sample {
    return this.#episode.reduce((a, b) => (b.handHeight < a.handHeight ? b : a));
  }

  /** When the hands took or left the load: the middle of their lowest time, or of the furthest bend. */
  #workTime(): Seconds {
    const lowest = this.#lowest();
    const furthest = this.#episode.reduce((a, b) => (b.trunkDeg > a.trunkDeg ? b : a));
    const there =
      lowest.handDrop > LOW.handDrop
        ? this.#episode.filter((s) => s.handHeight <= lowest.handHeight + LOWEST_BAND.hand)
        : this.#episode.filter((s) => s.trunkDeg >= furthest.trunkDeg - LOWEST_BAND.trunkDeg);
    return (there[0]!.timeS + there.at(-1)!.timeS) / 2;
  }

  /** Middle carrying value over the upright moments just past. */
  #carry(timeS: Seconds): number {
    const since = Math.max(timeS - CARRY.overS, this.#uprightSinceS ?? timeS);
    const values = this.#recent
      .filter((s) => s.timeS >= since)
      .map((s) => s.carry)
      .sort((a, b) => a - b);
    return values[values.length >> 1]!;
  }

  #emptyFor(timeS: Seconds): boolean {
    const window = this.#recent.filter((s) => s.timeS >= timeS - EMPTY_FOR_S);
    return window.length >= 3 && window.every((s) => s.carry < CARRY.empty);
  }

  #isSettled(timeS: Seconds): boolean {
    const window = this.#recent.filter((s) => s.timeS > timeS - SETTLE.overS);
    const first = window[0]!,
      last = window.at(-1)!;
    const span = last.timeS - first.timeS;
    if (span <= 0) return false;
    const quiet =
      Math.abs(last.trunkDeg - first.trunkDeg) / span < SETTLE.trunkDegS &&
      Math.abs(last.handHeight - first.handHeight) / span < SETTLE.handPerS;
    // Going down again without a pause: this was as upright as it got.
    const turned = last.trunkDeg > Math.min(...window.map((s) => s.trunkDeg)) + SETTLE.turnedDeg;
    return quiet || turned;
  }
}

/** How clearly the hands hold something in front: 1 or more means a load (SPEC.md). */
export function carrying(signal: LiftSignal, hangingHandHeight: Fraction): number {
  const rise = (signal.handHeight - hangingHandHeight) / CARRY.handRise;
  const reach = Math.max(0, signal.handReach - CARRY.reachFrom) / CARRY.reach;
  return rise + reach;
}
