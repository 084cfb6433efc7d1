import { fail, ok, type AppError, type Result } from '../errors';
import { crc32 } from '../records/crc32';
import type { StoredRecords } from '../records/session-store';
import {
  asciiBytes,
  idOf,
  KEPT_FILE_SCHEMAS,
  LINE_FORMATS,
  LINE_KINDS,
  noRecords,
  OLDER_BACKUP,
  type KeptFileKind,
} from './kept-file';
import { brokenLink } from './record-links';

export interface KeptFile {
  kind: KeptFileKind;
  records: StoredRecords;
}

/** Longer than any line that is written: the longest track as text, and what stands beside it. */
const LONGEST_LINE = 12_000_000;
const MOST_RECORDS = 3_000_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a session file or a backup piece by piece, so that it may be larger than the longest text. A file that does not
 * fit is refused whole: 'import-refused' with the line and the first thing in it that does not fit.
 */
export class KeptFileReader {
  readonly #records = noRecords();
  readonly #ids = new Map(LINE_KINDS.map((kind) => [kind, new Set<string>()]));
  #kind: KeptFileKind | null = null;
  #line = 0;
  #count = 0;
  #rest = '';
  #crc = 0;
  #ended = false;
  #error: AppError | null = null;

  /** @param piece of the file, cut anywhere. After a failure, nothing more is read. */
  push(piece: string): Result<null> {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = lines.pop()!;
    for (const line of lines) if (this.#error === null) this.#take(line);
    if (this.#rest.length > LONGEST_LINE) this.#refuse('the line is too long');
    return this.#error === null ? ok(null) : { ok: false, error: this.#error };
  }

  finish(): Result<KeptFile> {
    if (this.#error === null && (this.#kind === null || this.#rest !== '' || !this.#ended))
      this.#refuse(
        this.#kind === null ? 'no session file or backup' : 'the file comes to an early end',
      );
    const broken = this.#error === null ? brokenLink(this.#records) : null;
    if (broken !== null) this.#refuse(broken);
    if (this.#kind === 'session' && this.#records.sessions.length !== 1)
      this.#refuse('a session file has one session');
    return this.#error === null
      ? ok({ kind: this.#kind!, records: this.#records })
      : { ok: false, error: this.#error };
  }

  #refuse(why: string): void {
    this.#error ??= fail('import-refused', `line ${this.#line}: ${why}`).error;
  }

  #take(line: string): void {
    this.#line++;
    if (line.length > LONGEST_LINE) return this.#refuse('the line is too long');
    if (this.#ended) return this.#refuse('there is more after the end');
    const bytes = asciiBytes(line);
    if (bytes === null) return this.#refuse('a letter that is not ASCII: the file was changed');
    const value = parsed(line);
    if (!isObject(value)) return this.#refuse('no JSON object');
    if (this.#kind === null) this.#begin(value);
    else if (isObject(value.end)) this.#end(value.end);
    else this.#record(value);
    this.#crc = crc32([10], crc32(bytes, this.#crc));
  }

  #begin({ schema }: Record<string, unknown>): void {
    if (schema === KEPT_FILE_SCHEMAS.session) this.#kind = 'session';
    else if (schema === KEPT_FILE_SCHEMAS.backup || schema === OLDER_BACKUP) this.#kind = 'backup';
    else if (typeof schema === 'string' && /^liftcheck\.(session|backup)\/\d+$/.test(schema))
      this.#refuse(`${schema} is newer than this Liftcheck`);
    else this.#refuse('no session file or backup');
  }

  #end({ records, crc32: crc }: Record<string, unknown>): void {
    if (records !== this.#count) this.#refuse(`the end does not count ${this.#count} records`);
    else if (crc !== this.#crc) this.#refuse('the checksum does not fit: the file was changed');
    this.#ended = true;
  }

  #record(value: Record<string, unknown>): void {
    const [name, ...more] = Object.keys(value);
    const kind = LINE_KINDS.find((one) => one === name);
    if (kind === undefined || more.length > 0) return this.#refuse('no record of a known kind');
    if (++this.#count > MOST_RECORDS) return this.#refuse('too many records');
    const { list, parse } = LINE_FORMATS[kind];
    const record = parse(value[kind]);
    if (!record.ok) return this.#refuse(record.error.detail);
    const id = idOf(record.value);
    const ids = this.#ids.get(kind)!;
    if (ids.has(id)) return this.#refuse(`${kind}: a second one with the id ${id}`);
    ids.add(id);
    (this.#records[list] as unknown[]).push(record.value);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Reads a whole file at once. */
export function readKeptFile(text: string): Result<KeptFile> {
  const reader = new KeptFileReader();
  const read = reader.push(text);
  return read.ok ? reader.finish() : read;
}
