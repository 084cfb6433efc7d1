import { csvParse } from 'd3-dsv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type {
  JobSheet,
  MethodId,
  MethodSheet,
  SheetInput,
  SheetResult,
} from '../../../../src/core/job/sheet';
import { JOB_COLUMNS, jobTable, type JobTableWords } from '../../../../src/core/report/job-table';
import { aJob } from '../../../fixtures/job';

const method = (id: MethodId, change: Partial<MethodSheet<never>> = {}): MethodSheet<never> => ({
  method: id,
  state: 'asked',
  asked: ['massKg'],
  refused: [],
  notJudged: [],
  inputs: [],
  results: [],
  differs: [],
  source: `source of ${id}`,
  verified: true,
  detail: null,
  ...change,
});
const input = (change: Partial<SheetInput> & Pick<SheetInput, 'path'>): SheetInput => ({
  value: null,
  error: null,
  unit: null,
  from: null,
  why: 'not-asked',
  ...change,
});
const result = (change: Partial<SheetResult> & Pick<SheetResult, 'name'>): SheetResult => ({
  value: null,
  low: null,
  high: null,
  unit: null,
  level: null,
  why: null,
  verified: true,
  ...change,
});
const reach = {
  path: 'origin.horizontalCm',
  value: 41.23456,
  error: 7.0004,
  unit: 'cm',
  from: 'camera',
  why: null,
} as const;
const load = { path: 'massKg', unit: 'kg' } as const;
const li = { name: 'li', value: 1.40049, low: 1.1, high: 1.8, level: 1 } as const;

const sheet = (niosh: Partial<MethodSheet<never>>): JobSheet => ({
  niosh: method('niosh', niosh),
  reba: method('reba', {
    state: 'not-judged',
    notJudged: ['too-uncertain', 'too-short'],
    results: [result({ name: 'left', why: 'too-uncertain', verified: false })],
    verified: false,
  }),
  rula: method('rula'),
  owas: method('owas'),
  mac: method('mac', {
    state: 'told',
    asked: [],
    inputs: [input({ path: 'mac.grip', value: '=cmd|1', from: 'asked', why: null })],
    results: [result({ name: 'colour-grip', value: 'amber', low: 'green', high: 'red' })],
  }),
  iso11226: method('iso-11226'),
  en1005: method('en-1005-4'),
  acgih: method('acgih', { state: 'refused', refused: ['one-hand', 'heat'] }),
  iso11228: method('iso-11228-1'),
});
const measured = sheet({
  state: 'told',
  asked: [],
  inputs: [input(reach), input({ ...load, value: 12, error: 0, from: 'asked', why: null })],
  results: [result(li), result({ name: 'vli', why: 'not-asked', verified: false })],
});
const changed = sheet({
  state: 'told',
  asked: [],
  inputs: [
    input({ ...reach, value: 30, error: 0, from: 'asked' }),
    input({ path: 'control', value: false, from: 'asked', why: null }),
    input(load),
  ],
  results: [result({ ...li, value: 0.95, low: 0.9, high: 1, level: 0 })],
});
const words: JobTableWords = {
  method: (id) => `Method ${id}`,
  input: (path) => `+ ${path}`,
  result: (name, id) => `${name} of ${id}`,
};
const job = aJob('j', { name: '\t=HYPERLINK("x")', sessionId: 's', liftId: 'l' });
const rowsOf = (csv: string) => csvParse(csv.slice(1));
const tableRows = () => rowsOf(jobTable(job, { measured, changed }, words));
const row = (id: string, kind: string, name = '') =>
  tableRows().find((one) => one.method === id && one.kind === kind && one.name === name)!;

describe('the table of a job', () => {
  it('has a row a method, an input and a result, in the order of the methods', () => {
    const rows = tableRows();
    expect(rows.columns).toEqual(JOB_COLUMNS);
    expect(rows.map(({ method: id, kind, name }) => `${id} ${kind} ${name}`)).toEqual([
      'niosh method ',
      'niosh input origin.horizontalCm',
      'niosh input massKg',
      'niosh input control',
      'niosh result li',
      'niosh result vli',
      'reba method ',
      'reba result left',
      'rula method ',
      'owas method ',
      'mac method ',
      'mac input mac.grip',
      'mac result colour-grip',
      'iso-11226 method ',
      'en-1005-4 method ',
      'acgih method ',
      'iso-11228-1 method ',
    ]);
    for (const one of rows)
      expect(one).toMatchObject({ job_id: 'j', session_id: 's', lift_id: 'l' });
  });

  it('says of an input where it is from, with its error, as measured and if changed', () => {
    expect(row('niosh', 'input', 'origin.horizontalCm')).toMatchObject({
      ...{ method_name: 'Method niosh', unit: 'cm', verified: '', source: '' },
      ...{ value: '41.235', error: '7', from: 'camera', why: '' },
      ...{ changed_value: '30', changed_error: '0', changed_from: 'asked', changed_why: '' },
    });
    expect(row('niosh', 'input', 'massKg')).toMatchObject({
      ...{ value: '12', from: 'asked' },
      ...{ changed_value: '', changed_error: '', changed_from: 'not-there' },
      changed_why: 'not-asked',
    });
    // Asked only in one of the two.
    expect(row('niosh', 'input', 'control')).toMatchObject({ value: '', from: '', why: '' });
    expect(row('niosh', 'input', 'control')).toMatchObject({ changed_value: 'false' });
  });

  it('says of a result what the errors leave open, its level, source, and what was not read again', () => {
    expect(row('niosh', 'result', 'li')).toMatchObject({
      ...{ text: 'li of niosh', value: '1.4', low: '1.1', high: '1.8', level: '1', why: '' },
      ...{ changed_value: '0.95', changed_low: '0.9', changed_high: '1', changed_level: '0' },
      ...{ verified: 'true', source: 'source of niosh' },
    });
    expect(row('niosh', 'result', 'vli')).toMatchObject({
      ...{ value: '', low: '', level: '', why: 'not-asked', verified: 'false', changed_why: '' },
    });
    expect(row('mac', 'result', 'colour-grip')).toMatchObject({ value: 'amber', high: 'red' });
  });

  it('says of a method without a result why there is none', () => {
    expect(row('niosh', 'method')).toMatchObject({ value: 'told', why: '', changed_value: 'told' });
    expect(row('reba', 'method')).toMatchObject({
      ...{ value: 'not-judged', why: 'too-uncertain too-short', verified: 'false' },
    });
    expect(row('acgih', 'method')).toMatchObject({ value: 'refused', why: 'one-hand heat' });
    expect(row('owas', 'method')).toMatchObject({ value: 'asked', why: 'massKg' });
  });

  it('leaves the cells of a change empty when nothing is compared', () => {
    const alone = rowsOf(jobTable(job, { measured, changed: null }, words));
    expect(alone).toHaveLength(tableRows().length - 1);
    for (const one of alone)
      for (const column of JOB_COLUMNS.filter((name) => name.startsWith('changed_')))
        expect(one[column]).toBe('');
  });

  it('has nothing in it that a table program takes for a formula', () => {
    expect(row('mac', 'input', 'mac.grip').value).toBe("'=cmd|1");
    for (const one of tableRows()) {
      expect(one.job).toBe(`'${job.name}`);
      for (const cell of Object.values(one)) expect(cell).not.toMatch(/^\s*[=+@]/);
    }
  });

  it('is explained column by column', () => {
    const text = readFileSync(new URL('../../../../docs/kept-files.md', import.meta.url), 'utf8');
    const part = text.slice(text.indexOf('of a **job**'));
    for (const column of JOB_COLUMNS)
      expect(part).toContain(`\`${column.replace(/^changed_.*/, 'changed_…')}\``);
  });
});
