import { sessionsOf, sessionsOfPerson, withdraw, withoutSessions } from '../core/course/course';
import { ok, type Result } from '../core/errors';
import type { AmendmentRecord } from '../core/records/amendment-record';
import {
  addDay,
  dayOf,
  dayWith,
  emptyDay,
  matches,
  type DayTotals,
  type LiftQuery,
} from '../core/records/lift-query';
import type { LiftRecord } from '../core/records/lift-record';
import { rowOf, type LiftRow } from '../core/records/lift-row';
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
import type { EpochMs } from '../core/units';

interface Page {
  after: string | null;
  limit: number;
}
type Later = { startedMs: EpochMs };
const newestFirst =
  <T extends Later>(idOf: (item: T) => string) =>
  (a: T, b: T): number =>
    b.startedMs - a.startedMs || (idOf(a) < idOf(b) ? 1 : -1);

function pageOf<T>(items: readonly T[], idOf: (item: T) => string, { after, limit }: Page) {
  const begin = after === null ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  const shown = items.slice(begin, begin + limit);
  return { shown, next: begin + limit < items.length ? idOf(shown.at(-1)!) : null };
}

/** Keeps everything until it is closed: for tests, and the plain statement of what every other store must answer. */
export class MemoryStore implements SessionStore {
  #people = new Map<string, PersonRecord>();
  #sessions = new Map<string, SessionRecord>();
  #lifts = new Map<string, LiftRecord>();
  #tracks = new Map<string, TrackRecord>();
  #amendments = new Map<string, AmendmentRecord>();
  #rescores = new Map<string, RescoreRecord>();
  #trainings = new Map<string, TrainingRecord>();
  readonly #listeners = new Set<() => void>();

  savePerson(person: PersonRecord): Promise<Result<null>> {
    this.#people.set(person.id, person);
    return this.#done();
  }

  saveSession(session: SessionRecord): Promise<Result<null>> {
    this.#sessions.set(session.id, session);
    return this.#done();
  }

  saveLift(lift: LiftRecord, track: TrackRecord | null): Promise<Result<null>> {
    this.#lifts.set(lift.id, lift);
    if (track !== null) this.#tracks.set(lift.id, track);
    return this.#done();
  }

  amend(amendment: AmendmentRecord): Promise<Result<null>> {
    this.#amendments.set(amendment.id, amendment);
    return this.#done();
  }

  saveRescores(rescores: readonly RescoreRecord[]): Promise<Result<null>> {
    for (const rescore of rescores) this.#rescores.set(rescore.id, rescore);
    return this.#done();
  }

  saveTraining(training: TrainingRecord): Promise<Result<null>> {
    this.#trainings.set(training.id, training);
    return this.#done();
  }

  people(): Promise<Result<PersonRecord[]>> {
    const people = [...this.#people.values()].sort((a, b) => a.name.localeCompare(b.name));
    return Promise.resolve(ok(people));
  }

  tasks(): Promise<Result<string[]>> {
    const tasks = new Set([...this.#sessions.values()].map(({ task }) => task));
    return Promise.resolve(ok([...tasks].filter((task) => task !== '').sort()));
  }

  sessions(page: Page): Promise<Result<SessionPage>> {
    const idOf = ({ id }: SessionRecord): string => id;
    const { shown, next } = pageOf(
      [...this.#sessions.values()].sort(newestFirst(idOf)),
      idOf,
      page,
    );
    const sessions = shown.map((one) => ({ ...one, lifts: this.#liftsOf(one.id).length }));
    return Promise.resolve(ok({ sessions, next }));
  }

  session(id: string): Promise<Result<SessionRecord | null>> {
    return Promise.resolve(ok(this.#sessions.get(id) ?? null));
  }

  lifts(query: LiftQuery, page: Page): Promise<Result<LiftPage>> {
    const { shown, next } = pageOf(this.#found(query), ({ liftId }) => liftId, page);
    return Promise.resolve(ok({ rows: shown, next }));
  }

  count(query: LiftQuery): Promise<Result<number>> {
    return Promise.resolve(ok(this.#found(query).length));
  }

  days({ personId, task, fromMs, untilMs }: LiftQuery): Promise<Result<DayTotals[]>> {
    const days = new Map<string, DayTotals>();
    const from = fromMs === undefined ? '' : dayOf(fromMs);
    const until = untilMs === undefined ? '~' : dayOf(untilMs - 1);
    for (const row of this.#rows()) {
      const one = dayWith(row);
      if (row.notALift || one.day < from || one.day > until) continue;
      if (personId !== undefined && row.personId !== personId) continue;
      if (task !== undefined && row.task !== task) continue;
      const total = days.get(one.day) ?? emptyDay(one.day);
      days.set(one.day, total);
      addDay(total, one);
    }
    return Promise.resolve(ok([...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))));
  }

  trainings(): Promise<Result<TrainingRecord[]>> {
    const idOf = ({ id }: TrainingRecord): string => id;
    return Promise.resolve(ok([...this.#trainings.values()].sort(newestFirst(idOf))));
  }

  training(id: string): Promise<Result<TrainingRecord | null>> {
    return Promise.resolve(ok(this.#trainings.get(id) ?? null));
  }

  lift(id: string): Promise<Result<KeptLift | null>> {
    const lift = this.#lifts.get(id);
    const session = lift && this.#sessions.get(lift.sessionId);
    if (lift === undefined || session === undefined) return Promise.resolve(ok(null));
    const own = <T extends { liftId: string; atMs: EpochMs }>(records: Map<string, T>): T[] =>
      [...records.values()].filter((one) => one.liftId === id).sort((a, b) => a.atMs - b.atMs);
    return Promise.resolve(
      ok({
        lift,
        session,
        row: this.#rowOf(lift, session),
        track: this.#tracks.get(id) ?? null,
        amendments: own(this.#amendments),
        rescores: own(this.#rescores),
      }),
    );
  }

  records(of: { sessionId: string } | 'all'): Promise<Result<StoredRecords>> {
    const isOf = (sessionId: string): boolean => of === 'all' || sessionId === of.sessionId;
    const lifts = [...this.#lifts.values()].filter((one) => isOf(one.sessionId));
    const sessions = [...this.#sessions.values()].filter((one) => isOf(one.id));
    const amendments = [...this.#amendments.values()].filter((one) => isOf(one.sessionId));
    const named = new Set([
      ...sessions.map((one) => one.personId),
      ...amendments.map(({ amendment }) =>
        amendment.kind === 'person' ? amendment.personId : null,
      ),
    ]);
    return Promise.resolve(
      ok({
        people: [...this.#people.values()].filter((one) => of === 'all' || named.has(one.id)),
        sessions,
        lifts,
        tracks: lifts.flatMap(({ id }) => this.#tracks.get(id) ?? []),
        amendments,
        rescores: [...this.#rescores.values()].filter((one) => isOf(one.sessionId)),
        trainings: of === 'all' ? [...this.#trainings.values()] : [],
      }),
    );
  }

  async importRecords(records: StoredRecords): Promise<Result<{ added: number; known: number }>> {
    let added = 0,
      known = 0;
    const take = <T>(
      into: Map<string, T>,
      items: readonly T[],
      idOf: (item: T) => string,
    ): void => {
      for (const item of items)
        if (into.has(idOf(item))) known++;
        else {
          into.set(idOf(item), item);
          added++;
        }
    };
    take(this.#people, records.people, ({ id }) => id);
    take(this.#sessions, records.sessions, ({ id }) => id);
    take(this.#lifts, records.lifts, ({ id }) => id);
    take(this.#tracks, records.tracks, ({ liftId }) => liftId);
    take(this.#amendments, records.amendments, ({ id }) => id);
    take(this.#trainings, records.trainings, ({ id }) => id);
    take(this.#rescores, records.rescores, ({ id }) => id);
    await this.#done();
    return ok({ added, known });
  }

  deleteLift(id: string): Promise<Result<null>> {
    this.#drop(id);
    return this.#done();
  }

  deleteSession(id: string): Promise<Result<null>> {
    for (const lift of this.#liftsOf(id)) this.#drop(lift.id);
    this.#sessions.delete(id);
    this.#forget(new Set([id]));
    return this.#done();
  }

  async deleteTraining(id: string): Promise<Result<null>> {
    const training = this.#trainings.get(id);
    if (training !== undefined)
      for (const sessionId of sessionsOf(training)) await this.deleteSession(sessionId);
    this.#trainings.delete(id);
    return this.#done();
  }

  async deletePerson(id: string): Promise<Result<null>> {
    const turns = new Set(sessionsOfPerson([...this.#trainings.values()], id));
    const touched = new Set(turns);
    for (const row of this.#rows())
      if (row.personId === id || (row.personId === null && turns.has(row.sessionId))) {
        touched.add(row.sessionId);
        this.#drop(row.liftId);
      }
    for (const session of [...this.#sessions.values()]) {
      if (session.personId === id) {
        touched.add(session.id);
        this.#sessions.set(session.id, { ...session, personId: null });
      }
      if (touched.has(session.id) && this.#liftsOf(session.id).length === 0)
        await this.deleteSession(session.id);
    }
    for (const training of [...this.#trainings.values()])
      this.#trainings.set(training.id, withdraw(training, id));
    for (const { id: amendmentId, amendment } of [...this.#amendments.values()])
      if (amendment.kind === 'person' && amendment.personId === id)
        this.#amendments.delete(amendmentId);
    this.#people.delete(id);
    return this.#done();
  }

  async deleteBefore(ms: EpochMs): Promise<Result<number>> {
    const old = [...this.#sessions.values()].filter((session) => session.startedMs < ms);
    for (const { id } of old) await this.deleteSession(id);
    for (const { id, startedMs } of [...this.#trainings.values()])
      if (startedMs < ms) this.#trainings.delete(id);
    return ok(old.length);
  }

  deleteEverything(): Promise<Result<null>> {
    for (const table of this.#tables()) table.clear();
    return this.#done();
  }

  use(): Promise<StorageUse> {
    return Promise.resolve({ usedBytes: null, quotaBytes: null, persistent: false });
  }

  askPersistent(): Promise<boolean> {
    return Promise.resolve(false);
  }

  onChanged(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
  }

  #tables(): Map<string, unknown>[] {
    return [
      this.#people,
      this.#sessions,
      this.#lifts,
      this.#tracks,
      this.#amendments,
      this.#rescores,
      this.#trainings,
    ];
  }

  #done(): Promise<Result<null>> {
    return Promise.resolve(ok(null));
  }

  #drop(liftId: string): void {
    this.#lifts.delete(liftId);
    this.#tracks.delete(liftId);
    for (const [id, one] of this.#amendments)
      if (one.liftId === liftId) this.#amendments.delete(id);
    for (const [id, one] of this.#rescores) if (one.liftId === liftId) this.#rescores.delete(id);
  }

  #forget(sessionIds: ReadonlySet<string>): void {
    for (const training of [...this.#trainings.values()])
      this.#trainings.set(training.id, withoutSessions(training, sessionIds));
  }

  #liftsOf(sessionId: string): LiftRecord[] {
    return [...this.#lifts.values()].filter((lift) => lift.sessionId === sessionId);
  }

  #rowOf(lift: LiftRecord, session: SessionRecord): LiftRow {
    const own = <T extends { liftId: string }>(records: Map<string, T>): T[] =>
      [...records.values()].filter(({ liftId }) => liftId === lift.id);
    return rowOf(lift, session, own(this.#amendments), own(this.#rescores));
  }

  #rows(): LiftRow[] {
    return [...this.#lifts.values()].flatMap((lift) => {
      const session = this.#sessions.get(lift.sessionId);
      return session === undefined ? [] : [this.#rowOf(lift, session)];
    });
  }

  #found(query: LiftQuery): LiftRow[] {
    const nameOf = (id: string): string => this.#people.get(id)?.name ?? '';
    return this.#rows()
      .filter((row) => matches(row, query, nameOf))
      .sort(newestFirst(({ liftId }) => liftId));
  }
}
