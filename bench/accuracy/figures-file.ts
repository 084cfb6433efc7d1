import { basename } from 'node:path';
import { RULES_VERSION } from '../../src/core/scoring/rules';
import type { AccuracyFigures, SetFigures } from '../../src/ui/methods/accuracy-figures';
import { mean } from '../truth/figures';
import type { ViewGroup } from './frame-table';
import type { MeasureId } from './readings';
import type { SetReport } from './set-report';

/** The measures that people are shown figures of. */
const SHOWN: readonly MeasureId[] = [
  'trunkInclination',
  'hipShoulderInclination',
  'axialTwist',
  'axialTwistOver10',
  'kneeFlexion',
  'handReach',
  'trunkVelocity',
];
/** Joint groups exist for the targets; here they would only repeat. */
const JOINT_VIEWS: readonly ViewGroup[] = ['behind', 'not-side'];

/** Rounded; null for what there is nothing to take from. */
const rounded = (value: number, digits: number): number | null =>
  Number.isFinite(value) ? Number(value.toFixed(digits)) : null;
const share = (value: number): number | null => rounded(value, 3);

/**
 * The few figures of a run that people see, as `docs/accuracy.json` holds them.
 *
 * @param today ISO date
 */
export const figuresOfRun = (reports: readonly SetReport[], today: string): AccuracyFigures => ({
  measuredOn: today,
  rules: RULES_VERSION,
  sets: reports.map(figuresOfSet),
});

function figuresOfSet(report: SetReport): SetFigures {
  const { folder, kind, detector, lifter, weights, recordings, failures, fps } = report;
  const { lifts, twistPeaks, bendPeaks, roundedLifts } = report;
  return {
    // no folder of one machine
    name: basename(folder),
    kind,
    detector,
    lifter,
    weights: weights.replace(/\S*[/\\](?=\S)/g, ''),
    recordings,
    notMeasured: failures.length,
    fps: rounded(fps, 1),
    frames: report.frames
      .filter(({ measure, view }) => SHOWN.includes(measure) && !JOINT_VIEWS.includes(view))
      .map((row) => ({
        measure: row.measure,
        view: row.view,
        frames: row.frames,
        judged: share(row.judgedShare) ?? 0,
        rmse: rounded(row.rmseJudged, 2),
        bias: rounded(row.biasJudged, 2),
        holds: share(row.coverageJudged),
      })),
    worst: (report.worst ?? []).map(({ check, phases, judged, rmse, bias, coverage }) => ({
      check,
      phases,
      judged,
      rmse: rounded(rmse, 3),
      bias: rounded(bias, 3),
      holds: share(coverage),
    })),
    checks: (report.checks ?? []).map(({ check, right, wrong, abstained, nearEdge }) => ({
      check,
      right: right.length,
      wrong: wrong.length,
      abstained: abstained.length,
      nearEdge: nearEdge.length,
    })),
    lifts: lifts && {
      lifts: lifts.trueLifts,
      precision: share(lifts.precision),
      recall: share(lifts.recall),
      startErrorS: rounded(lifts.startErrorS, 2),
      endErrorS: rounded(lifts.endErrorS, 2),
    },
    twistPeaks: twistPeaks && {
      recordings: twistPeaks.recordings,
      slope: rounded(twistPeaks.slope, 2),
      large: twistPeaks.large,
      found: share(twistPeaks.foundShare),
      untwisted: twistPeaks.untwisted,
      stepTurns: twistPeaks.stepTurns,
      flagged: twistPeaks.flaggedUntwisted.length,
    },
    bendPeaks: bendPeaks && bendFigures(bendPeaks),
    rounded: roundedLifts,
  };
}

function bendFigures(peaks: NonNullable<SetReport['bendPeaks']>): SetFigures['bendPeaks'] {
  const offs = peaks.flatMap(({ truth, read }) => (read === null ? [] : [read - truth]));
  return {
    peaks: peaks.length,
    judged: offs.length,
    bias: rounded(mean(offs), 1),
    largestOff: rounded(Math.max(...offs.map(Math.abs)), 1),
  };
}

/** As text: one line for each row. */
export const figuresText = (figures: AccuracyFigures): string =>
  `${JSON.stringify(figures, null, 2).replace(/\{\n\s+([^{}[\]]*?)\n\s+\}/g, (_, body: string) => `{ ${body.replace(/\n\s+/g, ' ')} }`)}\n`;
