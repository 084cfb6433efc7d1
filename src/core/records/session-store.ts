import type { Result } from '../errors';
import type { EpochMs } from '../units';
import type { AmendmentRecord } from './amendment-record';
import type { DayTotals, LiftQuery } from './lift-query';
import type { LiftRecord } from './lift-record';
import type { LiftRow } from './lift-row';
import type { PersonRecord } from './person-record';
import type { RescoreRecord } from './rescore-record';
import type { SessionRecord } from './session-record';
import type { TrackRecord } from './track-record';
import type { TrainingRecord } from './training-record';

/** Everything a store holds; a backup is just this, a session file this for one session (without trainings). */
export interface StoredRecords {
  people: PersonRecord[];
  sessions: SessionRecord[];
  lifts: LiftRecord[];
  tracks: TrackRecord[];
  amendments: AmendmentRecord[];
  rescores: RescoreRecord[];
  trainings: TrainingRecord[];
}

/** A page of the history, newest first. `next` continues it; null = that was all. */
export interface LiftPage {
  rows: LiftRow[];
  next: string | null;
}

/** A page of sessions, newest first, each with how many lifts it has. */
export interface SessionPage {
  sessions: (SessionRecord & { lifts: number })[];
  next: string | null;
}

/** One lift with all that is known of it. */
export interface KeptLift {
  lift: LiftRecord;
  session: SessionRecord;
  row: LiftRow;
  track: TrackRecord | null;
  amendments: AmendmentRecord[];
  rescores: RescoreRecord[];
}

export interface StorageUse {
  /** null = this browser does not say. */
  usedBytes: number | null;
  quotaBytes: number | null;
  /** The browser has promised not to clear it by itself. */
  persistent: boolean;
}

/**
 * What is kept on this device. One contract for every adapter (tests/contract/session-store.ts). Failures are values:
 * 'storage-missing', 'storage-full', 'storage-blocked', 'storage-lost'; after one of them nothing has changed.
 */
export interface SessionStore {
  /** Adds or replaces. */
  savePerson(person: PersonRecord): Promise<Result<null>>;
  /** Adds or replaces; the rows of its lifts follow. */
  saveSession(session: SessionRecord): Promise<Result<null>>;
  /**
   * Adds a lift, or replaces one whose verdict went on (putting down, second look). Its session must be there. On the
   * disk when this resolves. Without a track it cannot be replayed or scored again.
   */
  saveLift(lift: LiftRecord, track: TrackRecord | null): Promise<Result<null>>;
  amend(amendment: AmendmentRecord): Promise<Result<null>>;
  /** Many at once, all or none. */
  saveRescores(rescores: readonly RescoreRecord[]): Promise<Result<null>>;

  /** Adds or replaces. */
  saveTraining(training: TrainingRecord): Promise<Result<null>>;

  people(): Promise<Result<PersonRecord[]>>;
  /** All tasks that were named, in order of the alphabet. */
  tasks(): Promise<Result<string[]>>;
  /** Newest first. */
  sessions(page: {
    after: string | null;
    limit: number;
  }): Promise<Result<{ sessions: (SessionRecord & { lifts: number })[]; next: string | null }>>;
  session(id: string): Promise<Result<SessionRecord | null>>;
  lifts(query: LiftQuery, page: { after: string | null; limit: number }): Promise<Result<LiftPage>>;
  count(query: LiftQuery): Promise<Result<number>>;
  /** Days that have lifts, in order. Of the query `personId`, `task`, `fromMs` and `untilMs` apply, whole days. */
  days(query: LiftQuery): Promise<Result<DayTotals[]>>;
  lift(id: string): Promise<Result<KeptLift | null>>;
  /** Newest first. */
  trainings(): Promise<Result<TrainingRecord[]>>;
  training(id: string): Promise<Result<TrainingRecord | null>>;

  /** All records of one session (its people too), or of the whole store. */
  records(of: { sessionId: string } | 'all'): Promise<Result<StoredRecords>>;
  /** Adds what is not there yet (by id), all or nothing. Replaces nothing. */
  importRecords(records: StoredRecords): Promise<Result<{ added: number; known: number }>>;

  deleteLift(id: string): Promise<Result<null>>;
  /** A training no longer knows of it either. */
  deleteSession(id: string): Promise<Result<null>>;
  /** With all sessions of its turns. People stay. */
  deleteTraining(id: string): Promise<Result<null>>;
  /**
   * The person, and every lift that is theirs, everywhere; their place in every training, with lifts of their turns
   * that nobody is named for; sessions that are left without a lift.
   */
  deletePerson(id: string): Promise<Result<null>>;
  /** Sessions and trainings that began before this moment. @returns how many sessions went */
  deleteBefore(ms: EpochMs): Promise<Result<number>>;
  deleteEverything(): Promise<Result<null>>;

  use(): Promise<StorageUse>;
  /** Asks the browser never to clear it by itself. @returns whether it promised */
  askPersistent(): Promise<boolean>;
  /** Called when another tab changed something. @returns takes the listener off */
  onChanged(listener: () => void): () => void;
  close(): void;
}
