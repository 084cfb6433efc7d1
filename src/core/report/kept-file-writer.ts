import { crc32 } from '../records/crc32';
import type { StoredRecords } from '../records/session-store';
import {
  asciiBytes,
  idOf,
  KEPT_FILE_SCHEMAS,
  LINE_FORMATS,
  LINE_KINDS,
  lineRecord,
  type KeptFileKind,
} from './kept-file';

/** Names in order, so that the same content is the same text whatever store it comes from. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Nothing but ASCII, so that no program on the way can change a letter. */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

const lineOf = (value: object): string => `${escaped(JSON.stringify(value, inOrder))}\n`;

/**
 * Writes records as a session file or a backup (docs/kept-files.md). The same records in any order give the same file.
 * @returns its lines, each with its line end; joined they are the file
 */
export function* writeKeptFile(kind: KeptFileKind, records: StoredRecords): Generator<string> {
  let crc = 0;
  const counted = (line: string): string => {
    crc = crc32(asciiBytes(line)!, crc);
    return line;
  };
  yield counted(lineOf({ schema: KEPT_FILE_SCHEMAS[kind] }));
  let count = 0;
  for (const name of LINE_KINDS) {
    const own = records[LINE_FORMATS[name].list].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    for (const record of own) {
      yield counted(lineOf({ [name]: lineRecord(record) }));
      count++;
    }
  }
  yield lineOf({ end: { records: count, crc32: crc } });
}
