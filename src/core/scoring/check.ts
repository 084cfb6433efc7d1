import type { Seconds } from '../units';
import type { LiftTimes } from '../lifts/lift';
import type { NotJudgedReason } from '../kinematics/measure';

export const CHECK_IDS = [
  'bent-back',
  'twist',
  'far-load',
  'sudden',
  'rounded-back',
  'straight-legs',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** Best first. Borderline: the 90 % interval of the worst moment contains the edge to flagged. */
export type CheckState = 'ok' | 'watch' | 'borderline' | 'flagged' | 'not-judged';

/** Picking up, or putting down. */
export type CheckPhase = 'lift' | 'lower';

export interface Check {
  id: CheckId;
  phase: CheckPhase;
  /** Robust worst value with the half-width of its 90 % error; null when not judged. Twist keeps its sign (+ left). */
  value: number | null;
  error: number | null;
  unit: 'deg' | 'm' | 'deg/s';
  state: CheckState;
  /** Set exactly when state is 'not-judged'. */
  notJudged: NotJudgedReason | null;
  /** Why it says so, in plain English. `words/` says the same in other languages. */
  reason: string;
  /** Moment of the worst value. */
  atS: Seconds | null;
  rule: string;
  source: string;
  /** How far the source supports the threshold. */
  support: string;
}

/** The one thing a verdict says first. */
export type Headline =
  | { kind: 'good' }
  /** Something was flagged, borderline or worth watching; `check` points to it. 'sudden-twist' joins two checks. */
  | { kind: CheckId | 'sudden-twist'; check: Check }
  /** Nothing flagged, but bent back or twist could not be judged. */
  | { kind: 'not-judged'; check: Check };

/** What is said about one lift. */
export interface LiftVerdict extends LiftTimes {
  /** 0-100, higher is better; null unless bent back and twist are judged. */
  score: number | null;
  /** How many of the scored checks (bent back, twist, far load, sudden) were judged, of 4. */
  coverage: { judged: number; of: number };
  checks: Check[];
  /** Some of its pictures were looked at again, more closely (rounded back). */
  lookedAgain: boolean;
  headline: Headline;
}
