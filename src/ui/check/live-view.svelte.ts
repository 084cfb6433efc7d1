import type { LiftPhase } from '../../core/lifts/lift';
import type { Motion } from '../../core/kinematics/measure';
import type { LiveState, Readiness } from '../../pipeline/live-state';
import type { PictureTrouble } from '../../pipeline/picture-watch';
import type { Seconds } from '../../core/units';

/** Text changes at most this often; the canvas draws every state. */
const TEXT_EVERY_S = 0.1;
/** A line is said only after it has been so for this long, so that one lost frame does not flicker. */
const SETTLED_S = 0.7;
/** The rate is that of the last seconds, and is written at most once a second. */
const RATE_OVER_S = 3;
const RATE_EVERY_S = 1;
/** Slower than this, for so long: sudden movements go by between two looks (rule RATE-3: about ten a second). */
const SLOW_RATE = 9;
const SLOW_FOR_S = 5;
/** It is told for so long that another detector goes on. */
const CHANGE_TOLD_S: Seconds = 15;

export type Notice =
  PictureTrouble | 'other' | 'nobody' | 'standing' | 'cut' | 'not-clear' | 'turn';

/** Is the person busy with a load, so that nothing may change on the screen but the picture? */
export const isLifting = (phase: LiftPhase): boolean => phase !== 'standing' && phase !== 'holding';

/** Everything on the readiness list is ticked. */
export const isReady = (r: Readiness): boolean =>
  r.wholeBody &&
  r.clear &&
  r.baseline >= 1 &&
  r.view !== null &&
  (r.judgeable.trunk || r.judgeable.twist);

/** What is missing, the most important first; null when all is well. */
export function noticeOf({ person, readiness: r, trouble }: LiveState): Notice | null {
  if (trouble !== undefined) return trouble;
  if (person === 'other') return 'other';
  if (person === 'none') return 'nobody';
  if (!r.wholeBody) return 'cut';
  if (!r.clear) return 'not-clear';
  if (r.baseline < 1) return 'standing';
  return r.judgeable.trunk || r.judgeable.twist ? null : 'turn';
}

/** What the check screen shows in words: snapshots of the live states, slow enough to read, still during a lift. */
export class LiveView {
  /** The last state that text may show: it stands still during a lift. */
  snapshot = $state.raw<LiveState | null>(null);
  /** What the view allows, as it was before the lift that is going on. */
  readiness = $state.raw<Readiness | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** For pictures, which move on during a lift. */
  motion = $state.raw<Motion | null>(null);
  lifting = $state(false);
  /** Poses a second, as they come; null before there are enough. */
  rate = $state.raw<number | null>(null);
  /** Too few of them for too long. */
  slow = $state(false);
  /** Another detector goes on, since the machine has become slower, or quick again; told for a while. */
  change = $state.raw<'slower' | 'quicker' | null>(null);
  /** All was well once: the list goes away, and only single lines come back. */
  wasReady = $state(false);
  /** The lift whose card is shown. */
  shown = $state<number | null>(null);

  private textAt: Seconds = -1;
  private candidate: Notice | null = null;
  private candidateSince: Seconds = 0;
  private phase: LiftPhase = 'standing';
  private times: Seconds[] = [];
  private rateAt: Seconds = -1;
  private slowSince: Seconds | null = null;
  private timeS: Seconds = 0;
  private changedS: Seconds = 0;

  /** Another camera or detector goes on from here: what was counted of the one before no longer holds. */
  restart(): void {
    this.times = [];
    this.slowSince = null;
    this.rate = null;
    this.slow = false;
    this.rateAt = -1;
  }

  /** Another detector goes on. */
  changed(why: 'slower' | 'quicker'): void {
    this.restart();
    this.change = why;
    this.changedS = this.timeS;
  }

  /** Takes one state; answers what is to be spoken or sounded now. */
  take(state: LiveState): { spoken: number | null; becameReady: boolean } {
    const lifting = isLifting(state.phase);
    this.timeS = state.timeS;
    if (state.timeS - this.changedS > CHANGE_TOLD_S) this.change = null;
    // A new lift begins: the last verdict goes away. Putting down belongs to the old one.
    if (state.phase === 'reaching' && this.phase !== 'reaching') this.shown = null;
    this.phase = state.phase;

    if (state.spoken !== null) this.shown = state.spoken;
    this.lifting = lifting;
    const due = state.timeS - this.textAt >= TEXT_EVERY_S;
    if (due) this.motion = state.motion;
    if (state.spoken !== null || (due && !lifting)) {
      this.snapshot = state;
      if (!lifting && state.person === 'tracked') this.readiness = state.readiness;
    }
    if (state.spoken !== null || due) this.textAt = state.timeS;
    this.measureRate(state.timeS, lifting);
    const becameReady =
      !this.wasReady && !lifting && state.person === 'tracked' && isReady(state.readiness);
    if (becameReady || state.lifts.length > 0) this.wasReady = true;
    if (becameReady) this.notice = null;
    this.settleNotice(state, lifting);
    return { spoken: state.spoken, becameReady };
  }

  /** Verdicts were refined by a second look: shown quietly, nothing is said again. */
  refine(lifts: LiveState['lifts']): void {
    if (this.snapshot) this.snapshot = { ...this.snapshot, lifts };
  }

  private measureRate(timeS: Seconds, lifting: boolean): void {
    this.times.push(timeS);
    while (this.times.length > 2 && timeS - (this.times[0] ?? timeS) > RATE_OVER_S)
      this.times.shift();
    const span = timeS - (this.times[0] ?? timeS);
    if (span < 1) return;
    const rate = (this.times.length - 1) / span;
    this.slowSince = rate < SLOW_RATE ? (this.slowSince ?? timeS) : null;
    if (lifting || timeS - this.rateAt < RATE_EVERY_S) return;
    this.rateAt = timeS;
    this.rate = rate;
    this.slow = this.slowSince !== null && timeS - this.slowSince >= SLOW_FOR_S;
  }

  private settleNotice(state: LiveState, lifting: boolean): void {
    const now = noticeOf(state);
    if (now !== this.candidate) {
      this.candidate = now;
      this.candidateSince = state.timeS;
    }
    // During a lift only what ends the check for this person is said.
    if (lifting && now !== 'other') return;
    if (state.timeS - this.candidateSince >= SETTLED_S) this.notice = now;
  }
}
