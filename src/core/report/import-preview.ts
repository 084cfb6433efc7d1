import type { EpochMs } from '../units';
import type { StoredRecords } from '../records/session-store';

/** Ids that a store has already. */
export interface KnownIds {
  people: ReadonlySet<string>;
  sessions: ReadonlySet<string>;
  lifts: ReadonlySet<string>;
  trainings: ReadonlySet<string>;
}

interface Share {
  all: number;
  /** Of these, how many are kept here already; they stay as they are here. */
  known: number;
}

/** What an import would do, before anything is done. */
export interface ImportPreview {
  people: Share;
  sessions: Share;
  lifts: Share;
  trainings: Share;
  /** Lifts that can be replayed and scored again. */
  tracks: number;
  /** First and last lift, session or training; null when there is none. */
  span: { fromMs: EpochMs; untilMs: EpochMs } | null;
}

export function importPreview(records: StoredRecords, known: KnownIds): ImportPreview {
  const share = (list: readonly { id: string }[], ids: ReadonlySet<string>): Share => ({
    all: list.length,
    known: list.filter(({ id }) => ids.has(id)).length,
  });
  let fromMs = Infinity,
    untilMs = -Infinity;
  for (const { startedMs } of [...records.sessions, ...records.lifts, ...records.trainings]) {
    fromMs = Math.min(fromMs, startedMs);
    untilMs = Math.max(untilMs, startedMs);
  }
  return {
    people: share(records.people, known.people),
    sessions: share(records.sessions, known.sessions),
    lifts: share(records.lifts, known.lifts),
    trainings: share(records.trainings, known.trainings),
    tracks: records.tracks.length,
    span: fromMs <= untilMs ? { fromMs, untilMs } : null,
  };
}
