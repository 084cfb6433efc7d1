import { rowOf, verdictNow, type LiftRow } from '../../core/records/lift-row';
import type { LiftRecord } from '../../core/records/lift-record';
import type { StoredRecords } from '../../core/records/session-store';
import type { SessionRecord } from '../../core/records/session-record';
import type { TrackRecord } from '../../core/records/track-record';
import type { Check, CheckId, LiftVerdict } from '../../core/scoring/check';
import { penalty } from '../../core/scoring/score';
import { SCORED_CHECKS } from '../../core/scoring/rules';
import { worstOfEach } from '../verdict-view';

export interface ReportedLift {
  lift: LiftRecord;
  row: LiftRow;
  /** The one that holds now, with the rules and the lifter it was made by. */
  verdict: LiftVerdict;
  rules: string;
  lifter: string;
}

/** What one check comes to over all lifts. */
export interface ReportedCheck {
  id: CheckId;
  flagged: number;
  judged: number;
  unjudged: number;
  /** Where its value was largest. */
  worst: Check | null;
}

export interface Report {
  session: SessionRecord;
  /** Names of those who lifted, each once. */
  people: string[];
  /** In order of time; what is no lift is left out. */
  lifts: ReportedLift[];
  checks: ReportedCheck[];
  hardest: { reported: ReportedLift; track: TrackRecord | null } | null;
}

/** How hard a lift was: the largest share of what a check can cost, then the sum of all. */
function hardness({ checks }: LiftVerdict): number {
  const costs = SCORED_CHECKS.map((id) =>
    Math.max(
      0,
      ...checks
        .filter((c) => c.id === id)
        .map((c) => (c.value === null ? 0 : penalty(id, c.value))),
    ),
  );
  return Math.max(...costs) * 10 + costs.reduce((a, b) => a + b, 0);
}

/** What is printed of one session. @returns null when there is no such session */
export function reportOf(records: StoredRecords): Report | null {
  const session = records.sessions[0];
  if (session === undefined) return null;
  const of = <T extends { liftId: string }>(items: readonly T[], id: string): T[] =>
    items.filter(({ liftId }) => liftId === id);
  const lifts = records.lifts
    .map((lift): ReportedLift => {
      const rescores = of(records.rescores, lift.id);
      const row = rowOf(lift, session, of(records.amendments, lift.id), rescores);
      return { lift, row, ...verdictNow(lift, rescores) };
    })
    .filter(({ row }) => !row.notALift)
    .sort((a, b) => a.lift.index - b.lift.index);
  const names = lifts.flatMap(({ row }) => {
    const person = records.people.find(({ id }) => id === row.personId);
    return person === undefined ? [] : [person.name];
  });
  const hardest = lifts.reduce<ReportedLift | null>(
    (most, one) => (most !== null && hardness(most.verdict) >= hardness(one.verdict) ? most : one),
    null,
  );
  return {
    session,
    people: [...new Set(names)],
    lifts,
    checks: SCORED_CHECKS.map((id) => checkOver(lifts, id)),
    hardest: hardest && {
      reported: hardest,
      track: records.tracks.find(({ liftId }) => liftId === hardest.lift.id) ?? null,
    },
  };
}

function checkOver(lifts: readonly ReportedLift[], id: CheckId): ReportedCheck {
  const checks = lifts.flatMap(({ verdict }) => worstOfEach(verdict).filter((c) => c.id === id));
  const judged = checks.filter(({ state }) => state !== 'not-judged');
  return {
    id,
    flagged: judged.filter(({ state }) => state === 'flagged').length,
    judged: judged.length,
    unjudged: checks.length - judged.length,
    worst: judged.reduce<Check | null>(
      (most, c) =>
        most !== null && Math.abs(most.value ?? 0) >= Math.abs(c.value ?? 0) ? most : c,
      null,
    ),
  };
}
