import type { LiftPhase, LiftTimes } from '../lifts/lift';
import type { Degrees, Seconds } from '../units';

/** As for the end of a lift (`lifts/segmenter.ts`). */
const UPRIGHT_DEG: Degrees = 18;
/** A quick lift is found upright before it comes to rest, half a second later at most; and a tenth more. */
const UPRIGHT_FOR_S: Seconds = 0.6;
/** A slow lift is long upright when it is found; so much is waited all the same, for it may be found a little early. */
const AFTER_END_S: Seconds = 0.1;
/** Later after the end than this a cue is no answer to its lift; the rest of a second is for the machine. */
const LATEST_S: Seconds = 0.9;

/** What of a live check decides when to speak. Most of it is in `LiveState`. */
export interface CueSignal {
  timeS: Seconds;
  phase: LiftPhase;
  /** null = not known in this frame. */
  trunkDeg: Degrees | null;
  lifts: readonly LiftTimes[];
  /** Index of the lift whose verdict is new or changed with this frame; else null. */
  spoken: number | null;
}

const isMoving = (phase: LiftPhase): boolean => phase !== 'standing' && phase !== 'holding';

/** When to speak of a lift: rule CUE-7 in SPEC.md. */
export class CueMoment {
  /** The lift that waits for its word. */
  #waiting: number | null = null;
  #uprightSinceS: Seconds | null = null;
  #last: { timeS: Seconds; trunkDeg: Degrees } | null = null;

  /** One frame. @returns index of the lift to speak of now; else null */
  push({ timeS, phase, trunkDeg, lifts, spoken }: CueSignal): number | null {
    if (trunkDeg !== null) this.#follow(timeS, trunkDeg);
    if (spoken !== null) this.#waiting = spoken;
    const index = this.#waiting;
    const lift = index === null ? undefined : lifts[index];
    if (lift === undefined || isMoving(phase) || this.#uprightSinceS === null) return null;
    const sinceEndS = timeS - (lift.lowerEndS ?? lift.endS);
    if (sinceEndS < AFTER_END_S || timeS - this.#uprightSinceS < UPRIGHT_FOR_S) return null;
    this.#waiting = null;
    return sinceEndS <= LATEST_S ? index : null;
  }

  /** Since when the trunk is upright, between frames too: a slow machine is not to speak later for its rate alone. */
  #follow(timeS: Seconds, trunkDeg: Degrees): void {
    const last = this.#last;
    this.#last = { timeS, trunkDeg };
    if (trunkDeg >= UPRIGHT_DEG) this.#uprightSinceS = null;
    else if (this.#uprightSinceS !== null) return;
    else if (last === null) this.#uprightSinceS = timeS;
    else {
      const share = (last.trunkDeg - UPRIGHT_DEG) / (last.trunkDeg - trunkDeg);
      this.#uprightSinceS = last.timeS + share * (timeS - last.timeS);
    }
  }
}
