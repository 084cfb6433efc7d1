import { Dexie, type Collection } from 'dexie';
import { matches, type LiftQuery } from '../core/records/lift-query';
import type { LiftRow } from '../core/records/lift-row';
import type { LiftPage } from '../core/records/session-store';
import { EVERY, flagKey, only, type Database, type StoredDay, type StoredRow } from './database';

/** Rows that are read at once: as many as are wanted, then, while few fit, more and more of them. */
const BATCHES = { grow: 4, most: 4000 };

/** A text that more names and tasks say than this is found soon in any rows. */
const MOST_SOURCES = 20;

type Place = Pick<LiftRow, 'startedMs' | 'liftId'>;
const placeText = ({ startedMs, liftId }: Place): string => `${startedMs}:${liftId}`;
function placeOf(text: string): Place {
  const cut = text.indexOf(':');
  return { startedMs: Number(text.slice(0, cut)), liftId: text.slice(cut + 1) };
}

/** Rows in order of time: an index, and what its keys begin with. */
interface Source {
  index: string;
  prefix: string[];
}
const by = (name: string, value: string): Source => ({
  index: `[${name}+startedMs+liftId]`,
  prefix: [value],
});

/** The index that leaves the fewest rows. */
function bestIndex(query: LiftQuery): Source {
  if (query.sessionId !== undefined) return by('sessionId', query.sessionId);
  if (query.check !== undefined && (query.state ?? 'flagged') === 'flagged')
    return { index: 'flags', prefix: [query.check] };
  if (query.personId !== undefined) return by('personKey', query.personId ?? '');
  if (query.task !== undefined) return by('task', query.task);
  if (query.check === undefined && query.state !== undefined) return by('state', query.state);
  return { index: '[startedMs+liftId]', prefix: [] };
}

/** Rows of one index, newest first, older than `before`. */
function rowsOf(
  db: Database,
  { index, prefix }: Source,
  query: LiftQuery,
  before: Place | null,
): Collection<StoredRow, string> {
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

/** Where to look for what is asked. */
interface Plan {
  /** Every row that fits is in one of them. */
  sources: Source[];
  nameOf: (personId: string) => string;
}

/** A text is said in few names, tasks and notes: only their rows are read, unless there are too many of them. */
async function planOf(db: Database, query: LiftQuery): Promise<Plan> {
  const best = [bestIndex(query)];
  if (query.text === undefined) return { sources: best, nameOf: () => '' };
  const people = await db.people.toArray();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? '';
  if (query.sessionId !== undefined || query.personId !== undefined)
    return { sources: best, nameOf };
  const wanted = query.text.toLowerCase();
  const says = (text: string): boolean => text.toLowerCase().includes(wanted);
  const tasks = (await db.sessions.orderBy('task').uniqueKeys()).map(String);
  const sources = [
    by('noted', 'yes'),
    ...people.filter(({ name }) => says(name)).map(({ id }) => by('personKey', id)),
    ...tasks.filter(says).map((task) => by('task', task)),
  ];
  return { sources: sources.length > MOST_SOURCES ? best : sources, nameOf };
}

function newestFirst(a: Place, b: Place): number {
  if (a.startedMs !== b.startedMs) return b.startedMs - a.startedMs;
  if (a.liftId === b.liftId) return 0;
  return a.liftId < b.liftId ? 1 : -1;
}

/**
 * The next rows of all sources, newest first, each once. @param size rows of one source
 * @returns also where to go on; null = that was all
 */
async function nextRows(
  db: Database,
  sources: readonly Source[],
  query: LiftQuery,
  before: Place | null,
  size: number,
): Promise<{ rows: StoredRow[]; rest: Place | null }> {
  const parts = await Promise.all(
    sources.map((source) => rowsOf(db, source, query, before).limit(size).toArray()),
  );
  // A source that has more may have it next after its last row: what is older than that must wait.
  const ends = parts.filter((part) => part.length === size).map((part) => part.at(-1)!);
  const rest = ends.sort(newestFirst)[0] ?? null;
  const rows = new Map(parts.flat().map((row) => [row.liftId, row]));
  return {
    rows: [...rows.values()]
      .sort(newestFirst)
      .filter((row) => rest === null || newestFirst(row, rest) <= 0),
    rest,
  };
}

const plainRow = ({ personKey: _key, flags: _flags, noted: _noted, ...row }: StoredRow): LiftRow =>
  row;

/** One page of the rows that fit, newest first. */
export async function searchRows(
  db: Database,
  query: LiftQuery,
  { after, limit }: { after: string | null; limit: number },
): Promise<LiftPage> {
  const { sources, nameOf } = await planOf(db, query);
  const found: LiftRow[] = [];
  let before = after === null ? null : placeOf(after);
  for (let size = limit + 1; ; size = Math.min(BATCHES.most, BATCHES.grow * size)) {
    const { rows, rest } = await nextRows(db, sources, query, before, size);
    for (const row of rows) {
      if (!matches(row, query, nameOf)) continue;
      if (found.length === limit) return { rows: found, next: placeText(found.at(-1)!) };
      found.push(plainRow(row));
    }
    if (rest === null) return { rows: found, next: null };
    before = rest;
  }
}

export async function countRows(db: Database, query: LiftQuery): Promise<number> {
  if (isCounted(query))
    return (await dayTotals(db, query)).reduce((sum, { rows }) => sum + rows, 0);
  if (isWholeAnswer(query)) return rowsOf(db, bestIndex(query), query, null).count();
  const { sources, nameOf } = await planOf(db, query);
  let count = 0;
  let before: Place | null = null;
  do {
    const { rows, rest } = await nextRows(db, sources, query, before, BATCHES.most);
    count += rows.filter((row) => matches(row, query, nameOf)).length;
    before = rest;
  } while (before !== null);
  return count;
}
