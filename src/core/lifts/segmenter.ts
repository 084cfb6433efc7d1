import type { LiftSignal } from '../kinematics/moment';
import { GONE_S } from '../pose/continuity';
import type { Fraction, Seconds } from '../units';
import { dips, furthestOf, LOW, lowestOf, onset, sampleOf, workTime, type Sample } from './course';
import type { LiftPhase, LiftTimes } from './lift';

/** Numbers of the rules in SPEC.md. */
const UPRIGHT = { trunkDeg: 18, handDrop: 0.08, hipDrop: 0.07, forS: 0.2 };
/** A rise that turns back before upright, hands clearly in front: as far as this counts (LIFT-10). */
const HALF_UP = { trunkDeg: 35, hipDrop: 0.12, carry: 1.5, turnedDeg: 4 };
const LOW_FOR_S = 0.1;
const CARRY = { loaded: 1, empty: 0.6, overS: 0.34 };
const SETTLE = { forS: 0.5, overS: 0.21, trunkDegS: 15, turnedDeg: 2, handPerS: 0.12 };
const EMPTY_FOR_S = 0.5;
/** Hands that still come up may yet show a load: so long is waited for them. */
const COMING_UP = { overS: 0.3, handPerS: 0.04, forS: 2 };
const SECOND_LIFT_DROP = 0.2;
/** Placing on something high has no bend to begin it: this long before the hands were empty. */
const PLACING_S = 1.5;

export interface SegmentEvent {
  kind: 'lift-ended' | 'lift-changed';
  /** Position of the lift in `lifts`. */
  index: number;
}

/**
 * Finds lifts in a stream of moments, causally: what it says at a moment depends on the past alone.
 * Rules LIFT-1..10 in SPEC.md.
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
  /** When the last movement was over. */
  #freeS: Seconds = -Infinity;
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
    const sample = sampleOf(timeS, signal, this.#hanging);
    this.#recent.push(sample);
    while (this.#recent[0]!.timeS < timeS - GONE_S) this.#recent.shift();
    const low = sample.lowness > 1;
    const upright =
      sample.trunkDeg < UPRIGHT.trunkDeg &&
      sample.hipDrop < UPRIGHT.hipDrop &&
      sample.handDrop < UPRIGHT.handDrop;
    this.#lowSinceS = low ? (this.#lowSinceS ?? timeS) : null;
    this.#uprightSinceS = upright ? (this.#uprightSinceS ?? timeS) : null;
    switch (this.phase) {
      case 'standing':
      case 'holding':
        return this.#up(timeS);
      default:
        this.#episode.push(sample);
        return this.#down(sample);
    }
  }

  /** LIFT-9: the stream ends. A lift or a putting down that was all but over counts. */
  finish(): SegmentEvent[] {
    const last = this.#episode.at(-1);
    const phase = this.phase;
    if (last === undefined || last.trunkDeg > LOW.trunkDeg) return [];
    if (phase === 'rising' && last.hipDrop < LOW.hipDrop && last.carry >= CARRY.loaded)
      return this.#comesUpLoaded(last.timeS);
    if (phase !== 'returning' || this.#held === null || last.carry >= CARRY.empty) return [];
    return this.#release(last.timeS);
  }

  #up(timeS: Seconds): SegmentEvent[] {
    if (this.#lowSinceS !== null && timeS - this.#lowSinceS >= LOW_FOR_S) {
      const since = this.#lowSinceS;
      this.#episodeStartS = onset(
        this.#recent.filter((s) => s.timeS <= since && s.timeS >= this.#freeS),
        since,
      );
      this.#episode = this.#recent.filter((s) => s.timeS >= this.#episodeStartS);
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
    const lowest = lowestOf(this.#episode);
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
      return this.#halfUp(timeS);
    }
    if (timeS - this.#uprightSinceS < UPRIGHT.forS) return [];
    this.#uprightReached ??= this.#uprightSinceS;
    const carry = this.#carry(timeS);
    const settled = this.#isSettled(timeS) || timeS - this.#uprightReached >= SETTLE.forS;
    if (!settled) return [];
    if (carry >= CARRY.loaded) return this.#comesUpLoaded(timeS);
    if (this.#held !== null) {
      if (carry < CARRY.empty) return this.#release(timeS);
    } else if (timeS - this.#uprightReached >= EMPTY_FOR_S && !this.#handsComeUp(timeS)) {
      this.phase = 'standing'; // LIFT-3
      this.#freeS = timeS;
    }
    return [];
  }

  /** LIFT-10: on the way up, load in the hands, and down again before upright was reached. */
  #halfUp(timeS: Seconds): SegmentEvent[] {
    if (this.phase === 'reaching' || this.phase === 'lowering') return [];
    const window = this.#recent.filter((s) => s.timeS > timeS - 2 * SETTLE.overS);
    const turn = window.reduce((a, b) => (b.trunkDeg < a.trunkDeg ? b : a));
    const turned =
      turn.trunkDeg < HALF_UP.trunkDeg &&
      turn.hipDrop < HALF_UP.hipDrop &&
      turn.carry > HALF_UP.carry &&
      window.at(-1)!.trunkDeg > turn.trunkDeg + HALF_UP.turnedDeg &&
      window[0]!.trunkDeg > turn.trunkDeg + HALF_UP.turnedDeg;
    if (!turned) return [];
    const events = this.#comesUpLoaded(turn.timeS);
    this.#lowSinceS = null;
    return events;
  }

  #handsComeUp(timeS: Seconds): boolean {
    if (timeS - this.#uprightReached! > COMING_UP.forS) return false;
    const first = this.#recent.find((s) => s.timeS >= timeS - COMING_UP.overS)!;
    const last = this.#recent.at(-1)!;
    return last.handHeight - first.handHeight > COMING_UP.handPerS * (last.timeS - first.timeS);
  }

  #comesUpLoaded(timeS: Seconds): SegmentEvent[] {
    const events: SegmentEvent[] = [];
    let startS = this.#episodeStartS;
    const [before, dip] = dips(this.#episode);
    if (this.#held !== null) {
      if (lowestOf(this.#episode).handDrop < SECOND_LIFT_DROP) {
        this.phase = 'holding'; // LIFT-5: never put down
        this.#freeS = timeS;
        return [];
      }
      const putDownS = workTime(before); // LIFT-7
      events.push(...this.#let(this.#episodeStartS, putDownS, putDownS));
      startS = before === dip ? putDownS : dip[0]!.timeS;
    }
    const risen = this.#episode.filter((s) => s.timeS >= startS);
    this.lifts.push({
      startS,
      graspS: workTime(dip),
      peakS: furthestOf(risen).timeS,
      endS: timeS,
      lowerStartS: null,
      releaseS: null,
      lowerEndS: null,
    });
    this.#held = this.lifts.length - 1;
    this.phase = 'holding';
    this.#freeS = timeS;
    events.push({ kind: 'lift-ended', index: this.#held });
    return events;
  }

  #release(timeS: Seconds): SegmentEvent[] {
    return this.#let(this.#episodeStartS, workTime(this.#episode), timeS);
  }

  #let(lowerStartS: Seconds, releaseS: Seconds, lowerEndS: Seconds): SegmentEvent[] {
    const index = this.#held!;
    Object.assign(this.lifts[index]!, { lowerStartS, releaseS, lowerEndS });
    this.#held = null;
    this.phase = 'standing';
    this.#freeS = lowerEndS;
    return [{ kind: 'lift-changed', index }];
  }

  /** LIFT-8: the person was gone; what was going on is over. */
  #forget(): void {
    this.phase = 'standing';
    this.#held = null;
    this.#recent = [];
    this.#episode = [];
    this.#freeS = -Infinity;
    this.#lowSinceS = this.#uprightSinceS = this.#uprightReached = null;
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
