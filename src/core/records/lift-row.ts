import {
  CHECK_IDS,
  type CheckId,
  type CheckState,
  type Headline,
  type LiftVerdict,
} from '../scoring/check';
import { SCORED_CHECKS } from '../scoring/rules';
import type { EpochMs } from '../units';
import type { Amendment, AmendmentRecord } from './amendment-record';
import type { LiftRecord } from './lift-record';
import type { RescoreRecord } from './rescore-record';
import type { SessionRecord } from './session-record';

/**
 * One line of the history: what a lift comes to after all amendments and re-scores. Made from the records by
 * {@link rowOf} and never edited; a store keeps it beside them so that the history can be searched quickly.
 */
export interface LiftRow {
  liftId: string;
  sessionId: string;
  startedMs: EpochMs;
  personId: string | null;
  task: string;
  massKg: number | null;
  /** Somebody said that it is no lift: it is shown, and counted nowhere. */
  notALift: boolean;
  note: string;
  /** Rule set of the verdict that holds now. */
  rules: string;
  score: number | null;
  headline: Headline['kind'];
  /**
   * Of both phases the worse; what could not be judged while picking up stays not judged, unless putting it down was
   * flagged or close to it.
   */
  states: Record<CheckId, CheckState>;
  /** What the lift is marked with, as its summary marked it: flagged if a scored check is, else what the headline tells. */
  state: CheckState;
}

const WORST_FIRST: readonly CheckState[] = ['flagged', 'borderline', 'watch', 'ok', 'not-judged'];
const worst = (states: readonly CheckState[]): CheckState =>
  WORST_FIRST.find((state) => states.includes(state)) ?? 'not-judged';

function stateOfCheck({ checks }: LiftVerdict, id: CheckId): CheckState {
  const own = checks.filter((check) => check.id === id);
  const first = own.find(({ phase }) => phase === 'lift')?.state;
  const found = worst(own.map(({ state }) => state));
  return first === 'not-judged' && found !== 'flagged' && found !== 'borderline' ? first : found;
}

function stateOfRow({ headline }: LiftVerdict, states: LiftRow['states']): CheckState {
  if (headline.kind === 'good') return 'ok';
  if (headline.kind === 'not-judged') return 'not-judged';
  const isFlagged = SCORED_CHECKS.some((id) => states[id] === 'flagged');
  return isFlagged ? 'flagged' : headline.check.state;
}

/** The amendments that hold: those not taken back, in order of time. */
export function amendmentsInForce(records: readonly AmendmentRecord[]): AmendmentRecord[] {
  const ordered = records.toSorted((a, b) => a.atMs - b.atMs);
  const undone = new Set<string>();
  // From the end, so that taking back an undo brings the first amendment back.
  for (const { id, amendment } of ordered.toReversed())
    if (amendment.kind === 'undo' && !undone.has(id)) undone.add(amendment.amendmentId);
  return ordered.filter(({ id, amendment }) => amendment.kind !== 'undo' && !undone.has(id));
}

/** The verdict that holds now: the newest one. */
export function verdictNow(
  lift: LiftRecord,
  rescores: readonly RescoreRecord[],
): Pick<RescoreRecord, 'rules' | 'lifter' | 'verdict'> {
  return rescores.reduce<LiftRecord | RescoreRecord>(
    (newest, rescore) => ('atMs' in newest && newest.atMs > rescore.atMs ? newest : rescore),
    lift,
  );
}

/** What a lift comes to. @param session the one it belongs to */
export function rowOf(
  lift: LiftRecord,
  session: SessionRecord,
  amendments: readonly AmendmentRecord[],
  rescores: readonly RescoreRecord[],
): LiftRow {
  const said = amendmentsInForce(amendments).map((record) => record.amendment);
  const last = <K extends Amendment['kind']>(
    kind: K,
  ): Extract<Amendment, { kind: K }> | undefined =>
    said.findLast((one): one is Extract<Amendment, { kind: K }> => one.kind === kind);
  const { rules, verdict } = verdictNow(lift, rescores);
  const states = Object.fromEntries(
    CHECK_IDS.map((id) => [id, stateOfCheck(verdict, id)]),
  ) as Record<CheckId, CheckState>;
  const person = last('person');
  return {
    liftId: lift.id,
    sessionId: lift.sessionId,
    startedMs: lift.startedMs,
    personId: person === undefined ? session.personId : person.personId,
    task: session.task,
    massKg: last('mass')?.massKg ?? null,
    notALift: last('not-a-lift') !== undefined,
    note: last('note')?.text ?? '',
    rules,
    score: verdict.score,
    headline: verdict.headline.kind,
    states,
    state: stateOfRow(verdict, states),
  };
}
