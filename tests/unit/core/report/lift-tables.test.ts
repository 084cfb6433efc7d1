import fc from 'fast-check';
import { csvParse, csvParseRows } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { rowOf } from '../../../../src/core/records/lift-row';
import { unpackTrack } from '../../../../src/core/records/track-packing';
import { csvOf } from '../../../../src/core/report/csv';
import {
  frameTable,
  FRAME_COLUMNS,
  LIFT_COLUMNS,
  liftTable,
  type TableLift,
} from '../../../../src/core/report/lift-tables';
import type { AmendmentRecord } from '../../../../src/core/records/amendment-record';
import { parseAnalysis } from '../../../../src/core/session/analysis-file';
import { analysisToRecords } from '../../../../src/pipeline/analysis-records';
import { momentsOf } from '../../../../src/pipeline/score-again';
import { analysed, lifters, savedPoses } from '../recordings';

const file = parseAnalysis(JSON.parse(JSON.stringify(analysed(savedPoses('twist')))));
if (!file.ok) throw new Error(file.error.detail);
const records = analysisToRecords(file.value, 's', Date.UTC(2026, 0, 2, 3, 4, 5), 'video');

function tableLift(note: string, personName = ''): TableLift {
  const lift = records.lifts[0]!,
    session = records.sessions[0]!;
  const amendment: AmendmentRecord = {
    v: 1,
    id: 'n',
    liftId: lift.id,
    sessionId: session.id,
    atMs: 1,
    amendment: { kind: 'note', text: note },
  };
  return { lift, session, row: rowOf(lift, session, [amendment], []), rescores: [], personName };
}
const parsed = (csv: string) => csvParse(csv.slice(1));

const nasty = fc.constantFrom(...'=+-@\t\r\n",;\' aé\u200b＝|%🏋'.split(/(?:)/u));

describe('CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '-'])(
    'text %j is no formula',
    (text) => {
      const [[cell]] = csvParseRows(csvOf(['a'], [[text]]).slice(1)).slice(1) as [[string]];
      expect(cell).toBe(`'${text}`);
    },
  );

  it('any text comes back, behind an apostrophe at most; cells stay apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: nasty, maxLength: 8 }), { minLength: 2, maxLength: 4 }),
        (cells) => {
          const rows = csvParseRows(csvOf(['a', 'b'], [cells, ['end', 1]]).slice(1));
          expect(rows).toHaveLength(3);
          expect(rows[1]!.map((cell, i) => (cell === `'${cells[i]!}` ? cells[i] : cell))).toEqual(
            cells,
          );
          for (const cell of rows[1]!) expect(cell).not.toMatch(/^\s*[=+\-@\t\r]/);
          expect(rows[2]).toEqual(['end', '1']);
        },
      ),
    );
  });

  it('numbers keep their sign and their point, unknown is empty', () => {
    expect(csvOf(['a', 'b', 'c', 'd'], [[-1.5, null, NaN, true]])).toBe(
      '\ufeffa,b,c,d\r\n-1.5,,,true\r\n',
    );
  });
});

describe('table of lifts', () => {
  it('has one row a lift, with what its verdict says', () => {
    const table = parsed(liftTable([tableLift('=cmd', 'Jürgen, "J"')]));
    expect(table.columns).toEqual(LIFT_COLUMNS);
    const { verdict } = records.lifts[0]!;
    const twist = verdict.checks.find(({ id, phase }) => id === 'twist' && phase === 'lift')!;
    const start = new Date(Date.UTC(2026, 0, 2, 3, 4, 5) + Math.round(verdict.startS * 1000));
    expect(table).toHaveLength(1);
    expect(table[0]).toMatchObject({
      started_utc: start.toISOString(),
      person: 'Jürgen, "J"',
      note: "'=cmd",
      not_a_lift: 'false',
      mass_kg: '',
      twist_lift_state: twist.state,
      twist_lift_deg: twist.value === null ? '' : String(twist.value),
      twist_lift_not_judged: twist.notJudged ?? '',
      lower_end_s: verdict.lowerEndS === null ? '' : String(verdict.lowerEndS),
    });
  });
});

describe('table of frames', () => {
  it('has one row a frame, every measure with its error and whether it is judged', () => {
    const track = unpackTrack(records.tracks[0]!);
    if (!track.ok) throw new Error(track.error.detail);
    const moments = momentsOf(track.value, lifters);
    const table = parsed(frameTable('l', moments));
    expect(table.columns).toEqual(FRAME_COLUMNS);
    expect(table.map(({ lift_id }) => lift_id)).toEqual(moments.map(() => 'l'));
    expect(Number(table[5]!.trunkInclinationDeg)).toBeCloseTo(
      moments[5]!.measures.trunkInclinationDeg.value!,
      3,
    );
    expect(table[5]!.lumbarFlexionDeg).toBe('');
    expect(table[5]!.lumbarFlexionDeg_judged).toBe('not-measurable');
  });
});

const docs = readFileSync(new URL('../../../../docs/kept-files.md', import.meta.url), 'utf8');
it.each(LIFT_COLUMNS.filter((name) => !/_(lift|lower)_/.test(name)))(
  'docs/kept-files.md explains %s',
  (name) => {
    expect(docs).toContain(`\`${name}\``);
  },
);
