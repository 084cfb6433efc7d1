import { csvFormatRows, dsvFormat } from 'd3-dsv';

export type CsvCell = string | number | boolean | null;

/**
 * Text that a table program would take for a formula (OWASP, CSV injection): behind an apostrophe it stays text. Numbers
 * are none.
 */
const neutral = (text: string): string =>
  /^[\s\p{Cf}]*[=+\-@\t\r＝＋－＠]/u.test(text) ? `'${text}` : text;

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return typeof cell === 'string' ? neutral(cell) : String(cell);
}

/**
 * A table as CSV (RFC 4180, UTF-8 with a byte-order mark, which table programs want). Numbers have a point, unknown cells
 * are empty.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [columns, ...rows].map((row) => csvFormatRows([row.map(written)]));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

export const CSV_DELIMITERS = ['\t', ';', ','] as const;
export type CsvDelimiter = (typeof CSV_DELIMITERS)[number];
const READERS = new Map(CSV_DELIMITERS.map((one) => [one, dsvFormat(one)]));

/** The cells of one line; nothing in them is taken for more than text. */
export const cellsOf = (line: string, delimiter: CsvDelimiter): string[] =>
  READERS.get(delimiter)!.parseRows(line)[0] ?? [];
