import fc from 'fast-check';
import { parseLifters, type LifterSet } from '../../src/core/kinematics/lifter';
import { crc32 } from '../../src/core/records/crc32';
import type { StoredRecords } from '../../src/core/records/session-store';
import { unpackTrack } from '../../src/core/records/track-packing';
import { fromBase64, toBase64 } from '../../src/core/report/base64';
import { readKeptFile } from '../../src/core/report/kept-file-reader';
import { writeKeptFile } from '../../src/core/report/kept-file-writer';
import { analyseSavedPoses } from '../../src/pipeline/saved-poses';
import { readImport, type ImportedFile } from '../../src/pipeline/import-file';
import { scoreAgain } from '../../src/pipeline/score-again';
import { MemoryStore } from '../../src/store/memory-store';
import { damagedBytes, damagedJson, damagedText } from './damage';
import type { FuzzFiles } from './fuzz-files';
import {
  expectKnownFailure,
  expectNumbers,
  expectThat,
  targetOf,
  type FuzzTarget,
} from './fuzz-target';

const PIECE = 64 * 1024;

async function* piecesOf(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE)
    yield await Promise.resolve(text.slice(at, at + PIECE));
}

async function contentOf(store: MemoryStore): Promise<string> {
  const all = await store.records('all');
  if (!all.ok) throw new Error(all.error.detail);
  return JSON.stringify(all.value, (_, value: unknown) =>
    value instanceof Uint8Array ? toBase64(value) : value,
  );
}

/** What the product does with records once they are in: they are kept, judged again and written into a backup. */
function useRecords(records: StoredRecords, lifters: LifterSet): void {
  const again = readKeptFile([...writeKeptFile('backup', records)].join(''));
  expectThat(again.ok, `a backup of it does not open: ${again.ok ? '' : again.error.detail}`);
  const lifts = new Map(records.lifts.map((lift) => [lift.id, lift]));
  for (const packed of records.tracks) {
    const track = unpackTrack(packed);
    const lift = lifts.get(packed.liftId);
    if (track.ok && lift !== undefined) scoreAgain(lift, track.value, lifters);
  }
}

function useFile(file: ImportedFile, lifters: LifterSet): void {
  if (file.kind === 'poses') {
    expectNumbers(analyseSavedPoses(file.poses, lifters, file.poses, true));
  } else if (file.kind === 'world') {
    expectNumbers(file.track);
  } else useRecords(file.records, lifters);
}

/** The records of a file with a checksum that fits: damage that somebody made on purpose. */
function sealed(head: string, records: readonly string[]): string {
  const body = [head, ...records].map((line) => `${line}\n`).join('');
  const ascii = body.replaceAll(
    /[^\0-\x7f]/gu,
    (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
  const end = { records: records.length, crc32: crc32(new TextEncoder().encode(ascii)) };
  return `${ascii}${JSON.stringify({ end })}\n`;
}

/** A line's packed poses, damaged. */
const withPacked = (record: unknown, packed: Uint8Array): unknown => ({
  track: { ...(record as { track: object }).track, packed: toBase64(packed) },
});

/** Session files, backups, saved analyses, poses and landmarks, brought into a store that already holds something. */
export function keptTargets(files: FuzzFiles): FuzzTarget[] {
  const lifters = parseLifters(files.lifter);
  const before = readKeptFile(files.kept[0]!);
  if (!before.ok) throw new Error(before.error.detail);

  async function check(text: string): Promise<void> {
    const store = new MemoryStore();
    await store.importRecords(before.ok ? before.value.records : neverRead());
    const held = await contentOf(store);
    const file = await readImport(piecesOf(text), 'file.json', 1.7e12);
    expectThat((await contentOf(store)) === held, 'reading alone changed the store');
    if (!file.ok) {
      expectKnownFailure(file.error);
      return;
    }
    useFile(file.value, lifters);
    if (!('records' in file.value)) return;
    const done = await store.importRecords(file.value.records);
    expectThat(done.ok, 'a whole file could not be kept');
  }

  const lines = files.kept.map((text) => {
    const all = text.trimEnd().split('\n');
    return { head: all[0]!, records: all.slice(1, -1).map((line) => JSON.parse(line) as unknown) };
  });
  const sealedFile = fc.constantFrom(...lines).chain(({ head, records }) =>
    damagedJson([records]).map((damaged) =>
      sealed(
        head,
        (Array.isArray(damaged) ? damaged : [damaged]).map((one) => JSON.stringify(one)),
      ),
    ),
  );
  const tracks = lines.flatMap(({ head, records }) =>
    records.flatMap((record, place) => {
      const { track } = record as { track?: { packed: string } };
      const packed = track === undefined ? null : fromBase64(track.packed);
      return packed === null ? [] : [{ head, records, place, packed }];
    }),
  );
  const sealedTrack = fc.constantFrom(...tracks).chain(({ head, records, place, packed }) =>
    damagedBytes([packed], 200).map((bytes) =>
      sealed(
        head,
        records.map((one, i) => JSON.stringify(i === place ? withPacked(one, bytes) : one)),
      ),
    ),
  );
  const json = files.analyses.concat(files.poses, files.landmarks);
  const texts = json.map((one) => JSON.stringify(one));
  const jsonFile = (valid: readonly unknown[]) =>
    damagedJson(valid).map((damaged) => JSON.stringify(damaged));
  const target = (name: string, inputs: fc.Arbitrary<string>): FuzzTarget =>
    targetOf({ name, inputs, check, slowestMs: 5000 });
  return [
    target('kept file, damaged bytes', damagedText(files.kept)),
    target('kept file, sealed', sealedFile),
    target('kept file, sealed, poses damaged', sealedTrack),
    target('saved analysis', jsonFile(files.analyses)),
    target('poses file', jsonFile(files.poses)),
    target('MediaPipe landmarks', jsonFile(files.landmarks)),
    target('JSON, damaged bytes', damagedText(texts)),
    target('any JSON', fc.json({ maxDepth: 6 })),
    target('any text', fc.string({ unit: 'binary', maxLength: 5000 })),
  ];
}

function neverRead(): never {
  throw new Error('the store was filled with a file that cannot be read');
}
