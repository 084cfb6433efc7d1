import { checkShares } from './check-table';
import { unitOf, type MeasureId } from './readings';
import type { SetReport } from './set-report';
import type { TargetResult } from './target-result';
import type { Figure } from './targets';

export const fixed = (value: number, digits = 1): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';
export const percent = (share: number): string =>
  Number.isFinite(share) ? fixed(100 * share, 0) : '–';
const list = (names: readonly string[]): string => (names.length === 0 ? 'none' : names.join('; '));

/** Lines of columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, k) => Math.max(...rows.map((row) => row[k]!.length)));
  return rows.map((row) =>
    row
      .map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!)))
      .join('  ')
      .trimEnd(),
  );
}

function frameLines({ frames }: SetReport): string[] {
  // joint groups exist for the targets; here they would only repeat
  const rows = frames
    .filter(({ view }) => view !== 'not-side' && view !== 'behind')
    .filter(({ measure, rmseAll }) => measure !== 'lumbarFlexion' || !Number.isNaN(rmseAll))
    .map((row) => [
      `${row.measure} (${unitOf(row.measure)})`,
      row.view,
      `${row.frames}`,
      percent(row.judgedShare),
      fixed(row.rmseJudged),
      fixed(row.rmseAll),
      fixed(row.biasJudged),
      percent(row.coverageJudged),
      percent(row.coverageSpread),
      percent(row.coverageAll),
    ]);
  const head = [
    'measure',
    'view',
    'frames',
    'judged %',
    'RMSE judged',
    'RMSE all',
    'bias judged',
    '90 % holds, judged %',
    '± (bodies)',
    'all %',
  ];
  return columns([head, ...rows]);
}

function twistLines({ twistPeaks: peaks }: SetReport): string[] {
  if (peaks === null) return [];
  const read = peaks.foundByReading.map(
    ({ above, found, untwisted }) =>
      `above ${above}°: ${percent(found)} %, untwisted ${percent(untwisted)} %`,
  );
  return [
    '',
    `Twist peaks of ${peaks.recordings} recordings: slope ${fixed(peaks.slope, 2)} (where judged ${fixed(peaks.slopeJudged, 2)})`,
    `  30° and more: ${peaks.large}, found by the check ${percent(peaks.foundShare)} %; not found: ${list(peaks.notFound)}`,
    `  by the reading alone, judged or not: ${read.join('; ')}`,
    `  untwisted (below 12°): ${peaks.untwisted}, of them step-turns: ${peaks.stepTurns}; flagged: ${list(peaks.flaggedUntwisted)}`,
  ];
}

function bendLines({ bendPeaks: peaks }: SetReport): string[] {
  if (peaks === null) return [];
  const said = peaks.map(({ atS, truth, read }) => {
    const what = read === null ? 'not judged' : `${fixed(read)} (${fixed(read - truth)})`;
    return `${fixed(atS)} s: true ${fixed(truth)}, read ${what}`;
  });
  return ['', 'Peaks of the hip–shoulder line (deg):', ...said.map((line) => `  ${line}`)];
}

function worstLines({ worst }: SetReport): string[] {
  if (worst === null) return [];
  const rows = worst.map((row) => {
    const digits = row.check === 'far-load' ? 3 : 1;
    return [
      row.check,
      `${row.judged} of ${row.phases}`,
      fixed(row.rmse, digits),
      fixed(row.bias, digits),
      percent(row.coverage),
      `${fixed(row.largestOff, digits)} (${row.largestAt ?? '–'})`,
    ];
  });
  const head = ['check', 'judged', 'RMSE', 'bias', '90 % holds %', 'furthest off'];
  return ['', 'Worst moment of each phase against its true peak:', ...columns([head, ...rows])];
}

function liftLines({ lifts }: SetReport): string[] {
  if (lifts === null) return [];
  return [
    '',
    `Lifts: ${lifts.trueLifts} true, ${lifts.foundLifts} found; precision ${percent(lifts.precision)} %, recall ${percent(lifts.recall)} %`,
    `  missed: ${list(lifts.missed)}; invented: ${list(lifts.invented)}`,
    `  start ${fixed(lifts.startErrorS, 2)} s off (bias ${fixed(lifts.startBiasS, 2)}), end ${fixed(lifts.endErrorS, 2)} s off (bias ${fixed(lifts.endBiasS, 2)})`,
  ];
}

function checkLines({ checks, checkResults }: SetReport): string[] {
  if (checks === null || checkResults === null) return [];
  const lines = checks.flatMap((row) => {
    const own = checkResults.filter(({ check }) => check === row.check);
    const { judged, all, rightOfJudged } = checkShares(own);
    return [
      `${row.check}: right ${row.right.length}, wrong ${row.wrong.length}, abstained ${row.abstained.length}, near the edge ${row.nearEdge.length} (judged ${judged} of ${all}, right of judged ${percent(rightOfJudged)} %)`,
      ...(['right', 'wrong', 'abstained', 'nearEdge'] as const)
        .filter((outcome) => row[outcome].length > 0)
        .map(
          (outcome) =>
            `  ${outcome === 'nearEdge' ? 'near the edge, not counted' : outcome}: ${list(row[outcome])}`,
        ),
    ];
  });
  return ['', 'Checks, lift by lift (what was said; what is true):', ...lines];
}

/** All tables of one set. */
export function reportLines(report: SetReport): string[] {
  const { folder, kind, detector, lifter, recordings, fps, failures, weights } = report;
  return [
    '',
    `=== ${folder} (${kind}, ${recordings} recordings, ${fixed(fps, 0)} poses a second), ${detector}, lifter ${lifter}`,
    ...(weights === '' ? [] : [weights]),
    ...failures.map((failure) => `NOT MEASURED ${failure}`),
    ...frameLines(report),
    ...twistLines(report),
    ...bendLines(report),
    ...worstLines(report),
    ...liftLines(report),
    ...checkLines(report),
  ];
}

const SHARES: readonly Figure['of'][] = [
  'judged-share',
  'coverage',
  'twist-found',
  'speed-peak',
  'speed-judged',
  'rounded-right',
  'checks-right',
  'checks-judged',
];
const HUNDREDTHS: readonly Figure['of'][] = ['rmse', 'twist-slope', 'lift-start', 'lift-end'];
const WORDS: Partial<Record<Figure['of'], string>> = {
  'bend-peak': 'largest error of a peak of the hip–shoulder line',
  'twist-slope': 'slope of twist peaks',
  'twist-found': 'twists of 30° and more found',
  'twist-false': 'step-turns and untwisted flagged',
  'speed-peak': 'largest error of a judged peak of trunk speed',
  'speed-judged': 'peaks of trunk speed judged',
  'rounded-right': 'rounded or straight back, right of judged',
  'lifts-missed': 'lifts missed',
  'lifts-invented': 'lifts invented',
  'lift-start': 'start of lifts, mean error in s',
  'lift-end': 'end of lifts, mean error in s',
  'checks-right': 'checks (without rounded back), right of judged',
  'checks-judged': 'checks (without rounded back), judged',
};
const FRAME_WORDS = { rmse: 'RMSE', 'judged-share': 'judged', coverage: 'coverage' } as const;

function describe(figure: Figure): string {
  if (!('measure' in figure)) return WORDS[figure.of]!;
  const name: Record<string, string> = { axialTwistOver10: 'axialTwist > 10°' };
  const measure: MeasureId = figure.measure;
  return `${name[measure] ?? measure}, ${figure.view}: ${FRAME_WORDS[figure.of]}`;
}

/** Every target beside its figure. @param counts whether a miss makes the run fail */
export function targetLines(results: readonly TargetResult[], counts: boolean): string[] {
  const rows = results.map(({ target, figure, of, outcome }) => {
    const { of: kind } = target.figure;
    const say = (value: number): string =>
      SHARES.includes(kind)
        ? `${fixed(100 * value)} %`
        : fixed(value, HUNDREDTHS.includes(kind) ? 2 : 1);
    const { least, most } = target;
    const limit =
      least !== undefined && most !== undefined
        ? `${say(least)} to ${say(most)}`
        : least !== undefined
          ? `≥ ${say(least)}`
          : `≤ ${say(most!)}`;
    const word = { met: 'met', missed: 'MISSED', 'no-material': 'too little material' }[outcome];
    return [
      describe(target.figure),
      figure === null ? '–' : Number.isNaN(figure) ? 'none judged' : say(figure),
      limit,
      `${of}`,
      word,
    ];
  });
  const number = (outcome: TargetResult['outcome']): number =>
    results.filter((r) => r.outcome === outcome).length;
  return [
    '',
    ...columns([['target', 'figure', 'limit', 'of', ''], ...rows]),
    `${number('met')} met, ${number('missed')} MISSED, ${number('no-material')} with too little material${counts ? '' : ' (for comparison only: this detector was not asked for)'}`,
  ];
}
