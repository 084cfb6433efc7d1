import type { LiftPhase } from '../../core/lifts/lift';
import type { LiveState, Readiness } from '../../pipeline/live-state';
import type { Seconds } from '../../core/units';

/** Text changes at most this often; the canvas draws every state. */
const TEXT_EVERY_S = 0.1;
/** A line is said only after it has been so for this long, so that one lost frame does not flicker. */
const SETTLED_S = 0.7;

export type Notice = 'other' | 'nobody' | 'standing' | 'cut' | 'not-clear' | 'turn';

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
export function noticeOf({ person, readiness: r }: LiveState): Notice | null {
  if (person === 'other') return 'other';
  if (person === 'none') return 'nobody';
  if (!r.wholeBody) return 'cut';
  if (!r.clear) return 'not-clear';
  if (r.baseline < 1) return 'standing';
  return r.judgeable.trunk || r.judgeable.twist ? null : 'turn';
}

/** What the check screen shows in words: snapshots of the live states, slow enough to read, still during a lift. */
export class LiveView {
  /** The last state that text may show. */
  snapshot = $state.raw<LiveState | null>(null);
  /** What the view allows, as it was before the lift that is going on. */
  readiness = $state.raw<Readiness | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** All was well once: the list goes away, and only single lines come back. */
  wasReady = $state(false);
  /** The lift whose card is shown. */
  shown = $state<number | null>(null);

  private textAt: Seconds = -1;
  private candidate: Notice | null = null;
  private candidateSince: Seconds = 0;
  private phase: LiftPhase = 'standing';

  /** Takes one state; answers what is to be spoken or sounded now. */
  take(state: LiveState): { spoken: number | null; becameReady: boolean } {
    const lifting = isLifting(state.phase);
    // A new lift begins: the last verdict goes away. Putting down belongs to the old one.
    if (state.phase === 'reaching' && this.phase !== 'reaching') this.shown = null;
    this.phase = state.phase;

    if (state.spoken !== null) this.shown = state.spoken;
    if (state.spoken !== null || state.timeS - this.textAt >= TEXT_EVERY_S) {
      this.textAt = state.timeS;
      this.snapshot = state;
      if (!lifting && state.person === 'tracked') this.readiness = state.readiness;
    }
    const becameReady =
      !this.wasReady && !lifting && state.person === 'tracked' && isReady(state.readiness);
    if (becameReady || state.lifts.length > 0) this.wasReady = true;
    if (becameReady) this.notice = null;
    this.settleNotice(state, lifting);
    return { spoken: state.spoken, becameReady };
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
