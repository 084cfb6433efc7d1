import type { BackLook, BackShape } from '../kinematics/back-outline';
import type { SkeletonJoint } from '../kinematics/skeleton';
import type { MeasureName, NotJudgedReason } from '../kinematics/measure';
import type { DetectorId, Keypoint } from '../pose/pose';
import type { LiftVerdict } from '../scoring/check';
import type { Metres, Pixels, Seconds } from '../units';

export const ANALYSIS_SCHEMA = 'liftcheck.analysis/1';

export interface Source {
  name: string;
  width: Pixels;
  height: Pixels;
  /** Poses a second that were looked at. */
  fps: number;
  durationS: Seconds;
  /** A damaged video: what comes after this could not be read. */
  damagedAtS?: Seconds;
}

/** One frame of the export: all measures flat, with their errors and judgements beside them. */
export type AnalysisFrame = { t: Seconds } & Record<MeasureName, number | null> & {
    errors: Record<MeasureName, number | null>;
    judged: Record<MeasureName, true | NotJudgedReason>;
  };

/** What the person's own standing looked like; lets a recording be scored again. */
export interface BaselineRecord {
  /** Seconds of the upright frames that were used. */
  timesS: Seconds[];
  /** Ear-to-ankle size of the standing person in pixels. */
  sizePx: Pixels;
  /** Median standing keypoints in the detector's own order. */
  keypoints: Keypoint[];
}

/** All keypoints as detected, standing frames too. */
export interface PoseTrack {
  /**
   * How the poses were judged: 'live' as they came, by what was known at each moment; 'recording' the whole at
   * once. Analysed again in the same way, they give the same verdicts.
   */
  mode: 'live' | 'recording';
  /** Live: when the person had their standing pose taken anew. */
  restandS?: Seconds[];
  detector: DetectorId;
  /** Live: when another detector went on, of the same points. Missing when none did. */
  changes?: { t: Seconds; detector: DetectorId }[];
  width: Pixels;
  height: Pixels;
  /** One entry a frame; k null = nobody found, other = somebody, but not surely the same person. */
  frames: { t: Seconds; k: [x: number, y: number, score: number][] | null; other?: boolean }[];
  /**
   * Second looks at single pictures, in order of time: what was found, since the pictures are gone. Missing when there
   * were none.
   */
  looks?: { t: Seconds; upperBackDeg: BackLook['upperBackDeg']; back: BackShape }[];
  /**
   * Closer looks at single pictures with MoveNet thunder: what it found, and what in a picture of the same person
   * standing. Missing when there were none.
   */
  closer?: {
    t: Seconds;
    k: [x: number, y: number, score: number][];
    standing: [x: number, y: number, score: number][];
  }[];
}

/** The body in three dimensions. */
export interface SkeletonTrack {
  joints: SkeletonJoint[];
  /**
   * One entry a frame, null where nobody was found; each joint from the middle of the hips, metres: to the person's
   * left, up, ahead (the way the pelvis faces), then the 90 % error along the worst of these axes.
   */
  frames: ([left: Metres, up: Metres, ahead: Metres, error: Metres][] | null)[];
}

/** The session file and the output of `liftcheck analyze`: one format for both. */
export interface Analysis {
  schema: typeof ANALYSIS_SCHEMA;
  /** Version of the rule set that made the verdicts. */
  rules: string;
  /** Detector that found the poses. */
  model: DetectorId;
  /** Version of the lifter weights. */
  lifter: string;
  /** Body height in metres, and whether the person entered it (else metres are 10 % wider). */
  heightM: Metres;
  heightEntered: boolean;
  baseline: BaselineRecord | null;
  source: Source;
  frames: AnalysisFrame[];
  lifts: LiftVerdict[];
  poses?: PoseTrack;
  /** When it was asked for. */
  skeletons?: SkeletonTrack;
}
