import { MEASURE_NAMES } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import { verdictNow, type LiftRow } from '../records/lift-row';
import type { LiftRecord } from '../records/lift-record';
import type { RescoreRecord } from '../records/rescore-record';
import type { SessionRecord } from '../records/session-record';
import { CHECK_IDS, type CheckPhase } from '../scoring/check';
import { RULES } from '../scoring/rules';
import type { EpochMs } from '../units';
import { csvOf, type CsvCell } from './csv';

/** One lift with what its row of the table needs. */
export interface TableLift {
  lift: LiftRecord;
  session: SessionRecord;
  row: LiftRow;
  rescores: readonly RescoreRecord[];
  /** '' = nobody was named. */
  personName: string;
}

const PHASES: readonly CheckPhase[] = ['lift', 'lower'];
const UNITS = { deg: 'deg', m: 'm', 'deg/s': 'deg_s' } as const;

const CHECK_COLUMNS = CHECK_IDS.flatMap((id) =>
  PHASES.map((phase) => ({ id, phase, name: `${id.replaceAll('-', '_')}_${phase}` })),
);

/** Columns of {@link liftTable}; docs/kept-files.md explains each. */
export const LIFT_COLUMNS = [
  'lift_id',
  'session_id',
  'started_utc',
  'person',
  'task',
  'mass_kg',
  'note',
  'not_a_lift',
  'origin',
  'source',
  'detector',
  'rules',
  'lifter',
  'start_s',
  'grasp_s',
  'peak_s',
  'end_s',
  'lower_start_s',
  'release_s',
  'lower_end_s',
  'score',
  'coverage_judged',
  'coverage_of',
  'headline',
  'state',
  ...CHECK_COLUMNS.flatMap(({ id, name }) => [
    `${name}_${UNITS[RULES[id].unit]}`,
    `${name}_error`,
    `${name}_state`,
    `${name}_not_judged`,
  ]),
];

const utc = (ms: EpochMs): string => new Date(ms).toISOString();

/** One row a lift, with the verdict that holds now. */
export function liftTable(lifts: readonly TableLift[]): string {
  return csvOf(
    LIFT_COLUMNS,
    lifts.map(({ lift, session, row, rescores, personName }): CsvCell[] => {
      const { rules, lifter, verdict } = verdictNow(lift, rescores);
      return [
        lift.id,
        session.id,
        utc(lift.startedMs),
        personName,
        row.task,
        row.massKg,
        row.note,
        row.notALift,
        session.origin,
        session.sourceName,
        lift.detector,
        rules,
        lifter,
        verdict.startS,
        verdict.graspS,
        verdict.peakS,
        verdict.endS,
        verdict.lowerStartS,
        verdict.releaseS,
        verdict.lowerEndS,
        verdict.score,
        verdict.coverage.judged,
        verdict.coverage.of,
        verdict.headline.kind,
        row.state,
        ...CHECK_COLUMNS.flatMap(({ id, phase }): CsvCell[] => {
          const check = verdict.checks.find((one) => one.id === id && one.phase === phase);
          return check === undefined
            ? [null, null, null, null]
            : [check.value, check.error, check.state, check.notJudged];
        }),
      ];
    }),
  );
}

/** Columns of {@link frameTable}. */
export const FRAME_COLUMNS = [
  'lift_id',
  'time_s',
  ...MEASURE_NAMES.flatMap((name) => [name, `${name}_error`, `${name}_judged`]),
];

const rounded = (x: number | null, digits: number): number | null =>
  x === null ? null : Math.round(x * 10 ** digits) / 10 ** digits;

/** One row a frame: all measures of a kept lift, as `momentsOf` gives them. */
export function frameTable(liftId: string, moments: readonly Moment[]): string {
  return csvOf(
    FRAME_COLUMNS,
    moments.map(({ timeS, measures }): CsvCell[] => [
      liftId,
      rounded(timeS, 4),
      ...MEASURE_NAMES.flatMap((name): CsvCell[] => {
        const { value, error, judged } = measures[name];
        return [rounded(value, 3), rounded(error, 3), judged === true ? 'yes' : judged];
      }),
    ]),
  );
}
