import { at, bodyPoints, type BodyPoint } from '../pose/landmarks';
import { familyOf, type DetectorId, type Keypoint, type PoseFrame } from '../pose/pose';
import type { Pixels, Seconds } from '../units';
import type { Standing } from './lifter-features';
import { isErect, isUpright, NEIGHBOURS_S, stanceOf, steadied, type Stance } from './stance';
import type { Pose } from '../pose/pose';

/** The standing baseline of one person before one camera. */
export interface Baseline extends Standing {
  /** Times of the upright frames it was made from. */
  timesS: Seconds[];
  /** Median keypoints in the detector's own order. */
  keypoints: Keypoint[];
  /**
   * False when an edge of the picture cut the body, or when the person stood elsewhere than they work: good
   * enough to find lifts, not to judge them.
   */
  trusted: boolean;
}

/** Rule STAND-2: an upright frame is at least this tall against the tallest seen in the same place. */
const TALL_SHARE = 0.955;
/** Hanging hands hang equally low, in standing sizes. */
const HANDS_AGREE = 0.05;
/** Of one run the frames that are this tall against its tall ones: where it ends, bending has begun. */
const TALL_IN_RUN = 0.985;
/** Feet this near to each other in height, in standing sizes: about as far from the camera. */
const SAME_PLACE = 0.03;
/**
 * Rule STAND-3: hips and feet of a standing person stay within this, in standing sizes, from frame to frame
 * and over the run, and so does the size: who walks towards the camera moves little in the picture.
 */
const STILL_STEP = 0.03;
const STILL_RUN = 0.06;
/** Rule STAND-4: a run this long counts, and its size agrees this well with the other standing. */
const LONG_ENOUGH_S: Seconds = 0.3;
const AGREES = 0.04;
/** Frames this small against standing are bends: where they are, the work is done. */
const BENT_SHARE = 0.8;
/** Runs whose feet are all but as near to the work as the nearest are equally good. */
const AS_NEAR = 0.02;
/**
 * Feet that stand this far from where the work is done are a tenth nearer or farther, or more: another size.
 * Of 190 rendered recordings of people who stand where they work none exceeds 0.036.
 */
const ELSEWHERE = 0.05;
const MOST_FRAMES = 30;

const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
/** In a list sorted so once, any part is sorted again at hardly any cost: long recordings have many runs. */
const bySize = (a: Stance, b: Stance): number => a.posture.sizePx - b.posture.sizePx;
/** The size that only the tallest tenth exceeds. */
const tallOf = (stances: readonly Stance[]): Pixels => {
  const sizes = stances.map((s) => s.posture.sizePx).sort((a, b) => a - b);
  return sizes[Math.floor((sizes.length - 1) * 0.9)] ?? 0;
};

function baselineOf(run: readonly Stance[]): Baseline {
  const step = Math.max(1, Math.ceil(run.length / MOST_FRAMES));
  const used = run.filter((_, i) => i % step === 0);
  const first = used[0]!.pose;
  const keypoints = first.keypoints.map((_, k) => ({
    x: median(used.map((s) => s.pose.keypoints[k]!.x)),
    y: median(used.map((s) => s.pose.keypoints[k]!.y)),
    score: median(used.map((s) => s.pose.keypoints[k]!.score)),
  }));
  return {
    ...standingOf(first.detector, keypoints),
    timesS: used.map((s) => s.timeS),
    trusted: used.filter((s) => s.cut).length * 2 < used.length,
  };
}

/** The standing that keypoints show, in the detector's own order, px. */
export function standingOf(
  detector: DetectorId,
  keypoints: Keypoint[],
): Pick<Baseline, 'points' | 'keypoints' | 'sizePx'> {
  const points = bodyPoints(familyOf(detector), keypoints);
  const y = (name: BodyPoint): number => points[at(name)]!.y;
  const sizePx = (y('leftAnkle') + y('rightAnkle') - y('leftEar') - y('rightEar')) / 2;
  return { points, keypoints, sizePx };
}

/** Runs of upright frames in which the person stands still. */
function stillRuns(stances: readonly Stance[], leastPx: Pixels): Stance[][] {
  const runs: Stance[][] = [];
  let run: Stance[] = [];
  for (const stance of stances) {
    const { posture } = stance;
    const step = ({ posture: other }: Stance): number =>
      Math.max(
        Math.hypot(posture.hipX - other.hipX, posture.hipY - other.hipY),
        Math.abs(posture.ankleY - other.ankleY),
      ) / posture.sizePx;
    const stands = isUpright(stance) && posture.sizePx > leastPx;
    const last = run.at(-1);
    const goesOn =
      stands &&
      last !== undefined &&
      stance.timeS - last.timeS < NEIGHBOURS_S &&
      step(last) < STILL_STEP &&
      step(run[0]!) < STILL_RUN &&
      Math.abs(posture.sizePx / run[0]!.posture.sizePx - 1) < STILL_RUN;
    if (goesOn) {
      run.push(stance);
      continue;
    }
    if (run.length > 0) runs.push(run);
    run = stands ? [stance] : [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const lasts = (run: readonly Stance[]): Seconds => run.at(-1)!.timeS - run[0]!.timeS;
const feetOf = (run: readonly Stance[]): Pixels => median(run.map((s) => s.posture.ankleY));
const sizeOf = (run: readonly Stance[]): Pixels => median(run.map((s) => s.posture.sizePx));

/**
 * Finds the standing baseline of a recording wherever upright frames are, also after the lift
 * (rules STAND-1..4). Runs that last 0.3 s and agree with most of the standing in their place go before
 * shorter ones, whole bodies before cut ones, then those in whose place the bending is done; of these the
 * first.
 *
 * @returns null when nobody stands upright with hanging arms anywhere
 */
export function findBaseline(frames: readonly PoseFrame[]): Baseline | null {
  const stances = steadied(frames.flatMap((f) => (f.pose === null ? [] : [stanceOf(f.pose)])));
  const erect = stances.filter(isErect).sort(bySize);
  const runs = emptyHanded(
    stillRuns(stances, 0)
      .map((run) => tallIn(run, erect))
      .filter((run) => run.length >= 3),
  );
  if (runs.length === 0) return null;
  const standing = runs
    .flatMap((run) => {
      const feet = feetOf(run);
      return run.map(({ posture: { sizePx } }) => ({ sizePx, feet }));
    })
    .sort((a, b) => a.sizePx - b.sizePx);
  const rank = (run: Stance[]): number => {
    const size = sizeOf(run),
      feet = feetOf(run);
    const there = standing.filter((s) => Math.abs(s.feet - feet) < SAME_PLACE * size);
    const usual = median(there.map((s) => s.sizePx));
    const good = lasts(run) >= LONG_ENOUGH_S && Math.abs(size / usual - 1) < AGREES;
    const whole = run.filter((s) => s.cut).length * 2 < run.length;
    return (whole ? 2 : 0) + (good ? 1 : 0);
  };
  const ranks = runs.map(rank);
  const best = Math.max(...ranks);
  const { candidates, away } = nearestToWork(
    runs.filter((_, i) => ranks[i] === best),
    stances,
  );
  const chosen =
    best % 2 === 1 ? candidates[0]! : candidates.reduce((a, b) => (lasts(b) > lasts(a) ? b : a));
  const baseline = baselineOf(chosen);
  return { ...baseline, trusted: baseline.trusted && away < ELSEWHERE };
}

/**
 * Rule STAND-2: the frames of a run that are as tall as the person is, there, whatever the hands do.
 * @param erect sorted by size, where there are many
 */
function tallIn(run: Stance[], erect: readonly Stance[]): Stance[] {
  const feet = feetOf(run),
    near = SAME_PLACE * sizeOf(run);
  const tall = tallOf(erect.filter((s) => Math.abs(s.posture.ankleY - feet) < near));
  const least = Math.max(TALL_SHARE * tall, TALL_IN_RUN * tallOf(run));
  return run.filter((s) => s.posture.sizePx > least);
}

/** Rule STAND-1: hands that hold a load low before the body seem to hang, until they are seen lower. */
function emptyHanded(runs: Stance[][]): Stance[][] {
  const hands = runs.map((run) => median(run.map((s) => s.posture.handHeight)));
  const lowest = Math.min(...hands);
  return runs.filter((_, i) => hands[i]! < lowest + HANDS_AGREE);
}

/** Rule STAND-4: people come nearer or go back before they lift, and look larger or smaller then. */
function nearestToWork(
  runs: Stance[][],
  stances: readonly Stance[],
): { candidates: Stance[][]; away: number } {
  const size = Math.max(...runs.map(sizeOf));
  const bent = stances.filter(
    (s) => s.feetSeen && s.posture.sizePx < BENT_SHARE * size && !isErect(s),
  );
  if (bent.length < 3) return { candidates: runs, away: 0 };
  const work = feetOf(bent);
  const distances = runs.map((run) => Math.abs(feetOf(run) - work) / sizeOf(run));
  const away = Math.min(...distances);
  return { candidates: runs.filter((_, i) => distances[i]! < away + AS_NEAR), away };
}

/** How long a person stands still before the live check takes their baseline. */
export const STANDING_S: Seconds = 1.8;

/** Rule STAND-6: bent this far against standing, within this time, with the feet where they were. */
const BENT_BY = 0.85;
const BENDS_WITHIN_S: Seconds = 2;
const FEET_STAY = 0.06;
const BRIEF_FRAMES = 4;

/** How far a live check has come with the standing pose. */
export interface StandingSeen {
  /** 0..1 */
  progress: number;
  /** The baseline once it is there, and when its standing began: what was seen since can be measured after all. */
  found: { baseline: Baseline; sinceS: Seconds } | null;
}

/** Watches live poses for two seconds of still, upright standing (STAND-5), or a short one before a bend (STAND-6). */
export class StandingWatch {
  #run: Stance[] = [];
  /** Nothing but standing was seen so far. */
  #onlyErect = true;
  /** A short standing that ended; a bend may follow. */
  #brief: Stance[] = [];

  push(pose: Pose): StandingSeen {
    const stance = stanceOf(pose);
    const recent = [...this.#run, stance].filter((s) => s.timeS > stance.timeS - 2 * STANDING_S);
    const tallest = Math.max(...recent.filter(isErect).map((s) => s.posture.sizePx), 1);
    const runs = stillRuns(recent, TALL_SHARE * tallest);
    const run = runs.at(-1);
    const before = this.#run;
    this.#run = run !== undefined && run.at(-1) === stance ? run : [];
    if (this.#onlyErect && before.length >= BRIEF_FRAMES && lasts(before) >= LONG_ENOUGH_S)
      this.#brief = tallIn(before, before);
    this.#onlyErect &&= isErect(stance);
    const lasted = this.#run.length === 0 ? 0 : lasts(this.#run);
    const enough = lasted >= STANDING_S ? this.#run : this.#bends(stance) ? this.#brief : null;
    if (enough === null) return { progress: lasted / STANDING_S, found: null };
    return { progress: 1, found: { baseline: baselineOf(enough), sinceS: enough[0]!.timeS } };
  }

  /** Whether this is the bend that the short standing came before. */
  #bends({ timeS, posture }: Stance): boolean {
    if (this.#brief.length === 0) return false;
    const size = sizeOf(this.#brief);
    const feetX = median(this.#brief.map((s) => s.posture.ankleX));
    return (
      timeS - this.#brief.at(-1)!.timeS < BENDS_WITHIN_S &&
      posture.sizePx < BENT_BY * size &&
      Math.abs(posture.ankleY - feetOf(this.#brief)) < FEET_STAY * size &&
      Math.abs(posture.ankleX - feetX) < FEET_STAY * size
    );
  }

  reset(): void {
    this.#run = this.#brief = [];
    this.#onlyErect = true;
  }
}
