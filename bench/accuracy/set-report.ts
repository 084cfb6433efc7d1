import type { DetectorId } from '../../src/core/pose/pose';
import type { Analysis } from '../../src/core/session/analysis';
import type { LiftVerdict } from '../../src/core/scoring/check';
import { analyseSavedPoses } from '../../src/pipeline/saved-poses';
import { ASSUMED_HEIGHT_M } from '../../src/core/kinematics/moment';
import { wholeOf } from '../truth/clip-truth';
import { bendPeaks, type BendPeak } from './bend-peaks';
import { checkResults, checkTable, type CheckResult, type CheckRow } from './check-table';
import { frameTable, type FrameFigures } from './frame-table';
import type { Weights } from './lifter-weights';
import { liftTable, matchLifts, type LiftTable, type RecordedLifts } from './lift-table';
import { readingsOf, viewOf } from './readings';
import type { SetKind, TrueRecording, TrueSet } from './true-recording';
import { twistPeakOf, twistPeakTable, type TwistPeakTable } from './twist-peaks';
import { worstPairs, worstTable, type WorstRow } from './worst-table';

/** Everything that was measured on one set with one detector. What a set's truth cannot tell is null. */
export interface SetReport {
  folder: string;
  kind: SetKind;
  detector: DetectorId;
  lifter: string;
  /** Whether the weights saw the set, as a sentence; empty where that is no question. */
  weights: string;
  recordings: number;
  /** Poses looked at in a second. */
  fps: number;
  /** Recordings that could not be measured, with the reason. */
  failures: string[];
  frames: FrameFigures[];
  twistPeaks: TwistPeakTable | null;
  worst: WorstRow[] | null;
  lifts: LiftTable | null;
  checks: CheckRow[] | null;
  checkResults: CheckResult[] | null;
  roundedLifts: RoundedLifts | null;
  bendPeaks: BendPeak[] | null;
}

/** Lifts seen from the side whose back is clearly rounded or clearly straight. */
export interface RoundedLifts {
  lifts: number;
  judged: number;
  right: number;
}

interface Measured {
  recording: TrueRecording;
  analysis: Analysis;
}

/** Puts a set through the product's own analysis of recordings and compares with the truth. */
export async function measureSet(
  set: TrueSet,
  detector: DetectorId,
  weights: Weights,
): Promise<SetReport> {
  const measured: Measured[] = [];
  const failures: string[] = [];
  for (const recording of set.recordings) {
    const poses = await recording.poses(detector);
    if (!poses.ok) {
      failures.push(`${recording.name}: ${poses.error}`);
      continue;
    }
    const { heightM, body } = recording;
    const person = { heightM: heightM ?? ASSUMED_HEIGHT_M, heightEntered: heightM !== null };
    const saved = { ...poses.value, detector };
    const analysis = analyseSavedPoses(saved, weights.forBody(body), person, false);
    measured.push({ recording, analysis });
  }
  const twists = measured.flatMap((m) => twistPeakOf(m.analysis, m.recording) ?? []);
  return {
    folder: set.folder,
    kind: set.kind,
    detector,
    lifter: measured[0]?.analysis.lifter ?? '–',
    weights: weights.about,
    recordings: set.recordings.length,
    fps: measured[0]?.analysis.source.fps ?? NaN,
    failures,
    frames: frameTable((id) => measured.flatMap((m) => readingsOf(id, m.analysis, m.recording))),
    twistPeaks: set.kind === 'markers' ? null : twistPeakTable(twists),
    ...(set.kind === 'clips' ? liftReports(measured) : NO_LIFTS),
    bendPeaks:
      set.kind === 'markers' ? measured.flatMap((m) => bendPeaks(m.analysis, m.recording)) : null,
  };
}

type LiftReports = Pick<SetReport, 'worst' | 'lifts' | 'checks' | 'checkResults' | 'roundedLifts'>;
const NO_LIFTS: LiftReports = {
  worst: null,
  lifts: null,
  checks: null,
  checkResults: null,
  roundedLifts: null,
};

function liftReports(measured: readonly Measured[]): LiftReports {
  const recorded = measured.map(
    ({ recording, analysis }): RecordedLifts<LiftVerdict> & { of: TrueRecording } => ({
      of: recording,
      recording: recording.name,
      ...matchLifts(recording.lifts ?? [], analysis.lifts),
    }),
  );
  const results = recorded.flatMap(({ of, pairs }) =>
    checkResults(of.name, pairs, (timeS) => viewOf(of.truthAt(timeS) ?? {})),
  );
  return {
    worst: worstTable(recorded.flatMap(({ of, pairs }) => worstPairs(of, pairs))),
    lifts: liftTable(recorded),
    checks: checkTable(results),
    checkResults: results,
    roundedLifts: roundedLifts(recorded, results),
  };
}

/** Inclination from which a back can be seen to be rounded, and what counts as rounded and as straight. */
const ROUNDED = { inclination: 35, rounded: 30, straight: 15 } as const;

function roundedLifts(
  recorded: readonly RecordedLifts<LiftVerdict>[],
  results: readonly CheckResult[],
): RoundedLifts {
  const lifts = recorded.flatMap(({ recording, pairs }) =>
    pairs.flatMap(({ truth }, i) => {
      const { peakLumbarFlexion: rounding, peakInclination } = wholeOf(truth);
      const clear = rounding > ROUNDED.rounded || rounding < ROUNDED.straight;
      const said = results.find(
        (r) => r.check === 'rounded-back' && r.lift === `${recording}#${i + 1}`,
      );
      if (!clear || peakInclination <= ROUNDED.inclination || said?.view !== 'side') return [];
      return [{ rounded: rounding > ROUNDED.rounded, state: said.state }];
    }),
  );
  const judged = lifts.filter(({ state }) => state === 'ok' || state === 'watch');
  const right = judged.filter(({ rounded, state }) => rounded === (state === 'watch'));
  return { lifts: lifts.length, judged: judged.length, right: right.length };
}
