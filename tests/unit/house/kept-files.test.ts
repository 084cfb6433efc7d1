import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { CUE_IDS } from '../../../src/core/coaching/cue-list';
import { sessionsOf } from '../../../src/core/course/course';
import { VIEW_NAMES } from '../../../src/core/kinematics/camera-view';
import { rowOf } from '../../../src/core/records/lift-row';
import { SESSION_ORIGINS } from '../../../src/core/records/session-record';
import { LIFT_STATIONS, STATIONS, TASK_KINDS } from '../../../src/core/records/training-record';
import { unpackTrack } from '../../../src/core/records/track-packing';
import {
  KEPT_FILE_ENDING,
  KEPT_FILE_SCHEMAS,
  LINE_KINDS,
  OLDER_BACKUP,
} from '../../../src/core/report/kept-file';
import { readKeptFile, type KeptFile } from '../../../src/core/report/kept-file-reader';
import { writeKeptFile } from '../../../src/core/report/kept-file-writer';
import { readImport } from '../../../src/pipeline/import-file';
import { lineFaults } from '../../fixtures/analysis-schema';
import { anyStoredRecords } from '../../fixtures/stored-records';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const text = read('docs/kept-files.md');
type Enum = { enum: string[] };
const schema = JSON.parse(read('docs/kept-files.schema.json')) as {
  oneOf: { required: string[] }[];
  $defs: {
    session: { properties: { origin: Enum } };
    training: { properties: { task: { properties: { kind: Enum } } } };
    participant: { properties: { station: Enum } };
    turn: { properties: { station: Enum } };
    setup: { properties: { view: Enum } };
    cue: Enum;
  };
};
const parsed = (line: string): unknown => JSON.parse(line);

function opened(name: string): KeptFile {
  const file = readKeptFile(read(`tests/fixtures/kept/${name}`));
  if (!file.ok) throw new Error(file.error.detail);
  return file.value;
}

describe('docs/kept-files.schema.json', () => {
  it('names what the code names', () => {
    expect(schema.oneOf.map(({ required }) => required[0])).toEqual([
      'schema',
      ...LINE_KINDS,
      'end',
    ]);
    expect(schema.$defs.session.properties.origin.enum).toEqual([...SESSION_ORIGINS]);
    const { training, participant, turn, setup, cue } = schema.$defs;
    expect(training.properties.task.properties.kind.enum).toEqual([...TASK_KINDS]);
    expect(participant.properties.station.enum).toEqual([...STATIONS]);
    expect(turn.properties.station.enum).toEqual([...LIFT_STATIONS]);
    expect(setup.properties.view.enum).toEqual([...VIEW_NAMES]);
    expect(cue.enum).toEqual(CUE_IDS);
  });

  it('fits every line of any file that is written', () => {
    fc.assert(
      fc.property(
        anyStoredRecords,
        fc.constantFrom('session' as const, 'backup' as const),
        (records, kind) => {
          for (const line of writeKeptFile(kind, records))
            expect(lineFaults(parsed(line)), line).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each([
    '{"schema":"liftcheck.backup/3"}',
    '{"person":{"v":1,"id":"","name":"","heightM":null,"createdMs":1}}',
    '{"person":{"v":1,"id":"a","name":"","heightM":9,"createdMs":1}}',
    '{"amendment":{"v":1,"id":"a","liftId":"b","sessionId":"c","atMs":1,"amendment":{"kind":"other"}}}',
    '{"end":{"records":1}}',
  ])('refuses %s, as the reader does', (line) => {
    expect(lineFaults(parsed(line))).not.toEqual([]);
    expect(readKeptFile(`{"schema":"liftcheck.backup/1"}\n${line}\n`).ok).toBe(false);
  });
});

it.each([KEPT_FILE_ENDING, ...Object.values(KEPT_FILE_SCHEMAS), OLDER_BACKUP, ...LINE_KINDS])(
  'docs/kept-files.md explains %s',
  (name) => {
    expect(text).toContain(name);
  },
);

describe('files of every version', () => {
  it('a session opens', () => {
    const { kind, records } = opened('session-1.liftcheck.jsonl');
    expect(kind).toBe('session');
    expect(records.people).toMatchObject([{ name: 'Jörg 7', heightM: 1.83 }]);
    const rows = records.lifts.map((lift) =>
      rowOf(
        lift,
        records.sessions[0]!,
        records.amendments.filter(({ liftId }) => liftId === lift.id),
        records.rescores.filter(({ liftId }) => liftId === lift.id),
      ),
    );
    expect(rows).toMatchObject([
      { note: 'Box was heavy – „schwer“', massKg: 12.5, notALift: false, personId: 'person-j' },
      { notALift: false, personId: 'person-j', task: 'Crates, back room' },
      { personId: null },
    ]);
    expect(records.lifts[0]!.verdict.checks.map(({ state }) => state)).toContain('ok');
    for (const record of records.tracks) {
      const track = unpackTrack(record);
      expect(
        track.ok && track.value.frames.filter(({ pose }) => pose !== null).length,
      ).toBeGreaterThan(20);
    }
  });

  it('a backup opens', () => {
    const { kind, records } = opened('backup-1.liftcheck.jsonl');
    expect(kind).toBe('backup');
    expect(records.sessions.map(({ personId }) => personId)).toEqual(['person-j', null]);
    expect([records.lifts.length, records.tracks.length, records.rescores.length]).toEqual([
      4, 3, 1,
    ]);
  });

  it('a backup with a training opens', () => {
    const { kind, records } = opened('backup-2.liftcheck.jsonl');
    expect(kind).toBe('backup');
    const { trainings, ...rest } = records;
    expect({ ...rest, trainings: [] }).toEqual(opened('backup-1.liftcheck.jsonl').records);
    expect(trainings).toMatchObject([
      {
        site: 'Warehouse, gate 3 – „Nord“',
        programmeId: 'training-spring',
        task: { kind: 'turn-and-place', massKg: 8.5 },
        setup: { view: 'side', azimuthDeg: -84.5 },
        currentId: 'person-j',
      },
    ]);
    const [jorg, twelve, no] = trainings[0]!.roster;
    expect(jorg).toMatchObject({ name: 'Jörg 7', focus: ['step-closer', 'turn-your-feet'] });
    expect(jorg!.turns).toMatchObject([
      { station: 'baseline', strain: { beyond20: { likelyS: 5.5 } } },
      { station: 'try', redone: true, cues: [{ lift: 0, cue: 'turn-your-feet' }] },
    ]);
    expect(sessionsOf(trainings[0]!)).toEqual(records.sessions.map(({ id }) => id));
    expect(twelve).toMatchObject({ consent: null, skipped: true });
    expect(no).toMatchObject({ name: '<b>No</b>', consent: { agreed: false } });
  });

  it('an analysis opens as a session', async () => {
    const json = read('tests/fixtures/kept/analysis-1.json');
    const file = await readImport(
      (async function* () {
        yield await Promise.resolve(json);
      })(),
      'analysis-1.json',
      1e12,
    );
    if (!file.ok || file.value.kind !== 'analysis') throw new Error('no analysis');
    const { lifts, tracks, sessions } = file.value.records;
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.verdict).toEqual((JSON.parse(json) as { lifts: unknown[] }).lifts[0]);
    expect(tracks).toHaveLength(1);
    expect(sessions[0]!.origin).toBe('poses');
  });

  it.each(['session-1', 'backup-1', 'backup-2'])('%s fits the schema, line by line', (name) => {
    for (const line of read(`tests/fixtures/kept/${name}.liftcheck.jsonl`).trimEnd().split('\n'))
      expect(lineFaults(parsed(line))).toEqual([]);
  });
});
