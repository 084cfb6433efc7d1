import type { BackLook } from '../kinematics/back-outline';
import type { CloserLook } from '../kinematics/closer-look';
import type { Person } from '../kinematics/moment';
import type { Baseline } from '../kinematics/standing';
import type { LiftTimes } from '../lifts/lift';
import { familyOf, settledPose, type PoseFrame } from '../pose/pose';
import type { Seconds } from '../units';
import type { LiftTrack } from './track-record';

/** Smoothing reaches this far beyond a lift, and the eye wants a little of the standing. */
const AROUND_S: Seconds = 0.5;
/** Of a longer carry the middle, which no check looks at, is left out: this much stays on either side. */
const CARRY_S: Seconds = 10;

const rounded = (x: number, scale: number): number => Math.round(x * scale) / scale;

export interface LiftTrackParts {
  times: LiftTimes;
  /** The session's, or at least the lift's and half a second on either side. */
  frames: readonly PoseFrame[];
  looks: readonly BackLook[];
  closer: readonly CloserLook[];
  /** The one that the lift was measured against. */
  baseline: Baseline;
  person: Person;
}

/**
 * Cuts what is kept of one lift out of a session's poses: enough to score it again with the same outcome.
 * @returns null when nobody is seen in it
 */
export function liftTrackOf(parts: LiftTrackParts): LiftTrack | null {
  const { times, person, baseline } = parts;
  const fromS = times.startS - AROUND_S;
  const upS = times.endS + (times.lowerStartS === null ? AROUND_S : CARRY_S);
  const downS = (times.lowerStartS ?? Infinity) - CARRY_S;
  const untilS = (times.lowerEndS ?? times.endS) + AROUND_S;
  const isKept = (timeS: Seconds): boolean =>
    timeS >= fromS && timeS <= untilS && (timeS <= upS || timeS >= downS);
  const frames = parts.frames.filter(({ timeS }) => isKept(timeS));
  const seen = frames.findLast(({ pose }) => pose !== null)?.pose;
  if (seen === undefined || seen === null) return null;
  const { detector, width, height } = seen;
  const { timesS, sizePx, keypoints, trusted } = baseline;
  return {
    detector,
    width,
    height,
    heightM: person.heightM,
    heightEntered: person.heightEntered,
    baseline: {
      timesS,
      sizePx,
      // Middles of settled poses: halves of their steps, without the dust of binary numbers.
      keypoints: keypoints.map(({ x, y, score }) => ({
        x: rounded(x, 1e3),
        y: rounded(y, 1e3),
        score: rounded(score, 1e4),
      })),
      trusted,
    },
    frames: frames.map((frame) => {
      const { pose } = frame;
      // A track has one picture size and one order of keypoints.
      const fits =
        pose?.width === width &&
        pose.height === height &&
        familyOf(pose.detector) === familyOf(detector);
      return { ...frame, pose: fits ? settledPose({ ...pose, detector }) : null };
    }),
    looks: parts.looks.filter(({ timeS }) => isKept(timeS)),
    closer: parts.closer.filter(({ timeS }) => isKept(timeS)),
  };
}
