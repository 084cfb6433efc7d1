import type { EpochMs } from '../units';
import { CHECK_IDS, type CheckId, type CheckState } from '../scoring/check';
import type { LiftRow } from './lift-row';

/** Which lifts; everything that is set must hold. */
export interface LiftQuery {
  /** null = lifts of nobody named. */
  personId?: string | null;
  sessionId?: string;
  task?: string;
  /** From this moment on, and before that one. */
  fromMs?: EpochMs;
  untilMs?: EpochMs;
  /** With `state`: the state of this check. Alone: it was flagged. */
  check?: CheckId;
  /** Without `check`: the worst state of the lift. */
  state?: CheckState;
  /** Part of the task, the note or the person's name, in any case. */
  text?: string;
}

/** @param nameOf the name of a person by id; '' when there is none */
export function matches(
  row: LiftRow,
  { personId, sessionId, task, fromMs, untilMs, check, state, text }: LiftQuery,
  nameOf: (personId: string) => string,
): boolean {
  if (personId !== undefined && row.personId !== personId) return false;
  if (sessionId !== undefined && row.sessionId !== sessionId) return false;
  if (task !== undefined && row.task !== task) return false;
  if (fromMs !== undefined && row.startedMs < fromMs) return false;
  if (untilMs !== undefined && row.startedMs >= untilMs) return false;
  if (check !== undefined && row.states[check] !== (state ?? 'flagged')) return false;
  if (check === undefined && state !== undefined && row.state !== state) return false;
  if (text === undefined) return true;
  const name = row.personId === null ? '' : nameOf(row.personId);
  const wanted = text.toLowerCase();
  return [row.task, row.note, name].some((said) => said.toLowerCase().includes(wanted));
}

/** What the lifts of one day come to, for trends; lifts that are none are not counted. */
export interface DayTotals {
  /** 'YYYY-MM-DD', UTC. */
  day: string;
  lifts: number;
  /** How many were flagged, and how many judged, by check. */
  checks: Record<CheckId, { flagged: number; judged: number }>;
  /** How many have a score, and sums for its mean and spread. */
  scored: number;
  scoreSum: number;
  scoreSquares: number;
}

export const dayOf = (ms: EpochMs): string => new Date(ms).toISOString().slice(0, 10);

export const emptyDay = (day: string): DayTotals => ({
  day,
  lifts: 0,
  checks: Object.fromEntries(
    CHECK_IDS.map((id) => [id, { flagged: 0, judged: 0 }]),
  ) as DayTotals['checks'],
  scored: 0,
  scoreSum: 0,
  scoreSquares: 0,
});

/** Adds the counts of one day to another. @param times -1 takes them away */
export function addDay(to: DayTotals, from: DayTotals, times: 1 | -1 = 1): void {
  to.lifts += times * from.lifts;
  to.scored += times * from.scored;
  to.scoreSum += times * from.scoreSum;
  to.scoreSquares += times * from.scoreSquares;
  for (const id of CHECK_IDS) {
    to.checks[id].flagged += times * from.checks[id].flagged;
    to.checks[id].judged += times * from.checks[id].judged;
  }
}

/** The day of one lift, with it alone. */
export function dayWith(row: LiftRow): DayTotals {
  const day = emptyDay(dayOf(row.startedMs));
  if (row.notALift) return day;
  day.lifts = 1;
  for (const id of CHECK_IDS) {
    day.checks[id].judged = row.states[id] === 'not-judged' ? 0 : 1;
    day.checks[id].flagged = row.states[id] === 'flagged' ? 1 : 0;
  }
  if (row.score !== null) {
    day.scored = 1;
    day.scoreSum = row.score;
    day.scoreSquares = row.score ** 2;
  }
  return day;
}
