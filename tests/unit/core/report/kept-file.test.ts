import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fromBase64, toBase64 } from '../../../../src/core/report/base64';
import { importPreview } from '../../../../src/core/report/import-preview';
import {
  KeptFileReader,
  readKeptFile,
  type KeptFile,
} from '../../../../src/core/report/kept-file-reader';
import { writeKeptFile } from '../../../../src/core/report/kept-file-writer';
import type { Result } from '../../../../src/core/errors';
import { crc32 } from '../../../../src/core/records/crc32';
import type { StoredRecords } from '../../../../src/core/records/session-store';
import { aTraining, aTrainingOf, aTurn } from '../../../fixtures/training';
import { anyStoredRecords, ordered } from '../../../fixtures/stored-records';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const written = (records: StoredRecords): string => [...writeKeptFile('backup', records)].join('');
const opened = (text: string): KeptFile => {
  const file = readKeptFile(text);
  if (!file.ok) throw new Error(file.error.detail);
  return file.value;
};

/** The file of some lines, with a checksum that fits: what somebody makes on purpose. */
function sealed(lines: readonly string[]): string {
  const body = lines.map((line) => `${line}\n`).join('');
  const end = { records: lines.length - 1, crc32: crc32(new TextEncoder().encode(body)) };
  return `${body}${JSON.stringify({ end })}\n`;
}

/** Refused with a reason, or read as something that can be written and read again. */
function expectWholeOrRefused(result: Result<KeptFile>): void {
  if (!result.ok) {
    expect(result.error.kind).toBe('import-refused');
    expect(result.error.detail).toMatch(/^line \d+: \S/);
  } else
    expect(ordered(opened(written(result.value.records)).records)).toEqual(
      ordered(result.value.records),
    );
}

const content = fc.sample(
  anyStoredRecords.filter(
    (records) =>
      records.lifts.length > 2 &&
      records.tracks.length > 0 &&
      records.amendments.length > 0 &&
      records.rescores.length > 0,
  ),
  { numRuns: 3, seed: 5 },
);

describe('kept files', () => {
  it('any store content comes back the same', () => {
    fc.assert(
      fc.property(anyStoredRecords, (records) => {
        expect(opened(written(records)).records).toEqual(ordered(records));
      }),
    );
  });

  it('the same content in any order is the same file, and ASCII', () => {
    fc.assert(
      fc.property(anyStoredRecords, (records) => {
        const turned = Object.fromEntries(
          Object.entries(records).map(([name, list]) => [
            name,
            (list as object[])
              .map((record) => Object.fromEntries(Object.entries(record).reverse()))
              .reverse(),
          ]),
        ) as unknown as StoredRecords;
        const text = written(records);
        expect(written(turned)).toBe(text);
        expect(text).toMatch(/^[\x20-\x7e\n]*$/);
      }),
      { numRuns: 30 },
    );
  });

  it('may be read in pieces, cut anywhere', () => {
    const text = written(content[0]!);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const reader = new KeptFileReader();
        let from = 0;
        for (const cut of [...cuts.sort((a, b) => a - b), text.length]) {
          expect(reader.push(text.slice(from, cut)).ok).toBe(true);
          from = cut;
        }
        expect(reader.finish()).toEqual({ ok: true, value: opened(text) });
      }),
      { numRuns: 30 },
    );
  });

  it('any byte changed, lost, doubled or added is noticed', () => {
    const texts = content.map(written);
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(),
        fc.constantFrom('flip', 'cut', 'lose', 'double', 'add'),
        fc.string({ minLength: 1, maxLength: 3, unit: 'binary-ascii' }),
        (text, a, b, how, added) => {
          const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y) as [
            number,
            number,
          ];
          const changed = {
            flip: () =>
              text.slice(0, from) +
              String.fromCharCode(text.charCodeAt(from) ^ (1 + (b % 127))) +
              text.slice(from + 1),
            cut: () => text.slice(0, from),
            lose: () => text.slice(0, from) + text.slice(to + 1),
            double: () => text.slice(0, to + 1) + text.slice(from),
            add: () => text.slice(0, from) + added + text.slice(from),
          }[how]();
          fc.pre(changed !== text);
          const result = readKeptFile(changed);
          expectWholeOrRefused(result);
          expect(result.ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('whatever stands in a line with a checksum that fits is read rightly or refused whole', () => {
    const texts = content.map(written);
    const nasty = fc.oneof(
      fc.constantFrom<unknown>(null, true, '', 'x', -1, 1e308, 0.5, [], {}, '__proto__'),
      fc.constant({ toString: 1, constructor: { prototype: {} } }),
      fc.anything(),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.nat(),
        fc.nat(),
        nasty,
        (text, row, place, value) => {
          const lines = text.trimEnd().split('\n').slice(0, -1);
          const line = lines[row % lines.length]!;
          // one value somewhere in the line becomes another
          const places = [
            ...line.matchAll(/:("(?:[^"\\]|\\.)*"|-?\d[^,}\]]*|null|true|false|\{|\[)/g),
          ];
          const spot = places[place % places.length]!;
          const json = (JSON.stringify(value) as string | undefined) ?? 'null';
          const begin = spot.index + 1;
          const isOpening = spot[1] === '{' || spot[1] === '[';
          const changed = isOpening
            ? `${line.slice(0, begin)}${json},"x":${line.slice(begin)}`
            : `${line.slice(0, begin)}${json}${line.slice(begin + spot[1]!.length)}`;
          expectWholeOrRefused(readKeptFile(sealed(lines.map((l) => (l === line ? changed : l)))));
        },
      ),
      { numRuns: 300 },
    );
  });

  const HEAD = '{"schema":"liftcheck.backup/1"}';
  const person = { v: 1, id: 'p', name: 'A', heightM: 1.7, createdMs: 1 };
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  it.each([
    ['nothing', '', /early end|no session file/],
    ['another file', 'hello\n', /line 1: no JSON object/],
    ['JSON of something else', '{"schema":"liftcheck.analysis/1"}\n', /line 1: no session file/],
    ['a later version', '{"schema":"liftcheck.backup/3"}\n', /newer/],
    ['no end', `${HEAD}\n`, /early end/],
    [
      'a record of another kind',
      sealed([HEAD, '{"video":{}}']),
      /line 2: no record of a known kind/,
    ],
    ['a prototype', sealed([HEAD, '{"__proto__":{"v":1}}']), /line 2: no record/],
    ['deep nesting', sealed([HEAD, `{"person":${deep}}`]), /line 2: person: no object/],
    [
      'deep nesting in a field',
      sealed([HEAD, JSON.stringify({ person }).replace('"A"', deep)]),
      /line 2: person.name/,
    ],
    [
      'a record of a later version',
      sealed([HEAD, JSON.stringify({ person: { ...person, v: 2 } })]),
      /person.v: version 2 is newer/,
    ],
    [
      'a person twice',
      sealed([HEAD, JSON.stringify({ person }), JSON.stringify({ person })]),
      /line 3: person: a second one/,
    ],
    [
      'a field of the wrong type',
      sealed([HEAD, JSON.stringify({ person: { ...person, heightM: '1.7' } })]),
      /line 2: person.heightM/,
    ],
    [
      'an unknown field',
      sealed([HEAD, JSON.stringify({ person: { ...person, extra: 1 } })]),
      /line 2: person.extra/,
    ],
  ])('refused whole: %s', (_, text, why) => {
    const result = readKeptFile(text);
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error.detail).toMatch(why);
  });

  it('a lift without its session, and whatever is without its lift, is refused', () => {
    const whole = content[0]!;
    const faults: [StoredRecords, RegExp][] = [
      [{ ...whole, sessions: [] }, /its session .* is missing/],
      [{ ...whole, lifts: [] }, /track: its lift .* is missing/],
      [{ ...whole, lifts: [], tracks: [] }, /(amendment|rescore) .*: its lift .* is missing/],
      [
        { ...whole, amendments: whole.amendments.map((a) => ({ ...a, sessionId: 'other' })) },
        /of another session/,
      ],
    ];
    for (const [spoilt, why] of faults) {
      const result = readKeptFile(written(spoilt));
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.error.detail).toMatch(why);
    }
  });

  it('a turn without a session is none to refuse a backup for: nobody lifted in it yet', () => {
    const training = aTrainingOf('t', { ann: [aTurn('baseline', 'just-begun')] });
    const { records } = opened(written({ ...content[0]!, trainings: [training] }));
    expect(records.trainings).toEqual([training]);
  });

  it('a session file has one session', () => {
    const none = [
      ...writeKeptFile('session', {
        ...content[0]!,
        sessions: [],
        lifts: [],
        tracks: [],
        amendments: [],
        rescores: [],
        trainings: [],
      }),
    ];
    expect(readKeptFile(none.join(''))).toMatchObject({ ok: false });
  });

  it('the preview counts what is known and what is new', () => {
    const records = {
      ...content[0]!,
      trainings: [aTraining('t', { startedMs: 5 }), aTraining('u')],
    };
    const known = {
      people: new Set<string>(),
      sessions: new Set(records.sessions.slice(0, 1).map(({ id }) => id)),
      lifts: new Set([...records.lifts.slice(0, 2).map(({ id }) => id), 'elsewhere']),
      trainings: new Set(['u']),
    };
    const preview = importPreview(records, known);
    expect(preview).toMatchObject({
      people: { all: records.people.length, known: 0 },
      sessions: { all: records.sessions.length, known: 1 },
      lifts: { all: records.lifts.length, known: 2 },
      trainings: { all: 2, known: 1 },
      tracks: records.tracks.length,
    });
    const starts = [...records.sessions, ...records.lifts, ...records.trainings].map(
      ({ startedMs }) => startedMs,
    );
    expect(preview.span).toEqual({ fromMs: Math.min(...starts), untilMs: Math.max(...starts) });
  });
});

describe('base64', () => {
  it('is that of everybody, there and back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(fromBase64(text)).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(['a', 'ab', 'ab=', 'a===', 'ab=c', 'ab==cd==', 'a b=', 'aé==', 'ab/='])(
    '%s is none',
    (text) => {
      expect(fromBase64(text)).toBeNull();
    },
  );
});
