import { Dexie, type Table } from 'dexie';
import type { AmendmentRecord } from '../core/records/amendment-record';
import type { DayTotals } from '../core/records/lift-query';
import type { LiftRecord } from '../core/records/lift-record';
import type { LiftRow } from '../core/records/lift-row';
import type { PersonRecord } from '../core/records/person-record';
import type { RescoreRecord } from '../core/records/rescore-record';
import type { SessionRecord } from '../core/records/session-record';
import type { TrackRecord } from '../core/records/track-record';
import type { TrainingRecord } from '../core/records/training-record';

/** A row with what it is searched by. IndexedDB cannot index null, so nobody is ''. */
export interface StoredRow extends LiftRow {
  personKey: string;
  /** One entry for each flagged check: {@link flagKey}. */
  flags: string[];
  /** Only rows with a note have it, so that their index holds nothing else. */
  noted?: 'yes';
}

/**
 * Totals of one day: of all lifts, of a person's, of a task's, and of a person's at a task. Trends over 100 000 lifts
 * then read a few hundred records.
 */
export interface StoredDay extends DayTotals {
  who: string;
  what: string;
  /** Rows of that day, those that are no lifts among them. */
  rows: number;
}

/** In {@link StoredDay.who} and `what`: everybody, everything; else '=' and the person's id, or the task. */
export const EVERY = '*';
export const only = (value: string): string => `=${value}`;

/** Sorts like [check, startedMs, liftId]; an index of many entries a row must be made of plain strings. */
export const flagKey = (check: string, startedMs: number, liftId: string): string =>
  `${check}|${String(startedMs).padStart(15, '0')}|${liftId}`;

const SCHEMA_1 = {
  people: 'id',
  sessions: 'id, [startedMs+id], task, personId',
  lifts: 'id, sessionId',
  tracks: 'liftId',
  amendments: 'id, liftId, sessionId',
  rescores: 'id, liftId, sessionId',
  rows: [
    'liftId',
    '[startedMs+liftId]',
    '[sessionId+startedMs+liftId]',
    '[personKey+startedMs+liftId]',
    '[task+startedMs+liftId]',
    '[state+startedMs+liftId]',
    '[noted+startedMs+liftId]',
    '*flags',
  ].join(', '),
  days: '[who+what+day]',
};

/** What came with trainings. */
const SCHEMA_2 = { trainings: 'id, startedMs' };

/**
 * The tables on this device. A later schema gets its own `version(n)` with an upgrade; this one stays, so that every
 * older database still opens.
 */
export class Database extends Dexie {
  declare people: Table<PersonRecord, string>;
  declare sessions: Table<SessionRecord, string>;
  declare lifts: Table<LiftRecord, string>;
  declare tracks: Table<TrackRecord, string>;
  declare amendments: Table<AmendmentRecord, string>;
  declare rescores: Table<RescoreRecord, string>;
  declare rows: Table<StoredRow, string>;
  declare days: Table<StoredDay, [string, string, string]>;
  declare trainings: Table<TrainingRecord, string>;

  constructor(name: string) {
    // A lift must be on the disk, not only in the system's memory, when its saving is reported.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores(SCHEMA_1);
    this.version(2).stores(SCHEMA_2);
  }
}
