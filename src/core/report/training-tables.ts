import { pairedChange } from '../coaching/paired-change';
import { strainOf, verdictsAt, type VerdictsOf } from '../course/group-result';
import type { Participant, TrainingRecord } from '../records/training-record';
import type { Rule } from '../scoring/rules';
import { summarise } from '../strain/strain-summary';
import type { CheckOfSession } from './compare-sessions';
import { csvOf, type CsvCell } from './csv';

const STATION_COLUMNS = ['mean', 'error', 'judged_lifts', 'flagged_lifts'];

const STRAIN_COLUMNS = [
  'strain_watched_s',
  'strain_judged_s',
  ...['20', '60'].flatMap((deg) =>
    ['', '_least', '_most'].map((which) => `strain_beyond_${deg}${which}_s`),
  ),
  'strain_longest_hold_s',
  'strain_longest_hold_deg',
  'strain_longest_hold_error_deg',
  'strain_lifts',
  'strain_lifts_per_minute',
];

/** Columns of {@link trainingTable}; docs/kept-files.md explains each. */
export const TRAINING_COLUMNS = [
  'training_id',
  'programme_id',
  'started_utc',
  'site',
  'trainer',
  'task',
  'what',
  'mass_kg',
  'number',
  'person',
  'station',
  'check',
  'unit',
  ...['baseline', 'retest'].flatMap((at) => STATION_COLUMNS.map((name) => `${at}_${name}`)),
  'change',
  'change_error',
  'way',
  ...STRAIN_COLUMNS,
];

const rounded = (x: number | null | undefined, digits: number): number | null =>
  x === null || x === undefined ? null : Math.round(x * 10 ** digits) / 10 ** digits;

/** Metres to the millimetre, everything else to the tenth. */
const digitsOf = (unit: Rule['unit']): number => (unit === 'm' ? 3 : 1);

const stationCells = ({ mean, flagged }: CheckOfSession, digits: number): CsvCell[] => [
  rounded(mean?.value, digits),
  rounded(mean?.error, digits),
  flagged?.of ?? 0,
  flagged?.count ?? 0,
];

function strainCells(person: Participant): CsvCell[] {
  const totals = strainOf([person]);
  if (totals === null) return STRAIN_COLUMNS.map(() => null);
  const { watchedS, judgedS, beyond20, beyond60, longestHold, lifts, liftsPerMinute } =
    summarise(totals);
  return [
    rounded(watchedS, 1),
    rounded(judgedS, 1),
    ...[beyond20, beyond60].flatMap(({ seconds, lowS, highS }) =>
      [seconds, lowS, highS].map((time) => rounded(time, 1)),
    ),
    rounded(longestHold?.seconds, 1),
    rounded(longestHold?.inclinationDeg, 1),
    rounded(longestHold?.errorDeg, 1),
    lifts,
    rounded(liftsPerMinute, 1),
  ];
}

/**
 * What a training came to, for a table program: one row a person and scored check, in the order of the roster. Only who
 * lifted is in it: who refused, or was not there, is nobody's business.
 *
 * @param how anonymous: people by their number in the roster, without the name they chose
 */
export function trainingTable(
  training: TrainingRecord,
  verdictsOf: VerdictsOf,
  how: { anonymous: boolean } = { anonymous: false },
): string {
  const { id, programmeId, startedMs, site, trainer, task } = training;
  const about = [
    ...[id, programmeId, new Date(startedMs).toISOString(), site, trainer],
    ...[task.kind, task.what, task.massKg],
  ];
  const rows = training.roster.flatMap((person, place) => {
    if (person.turns.length === 0) return [];
    const number = place + 1;
    const who = [number, how.anonymous ? String(number) : person.name, person.station];
    const strain = strainCells(person);
    const [before, after] = (['baseline', 'retest'] as const).map((station) =>
      verdictsAt(person, station, verdictsOf),
    );
    return pairedChange(before!, after!).map((check): CsvCell[] => {
      const digits = digitsOf(check.unit);
      return [
        ...about,
        ...who,
        check.id,
        check.unit,
        ...stationCells(check.before, digits),
        ...stationCells(check.after, digits),
        rounded(check.change?.difference, digits),
        rounded(check.change?.error, digits),
        check.change?.way ?? null,
        ...strain,
      ];
    });
  });
  return csvOf(TRAINING_COLUMNS, rows);
}
