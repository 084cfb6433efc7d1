import { at, bodyPoints, type BodyPoint } from './landmarks';
import { familyOf, KEYPOINT_TABLE_SIZE, type Pose } from './pose';
import type { Fraction, Pixels, Seconds } from '../units';

interface Point {
  x: Pixels;
  y: Pixels;
}

const distance = (a: Point, b: Point): Pixels => Math.hypot(a.x - b.x, a.y - b.y);

/** No part of one person moves faster than this, in body sizes a second (a run is about 2). */
const FASTEST = 2;
type Part = Point | null;
/**
 * What must stay where it was. Hips and shoulders always count; feet, which tell a body that is nearer or
 * farther from this one, where they are clearly seen.
 */
const PARTS: readonly (readonly [BodyPoint, BodyPoint, Fraction])[] = [
  ['leftHip', 'rightHip', -Infinity],
  ['leftShoulder', 'rightShoulder', -Infinity],
  ['leftAnkle', 'rightAnkle', 0.4],
];
/** Detector noise that needs no time, in body sizes. */
const NOISE = 0.06;
/** After somebody else was seen, the person is known again by their feet, which lifting leaves in place. */
const FEET_STAY = 0.12;
/** The allowance stops growing: after a while somebody else could be anywhere. */
const ALLOWANCE_S: Seconds = 0.25;
/** After this long without the person, whoever comes next is somebody new: own standing pose, own lifts. */
export const GONE_S: Seconds = 1.5;

export type Continuity = 'same' | 'other' | 'broken';

/**
 * Keeps to the person it started with: a pose that jumps further than a person can move is somebody else
 * (or a detector's slip) and must not be taken for a movement. Broken poses (NaN) are never passed on.
 * Rules POSE-1, POSE-2 in lifts/SPEC.md.
 */
export class PersonContinuity {
  #last: { parts: Part[]; sizePx: Pixels; timeS: Seconds } | null = null;
  /** Somebody else was seen since. */
  #doubted = false;

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
    const parts = PARTS.map(([left, right, leastScore]): Part => {
      const a = p[at(left)]!,
        b = p[at(right)]!;
      if (Math.min(a.score, b.score) < leastScore) return null;
      return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    });
    const ys = p.map((q) => q.y);
    const xs = p.map((q) => q.x);
    const extentPx = Math.hypot(
      Math.max(...xs) - Math.min(...xs),
      Math.max(...ys) - Math.min(...ys),
    );
    const last = this.#last;
    if (last !== null && pose.timeS - last.timeS <= GONE_S) {
      const moved = parts.map((part, i) => {
        const before = last.parts[i] ?? null;
        return part === null || before === null ? null : distance(part, before) / last.sizePx;
      });
      const elapsed = Math.min(ALLOWANCE_S, Math.max(0, pose.timeS - last.timeS));
      const feetMoved = this.#doubted ? (moved.at(-1) ?? 0) : 0;
      if (
        Math.max(...moved.map((m) => m ?? 0)) > NOISE + FASTEST * elapsed ||
        feetMoved > FEET_STAY
      ) {
        this.#doubted = true;
        return 'other';
      }
    }
    this.#doubted = false;
    // The size follows slowly upwards and hardly shrinks, since bending makes a body look small.
    const sizePx = last === null ? extentPx : Math.max(extentPx, last.sizePx * 0.98);
    this.#last = { parts, sizePx, timeS: pose.timeS };
    return 'same';
  }

  reset(): void {
    this.#last = null;
    this.#doubted = false;
  }
}
