import { fail, ok, type Result } from '../errors';
import { LONGEST_NAME } from '../records/fields';
import { MOST_PARTICIPANTS, type Participant } from '../records/training-record';
import { cellsOf, CSV_DELIMITERS, type CsvDelimiter } from '../report/csv';
import type { Metres } from '../units';

/** Rule ROSTER-3: a list of this many letters is none that a person made. */
const MOST_LETTERS = 1_000_000;

/** Why a line gave nobody; the words for people are in `words/`. */
export const ROSTER_FAULTS = [
  'name-missing',
  'name-too-long',
  'language-unknown', // no language by its tag ('de', 'pt-BR'), nor German or English by name
  'height-unknown', // no height of a person, in metres or centimetres
  'cells-too-many', // 1,75 between commas, most often
  'quotes-open',
  'letters-lost', // the file was not read in the encoding it is in
  'no-room',
] as const;
export type RosterFault = (typeof ROSTER_FAULTS)[number];

export type RosterPerson = Pick<Participant, 'name' | 'language' | 'heightM'>;

export interface Roster {
  people: RosterPerson[];
  /** Lines of the file, from 1. */
  skipped: { line: number; why: RosterFault }[];
}

type Column = 'name' | 'given' | 'family' | 'language' | 'height';

const HEADINGS: Record<string, Column> = {
  name: 'name',
  names: 'name',
  namen: 'name',
  person: 'name',
  nickname: 'name',
  spitzname: 'name',
  participant: 'name',
  participants: 'name',
  teilnehmer: 'name',
  teilnehmerin: 'name',
  'teilnehmer in': 'name',
  teilnehmende: 'name',
  vorname: 'given',
  'first name': 'given',
  'given name': 'given',
  nachname: 'family',
  familienname: 'family',
  'last name': 'family',
  surname: 'family',
  language: 'language',
  sprache: 'language',
  height: 'height',
  'body height': 'height',
  größe: 'height',
  groesse: 'height',
  körpergröße: 'height',
  koerpergroesse: 'height',
};
const LANGUAGE_NAMES: Record<string, string> = {
  deutsch: 'de',
  german: 'de',
  englisch: 'en',
  english: 'en',
};

/** 'Größe (in cm)' is 'größe': which unit a height is in, it says itself. */
function columnOf(heading: string): Column | null {
  const plain = heading
    .toLowerCase()
    .replace(/[\s_()[\]/.,:*-]+/gu, ' ')
    .trim()
    .replace(/( in)? (cm|m)$/u, '');
  return Object.hasOwn(HEADINGS, plain) ? HEADINGS[plain]! : null;
}

/** Text as it can be shown on one line, none of it hidden or turned round. */
const plainText = (cell: string): string =>
  cell
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** @returns undefined = not said rightly, null = not said */
function languageOf(cell: string): string | null | undefined {
  const said = cell.toLowerCase();
  if (said === '') return null;
  if (Object.hasOwn(LANGUAGE_NAMES, said)) return LANGUAGE_NAMES[said];
  return said.length <= 35 && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/u.test(said) ? said : undefined;
}

/** Metres from '1.75', '1,75 m', '175' and '175 cm'. @returns undefined = not said rightly, null = not said */
function heightOf(cell: string): Metres | null | undefined {
  if (cell === '') return null;
  const said = /^(\d{1,3}(?:[.,]\d{1,4})?) ?(m|cm)?$/u.exec(cell.toLowerCase());
  if (said === null) return undefined;
  const value = Number(said[1]!.replace(',', '.'));
  const isCm = said[2] === undefined ? value >= 50 : said[2] === 'cm';
  const heightM = isCm ? Math.round(value * 100) / 10_000 : value;
  return heightM >= 0.5 && heightM <= 2.6 ? heightM : undefined;
}

/** What is more than signs that part cells: a row or a name without it is empty. */
const SAYS_SOMETHING = /[^\s;,"]/u;

const isQuoteOpen = (line: string): boolean => (line.match(/"/gu)?.length ?? 0) % 2 === 1;

/** Columns by a first line that is a heading; null = it is somebody already. */
function headingOf(
  line: string,
): { delimiter: CsvDelimiter; columns: readonly (Column | null)[] } | null {
  for (const delimiter of CSV_DELIMITERS) {
    const columns = cellsOf(line, delimiter).map(columnOf);
    if (columns.some((one) => one === 'name' || one === 'given' || one === 'family'))
      return { delimiter, columns };
  }
  return null;
}

/** Without a heading: the name first, then a language and a height in any order, or nothing. */
const columnsWithoutHeading = (cells: readonly string[]): Column[] =>
  cells.map((cell, i) => (i === 0 ? 'name' : /^\d/u.test(cell) ? 'height' : 'language'));

function personIn(
  cells: readonly string[],
  columns: readonly (Column | null)[],
): RosterPerson | RosterFault {
  if (cells.slice(columns.length).some((cell) => cell !== '')) return 'cells-too-many';
  const said = (column: Column): string[] => cells.filter((_, i) => columns[i] === column);
  if (said('language').length > 1 || said('height').length > 1) return 'cells-too-many';
  const name = [...said('name'), ...said('given'), ...said('family')]
    .filter((part) => part !== '')
    .join(' ');
  if (!SAYS_SOMETHING.test(name)) return 'name-missing';
  if (name.length > LONGEST_NAME) return 'name-too-long';
  const language = languageOf(said('language')[0] ?? '');
  if (language === undefined) return 'language-unknown';
  const heightM = heightOf(said('height')[0] ?? '');
  if (heightM === undefined) return 'height-unknown';
  return { name, language, heightM };
}

/**
 * Rules ROSTER-2 and ROSTER-3: people from a table that somebody made: name, language and height, in columns that a
 * heading names or in this order, between semicolons, commas or tabs, one a line. What is written in a cell is text. Two
 * of the same name are two people. Each line that gives nobody is listed.
 *
 * @param room how many people may still be added
 * @returns 'import-refused' for what is no table at all
 */
export function readRoster(text: string, room = MOST_PARTICIPANTS): Result<Roster> {
  if (text.length > MOST_LETTERS) return fail('import-refused', 'the list is too long');
  if (text.includes('\0') || text.startsWith('PK\u0003'))
    return fail('import-refused', 'no text: save it as CSV');
  const lines = text
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\n|\r/u)
    .map((line, i) => ({ line, number: i + 1 }))
    // Table programs write the delimiter on a line of its own; and leave empty rows.
    .filter(({ line }, i) => SAYS_SOMETHING.test(line) && !(i === 0 && /^sep=.$/iu.test(line)));
  const heading = lines[0] === undefined ? null : headingOf(lines[0].line);
  const delimiter =
    heading?.delimiter ?? CSV_DELIMITERS.find((one) => text.includes(one)) ?? CSV_DELIMITERS[0];
  const roster: Roster = { people: [], skipped: [] };
  for (const { line, number } of heading === null ? lines : lines.slice(1)) {
    const person = personOn(line, delimiter, heading?.columns ?? null);
    const why =
      typeof person === 'string' ? person : roster.people.length >= room ? 'no-room' : null;
    if (why !== null) roster.skipped.push({ line: number, why });
    else roster.people.push(person as RosterPerson);
  }
  return ok(roster);
}

function personOn(
  line: string,
  delimiter: CsvDelimiter,
  columns: readonly (Column | null)[] | null,
): RosterPerson | RosterFault {
  if (line.includes('\ufffd')) return 'letters-lost';
  if (isQuoteOpen(line)) return 'quotes-open';
  const cells = cellsOf(line, delimiter).map(plainText);
  while (cells.at(-1) === '') cells.pop();
  return personIn(cells, columns ?? columnsWithoutHeading(cells));
}
