import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../src/core/errors';
import type { SessionStore } from '../../../src/core/records/session-store';
import { readKeptFile } from '../../../src/core/report/kept-file-reader';
import { writeKeptFile } from '../../../src/core/report/kept-file-writer';
import { openDexieStore } from '../../../src/store/dexie-store';
import { MemoryStore } from '../../../src/store/memory-store';
import { anyStoredRecords, ordered } from '../../fixtures/stored-records';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const told = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
};

let opened = 0;
const STORES: [string, () => SessionStore][] = [
  ['memory', () => new MemoryStore()],
  ['Dexie on fake-indexeddb', () => openDexieStore(`take-away-${++opened}`)],
];

describe.each(STORES)('%s', (_, open) => {
  it('gives everything out, and has all of it again after everything was deleted', async () => {
    await fc.assert(
      fc.asyncProperty(anyStoredRecords, async (records) => {
        const store = open();
        const size = Object.values(records).flat().length;
        expect(told(await store.importRecords(records))).toEqual({ added: size, known: 0 });
        const kept = told(await store.records('all'));
        const text = [...writeKeptFile('backup', kept)].join('');
        const lifts = told(await store.lifts({}, { after: null, limit: 100 }));
        told(await store.deleteEverything());
        const read = told(readKeptFile(text)).records;
        expect(told(await store.importRecords(read))).toEqual({ added: size, known: 0 });
        expect(ordered(told(await store.records('all')))).toEqual(ordered(records));
        expect(told(await store.lifts({}, { after: null, limit: 100 }))).toEqual(lifts);
        expect(told(await store.importRecords(read))).toEqual({ added: 0, known: size });
        store.close();
      }),
      { numRuns: 15 },
    );
  });

  it('gives one session out with all that belongs to it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyStoredRecords.filter(({ sessions }) => sessions.length > 1),
        async (records) => {
          const store = open();
          told(await store.importRecords(records));
          const sessionId = records.sessions[0]!.id;
          const text = [...writeKeptFile('session', told(await store.records({ sessionId })))].join(
            '',
          );
          const file = told(readKeptFile(text));
          expect(file.kind).toBe('session');
          expect(file.records.sessions).toEqual([records.sessions[0]]);
          expect(file.records.trainings).toEqual([]);
          const lifts = records.lifts.filter((lift) => lift.sessionId === sessionId);
          expect(file.records.lifts.map(({ id }) => id)).toEqual(lifts.map(({ id }) => id).sort());
          const named = [
            records.sessions[0]!.personId,
            ...file.records.amendments.map(({ amendment }) =>
              amendment.kind === 'person' ? amendment.personId : null,
            ),
          ];
          const people = new Set(file.records.people.map(({ id }) => id));
          for (const id of named) if (id !== null) expect(people).toContain(id);
          store.close();
        },
      ),
      { numRuns: 15 },
    );
  });
});
