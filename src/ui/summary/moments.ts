import type { Analysis, PoseTrack } from '../../core/session/analysis';
import type { LiftVerdict } from '../../core/scoring/check';
import type { Seconds } from '../../core/units';
import { worstCheck } from '../verdict-view';
import { extentOf, type StillMoment } from '../stage/draw-still';

/** A moment that can be drawn as a figure. */
export interface Moment extends StillMoment {
  atS: Seconds;
}

const nearest = <T extends { t: Seconds }>(items: readonly T[], t: Seconds): T | null =>
  items.reduce<T | null>(
    (best, item) => (best && Math.abs(best.t - t) <= Math.abs(item.t - t) ? best : item),
    null,
  );

const seenFrames = (poses: PoseTrack) => poses.frames.filter((frame) => frame.k !== null);

/** The figure at `atS`; null when the analysis carries no poses. */
export function momentAt(analysis: Analysis, atS: Seconds): Moment | null {
  const { poses } = analysis;
  const frame = poses ? nearest(seenFrames(poses), atS) : null;
  if (!poses || !frame?.k) return null;
  const measured = nearest(analysis.frames, atS);
  const value = measured?.judged.trunkInclinationDeg === true ? measured.trunkInclinationDeg : null;
  return {
    atS,
    detector: poses.detector,
    keypoints: frame.k.map(([x, y, score]) => ({ x, y, score })),
    bend: value === null ? null : { value, error: measured?.errors.trunkInclinationDeg ?? 0 },
  };
}

/** A figure at a lift's hardest moment has the bend that its verdict tells, where it tells one. */
export function asTold<T extends Moment>(moment: T, lift: LiftVerdict): T {
  const check = worstCheck(lift);
  if (check?.id !== 'bent-back' || check.value === null) return moment;
  return { ...moment, bend: { value: check.value, error: check.error ?? 0 } };
}

/** The hardest moment of a lift. */
export function hardestMoment(analysis: Analysis, lift: LiftVerdict): Moment | null {
  const moment = momentAt(analysis, hardestTime(lift));
  return moment && asTold(moment, lift);
}

/** When a lift was at its hardest: the moment of its worst check, or its deepest bend. */
export const hardestTime = (lift: LiftVerdict): Seconds => worstCheck(lift)?.atS ?? lift.peakS;

/** The person standing, as measured; null without a baseline. */
export function standingMoment(analysis: Analysis): Moment | null {
  const { baseline } = analysis;
  const middle = baseline?.timesS[Math.floor(baseline.timesS.length / 2)];
  return middle === undefined ? null : momentAt(analysis, middle);
}

/** Room that fits each of these figures, in picture pixels, so that they are drawn at one size. */
export function roomFor(moments: readonly Moment[]): { width: number; height: number } {
  const extents = moments.flatMap((moment) => extentOf(moment) ?? []);
  return {
    width: Math.max(1, ...extents.map((e) => e.right - e.left)),
    height: Math.max(1, ...extents.map((e) => e.bottom - e.top)),
  };
}
