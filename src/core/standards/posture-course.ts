import type { Motion, NotJudgedReason } from '../kinematics/measure';
import type { Fraction, Seconds } from '../units';
import { owasOf } from './owas';
import type { PostureAnswers } from './posture-answers';
import { cameraReadings } from './posture-readings';
import { POSTURE_METHODS, type PostureMethod } from './posture-methods';
import { rebaOf, type Reba } from './reba';
import { rulaOf, type Rula } from './rula';
import type { Score } from './told';

/** Frames further apart than this do not belong together (as in kinematics/series.ts). */
const GAP_S: Seconds = 0.35;

/** The scores of one method, or of one of its sides, over time. */
export interface ScoreCourse {
  points: { timeS: Seconds; score: Score }[];
  /** Rule COURSE-1; null when nothing could be judged. */
  worst: { timeS: Seconds; score: number; low: number; high: number } | null;
  /** Rule COURSE-2: share of the judged time in each action level; null when no time was judged. */
  levels: { level: number; share: Fraction }[] | null;
  /** Rule COURSE-3: share of the time that could be judged, and what stood against it in the rest. */
  judgedShare: Fraction;
  notJudged: { reason: NotJudgedReason; share: Fraction }[];
}

export interface SidedCourse {
  left: ScoreCourse;
  right: ScoreCourse;
  /** The worse side of each moment. */
  worse: ScoreCourse;
}

/** REBA, RULA and OWAS over time. OWAS knows no sides. */
export interface PostureCourse {
  reba: SidedCourse;
  rula: SidedCourse;
  owas: ScoreCourse;
}

/** How long each moment stands: half-way to its neighbours, not across gaps. One moment alone stands for no time: 1. */
function durations(times: readonly Seconds[]): number[] {
  if (times.length === 1) return [1];
  const halfGap = (a: number, b: number | undefined): number => {
    const gap = b === undefined ? Infinity : Math.abs(b - a);
    return gap > GAP_S ? 0 : gap / 2;
  };
  const own = times.map((t, i) => halfGap(t, times[i - 1]) + halfGap(t, times[i + 1]));
  // Frames that all stand alone count the same.
  return own.every((d) => d === 0) ? own.map(() => 1) : own;
}

/**
 * Rule COURSE-1: of each moment and its two neighbours the middle score counts, at an end or beside an unjudged moment
 * the lower of two, so that one slip decides nothing; a judged moment without judged neighbours counts only where there
 * are no others. The first of the highest is the worst.
 */
function worstOf(points: ScoreCourse['points']): ScoreCourse['worst'] {
  const judged = (i: number): number | null => points[i]?.score.score ?? null;
  const steady = points.map((_, i): number | null => {
    const own = judged(i);
    if (own === null) return null;
    const [before, after] = [judged(i - 1), judged(i + 1)];
    if (before !== null && after !== null)
      return Math.max(Math.min(before, own), Math.min(Math.max(before, own), after));
    const neighbour = before ?? after;
    return neighbour === null ? null : Math.min(neighbour, own);
  });
  const counted = steady.some((score) => score !== null) ? steady : points.map((_, i) => judged(i));
  const highest = Math.max(...counted.map((score) => score ?? -Infinity));
  // The moment itself has that score, or its neighbour has: show one that has.
  const at = points.findIndex((_, i) => judged(i) === highest && counted[i] !== null);
  const point = points[at];
  if (point === undefined || point.score.judged !== true) return null;
  const { score, low, high } = point.score;
  return { timeS: point.timeS, score, low, high };
}

function courseOf(
  times: readonly Seconds[],
  scores: readonly Score[],
  { levels, levelOf }: PostureMethod,
): ScoreCourse {
  const points = scores.map((score, i) => ({ timeS: times[i]!, score }));
  const lasting = durations(times);
  const timeWhere = (holds: (score: Score) => boolean): number =>
    scores.reduce((sum, score, i) => sum + (holds(score) ? lasting[i]! : 0), 0);
  const all = timeWhere(() => true);
  const judged = timeWhere((score) => score.judged === true);
  const reasons = new Set(scores.flatMap(({ judged: j }) => (j === true ? [] : [j])));
  return {
    points,
    worst: worstOf(points),
    levels:
      judged === 0
        ? null
        : levels.map((level) => ({
            level,
            share: timeWhere((s) => s.judged === true && levelOf(s.score) === level) / judged,
          })),
    judgedShare: all === 0 ? 0 : judged / all,
    notJudged: [...reasons].map((reason) => ({
      reason,
      share: timeWhere(({ judged: j }) => j === reason) / all,
    })),
  };
}

/**
 * Posture scores of a series of moments, for what was asked about its task. Frames that cannot be judged are counted as
 * such, never guessed.
 * @param series in order of time, at any frame rate
 */
export function postureCourse(series: readonly Motion[], answers: PostureAnswers): PostureCourse {
  const times = series.map(({ timeS }) => timeS);
  const readings = series.map(({ measures }) => cameraReadings(measures));
  const reba = readings.map((r) => rebaOf(r, answers));
  const rula = readings.map((r) => rulaOf(r, answers));
  const sidedCourse = (scores: readonly (Reba | Rula)[], method: PostureMethod): SidedCourse => ({
    left: courseOf(
      times,
      scores.map(({ sides }) => sides.left.total),
      method,
    ),
    right: courseOf(
      times,
      scores.map(({ sides }) => sides.right.total),
      method,
    ),
    worse: courseOf(
      times,
      scores.map(({ total }) => total),
      method,
    ),
  });
  return {
    reba: sidedCourse(reba, POSTURE_METHODS.reba),
    rula: sidedCourse(rula, POSTURE_METHODS.rula),
    owas: courseOf(
      times,
      readings.map((r) => owasOf(r, answers).total),
      POSTURE_METHODS.owas,
    ),
  };
}
