/**
 * What `docs/accuracy.json` holds: the measured figures that people see, here and in `docs/methods.md`. The accuracy
 * bench writes it (`npm run accuracy -- DIR... --figures docs/accuracy.json`); nobody types a figure a second time.
 * Shares are 0..1; null = nothing to take the figure from.
 */
export interface AccuracyFigures {
  /** Day of the run, ISO. */
  measuredOn: string;
  /** Rule set that judged. */
  rules: string;
  sets: readonly SetFigures[];
}

/** One set of recordings, looked at with one detector. */
export interface SetFigures {
  name: string;
  /** clips = rendered videos, markers = filmed people with markers, sequences = rendered, without videos. */
  kind: string;
  detector: string;
  lifter: string;
  /** Whether the weights saw the set, as a sentence; empty where that is no question. */
  weights: string;
  recordings: number;
  notMeasured: number;
  /** Poses looked at in a second. */
  fps: number | null;
  frames: readonly MeasureFigures[];
  /** The worst moment of each phase beside its true peak, in degrees, metres or degrees a second. */
  worst: readonly WorstFigures[];
  checks: readonly CheckFigures[];
  lifts: LiftFigures | null;
  twistPeaks: TwistPeakFigures | null;
  bendPeaks: BendPeakFigures | null;
  rounded: RoundedFigures | null;
}

/** One measure from one view; in degrees, % of the body height or degrees a second. */
export interface MeasureFigures {
  measure: string;
  view: string;
  /** Frames with truth. */
  frames: number;
  judged: number;
  /** Root mean square error and mean error, judged frames. */
  rmse: number | null;
  bias: number | null;
  /** Share of the judged frames whose stated 90 % error holds the truth. */
  holds: number | null;
}

export interface WorstFigures {
  check: string;
  phases: number;
  judged: number;
  rmse: number | null;
  bias: number | null;
  holds: number | null;
}

/** How often a check was right, wrong or silent; too near to the edge of the truth label is not counted. */
export interface CheckFigures {
  check: string;
  right: number;
  wrong: number;
  abstained: number;
  nearEdge: number;
}

export interface LiftFigures {
  lifts: number;
  precision: number | null;
  recall: number | null;
  startErrorS: number | null;
  endErrorS: number | null;
}

export interface TwistPeakFigures {
  recordings: number;
  /** Read over true peak. */
  slope: number | null;
  /** Recordings with a twist of 30° and more, and the share of them that the check found. */
  large: number;
  found: number | null;
  /** Recordings with less than 12°, step-turns among them, and how many were flagged. */
  untwisted: number;
  stepTurns: number;
  flagged: number;
}

/** Peaks of repeated bends. */
export interface BendPeakFigures {
  peaks: number;
  judged: number;
  bias: number | null;
  largestOff: number | null;
}

export interface RoundedFigures {
  lifts: number;
  judged: number;
  right: number;
}
