import { addDay, dayOf, dayWith, emptyDay } from '../core/records/lift-query';
import { rowOf, type LiftRow } from '../core/records/lift-row';
import { CHECK_IDS } from '../core/scoring/check';
import { EVERY, flagKey, only, type Database, type StoredRow } from './database';

const storedRow = (row: LiftRow): StoredRow => ({
  ...row,
  personKey: row.personId ?? '',
  flags: CHECK_IDS.filter((id) => row.states[id] === 'flagged').map((id) =>
    flagKey(id, row.startedMs, row.liftId),
  ),
  ...(row.note === '' ? {} : { noted: 'yes' }),
});

/**
 * Makes the rows of some lifts anew from their records, and the day totals with them. Runs inside the transaction that
 * changed the records; lifts that are gone lose their row.
 */
export async function renewRows(db: Database, liftIds: readonly string[]): Promise<void> {
  const ids = [...liftIds];
  const [before, lifts, amendments, rescores] = await Promise.all([
    db.rows.bulkGet(ids),
    db.lifts.bulkGet(ids),
    db.amendments.where('liftId').anyOf(ids).toArray(),
    db.rescores.where('liftId').anyOf(ids).toArray(),
  ]);
  const sessionIds = [...new Set(lifts.flatMap((lift) => (lift ? [lift.sessionId] : [])))];
  const sessions = new Map(
    (await db.sessions.bulkGet(sessionIds)).flatMap((one) => (one ? [[one.id, one] as const] : [])),
  );
  const amendmentsOf = grouped(amendments);
  const rescoresOf = grouped(rescores);
  const after = lifts.map((lift) => {
    const session = lift === undefined ? undefined : sessions.get(lift.sessionId);
    if (lift === undefined || session === undefined) return null;
    return storedRow(
      rowOf(lift, session, amendmentsOf.get(lift.id) ?? [], rescoresOf.get(lift.id) ?? []),
    );
  });
  await countDays(
    db,
    before.flatMap((row) => (row ? [row] : [])),
    after.flatMap((row) => (row ? [row] : [])),
  );
  await Promise.all([
    db.rows.bulkDelete(ids.filter((_, i) => after[i] === null)),
    db.rows.bulkPut(after.flatMap((row) => (row ? [row] : []))),
  ]);
}

function grouped<T extends { liftId: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.liftId);
    if (group === undefined) groups.set(record.liftId, [record]);
    else group.push(record);
  }
  return groups;
}

type DayKey = [who: string, what: string, day: string];

/** Takes rows out of the day totals and puts others in. Days without a row go. */
async function countDays(
  db: Database,
  out: readonly StoredRow[],
  into: readonly StoredRow[],
): Promise<void> {
  const changes = new Map<string, { key: DayKey; rows: [StoredRow, 1 | -1][] }>();
  const note = (row: StoredRow, times: 1 | -1): void => {
    const day = dayOf(row.startedMs);
    for (const who of [EVERY, only(row.personKey)])
      for (const what of [EVERY, only(row.task)]) {
        const key: DayKey = [who, what, day];
        const id = JSON.stringify(key);
        const change = changes.get(id) ?? { key, rows: [] };
        changes.set(id, change);
        change.rows.push([row, times]);
      }
  };
  for (const row of out) note(row, -1);
  for (const row of into) note(row, 1);
  const all = [...changes.values()];
  const stored = await db.days.bulkGet(all.map(({ key }) => key));
  const days = all.map(({ key: [who, what, day], rows }, i) => {
    const total = stored[i] ?? { ...emptyDay(day), who, what, rows: 0 };
    for (const [row, times] of rows) {
      addDay(total, dayWith(row), times);
      total.rows += times;
    }
    return total;
  });
  await Promise.all([
    db.days.bulkDelete(all.filter((_, i) => days[i]!.rows === 0).map(({ key }) => key)),
    db.days.bulkPut(days.filter(({ rows }) => rows > 0)),
  ]);
}
