import { checkShares } from './check-table';
import type { SetReport } from './set-report';
import type { Figure, Target } from './targets';

/** A target beside its figure. */
export interface TargetResult {
  target: Target;
  /** NaN = asked for, but nothing was judged; null = the set holds nothing of the kind. */
  figure: number | null;
  /** Of how many frames, lifts or recordings. */
  of: number;
  /** Nothing to measure it on is neither met nor missed; nothing judged is missed. */
  outcome: 'met' | 'missed' | 'no-material';
}

/** Fewer frames than this (two seconds of video) say nothing about a view. */
const FEWEST_FRAMES = 30;
/** "At ten poses a second and more." */
const FEWEST_POSES_A_SECOND = 10;

/** Judges a report by the targets of its kind of set. */
export function targetResults(report: SetReport, targets: readonly Target[]): TargetResult[] {
  return targets
    .filter(({ set }) => set === report.kind)
    .map((target) => {
      const read = figureOf(target.figure, report);
      if (read === null) return { target, figure: null, of: 0, outcome: 'no-material' };
      const { figure, of } = read;
      const { least = -Infinity, most = Infinity } = target;
      // a comparison with NaN is false: what could not be judged is missed
      return { target, figure, of, outcome: figure >= least && figure <= most ? 'met' : 'missed' };
    });
}

interface Read {
  figure: number;
  of: number;
}
const some = (of: number, figure: number): Read | null => (of === 0 ? null : { figure, of });

function figureOf(figure: Figure, report: SetReport): Read | null {
  const { twistPeaks, lifts, roundedLifts, bendPeaks } = report;
  const measured = report.recordings - report.failures.length;
  switch (figure.of) {
    case 'rmse':
    case 'judged-share':
    case 'coverage':
      return frameFigure(figure, report);
    case 'bend-peak': {
      const peaks = bendPeaks ?? [];
      const offs = peaks.map(({ truth, read }) => Math.abs((read ?? NaN) - truth));
      return some(peaks.length, Math.max(...offs));
    }
    case 'twist-slope':
      return twistPeaks && some(twistPeaks.recordings, twistPeaks.slope);
    case 'twist-found':
      return twistPeaks && some(twistPeaks.large, twistPeaks.foundShare);
    case 'twist-false':
      return twistPeaks && some(twistPeaks.untwisted, twistPeaks.flaggedUntwisted.length);
    case 'speed-peak':
    case 'speed-judged': {
      const speed = report.worst?.find(({ check }) => check === 'sudden');
      if (speed === undefined || !(report.fps >= FEWEST_POSES_A_SECOND)) return null;
      return figure.of === 'speed-peak'
        ? some(speed.phases, speed.largestShare)
        : some(speed.phases, speed.judged / speed.phases);
    }
    case 'rounded-right':
      return roundedLifts && some(roundedLifts.lifts, roundedLifts.right / roundedLifts.judged);
    case 'lifts-missed':
      return lifts && some(measured, lifts.missed.length);
    case 'lifts-invented':
      return lifts && some(measured, lifts.invented.length);
    case 'lift-start':
      return lifts && some(lifts.trueLifts, lifts.startErrorS);
    case 'lift-end':
      return lifts && some(lifts.trueLifts, lifts.endErrorS);
    case 'checks-right':
    case 'checks-judged': {
      // the rounded back, which only a side view shows, has a target of its own
      const counted = (report.checkResults ?? []).filter(({ check }) => check !== 'rounded-back');
      const shares = checkShares(counted);
      return some(
        shares.all,
        figure.of === 'checks-right' ? shares.rightOfJudged : shares.judgedShare,
      );
    }
  }
}

function frameFigure(
  figure: Extract<Figure, { measure: unknown }>,
  { frames }: SetReport,
): Read | null {
  const row = frames.find(
    ({ measure, view }) => measure === figure.measure && view === figure.view,
  );
  if (row === undefined) return null;
  if (figure.of === 'coverage') {
    if (row.judgedFrames < FEWEST_FRAMES) return null;
    return { figure: row.coverageJudged, of: row.judgedFrames };
  }
  if (row.frames < FEWEST_FRAMES) return null;
  return figure.of === 'rmse'
    ? { figure: row.rmseJudged, of: row.judgedFrames }
    : { figure: row.judgedShare, of: row.frames };
}
