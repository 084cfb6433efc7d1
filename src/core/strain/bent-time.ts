import type { Measure } from '../kinematics/measure';
import type { Degrees, Seconds } from '../units';
import {
  heldSoFar,
  longer,
  nearerToLimit,
  stretchHolds,
  type Hold,
  type Inclined,
  type OpenHold,
} from './holds';

/** One moment of a person's stream. */
export interface StrainSample {
  timeS: Seconds;
  trunkInclinationDeg: Measure;
}

/** Seconds beyond an edge: as the values say, and what the errors leave certain and possible. */
export interface BeyondTime {
  likelyS: Seconds;
  surelyS: Seconds;
  maybeS: Seconds;
}

/** What a stretch of a person's stream came to: what adds up. */
export interface StrainTotals {
  /** From sample to sample, judged or not. */
  watchedS: Seconds;
  judgedS: Seconds;
  beyond20: BeyondTime;
  beyond60: BeyondTime;
  longestHold: Hold | null;
  /** The one that used up most of its limit. */
  hardestHold: Hold | null;
  lifts: number;
  /** Most lifts within sixty seconds. */
  busiestMinute: number;
}

/**
 * What a person's stream has come to so far, and where it is now. Plain data of bounded size: it can be kept as JSON and
 * gone on with.
 */
export interface BentTime extends StrainTotals {
  last: { timeS: Seconds; inclined: Inclined | null } | null;
  open: OpenHold[];
  /** Lifts of the last minute. */
  recentLiftsS: Seconds[];
}

/** Edges of ISO 11226 and of the product's own bands. */
export const BENT_DEG: Degrees = 20;
export const FAR_BENT_DEG: Degrees = 60;
/** Rule STRAIN-1: nothing is said of what happened between samples further apart than this. */
export const LONGEST_GAP_S: Seconds = 0.5;
const MINUTE_S: Seconds = 60;

const nothing: BeyondTime = { likelyS: 0, surelyS: 0, maybeS: 0 };

/** Nothing seen yet. */
export const noBentTime = (): BentTime => ({
  watchedS: 0,
  judgedS: 0,
  beyond20: nothing,
  beyond60: nothing,
  longestHold: null,
  hardestHold: null,
  lifts: 0,
  busiestMinute: 0,
  last: null,
  open: [],
  recentLiftsS: [],
});

function inclinedOf({ timeS, trunkInclinationDeg }: StrainSample): Inclined | null {
  const { value, error, judged } = trunkInclinationDeg;
  if (judged !== true || value === null || error === null) return null;
  return Number.isFinite(value) && error >= 0 && Number.isFinite(error)
    ? { timeS, deg: value, errorDeg: error }
    : null;
}

/** The share of a straight way from a to b that lies above an edge. */
function shareAbove(a: Degrees, b: Degrees, edge: Degrees): number {
  if (a > edge === b > edge) return a > edge ? 1 : 0;
  return (Math.max(a, b) - edge) / Math.abs(b - a);
}

function beyond(before: BeyondTime, from: Inclined, to: Inclined, edge: Degrees): BeyondTime {
  const seconds = (sign: -1 | 0 | 1): Seconds =>
    (to.timeS - from.timeS) *
    shareAbove(from.deg + sign * from.errorDeg, to.deg + sign * to.errorDeg, edge);
  return {
    likelyS: before.likelyS + seconds(0),
    surelyS: before.surelyS + seconds(-1),
    maybeS: before.maybeS + seconds(1),
  };
}

/**
 * Goes on by one sample; the state given stays as it was. Between two judged samples the inclination is taken to
 * change evenly. A time that does not come after the last one begins a new stretch (rule STRAIN-2).
 */
export function addSample(state: BentTime, sample: StrainSample): BentTime {
  const { timeS } = sample;
  if (!Number.isFinite(timeS)) return state;
  const to = inclinedOf(sample);
  const last = { timeS, inclined: to };
  const passed = state.last === null ? 0 : timeS - state.last.timeS;
  if (passed <= 0) return { ...state, last, open: passed < 0 ? [] : state.open };
  const watchedS = state.watchedS + passed;
  const from = state.last?.inclined ?? null;
  if (from === null || to === null || passed > LONGEST_GAP_S) return { ...state, watchedS, last };

  const open = stretchHolds(state.open, from, to);
  const holds = open.map(heldSoFar);
  return {
    ...state,
    watchedS,
    judgedS: state.judgedS + passed,
    beyond20: beyond(state.beyond20, from, to, BENT_DEG),
    beyond60: beyond(state.beyond60, from, to, FAR_BENT_DEG),
    longestHold: holds.reduce(longer, state.longestHold),
    hardestHold: holds.reduce(nearerToLimit, state.hardestHold),
    last,
    open,
  };
}

/** Counts a lift, by the time of its grasp; lifts come in the order of time, and each once (rule STRAIN-5). */
export function addLift(state: BentTime, graspS: Seconds): BentTime {
  if (!Number.isFinite(graspS) || state.recentLiftsS.includes(graspS)) return state;
  const recentLiftsS = [
    ...state.recentLiftsS.filter((s) => s > graspS - MINUTE_S && s < graspS),
    graspS,
  ];
  return {
    ...state,
    lifts: state.lifts + 1,
    busiestMinute: Math.max(state.busiestMinute, recentLiftsS.length),
    recentLiftsS,
  };
}

const sum = (a: BeyondTime, b: BeyondTime): BeyondTime => ({
  likelyS: a.likelyS + b.likelyS,
  surelyS: a.surelyS + b.surelyS,
  maybeS: a.maybeS + b.maybeS,
});

/** What adds up, without where the stream is now: a turn that is over. */
export function totalsOf({
  last: _last,
  open: _open,
  recentLiftsS: _recent,
  ...totals
}: BentTime): StrainTotals {
  return totals;
}

/**
 * Two turns of one person as one. Between them nothing was watched, so no hold and no minute reaches from one into the
 * other (rule STRAIN-7).
 */
export function addTotals(a: StrainTotals, b: StrainTotals): StrainTotals {
  return {
    watchedS: a.watchedS + b.watchedS,
    judgedS: a.judgedS + b.judgedS,
    beyond20: sum(a.beyond20, b.beyond20),
    beyond60: sum(a.beyond60, b.beyond60),
    longestHold: longer(a.longestHold, b.longestHold),
    hardestHold: nearerToLimit(a.hardestHold, b.hardestHold),
    lifts: a.lifts + b.lifts,
    busiestMinute: Math.max(a.busiestMinute, b.busiestMinute),
  };
}
