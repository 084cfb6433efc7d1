import { Dexie, type Collection } from 'dexie';
import { matches, type LiftQuery } from '../core/records/lift-query';
import type { LiftRow } from '../core/records/lift-row';
import type { LiftPage } from '../core/records/session-store';
import { EVERY, flagKey, only, type Database, type StoredDay, type StoredRow } from './database';

/** Rows that are read at once: as many as are wanted, then, while few fit, more and more of them. */
const BATCHES = { grow: 4, most: 4000 };

type Place = Pick<LiftRow, 'startedMs' | 'liftId'>;
const placeText = ({ startedMs, liftId }: Place): string => `${startedMs}:${liftId}`;
function placeOf(text: string): Place {
  const cut = text.indexOf(':');
  return { startedMs: Number(text.slice(0, cut)), liftId: text.slice(cut + 1) };
}

/** The index that leaves the fewest rows, and what its keys begin with. */
function bestIndex(query: LiftQuery): { index: string; prefix: string[] } {
  const by = (name: string, value: string) => ({
    index: `[${name}+startedMs+liftId]`,
    prefix: [value],
  });
  if (query.sessionId !== undefined) return by('sessionId', query.sessionId);
  if (query.check !== undefined && (query.state ?? 'flagged') === 'flagged')
    return { index: 'flags', prefix: [query.check] };
  if (query.personId !== undefined) return by('personKey', query.personId ?? '');
  if (query.task !== undefined) return by('task', query.task);
  if (query.check === undefined && query.state !== undefined) return by('state', query.state);
  return { index: '[startedMs+liftId]', prefix: [] };
}

/** Rows of the best index, newest first, older than `before`. */
function rowsOf(
  db: Database,
  query: LiftQuery,
  before: Place | null,
): Collection<StoredRow, string> {
  const { index, prefix } = bestIndex(query);
  const fromMs = query.fromMs ?? 0;
  const until: Place = before ?? {
    startedMs: query.untilMs ?? Number.MAX_SAFE_INTEGER,
    liftId: '',
  };
  const [lower, upper] =
    index === 'flags'
      ? [
          flagKey(prefix[0]!, fromMs, ''),
          flagKey(prefix[0]!, Math.min(until.startedMs, 1e15 - 1), until.liftId),
        ]
      : [
          [...prefix, fromMs, Dexie.minKey],
          [...prefix, until.startedMs, until.liftId],
        ];
  return db.rows.where(index).between(lower, upper, true, false).reverse();
}

/** Whether the day totals know how many there are. */
const isCounted = (query: LiftQuery): boolean =>
  Object.entries(query).every(
    ([name, value]) => value === undefined || name === 'personId' || name === 'task',
  );

/** Whether the index alone answers, and no row needs to be looked at. */
function isWholeAnswer(query: LiftQuery): boolean {
  const { personId, sessionId, task, check, state, text } = query;
  const asked = [personId, sessionId, task, check ?? state, text].filter((x) => x !== undefined);
  const flagsOnly = check === undefined || (state ?? 'flagged') === 'flagged';
  return asked.length <= 1 && text === undefined && flagsOnly;
}

/** The day totals of a person and task, or of all, in order of the days. @param from, until 'YYYY-MM-DD', inclusive */
export function dayTotals(
  db: Database,
  { personId, task }: LiftQuery,
  from = '',
  until = '~',
): Promise<StoredDay[]> {
  const who = personId === undefined ? EVERY : only(personId ?? '');
  const what = task === undefined ? EVERY : only(task);
  return db.days
    .where('[who+what+day]')
    .between([who, what, from], [who, what, until], true, true)
    .toArray();
}

async function namesFor(db: Database, query: LiftQuery): Promise<(id: string) => string> {
  if (query.text === undefined) return () => '';
  const names = new Map((await db.people.toArray()).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

const plainRow = ({ personKey: _key, flags: _flags, ...row }: StoredRow): LiftRow => row;

/** One page of the rows that fit, newest first. */
export async function searchRows(
  db: Database,
  query: LiftQuery,
  { after, limit }: { after: string | null; limit: number },
): Promise<LiftPage> {
  const nameOf = await namesFor(db, query);
  const rows: LiftRow[] = [];
  let before = after === null ? null : placeOf(after);
  for (let size = limit + 1; ; size = Math.min(BATCHES.most, BATCHES.grow * size)) {
    const batch = await rowsOf(db, query, before).limit(size).toArray();
    for (const row of batch) {
      if (!matches(row, query, nameOf)) continue;
      if (rows.length === limit) return { rows, next: placeText(rows.at(-1)!) };
      rows.push(plainRow(row));
    }
    if (batch.length < size) return { rows, next: null };
    before = batch.at(-1)!;
  }
}

export async function countRows(db: Database, query: LiftQuery): Promise<number> {
  if (isCounted(query))
    return (await dayTotals(db, query)).reduce((sum, { rows }) => sum + rows, 0);
  if (isWholeAnswer(query)) return rowsOf(db, query, null).count();
  const nameOf = await namesFor(db, query);
  let count = 0;
  let before: Place | null = null;
  for (;;) {
    const batch: StoredRow[] = await rowsOf(db, query, before).limit(BATCHES.most).toArray();
    count += batch.filter((row) => matches(row, query, nameOf)).length;
    if (batch.length < BATCHES.most) return count;
    before = batch.at(-1)!;
  }
}
