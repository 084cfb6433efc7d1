import {
  measureFrame,
  hangingHandHeight,
  type Moment,
  type Person,
} from '../core/kinematics/moment';
import type { LifterSet } from '../core/kinematics/lifter';
import { MEASURE_NAMES, type MeasureName } from '../core/kinematics/measure';
import { smoothSeries } from '../core/kinematics/series';
import { findBaseline, type Baseline } from '../core/kinematics/standing';
import { LiftSegmenter } from '../core/lifts/segmenter';
import { GONE_S } from '../core/pose/continuity';
import { settledPose, type DetectorId, type Pose, type PoseFrame } from '../core/pose/pose';
import type { LiftVerdict } from '../core/scoring/check';
import { RULES_VERSION } from '../core/scoring/rules';
import { verdictOf } from '../core/scoring/verdict';
import {
  ANALYSIS_SCHEMA,
  type Analysis,
  type AnalysisFrame,
  type BaselineRecord,
  type PoseTrack,
  type Source,
} from '../core/session/analysis';
import type { Seconds } from '../core/units';

/** What an analysis is made of, wherever its moments came from. */
export interface AnalysisParts {
  frames: readonly PoseFrame[];
  moments: Iterable<Moment>;
  lifts: LiftVerdict[];
  baseline: Baseline | null;
  source: Source;
  detector: DetectorId;
  lifters: LifterSet;
  person: Person;
  mode: PoseTrack['mode'];
  restandS?: Seconds[];
  includePoses: boolean;
}

export interface RecordingInput {
  /** In order of time, t = 0 at the first. */
  frames: readonly PoseFrame[];
  source: Source;
  detector: DetectorId;
  lifters: LifterSet;
  person: Person;
  includePoses?: boolean;
}

/**
 * A whole recording at once: baseline from anywhere in it, smoothing in both directions, then lifts and
 * verdicts. Where the person was gone for a while, whoever comes next is measured for themselves.
 */
export function analyseRecording(input: RecordingInput): Analysis {
  const frames = settledFrames(input.frames);
  const parts = presences(frames).map((part) => analysePresence(part, input));
  const seen = ({ moments }: Presence): number => moments.filter((m) => m.signal !== null).length;
  const main = parts.reduce((a, b) => (seen(b) > seen(a) ? b : a));
  return composeAnalysis({
    ...input,
    frames,
    baseline: main.baseline,
    moments: parts.flatMap((part) => part.moments),
    lifts: parts.flatMap((part) => part.lifts),
    mode: 'recording',
    includePoses: input.includePoses ?? false,
  });
}

/** In the precision that is kept, and measured from. */
export const settledFrames = (frames: readonly PoseFrame[]): PoseFrame[] =>
  frames.map((f) => ({ ...f, pose: f.pose === null ? null : settledPose(f.pose) }));

interface Presence {
  baseline: Baseline | null;
  moments: Moment[];
  lifts: LiftVerdict[];
}

/** The frames in stretches in which the person was never gone for long; at least one, even without anybody. */
export function presences(frames: readonly PoseFrame[]): PoseFrame[][] {
  const parts: PoseFrame[][] = [[]];
  let seenS: Seconds | null = null;
  for (const frame of frames) {
    if (frame.pose !== null) {
      if (seenS !== null && frame.timeS - seenS > GONE_S) parts.push([]);
      seenS = frame.timeS;
    }
    parts.at(-1)!.push(frame);
  }
  return parts;
}

function analysePresence(frames: readonly PoseFrame[], input: RecordingInput): Presence {
  const baseline = findBaseline(frames);
  const moments = smoothSeries(
    frames.map((frame) => measureFrame(frame, baseline, input.lifters, input.person)),
  );
  if (baseline === null) return { baseline, moments, lifts: [] };
  const segmenter = new LiftSegmenter(hangingHandHeight(baseline));
  for (const moment of moments) segmenter.push(moment.timeS, moment.signal);
  segmenter.finish();
  return { baseline, moments, lifts: segmenter.lifts.map((times) => verdictOf(times, moments)) };
}

/** Writes the parts in the file's form: rounded, flat, nothing but numbers that a reader can use. */
export function composeAnalysis(parts: AnalysisParts): Analysis {
  const { baseline, detector, person } = parts;
  return {
    schema: ANALYSIS_SCHEMA,
    rules: RULES_VERSION,
    model: detector,
    lifter: parts.lifters[detector].version,
    heightM: person.heightM,
    heightEntered: person.heightEntered,
    baseline: baseline === null ? null : baselineRecord(baseline),
    source: parts.source,
    frames: Array.from(parts.moments, flatFrame),
    lifts: parts.lifts.map(roundedVerdict),
    ...(parts.includePoses ? { poses: poseTrack(parts) } : {}),
  };
}

const SCALES = [1, 10, 100, 1000, 10_000];
const round = (x: number, digits: number): number =>
  Math.round(x * SCALES[digits]!) / SCALES[digits]!;
const roundOrNull = (x: number | null, digits: number): number | null =>
  x === null ? null : round(x, digits);

function flatFrame({ timeS, measures }: Moment): AnalysisFrame {
  const values = {} as Record<MeasureName, number | null>,
    errors = {} as AnalysisFrame['errors'],
    judged = {} as AnalysisFrame['judged'];
  for (const name of MEASURE_NAMES) {
    const measure = measures[name];
    values[name] = roundOrNull(measure.value, 3);
    errors[name] = roundOrNull(measure.error, 3);
    judged[name] = measure.judged;
  }
  return { t: round(timeS, 4), ...values, errors, judged };
}

const baselineRecord = ({ timesS, sizePx, keypoints }: Baseline): BaselineRecord => ({
  timesS: timesS.map((t) => round(t, 4)),
  sizePx: round(sizePx, 2),
  keypoints: keypoints.map((k) => ({
    x: round(k.x, 2),
    y: round(k.y, 2),
    score: round(k.score, 3),
  })),
});

/** A verdict as it is written down. */
export function roundedVerdict(verdict: LiftVerdict): LiftVerdict {
  const times = [
    'startS',
    'graspS',
    'peakS',
    'endS',
    'lowerStartS',
    'releaseS',
    'lowerEndS',
  ] as const;
  const rounded = Object.fromEntries(times.map((name) => [name, roundOrNull(verdict[name], 4)]));
  return { ...verdict, ...rounded };
}

/** A track has one picture size: after a change to another camera, its poses are scaled to that of the last. */
function pointsIn(source: Source, pose: Pose): [x: number, y: number, score: number][] {
  const scale = source.width / pose.width;
  return pose.keypoints.map(({ x, y, score }) => [x * scale, y * scale, score]);
}

function poseTrack({ frames, detector, source, mode, restandS }: AnalysisParts): PoseTrack {
  const poses = frames.flatMap(({ pose }) => (pose === null ? [] : [pose]));
  const changes = poses.flatMap((pose, i) =>
    i > 0 && pose.detector !== poses[i - 1]!.detector
      ? [{ t: pose.timeS, detector: pose.detector }]
      : [],
  );
  return {
    mode,
    ...(restandS === undefined || restandS.length === 0 ? {} : { restandS }),
    detector: poses[0]?.detector ?? detector,
    ...(changes.length === 0 ? {} : { changes }),
    width: source.width,
    height: source.height,
    frames: frames.map((frame) => ({
      t: frame.timeS,
      k: frame.pose === null ? null : pointsIn(source, frame.pose),
      ...(frame.other === true ? { other: true } : {}),
    })),
  };
}
