import { chooseCoaching, type Coaching } from '../../core/coaching/coaching';
import type { CueId } from '../../core/coaching/cue-list';
import { CueMoment } from '../../core/coaching/cue-moment';
import type { LiftVerdict } from '../../core/scoring/check';
import {
  addLift,
  addSample,
  noBentTime,
  totalsOf,
  type StrainTotals,
} from '../../core/strain/bent-time';
import type { Seconds } from '../../core/units';
import type { LiveState } from '../../pipeline/live-state';
import type { SessionKeeping } from '../keep/session-keeping.svelte';

/** After the last lift of a turn the load is put down: so long is waited for it, and for standing after it. */
const PUT_DOWN_S: Seconds = 8;
const STOOD_S: Seconds = 1;
/** What was told after the last lift stays for so long. */
const READ_S: Seconds = 4;

/** One person's turn at one station while it runs: when to speak of a lift and of what, time spent bent, its end. */
export class RunningTurn {
  readonly keeping: SessionKeeping;
  readonly #planned: number;
  /** Their lifts before this turn, for what is told next. */
  readonly #before: readonly LiftVerdict[];
  readonly #cueMoment = new CueMoment();
  /** The last lift of which something was told. */
  #toldLift = -1;
  #strain = noBentTime();
  #doneAtS: Seconds | null = null;
  #stoodSinceS: Seconds | null = null;

  constructor(keeping: SessionKeeping, planned: number, before: readonly LiftVerdict[]) {
    this.keeping = keeping;
    this.#planned = planned;
    this.#before = before;
  }

  get sessionId(): string {
    return this.keeping.session.id;
  }

  /** Time spent bent so far. */
  get strain(): StrainTotals {
    return totalsOf(this.#strain);
  }

  /** Takes one state of the live check. @returns how many lifts are still to come */
  take({ timeS, motion, lifts, phase }: LiveState): number {
    if (motion !== null) {
      const { trunkInclinationDeg } = motion.measures;
      this.#strain = addSample(this.#strain, { timeS, trunkInclinationDeg });
      for (const { graspS } of lifts.slice(this.#strain.lifts))
        this.#strain = addLift(this.#strain, graspS);
    }
    const left = Math.max(0, this.#planned - lifts.length);
    if (left === 0) this.#doneAtS ??= timeS;
    this.#stoodSinceS =
      this.#doneAtS !== null && phase === 'standing' ? (this.#stoodSinceS ?? timeS) : null;
    return left;
  }

  /**
   * The one thing to tell after a lift, when the person is upright again (CUE-7).
   * @param told the cues they were given at this station, oldest first
   * @returns null = nothing now
   */
  coach(
    { timeS, phase, motion, lifts, spoken }: LiveState,
    told: readonly CueId[],
  ): { index: number; coaching: Coaching } | null {
    const trunkDeg = motion?.measures.trunkInclinationDeg.value ?? null;
    const index = this.#cueMoment.push({ timeS, phase, trunkDeg, lifts, spoken });
    if (index === null || index <= this.#toldLift) return null;
    this.#toldLift = index;
    const before = [...this.#before, ...lifts.slice(0, index)];
    return { index, coaching: chooseCoaching(lifts[index]!, told, before) };
  }

  /** The last lift is over when its load is put down, or is not. @param isTold something is to be read and heard first */
  isOver(timeS: Seconds, isTold: boolean): boolean {
    if (this.#doneAtS === null) return false;
    const waitedS = timeS - this.#doneAtS;
    const stood = this.#stoodSinceS !== null && timeS - this.#stoodSinceS >= STOOD_S;
    return (stood && (!isTold || waitedS >= READ_S)) || waitedS >= PUT_DOWN_S;
  }
}
