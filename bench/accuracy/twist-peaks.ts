import { RULES } from '../../src/core/scoring/rules';
import type { CheckState } from '../../src/core/scoring/check';
import { stateOf } from '../../src/core/scoring/checks';
import { readMeasure, worstMoment } from '../../src/core/scoring/worst-moment';
import type { MeasureName, Measure } from '../../src/core/kinematics/measure';
import type { Analysis, AnalysisFrame } from '../../src/core/session/analysis';
import { shareOf, slopeOf } from '../truth/figures';
import type { TrueRecording } from './true-recording';

/** The largest twist of one recording, true and read. */
export interface TwistPeak {
  recording: string;
  /** With its sign, degrees. */
  truth: number;
  /** Largest middle-of-three reading towards the true side, judged or not; null without any. */
  read: number | null;
  /** The same towards either side. */
  largest: number | null;
  /** What the twist check says of the whole recording, by its own worst moment. */
  state: CheckState;
  /** Whether that worst moment is on the true side. */
  sameSide: boolean;
  /** Turned on the spot instead. */
  stepTurn: boolean;
}

/** A peak from here on is a large twist; below the other, none (the edge of the truth label). */
const LARGE = 30;
const NONE = 12;
/** Edges to watch and to a medium twist. */
const READ_ABOVE = [RULES.twist.watch, 22];
/** Turning the pelvis by more than this is a step-turn. */
const TURNED = 30;

const middle = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** The largest middle-of-three (rule WORST-1) of a series; the ends, which have one neighbour, by the smaller of both. */
export function robustPeak(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.max(
    ...values.map((value, i) => middle(values[i - 1] ?? value, value, values[i + 1] ?? value)),
  );
}

/** A frame of the file as the scoring reads it. */
function momentOf(frame: AnalysisFrame) {
  const names = Object.keys(frame.errors) as MeasureName[];
  const measures = Object.fromEntries(
    names.map((name): [MeasureName, Measure] => [
      name,
      { value: frame[name], error: frame.errors[name], judged: frame.judged[name] },
    ]),
  ) as Record<MeasureName, Measure>;
  return { timeS: frame.t, measures, signal: null };
}

/** @returns null when the truth knows no twist */
export function twistPeakOf(analysis: Analysis, recording: TrueRecording): TwistPeak | null {
  const truths = recording.truthTimes.flatMap((t) => {
    const values = recording.truthAt(t);
    return values?.axialTwist === undefined ? [] : [values];
  });
  if (truths.length === 0) return null;
  const truth = truths
    .map((values) => values.axialTwist!)
    .reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
  const side = Math.sign(truth) || 1;
  const headings = truths.flatMap(({ heading }) => (heading === undefined ? [] : [heading]));
  const readings = analysis.frames.flatMap(({ axialTwistDeg }) => axialTwistDeg ?? []);
  const read = robustPeak(readings.map((value) => value * side));
  const other = robustPeak(readings.map((value) => -value * side));
  const { worst } = worstMoment(
    analysis.frames.map(momentOf),
    readMeasure('axialTwistDeg'),
    RULES.twist,
  );
  return {
    recording: recording.name,
    truth,
    read,
    largest: read === null || other === null ? null : Math.max(read, other),
    state: worst === null ? 'not-judged' : stateOf('twist', worst.value, worst.error),
    sameSide: worst !== null && worst.value * side > 0,
    stepTurn: Math.max(...headings, 0) - Math.min(...headings, 0) > TURNED,
  };
}

export interface TwistPeakTable {
  recordings: number;
  /** Read over true peak, least squares through the origin; and of those whose twist check was judged. */
  slope: number;
  slopeJudged: number;
  /** Recordings with a large twist; found = the check says watch, borderline or flagged of the true side. */
  large: number;
  foundShare: number;
  notFound: string[];
  /** Shares of the large and of the untwisted ones whose reading, judged or not, is above an angle. */
  foundByReading: { above: number; found: number; untwisted: number }[];
  /** Recordings without a twist, step-turns among them, and those of them that are flagged. */
  untwisted: number;
  stepTurns: number;
  flaggedUntwisted: string[];
}

export function twistPeakTable(peaks: readonly TwistPeak[]): TwistPeakTable {
  const slope = (list: readonly TwistPeak[]): number =>
    slopeOf(
      list.flatMap(({ truth, read }) => (read === null ? [] : [{ x: Math.abs(truth), y: read }])),
    );
  const size = ({ truth }: TwistPeak): number => Math.abs(truth);
  const large = peaks.filter((peak) => size(peak) >= LARGE);
  const untwisted = peaks.filter((peak) => size(peak) < NONE);
  const isFound = ({ state, sameSide }: TwistPeak): boolean =>
    sameSide && (state === 'watch' || state === 'borderline' || state === 'flagged');
  return {
    recordings: peaks.length,
    slope: slope(peaks),
    slopeJudged: slope(peaks.filter(({ state }) => state !== 'not-judged')),
    large: large.length,
    foundShare: shareOf(large, isFound),
    notFound: large
      .filter((peak) => !isFound(peak))
      .map(
        (p) =>
          `${p.recording} ${p.truth.toFixed(0)} read ${p.read?.toFixed(0) ?? '–'} (${p.state}${p.sameSide || p.state === 'not-judged' ? '' : ', other side'})`,
      ),
    foundByReading: READ_ABOVE.map((above) => ({
      above,
      found: shareOf(large, ({ read }) => (read ?? 0) > above),
      untwisted: shareOf(untwisted, ({ largest }) => (largest ?? 0) > above),
    })),
    untwisted: untwisted.length,
    stepTurns: untwisted.filter(({ stepTurn }) => stepTurn).length,
    flaggedUntwisted: untwisted.filter(({ state }) => state === 'flagged').map((p) => p.recording),
  };
}
