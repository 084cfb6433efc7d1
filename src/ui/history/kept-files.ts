import { fail, ok, type Result } from '../../core/errors';
import type { LifterSet } from '../../core/kinematics/lifter';
import { dayOf, matches, type LiftQuery } from '../../core/records/lift-query';

import { rowOf } from '../../core/records/lift-row';
import type { SessionStore, StoredRecords } from '../../core/records/session-store';
import { unpackTrack } from '../../core/records/track-packing';
import type { TrackRecord } from '../../core/records/track-record';
import { importPreview, type ImportPreview } from '../../core/report/import-preview';
import { KEPT_FILE_ENDING, type KeptFileKind } from '../../core/report/kept-file';
import { writeKeptFile } from '../../core/report/kept-file-writer';
import { frameTable, type TableLift } from '../../core/report/lift-tables';
import type { EpochMs } from '../../core/units';
import { readImport, type ImportedFile } from '../../pipeline/import-file';
import { momentsOf } from '../../pipeline/score-again';

/** Lines between two breaths of the page. */
const LINES = 400;
const breathe = (): Promise<void> => new Promise((settle) => setTimeout(settle));

export const fileNameOf = (what: string, ms: EpochMs): string =>
  `liftcheck-${what}-${dayOf(ms)}${KEPT_FILE_ENDING}`;

/** Session file or backup, written piece by piece so that the page goes on. */
export async function keptFile(kind: KeptFileKind, records: StoredRecords): Promise<Blob> {
  const parts: Blob[] = [];
  let lines: string[] = [];
  for (const line of writeKeptFile(kind, records)) {
    lines.push(line);
    if (lines.length < LINES) continue;
    parts.push(new Blob(lines));
    lines = [];
    await breathe();
  }
  return new Blob([...parts, ...lines], { type: 'application/x-ndjson' });
}

/** Records that came in a file. */
type IncomingFile = Extract<ImportedFile, { records: StoredRecords }>;

/** What a file would bring, before anything is changed. */
export interface Incoming {
  kind: 'records';
  file: IncomingFile;
  preview: ImportPreview;
}

/**
 * @param onFraction how much of the file was read, 0..1
 * @returns its records with what they would change; or its poses, which are to be analysed or shown first
 */
export async function readIncoming(
  store: SessionStore,
  file: File,
  onFraction: (fraction: number) => void,
): Promise<Result<Incoming | Exclude<ImportedFile, IncomingFile>>> {
  const read = await readFile(file, onFraction);
  if (!read.ok) return read;
  const kept = read.value;
  if (kept.kind === 'poses' || kept.kind === 'world') return ok(kept);
  const { records } = kept;
  const people = await store.people();
  if (!people.ok) return people;
  const trainings = await store.trainings();
  if (!trainings.ok) return trainings;
  const sessions = new Set<string>();
  const lifts = new Set<string>();
  for (const { id } of records.sessions) {
    const session = await store.session(id);
    if (!session.ok) return session;
    if (session.value === null) continue;
    sessions.add(id);
    const ids = await liftIds(store, id);
    if (!ids.ok) return ids;
    for (const liftId of ids.value) lifts.add(liftId);
  }
  const idsOf = (records: readonly { id: string }[]) => new Set(records.map(({ id }) => id));
  const known = {
    people: idsOf(people.value),
    sessions,
    lifts,
    trainings: idsOf(trainings.value),
  };
  return ok({ kind: 'records', file: kept, preview: importPreview(records, known) });
}

async function readFile(
  file: File,
  onFraction: (fraction: number) => void,
): Promise<Result<ImportedFile>> {
  try {
    return await readImport(piecesOf(file, onFraction), file.name, file.lastModified);
  } catch (error) {
    // The file was moved or changed while it was read.
    return fail('import-refused', String(error));
  }
}

/** The text of a file, piece by piece; whoever stops asking ends the reading. */
async function* piecesOf(
  file: File,
  onFraction: (fraction: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const pieces = file.stream().getReader();
  let read = 0;
  try {
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
      yield decoder.decode(piece.value, { stream: true });
      read += piece.value.length;
      onFraction(read / file.size);
    }
  } finally {
    await pieces.cancel();
  }
}

async function liftIds(store: SessionStore, sessionId: string): Promise<Result<string[]>> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await store.lifts({ sessionId }, { after, limit: 500 });
    if (!page.ok) return page;
    ids.push(...page.value.rows.map(({ liftId }) => liftId));
    after = page.value.next;
  } while (after !== null);
  return ok(ids);
}

function byLift<T extends { liftId: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.liftId);
    if (group) group.push(record);
    else groups.set(record.liftId, [record]);
  }
  return groups;
}

/** The lifts of a set of records that a query finds, as a table takes them, newest first. */
export function tableLifts(records: StoredRecords, query: LiftQuery): TableLift[] {
  const sessions = new Map(records.sessions.map((one) => [one.id, one]));
  const names = new Map(records.people.map(({ id, name }) => [id, name]));
  const amendments = byLift(records.amendments);
  const rescores = byLift(records.rescores);
  const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  return records.lifts
    .flatMap((lift): TableLift[] => {
      const session = sessions.get(lift.sessionId);
      if (!session) return [];
      const own = rescores.get(lift.id) ?? [];
      const row = rowOf(lift, session, amendments.get(lift.id) ?? [], own);
      if (!matches(row, query, nameOf)) return [];
      return [{ lift, session, row, rescores: own, personName: nameOf(row.personId) }];
    })
    .sort((a, b) => b.lift.startedMs - a.lift.startedMs);
}

/** All measures of all frames of some lifts, as one table. Lifts whose poses cannot be read are left out. */
export async function framesOf(
  tracks: readonly TrackRecord[],
  lifters: LifterSet,
): Promise<string> {
  const tables = [frameTable('', [])];
  for (const record of tracks) {
    const track = unpackTrack(record);
    if (!track.ok) continue;
    const table = frameTable(record.liftId, momentsOf(track.value, lifters));
    // Without its head.
    tables.push(table.slice(table.indexOf('\r\n') + 2));
    await breathe();
  }
  return tables.join('');
}
