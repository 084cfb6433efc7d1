import { fail, ok, type Result } from '../core/errors';
import { crc32 } from '../core/records/crc32';
import type { StoredRecords } from '../core/records/session-store';
import { KeptFileReader } from '../core/report/kept-file-reader';
import { parseAnalysis } from '../core/session/analysis-file';
import { isMediapipe, parseMediapipe, type WorldTrack } from '../core/session/mediapipe-file';
import type { SavedPoses } from '../core/session/poses-file';
import type { EpochMs } from '../core/units';
import { analysisToRecords } from './analysis-records';

/** What a file turned out to be. */
export type ImportedFile =
  /** Ready to be added to what is kept; a saved analysis is a session too. */
  | { kind: 'session' | 'backup' | 'analysis'; records: StoredRecords }
  /** Poses without verdicts, to be analysed first. */
  | { kind: 'poses'; poses: SavedPoses }
  /** A body without a picture: it can be shown, its angles are not judged. */
  | { kind: 'world'; track: WorldTrack };

/** After so much it is clear whether a file is one of ours. */
const LONGEST_HEAD = 200;
const KEPT = /^\s*\{\s*"schema"\s*:\s*"liftcheck\.(session|backup)\//;

/**
 * Reads any file that can be brought in, whole or not at all.
 *
 * @param pieces the text, cut anywhere
 * @param name of the file
 * @param savedMs when it was saved: a saved analysis does not say when it was made
 * @returns 'import-refused' (or 'poses-unreadable') with the first thing that does not fit; nothing else happens
 */
export async function readImport(
  pieces: AsyncIterable<string>,
  name: string,
  savedMs: EpochMs,
): Promise<Result<ImportedFile>> {
  let reader: KeptFileReader | null = null;
  const parts: string[] = [];
  let [head, length] = ['', 0];
  for await (const piece of pieces) {
    let text = piece;
    if (reader === null) {
      parts.push(piece);
      length += piece.length;
      if (length > LONGEST_TEXT) return fail('import-refused', 'the file is too large');
      // Joined at every piece, a large file would be copied a thousand times.
      if (head.length >= LONGEST_HEAD) continue;
      head += piece;
      if (!KEPT.test(head)) continue;
      reader = new KeptFileReader();
      text = head;
    }
    const read = reader.push(text);
    if (!read.ok) return read;
  }
  if (reader === null) return readJson(parts.join(''), name, savedMs);
  const file = reader.finish();
  return file.ok ? ok({ kind: file.value.kind, records: file.value.records }) : file;
}

/** A single JSON text beyond this fits no browser. */
const LONGEST_TEXT = 400_000_000;

function readJson(text: string, name: string, savedMs: EpochMs): Result<ImportedFile> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    return fail('import-refused', String(thrown));
  }
  if (isMediapipe(json)) return parseMediapipe(json, name);
  const file = parseAnalysis(json);
  if (!file.ok) return file;
  const { durationS } = file.value.poses.source;
  const startedMs = Math.max(0, Math.round(savedMs - 1000 * durationS));
  // Of the content, so that the same file is known when it comes again.
  const id = `analysis-${crcOf(text).toString(16).padStart(8, '0')}-${text.length}`;
  return ok({ kind: 'analysis', records: analysisToRecords(file.value, id, startedMs, 'poses') });
}

function crcOf(text: string): number {
  const units = new Uint8Array(2 * text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    units[2 * i] = code & 255;
    units[2 * i + 1] = code >> 8;
  }
  return crc32(units);
}
