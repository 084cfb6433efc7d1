import { bodyCut, keypoint } from '../pose/framing';
import { at, bodyPoints, type BodyPoint } from '../pose/landmarks';
import { familyOf, type Keypoint, type Pose, type PoseFrame } from '../pose/pose';
import type { Pixels, Seconds } from '../units';
import type { Standing } from './lifter-features';

/** The standing baseline of one person before one camera. */
export interface Baseline extends Standing {
  /** Times of the upright frames it was made from. */
  timesS: Seconds[];
  /** Median keypoints in the detector's own order. */
  keypoints: Keypoint[];
  /** False when an edge of the picture cut the body: good enough to find lifts, not to judge them. */
  trusted: boolean;
}

/** Rule STAND-1: what an upright frame looks like in the picture. Degrees and shares of the standing size. */
const UPRIGHT = {
  leanDeg: 12,
  kneeDeg: 25,
  trunkToLeg: [0.42, 0.85],
  trunkToCutLeg: [0.42, 1.3],
  handHeight: [0.38, 0.6],
} as const;
/** Rule STAND-2: an upright frame is at least this tall against the tallest seen. */
const TALL_SHARE = 0.955;
/** Rule STAND-3: hips of a standing person stay within this, in standing sizes, from frame to frame and over the run. */
const STILL_STEP = 0.03;
const STILL_RUN = 0.06;
const MOST_FRAMES = 30;

interface Stance {
  timeS: Seconds;
  pose: Pose;
  /** Ear-to-ankle height in the picture, px. */
  sizePx: Pixels;
  hips: { x: Pixels; y: Pixels };
  upright: boolean;
  cut: boolean;
}

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

function stanceOf(pose: Pose): Stance {
  const mid = (left: BodyPoint, right: BodyPoint): { x: number; y: number } => {
    const a = keypoint(pose, left)!,
      b = keypoint(pose, right)!;
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  };
  const ears = mid('leftEar', 'rightEar');
  const shoulders = mid('leftShoulder', 'rightShoulder');
  const hips = mid('leftHip', 'rightHip');
  const knees = mid('leftKnee', 'rightKnee');
  const ankles = mid('leftAnkle', 'rightAnkle');
  const wrists = mid('leftWrist', 'rightWrist');
  const sizePx = ankles.y - ears.y;
  const bearing = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
    (Math.atan2(b.x - a.x, a.y - b.y) * 180) / Math.PI;
  const leanDeg = Math.abs(bearing(hips, shoulders));
  const kneeDeg = Math.abs(bearing(knees, hips) - bearing(ankles, knees));
  const trunkToLeg = (hips.y - shoulders.y) / Math.max(1, ankles.y - hips.y);
  const handHeight = (ankles.y - wrists.y) / Math.max(1, sizePx);
  const within = (x: number, [low, high]: readonly [number, number]): boolean =>
    x >= low && x <= high;
  const cut = bodyCut(pose) !== null;
  return {
    timeS: pose.timeS,
    pose,
    sizePx,
    hips,
    upright:
      sizePx > 0 &&
      leanDeg < UPRIGHT.leanDeg &&
      kneeDeg < UPRIGHT.kneeDeg &&
      within(trunkToLeg, cut ? UPRIGHT.trunkToCutLeg : UPRIGHT.trunkToLeg) &&
      within(handHeight, UPRIGHT.handHeight),
    cut,
  };
}

function baselineOf(run: readonly Stance[]): Baseline {
  const step = Math.max(1, Math.ceil(run.length / MOST_FRAMES));
  const used = run.filter((_, i) => i % step === 0);
  const first = used[0]!.pose;
  const keypoints = first.keypoints.map((_, k) => ({
    x: median(used.map((s) => s.pose.keypoints[k]!.x)),
    y: median(used.map((s) => s.pose.keypoints[k]!.y)),
    score: median(used.map((s) => s.pose.keypoints[k]!.score)),
  }));
  const points = bodyPoints(familyOf(first.detector), keypoints);
  const y = (name: BodyPoint): number => points[at(name)]!.y;
  return {
    points,
    keypoints,
    sizePx: (y('leftAnkle') + y('rightAnkle') - y('leftEar') - y('rightEar')) / 2,
    timesS: used.map((s) => s.timeS),
    trusted: used.filter((s) => s.cut).length * 2 < used.length,
  };
}

/** Runs of upright frames in which the person stands still. */
function stillRuns(stances: readonly Stance[], tallest: Pixels): Stance[][] {
  const runs: Stance[][] = [];
  let run: Stance[] = [];
  for (const stance of stances) {
    const last = run.at(-1),
      first = run[0];
    const step = (other: Stance): number =>
      Math.hypot(stance.hips.x - other.hips.x, stance.hips.y - other.hips.y) / stance.sizePx;
    const goesOn =
      stance.upright &&
      stance.sizePx > TALL_SHARE * tallest &&
      (last === undefined ||
        (stance.timeS - last.timeS < 0.35 && step(last) < STILL_STEP && step(first!) < STILL_RUN));
    if (goesOn) run.push(stance);
    else {
      if (run.length > 0) runs.push(run);
      run = stance.upright && stance.sizePx > TALL_SHARE * tallest ? [stance] : [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const lasts = (run: readonly Stance[]): Seconds => run.at(-1)!.timeS - run[0]!.timeS;

/**
 * Finds the standing baseline of a recording wherever upright frames are, also after the lift
 * (rules STAND-1..4). Of the runs that last 0.3 s it takes the first whose size agrees with most of the
 * standing in the recording, whole bodies before cut ones; else the longest of at least 3 frames.
 *
 * @returns null when nobody stands upright with hanging arms anywhere
 */
export function findBaseline(frames: readonly PoseFrame[]): Baseline | null {
  const stances = frames.flatMap((f) => (f.pose === null ? [] : [stanceOf(f.pose)]));
  const upright = stances
    .filter((s) => s.upright)
    .map((s) => s.sizePx)
    .sort((a, b) => a - b);
  if (upright.length === 0) return null;
  const tallest = upright[Math.floor(upright.length * 0.92)]!;
  const runs = stillRuns(stances, tallest).filter((run) => run.length >= 3);
  if (runs.length === 0) return null;
  const usual = median(runs.flat().map((s) => s.sizePx));
  const rank = (run: Stance[]): number => {
    const long = lasts(run) >= 0.3 && Math.abs(median(run.map((s) => s.sizePx)) / usual - 1) < 0.04;
    const whole = run.filter((s) => s.cut).length * 2 < run.length;
    return (whole ? 2 : 0) + (long ? 1 : 0);
  };
  const best = Math.max(...runs.map(rank));
  const candidates = runs.filter((run) => rank(run) === best);
  const chosen =
    best % 2 === 1 ? candidates[0]! : candidates.reduce((a, b) => (lasts(b) > lasts(a) ? b : a));
  return baselineOf(chosen);
}

/** How long a person stands still before the live check takes their baseline. */
export const STANDING_S: Seconds = 1.8;

/** Watches live poses for two seconds of still, upright standing (rule STAND-5). */
export class StandingWatch {
  #run: Stance[] = [];

  /** @returns progress 0..1, and the baseline once it is there */
  push(pose: Pose): { progress: number; baseline: Baseline | null } {
    const stance = stanceOf(pose);
    const recent = [...this.#run, stance].filter((s) => s.timeS > stance.timeS - 2 * STANDING_S);
    const runs = stillRuns(
      recent,
      Math.max(...recent.filter((s) => s.upright).map((s) => s.sizePx), 1),
    );
    const run = runs.at(-1);
    this.#run = run !== undefined && run.at(-1) === stance ? run : [];
    if (this.#run.length === 0) return { progress: 0, baseline: null };
    const lasted = lasts(this.#run);
    if (lasted < STANDING_S) return { progress: lasted / STANDING_S, baseline: null };
    return { progress: 1, baseline: baselineOf(this.#run) };
  }

  reset(): void {
    this.#run = [];
  }
}
