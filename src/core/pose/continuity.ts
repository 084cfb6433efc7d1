import { at, bodyPoints, type BodyPoint } from './landmarks';
import { familyOf, KEYPOINT_TABLE_SIZE, type Pose } from './pose';
import type { Pixels, Seconds } from '../units';

interface Point {
  x: Pixels;
  y: Pixels;
}

const distance = (a: Point, b: Point): Pixels => Math.hypot(a.x - b.x, a.y - b.y);

/** Hips and shoulders of one person do not move faster than this, in body sizes a second (a run is about 2). */
const FASTEST = 2;
/** Detector noise that needs no time, in body sizes. */
const NOISE = 0.06;
/** The allowance stops growing: after a while somebody else could be anywhere. */
const ALLOWANCE_S: Seconds = 0.25;
/** After this long without the person, whoever comes next is somebody new: own standing pose, own lifts. */
export const GONE_S: Seconds = 1.5;

export type Continuity = 'same' | 'other' | 'broken';

/**
 * Keeps to the person it started with: a pose whose hips jump further than a person can move is
 * somebody else (or a detector's slip) and must not be taken for a movement. Broken poses (NaN) are
 * never passed on. Rule POSE-1, POSE-2 in lifts/SPEC.md.
 */
export class PersonContinuity {
  #last: { hips: Point; shoulders: Point; sizePx: Pixels; timeS: Seconds } | null = null;

  /** Judges a pose; a pose of the same person becomes the new reference. */
  check(pose: Pose): Continuity {
    if (pose.keypoints.length !== KEYPOINT_TABLE_SIZE[familyOf(pose.detector)]) return 'broken';
    if (
      !pose.keypoints.every(
        (p) => Number.isFinite(p.x) && Number.isFinite(p.y) && Number.isFinite(p.score),
      )
    )
      return 'broken';
    const p = bodyPoints(familyOf(pose.detector), pose.keypoints);
    const middle = (a: BodyPoint, b: BodyPoint): Point => ({
      x: (p[at(a)]!.x + p[at(b)]!.x) / 2,
      y: (p[at(a)]!.y + p[at(b)]!.y) / 2,
    });
    const hips = middle('leftHip', 'rightHip');
    const shoulders = middle('leftShoulder', 'rightShoulder');
    const ys = p.map((q) => q.y);
    const xs = p.map((q) => q.x);
    const extentPx = Math.hypot(
      Math.max(...xs) - Math.min(...xs),
      Math.max(...ys) - Math.min(...ys),
    );
    const last = this.#last;
    if (last !== null && pose.timeS - last.timeS <= GONE_S) {
      const moved =
        Math.max(distance(hips, last.hips), distance(shoulders, last.shoulders)) / last.sizePx;
      const elapsed = Math.min(ALLOWANCE_S, Math.max(0, pose.timeS - last.timeS));
      if (moved > NOISE + FASTEST * elapsed) return 'other';
    }
    // The size follows slowly upwards and hardly shrinks, since bending makes a body look small.
    const sizePx = last === null ? extentPx : Math.max(extentPx, last.sizePx * 0.98);
    this.#last = { hips, shoulders, sizePx, timeS: pose.timeS };
    return 'same';
  }

  reset(): void {
    this.#last = null;
  }
}
