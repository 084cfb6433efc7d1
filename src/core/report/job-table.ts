import type { AnswerPath } from '../job/job-answers';
import {
  METHODS,
  type JobSheet,
  type MethodId,
  type MethodSheet,
  type ResultName,
  type SheetInput,
  type SheetResult,
} from '../job/sheet';
import type { JobRecord } from '../records/job-record';
import { csvOf, type CsvCell } from './csv';

/** Names for people, of the caller's language; they stand beside the ids. */
export interface JobTableWords {
  method: (method: MethodId) => string;
  input: (path: AnswerPath) => string;
  result: (name: ResultName, method: MethodId) => string;
}

const FOUND_COLUMNS = ['value', 'error', 'low', 'high', 'level', 'from', 'why'];

/** Columns of {@link jobTable}; docs/kept-files.md explains each. */
export const JOB_COLUMNS = [
  'job_id',
  'job',
  'session_id',
  'lift_id',
  'method',
  'method_name',
  'kind',
  'name',
  'text',
  'unit',
  ...FOUND_COLUMNS,
  ...FOUND_COLUMNS.map((name) => `changed_${name}`),
  'verified',
  'source',
];

type AnyMethod = MethodSheet<unknown>;

/** To the thousandth: finer than any input is measured. */
const rounded = (value: CsvCell): CsvCell =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

const EMPTY: CsvCell[] = FOUND_COLUMNS.map(() => null);

/** What was found of a method as a whole: its state, and what stands in the way of a result. */
const methodCells = (sheet: AnyMethod): CsvCell[] => {
  const { state, asked, refused, notJudged } = sheet;
  const why = { told: [], asked, refused, 'not-judged': notJudged }[state];
  return [state, null, null, null, null, null, why.join(' ')];
};

const inputCells = ({ value, error, from, why }: SheetInput): CsvCell[] => [
  rounded(value),
  rounded(error),
  null,
  null,
  null,
  from ?? 'not-there',
  why,
];

const resultCells = ({ value, low, high, level, why }: SheetResult): CsvCell[] => [
  rounded(value),
  null,
  rounded(low),
  rounded(high),
  level,
  null,
  why,
];

/** Both lists by their keys, in the order of the first; what only the second has comes after. */
function pairs<T>(
  first: readonly T[],
  second: readonly T[],
  keyOf: (item: T) => string,
): [T | null, T | null][] {
  const others = new Map(second.map((item) => [keyOf(item), item]));
  const own = new Set(first.map(keyOf));
  return [
    ...first.map((item): [T, T | null] => [item, others.get(keyOf(item)) ?? null]),
    ...second.filter((item) => !own.has(keyOf(item))).map((item): [null, T] => [null, item]),
  ];
}

const methodOf = (sheet: JobSheet, id: MethodId): AnyMethod =>
  Object.values(sheet as unknown as Record<string, AnyMethod>).find(({ method }) => method === id)!;

/**
 * A job sheet for a table program, as measured and, beside it, if changed: of each method one row for itself (its state),
 * one an input and one a result. Numbers are metric, in the unit of their row.
 *
 * @param changed null: nothing is compared, its cells are empty
 */
export function jobTable(
  job: Pick<JobRecord, 'id' | 'name' | 'sessionId' | 'liftId'>,
  { measured, changed }: { measured: JobSheet; changed: JobSheet | null },
  words: JobTableWords,
): string {
  const about = [job.id, job.name, job.sessionId, job.liftId];
  const rows = METHODS.flatMap((id): CsvCell[][] => {
    const own = methodOf(measured, id);
    const other = changed && methodOf(changed, id);
    const method = [...about, id, words.method(id)];
    const source = own.source;
    const inputs = pairs(own.inputs, other?.inputs ?? [], ({ path }) => path);
    const results = pairs(own.results, other?.results ?? [], ({ name }) => name);
    return [
      [
        ...[...method, 'method', null, null, null],
        ...[...methodCells(own), ...(other ? methodCells(other) : EMPTY)],
        ...[own.verified, source],
      ],
      ...inputs.map(([now, then]): CsvCell[] => {
        const { path, unit } = (now ?? then)!;
        return [
          ...[...method, 'input', path, words.input(path), unit],
          ...[...(now ? inputCells(now) : EMPTY), ...(then ? inputCells(then) : EMPTY)],
          ...[null, null],
        ];
      }),
      ...results.map(([now, then]): CsvCell[] => {
        const { name, unit } = (now ?? then)!;
        const verified = [now, then].every((one) => one === null || one.verified);
        return [
          ...[...method, 'result', name, words.result(name, id), unit],
          ...[...(now ? resultCells(now) : EMPTY), ...(then ? resultCells(then) : EMPTY)],
          ...[verified, source],
        ];
      }),
    ];
  });
  return csvOf(JOB_COLUMNS, rows);
}
