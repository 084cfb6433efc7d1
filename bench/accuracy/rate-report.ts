import type { DetectorId } from '../../src/core/pose/pose';
import type { CheckId } from '../../src/core/scoring/check';
import type { FrameFigures } from './frame-table';
import type { Weights } from './lifter-weights';
import { STARTS, THINNINGS, thinnedSet, type Thinning } from './rate-sets';
import type { MeasureId } from './readings';
import { measureSet, type SetReport } from './set-report';
import { columns, fixed, percent } from './text-report';
import type { TrueSet } from './true-recording';

/** One set at one rate. */
export interface RateReport {
  thinning: Thinning;
  report: SetReport;
}

/** How the answer depends on the rate: a set of clips, its poses thinned to each. */
export async function rateReports(
  set: TrueSet,
  detector: DetectorId,
  weights: Weights,
): Promise<RateReport[]> {
  const reports: RateReport[] = [];
  for (const thinning of THINNINGS)
    reports.push({
      thinning,
      report: await measureSet(thinnedSet(set, thinning), detector, weights),
    });
  return reports;
}

const MEASURES: readonly (readonly [MeasureId, string])[] = [
  ['trunkInclination', 'trunk °'],
  ['axialTwist', 'twist °'],
  ['kneeFlexion', 'knees °'],
  ['handReach', 'reach % of height'],
  ['trunkVelocity', 'speed °/s'],
];
/** The rounded back comes from pictures, not from poses. */
const CHECKS: readonly CheckId[] = ['bent-back', 'twist', 'far-load', 'sudden', 'straight-legs'];

const rateName = ({ rate, uneven, live }: Thinning, { fps }: SetReport): string =>
  `${live ? 'live' : 'recording'} ${rate}${uneven ? ' uneven' : ''} (${fixed(fps)})`;

/** RMSE of what was judged (share judged, how often the 90 % error holds). */
const cell = (rmse: number, digits: number, judgedShare: number, coverage: number): string =>
  `${fixed(rmse, digits)} (${percent(judgedShare)}, ${percent(coverage)})`;

function frameCell({ frames }: SetReport, measure: MeasureId): string {
  const row = frames.find((one: FrameFigures) => one.measure === measure && one.view === 'all');
  return row === undefined ? '–' : cell(row.rmseJudged, 1, row.judgedShare, row.coverageJudged);
}

/** The tables of one set. */
export function rateLines(reports: readonly RateReport[]): string[] {
  const [{ report: first }] = reports as readonly [RateReport];
  const table = (
    title: string,
    head: readonly string[],
    row: (report: SetReport) => readonly string[],
  ): string[] => [
    '',
    title,
    ...columns([
      ['poses a second (as they came)', ...head],
      ...reports.map(({ thinning, report }) => [rateName(thinning, report), ...row(report)]),
    ]),
  ];
  const worst = first.worst!.map(({ check }) => check);
  return [
    '',
    `=== ${first.folder}, ${first.detector}, lifter ${first.lifter}: each recording ${STARTS} times, begun a share of an interval later`,
    ...reports.flatMap(({ report }) => report.failures.map((failure) => `NOT MEASURED ${failure}`)),
    ...table(
      'Lifts (errors of the times found, s):',
      ['true', 'missed', 'invented', 'start off', 'end off'],
      ({ lifts }) => [
        `${lifts!.trueLifts}`,
        `${lifts!.missed.length}`,
        `${lifts!.invented.length}`,
        fixed(lifts!.startErrorS, 2),
        fixed(lifts!.endErrorS, 2),
      ],
    ),
    ...table(
      'Measures, all frames and views: RMSE where judged (% judged, % that the 90 % error holds):',
      MEASURES.map(([, name]) => name),
      (report) => MEASURES.map(([measure]) => frameCell(report, measure)),
    ),
    ...table(
      'Worst moment of each phase against its true peak: the same, and bias:',
      worst,
      (report) =>
        report.worst!.map(({ check, rmse, bias, judged, phases, coverage }) => {
          const digits = check === 'far-load' ? 3 : 1;
          return `${cell(rmse, digits, judged / phases, coverage)} ${fixed(bias, digits)}`;
        }),
    ),
    ...table('Checks: right / wrong / abstained:', CHECKS, (report) =>
      CHECKS.map((id) => {
        const { right, wrong, abstained } = report.checks!.find(({ check }) => check === id)!;
        return `${right.length} / ${wrong.length} / ${abstained.length}`;
      }),
    ),
  ];
}
