import { parseAmendment } from '../records/amendment-record';
import { parseLift } from '../records/lift-record';
import { parsePerson } from '../records/person-record';
import { parseRescore } from '../records/rescore-record';
import { parseSession } from '../records/session-record';
import type { StoredRecords } from '../records/session-store';
import { parseTrack, type TrackRecord } from '../records/track-record';
import { parseTraining } from '../records/training-record';
import type { Result } from '../errors';
import { unpackTrack } from '../records/track-packing';
import { fromBase64, toBase64 } from './base64';

/** One session with all that belongs to it, or everything that is kept. Apart from that they are the same. */
export const KEPT_FILE_SCHEMAS = {
  session: 'liftcheck.session/1',
  backup: 'liftcheck.backup/2',
} as const;
export type KeptFileKind = keyof typeof KEPT_FILE_SCHEMAS;

/** Backups of before there were trainings; they are read like today's. */
export const OLDER_BACKUP = 'liftcheck.backup/1';

/** Ending of both kinds. */
export const KEPT_FILE_ENDING = '.liftcheck.jsonl';

/** What a line may hold, in the order of the file: what others refer to comes before them. */
export const LINE_KINDS = [
  'person',
  'session',
  'lift',
  'track',
  'amendment',
  'rescore',
  'training',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

type AnyRecord = StoredRecords[keyof StoredRecords][number];

/** Of each kind of line: the list it belongs to, and the reader of its record. */
export const LINE_FORMATS: Record<
  LineKind,
  { list: keyof StoredRecords; parse: (data: unknown) => Result<AnyRecord> }
> = {
  person: { list: 'people', parse: parsePerson },
  session: { list: 'sessions', parse: parseSession },
  lift: { list: 'lifts', parse: parseLift },
  track: { list: 'tracks', parse: parseTrackLine },
  amendment: { list: 'amendments', parse: parseAmendment },
  rescore: { list: 'rescores', parse: parseRescore },
  training: { list: 'trainings', parse: parseTraining },
};

/** A record's id among its kind: a lift has one track at most. */
export const idOf = (record: AnyRecord): string => ('packed' in record ? record.liftId : record.id);

export const noRecords = (): StoredRecords => ({
  people: [],
  sessions: [],
  lifts: [],
  tracks: [],
  amendments: [],
  rescores: [],
  trainings: [],
});

/** A record as a line holds it: packed poses are text. */
export const lineRecord = (record: AnyRecord): object =>
  'packed' in record ? { ...record, packed: toBase64(record.packed) } : record;

/** The characters of an ASCII text as bytes; null when there are others. */
export function asciiBytes(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return null;
    bytes[i] = code;
  }
  return bytes;
}

function parseTrackLine(data: unknown): Result<TrackRecord> {
  const packed = typeof data === 'object' && data !== null && 'packed' in data ? data.packed : null;
  if (typeof packed !== 'string') return parseTrack(data);
  const parsed = parseTrack({ ...(data as object), packed: fromBase64(packed) });
  if (!parsed.ok) return parsed;
  const unpacked = unpackTrack(parsed.value);
  return unpacked.ok ? parsed : unpacked;
}
