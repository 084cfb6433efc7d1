import * as v from 'valibot';
import { describe, expect, it, vi } from 'vitest';
import { parseAmendment } from '../../../../src/core/records/amendment-record';
import { parseJob } from '../../../../src/core/records/job-record';
import { parseLift } from '../../../../src/core/records/lift-record';
import { parsePerson } from '../../../../src/core/records/person-record';
import { recordReader } from '../../../../src/core/records/record-reader';
import { parseRescore } from '../../../../src/core/records/rescore-record';
import { parseSession } from '../../../../src/core/records/session-record';
import { packTrack } from '../../../../src/core/records/track-packing';
import { parseTrack } from '../../../../src/core/records/track-record';
import fc from 'fast-check';
import { aJob } from '../../../fixtures/job';
import { anyStoredRecords, anyTrack } from '../../../fixtures/stored-records';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** A made-up kind of record in its third version. */
const parseBox = recordReader({
  name: 'box',
  schema: v.strictObject({ v: v.literal(3), widthM: v.number(), label: v.string() }),
  migrations: [
    ({ width, ...rest }) => ({ ...rest, widthCm: width }),
    ({ widthCm, ...rest }) => ({ ...rest, widthM: (widthCm as number) / 100, label: '' }),
  ],
});

describe('a record of any version', () => {
  it.each([
    [
      { v: 1, width: 40 },
      { v: 3, widthM: 0.4, label: '' },
    ],
    [
      { v: 2, widthCm: 40 },
      { v: 3, widthM: 0.4, label: '' },
    ],
    [
      { v: 3, widthM: 0.4, label: 'a' },
      { v: 3, widthM: 0.4, label: 'a' },
    ],
  ])('%j is read as of today', (data, record) => {
    expect(parseBox(data)).toEqual({ ok: true, value: record });
  });

  it.each([
    [{ v: 4, widthM: 1, label: '' }, 'box.v: version 4 is newer than 3'],
    [{ v: 0 }, 'box.v: no version'],
    [{ v: '1' }, 'box.v: no version'],
    [{ v: 1.5 }, 'box.v: no version'],
    [null, 'box: no object'],
    [[], 'box: no object'],
    [{ v: 1 }, /^box\.widthM: /],
    [{ v: 3, widthM: 1, label: 2 }, /^box\.label: /],
  ])('%j is refused', (data, why) => {
    const result = parseBox(data);
    if (result.ok) throw new Error('read');
    expect(result.error.kind).toBe('import-refused');
    if (typeof why === 'string') expect(result.error.detail).toBe(why);
    else expect(result.error.detail).toMatch(why);
  });
});

const READERS = {
  people: parsePerson,
  sessions: parseSession,
  lifts: parseLift,
  tracks: parseTrack,
  amendments: parseAmendment,
  rescores: parseRescore,
};

describe('records', () => {
  it('what a store holds is read as it is', () => {
    fc.assert(
      fc.property(anyStoredRecords, (records) => {
        for (const [list, parse] of Object.entries(READERS))
          for (const record of records[list as keyof typeof READERS])
            expect(parse(record)).toEqual({ ok: true, value: record });
      }),
      { numRuns: 40 },
    );
  });

  it('nothing else gets through, and nothing throws', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (data) => {
        for (const parse of Object.values(READERS)) {
          expect(parse(data).ok).toBe(false);
          expect(parse({ v: 1, id: 'a', data }).ok).toBe(false);
        }
      }),
    );
  });

  const verdict = fc
    .sample(
      anyStoredRecords.filter(({ lifts }) => lifts.some((lift) => lift.verdict.checks.length > 0)),
      { numRuns: 1, seed: 3 },
    )[0]!
    .lifts.find((lift) => lift.verdict.checks.length > 0)!;
  const check = verdict.verdict.checks[0]!;
  it.each([
    ['a score that is no number', { score: NaN }, 'score'],
    ['a time without end', { startS: Infinity }, 'startS'],
    ['a check of another kind', { checks: [{ ...check, id: 'slouch' }] }, 'checks.0.id'],
    [
      'half a check',
      { checks: [{ ...check, value: null, state: 'ok', notJudged: null }] },
      'checks.0',
    ],
    ['more checks than there are', { checks: Array(101).fill(check) }, 'checks'],
    ['a headline without its check', { headline: { kind: 'twist' } }, 'headline.check'],
  ])('a verdict with %s is refused', (_, change, path) => {
    const result = parseLift({ ...verdict, verdict: { ...verdict.verdict, ...change } });
    if (result.ok) throw new Error('read');
    expect(result.error.detail.startsWith(`lift.verdict.${path}: `)).toBe(true);
  });

  it('a track whose standing pose is of another detector is refused', () => {
    const track = packTrack(fc.sample(anyTrack, { numRuns: 1, seed: 1 })[0]!, 'l');
    const { baseline } = track;
    const other = { ...track, baseline: { ...baseline, keypoints: baseline.keypoints.slice(1) } };
    expect(parseTrack(track).ok).toBe(true);
    expect(parseTrack(other).ok).toBe(false);
  });
});

describe('a job that is kept', () => {
  it.each([
    [null, null, true],
    ['s', null, true],
    ['s', 'l', true],
    [null, 'l', false],
  ])('of session %s and lift %s: %s', (sessionId, liftId, isRead) => {
    const read = parseJob(aJob('j', { sessionId, liftId }));
    expect(read.ok).toBe(isRead);
    if (!read.ok) expect(read.error.detail).toContain('a lift without its session');
  });
});

describe('packed poses of a track', () => {
  it.each([
    [new Uint8Array(8e6), true],
    [new Uint8Array(8e6 + 1), false],
    [[1, 2, 3], false],
    ['', false],
  ])('are read or refused', (packed, isRead) => {
    const [track] = fc.sample(anyTrack, { numRuns: 1, seed: 1 });
    expect(parseTrack({ ...packTrack(track!, 'l'), packed }).ok).toBe(isRead);
  });
});
