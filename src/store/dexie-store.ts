import type { Table } from 'dexie';
import { sessionsOf } from '../core/course/course';
import type { Result } from '../core/errors';
import type { AmendmentRecord } from '../core/records/amendment-record';
import { dayOf, type DayTotals, type LiftQuery } from '../core/records/lift-query';
import type { LiftRecord } from '../core/records/lift-record';
import type { PersonRecord } from '../core/records/person-record';
import type { RescoreRecord } from '../core/records/rescore-record';
import type { SessionRecord } from '../core/records/session-record';
import type {
  KeptLift,
  LiftPage,
  SessionPage,
  SessionStore,
  StorageUse,
  StoredRecords,
} from '../core/records/session-store';
import type { TrackRecord } from '../core/records/track-record';
import type { TrainingRecord } from '../core/records/training-record';
import type { VideoShelf } from '../core/records/video-shelf';
import type { EpochMs } from '../core/units';
import { askPersistent, storageUse } from './browser-storage';
import { Connection } from './connection';
import type { Database } from './database';
import { liftIdsOf, personSaid, removeLifts, removePerson, removeSessions } from './removal';
import { countRows, dayTotals, searchRows } from './row-search';
import { renewRows } from './row-upkeep';

const LATEST = Number.MAX_SAFE_INTEGER;

/** Opens lazily, with the first question; never throws. @param name of the database, for tests */
export const openDexieStore = (
  name = 'liftcheck',
  videos: VideoShelf<Blob> | null = null,
): SessionStore => new DexieStore(name, videos);

/** What is kept, in the browser's own database. */
class DexieStore implements SessionStore {
  readonly #connection: Connection;
  readonly #videos: VideoShelf<Blob> | null;

  constructor(name: string, videos: VideoShelf<Blob> | null) {
    this.#connection = new Connection(name);
    this.#videos = videos;
  }

  savePerson(person: PersonRecord): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.people.put(person);
      return null;
    });
  }

  saveSession(session: SessionRecord): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.sessions.put(session);
      await renewRows(db, await liftIdsOf(db, [session.id]));
      return null;
    });
  }

  saveLift(lift: LiftRecord, track: TrackRecord | null): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.lifts.put(lift);
      if (track !== null) await db.tracks.put(track);
      await renewRows(db, [lift.id]);
      return null;
    });
  }

  amend(amendment: AmendmentRecord): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.amendments.put(amendment);
      await renewRows(db, [amendment.liftId]);
      return null;
    });
  }

  saveRescores(rescores: readonly RescoreRecord[]): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.rescores.bulkPut(rescores);
      await renewRows(db, [...new Set(rescores.map(({ liftId }) => liftId))]);
      return null;
    });
  }

  saveTraining(training: TrainingRecord): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await db.trainings.put(training);
      return null;
    });
  }

  people(): Promise<Result<PersonRecord[]>> {
    return this.#connection.read(async (db) =>
      (await db.people.toArray()).sort((a, b) => a.name.localeCompare(b.name)),
    );
  }

  tasks(): Promise<Result<string[]>> {
    return this.#connection.read(async (db) =>
      (await db.sessions.orderBy('task').uniqueKeys()).map(String).filter((task) => task !== ''),
    );
  }

  sessions({
    after,
    limit,
  }: {
    after: string | null;
    limit: number;
  }): Promise<Result<SessionPage>> {
    return this.#connection.read(async (db) => {
      const upper = after === null ? [LATEST, ''] : (JSON.parse(after) as [number, string]);
      const found = await db.sessions
        .where('[startedMs+id]')
        .below(upper)
        .reverse()
        .limit(limit + 1)
        .toArray();
      const shown = found.slice(0, limit);
      const lifts = await Promise.all(
        shown.map(({ id }) => db.lifts.where('sessionId').equals(id).count()),
      );
      const last = shown.at(-1);
      return {
        sessions: shown.map((session, i) => ({ ...session, lifts: lifts[i]! })),
        next: found.length > limit ? JSON.stringify([last!.startedMs, last!.id]) : null,
      };
    });
  }

  session(id: string): Promise<Result<SessionRecord | null>> {
    return this.#connection.read(async (db) => (await db.sessions.get(id)) ?? null);
  }

  lifts(
    query: LiftQuery,
    page: { after: string | null; limit: number },
  ): Promise<Result<LiftPage>> {
    return this.#connection.read((db) => searchRows(db, query, page));
  }

  count(query: LiftQuery): Promise<Result<number>> {
    return this.#connection.read((db) => countRows(db, query));
  }

  days(query: LiftQuery): Promise<Result<DayTotals[]>> {
    const { fromMs, untilMs } = query;
    const from = fromMs === undefined ? undefined : dayOf(fromMs);
    const until = untilMs === undefined ? undefined : dayOf(untilMs - 1);
    return this.#connection.read(async (db) =>
      (await dayTotals(db, query, from, until))
        .filter(({ lifts }) => lifts > 0)
        .map(({ who: _who, what: _what, rows: _rows, ...day }) => day),
    );
  }

  trainings(): Promise<Result<TrainingRecord[]>> {
    return this.#connection.read((db) => db.trainings.orderBy('startedMs').reverse().toArray());
  }

  training(id: string): Promise<Result<TrainingRecord | null>> {
    return this.#connection.read(async (db) => (await db.trainings.get(id)) ?? null);
  }

  lift(id: string): Promise<Result<KeptLift | null>> {
    return this.#connection.read(async (db) => {
      const [lift, row, track, amendments, rescores] = await Promise.all([
        db.lifts.get(id),
        db.rows.get(id),
        db.tracks.get(id),
        db.amendments.where('liftId').equals(id).toArray(),
        db.rescores.where('liftId').equals(id).toArray(),
      ]);
      const session = lift === undefined ? undefined : await db.sessions.get(lift.sessionId);
      if (lift === undefined || row === undefined || session === undefined) return null;
      const byTime = (a: { atMs: EpochMs }, b: { atMs: EpochMs }): number => a.atMs - b.atMs;
      return {
        lift,
        session,
        row,
        track: track ?? null,
        amendments: amendments.sort(byTime),
        rescores: rescores.sort(byTime),
      };
    });
  }

  records(of: { sessionId: string } | 'all'): Promise<Result<StoredRecords>> {
    return this.#connection.read(async (db) => {
      if (of === 'all') {
        const [people, sessions, lifts, tracks, amendments, rescores, trainings] =
          await Promise.all([
            db.people.toArray(),
            db.sessions.toArray(),
            db.lifts.toArray(),
            db.tracks.toArray(),
            db.amendments.toArray(),
            db.rescores.toArray(),
            db.trainings.toArray(),
          ]);
        return { people, sessions, lifts, tracks, amendments, rescores, trainings };
      }
      const { sessionId } = of;
      const session = await db.sessions.get(sessionId);
      const lifts = await db.lifts.where('sessionId').equals(sessionId).toArray();
      const amendments = await db.amendments.where('sessionId').equals(sessionId).toArray();
      const named = [session?.personId, ...amendments.map(personSaid)];
      const personIds = [...new Set(named.flatMap((id) => (typeof id === 'string' ? [id] : [])))];
      return {
        people: there(await db.people.bulkGet(personIds)),
        sessions: there([session]),
        lifts,
        tracks: there(await db.tracks.bulkGet(lifts.map(({ id }) => id))),
        amendments,
        rescores: await db.rescores.where('sessionId').equals(sessionId).toArray(),
        trainings: [],
      };
    });
  }

  importRecords(records: StoredRecords): Promise<Result<{ added: number; known: number }>> {
    return this.#connection.write(async (db) => {
      const added = await Promise.all([
        addNew(db.people, records.people, idOf),
        addNew(db.sessions, records.sessions, idOf),
        addNew(db.lifts, records.lifts, idOf),
        addNew(db.tracks, records.tracks, liftOf),
        addNew(db.amendments, records.amendments, idOf),
        addNew(db.rescores, records.rescores, idOf),
        addNew(db.trainings, records.trainings, idOf),
      ]);
      const [, , lifts, , amendments, rescores] = added;
      const touched = [...lifts.map(idOf), ...amendments.map(liftOf), ...rescores.map(liftOf)];
      await renewRows(db, [...new Set(touched)]);
      return { added: sum(added), known: sum(Object.values(records)) - sum(added) };
    });
  }

  deleteLift(id: string): Promise<Result<null>> {
    return this.#connection.write(async (db) => {
      await removeLifts(db, [id]);
      return null;
    });
  }

  deleteSession(id: string): Promise<Result<null>> {
    return this.#remove(async (db) => {
      await removeSessions(db, [id]);
      return null;
    });
  }

  deleteTraining(id: string): Promise<Result<null>> {
    return this.#remove(async (db) => {
      const training = await db.trainings.get(id);
      if (training !== undefined) await removeSessions(db, sessionsOf(training));
      await db.trainings.delete(id);
      return null;
    });
  }

  deletePerson(id: string): Promise<Result<null>> {
    return this.#remove(async (db) => {
      await removePerson(db, id);
      return null;
    });
  }

  deleteBefore(ms: EpochMs): Promise<Result<number>> {
    return this.#remove(async (db) => {
      const old = await db.sessions.where('[startedMs+id]').below([ms, '']).primaryKeys();
      await removeSessions(db, old);
      await db.trainings.where('startedMs').below(ms).delete();
      return old.length;
    });
  }

  deleteEverything(): Promise<Result<null>> {
    return this.#remove(async (db) => {
      await Promise.all(db.tables.map((table) => table.clear()));
      return null;
    });
  }

  /** Removes records, and then each video whose session is gone. */
  async #remove<T>(work: (db: Database) => Promise<T>): Promise<Result<T>> {
    const done = await this.#connection.write(work);
    if (!done.ok || this.#videos === null) return done;
    const kept = await this.#videos.list();
    if (!kept.ok) return kept;
    for (const { sessionId } of kept.value) {
      const session = await this.session(sessionId);
      if (!session.ok) return session;
      const gone = session.value === null ? await this.#videos.remove(sessionId) : session;
      if (!gone.ok) return gone;
    }
    return done;
  }

  use(): Promise<StorageUse> {
    return storageUse();
  }

  askPersistent(): Promise<boolean> {
    return askPersistent();
  }

  onChanged(listener: () => void): () => void {
    return this.#connection.onChanged(listener);
  }

  close(): void {
    this.#connection.close();
  }
}

const idOf = ({ id }: { id: string }): string => id;
const liftOf = ({ liftId }: { liftId: string }): string => liftId;
const sum = (lists: readonly (readonly unknown[])[]): number =>
  lists.reduce((count, list) => count + list.length, 0);

/** Adds what is not there yet. @returns what was added */
async function addNew<T>(
  table: Table<T, string>,
  items: readonly T[],
  keyOf: (item: T) => string,
): Promise<T[]> {
  if (items.length === 0) return [];
  const known = await table.bulkGet(items.map(keyOf));
  const fresh = items.filter((_, i) => known[i] === undefined);
  if (fresh.length > 0) await table.bulkAdd(fresh);
  return fresh;
}
const there = <T>(items: readonly (T | undefined)[]): T[] =>
  items.filter((item): item is T & {} => item !== undefined);
