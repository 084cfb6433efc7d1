import { backShape, lookAtBack, type BackLook } from '../core/kinematics/back-outline';
import { measureCloser, type CloserLook } from '../core/kinematics/closer-look';
import type { LifterSet } from '../core/kinematics/lifter';
import type { Motion } from '../core/kinematics/measure';
import type { Moment, Person } from '../core/kinematics/moment';
import {
  familyOf,
  type DetectorId,
  type Keypoint,
  type Pose,
  type PoseFrame,
} from '../core/pose/pose';
import type { LiftVerdict } from '../core/scoring/check';
import { isFurthestBend, lookedCloser } from '../core/scoring/closer-checks';
import { wantedLooks, type Bend } from '../core/scoring/look-plan';
import { lookedAgain } from '../core/scoring/rounded-back';
import { RULES } from '../core/scoring/rules';
import type { Analysis } from '../core/session/analysis';
import type { Pixels, Seconds } from '../core/units';
import type { BodyPicture, PersonMasker, RgbaFrame } from '../detect/detector-port';
import { poseInPicture } from './pose-in-picture';

/** What second looks found. */
export interface Looks {
  backs: readonly BackLook[];
  closer: readonly CloserLook[];
}

/**
 * A verdict refined by second looks at pictures of this size; the same one when they change nothing, or were taken
 * already.
 */
export const refined = (
  lift: LiftVerdict,
  { backs, closer }: Looks,
  picture: { width: Pixels; height: Pixels },
  lifters: LifterSet,
  person: Person,
): LiftVerdict =>
  lookedAgain(
    lookedCloser(
      lift,
      // Looks of all lifts are given; each takes as long as a frame.
      closer
        .filter(({ timeS }) => isFurthestBend(lift, timeS))
        .map((look) => measureCloser(look, picture, lifters, person)),
    ),
    backs,
  );

/** How far the trunk was inclined at the moments where that was judged. */
export const bendsOf = (moments: readonly Moment[]): Bend[] =>
  moments.flatMap(({ timeS, measures: { trunkInclinationDeg: trunk } }) =>
    trunk.judged === true ? [{ timeS, trunkDeg: trunk.value! }] : [],
  );

/** The outline's borders hold for hips and shoulders as MoveNet finds them; BlazePose's lie elsewhere. */
const canLookAgain = (detector: DetectorId): boolean => familyOf(detector) === 'movenet';

/** Live: whether a moment may come to deserve a second look (rule ROUND-1, with room on every side). */
export function isWorthKeeping({ measures }: Motion, { detector }: Pose): boolean {
  if (!canLookAgain(detector)) return false;
  const { trunkInclinationDeg: trunk, viewAzimuthDeg: view } = measures;
  if (trunk.value === null || view.value === null) return false;
  const azimuth = Math.abs(view.value);
  return trunk.value > 30 && azimuth > 45 && azimuth < 135;
}

/** Live: whether a moment may come to deserve a closer look (rule CLOSER-1). */
export const isWorthCloser = ({ measures: { trunkInclinationDeg: trunk } }: Motion): boolean =>
  trunk.value !== null && trunk.value > RULES['bent-back'].watch;

/** Times of the frames of a recording that deserve a second look, in order. */
export function looksWantedBy({ frames, lifts, model }: Analysis): Seconds[] {
  if (!canLookAgain(model)) return [];
  const bends = frames.flatMap(({ t, trunkInclinationDeg, judged }): Bend[] =>
    judged.trunkInclinationDeg === true ? [{ timeS: t, trunkDeg: trunkInclinationDeg! }] : [],
  );
  return lifts.flatMap((lift) => wantedLooks(lift, bends)).sort((a, b) => a - b);
}

/** One second look at one kept picture. Rejects only when the back end breaks. */
export async function lookAgain(
  masker: PersonMasker,
  picture: BodyPicture,
  timeS: Seconds,
): Promise<BackLook> {
  const mask = await masker.mask(picture);
  return mask === null ? { timeS, upperBackDeg: null } : lookAtBack(mask, picture.pose, timeS);
}

/** A time as an analysis writes it down. */
const written = (timeS: Seconds): Seconds => Math.round(timeS * 1e4) / 1e4;

/**
 * Looks again at some pictures of a recording.
 *
 * @param wanted times as the analysis has them, in order
 * @param frames the poses found in these pictures
 * @param pictures all of them once more, in order; not read further than needed
 */
export async function lookAgainAt(
  wanted: readonly Seconds[],
  frames: readonly PoseFrame[],
  pictures: AsyncIterable<{ timeS: Seconds; frame: RgbaFrame }>,
  masker: PersonMasker,
): Promise<BackLook[]> {
  const poses = new Map(frames.map(({ timeS, pose }) => [written(timeS), pose]));
  const looks: BackLook[] = [];
  const last = wanted.at(-1);
  if (last === undefined) return looks;
  for await (const { timeS, frame } of pictures) {
    const at = written(timeS);
    const pose = wanted.includes(at) ? poses.get(at) : null;
    if (pose) {
      const picture = masker.cut(frame, poseInPicture(pose, frame.width, frame.height));
      looks.push(
        picture === null ? { timeS: at, upperBackDeg: null } : await lookAgain(masker, picture, at),
      );
    }
    if (at >= last) break;
  }
  return looks;
}

/**
 * An analysis refined by looks at the back, and with all second looks kept with its poses: analysed again, they give the
 * same verdicts.
 *
 * @param closer taken already into the verdicts
 */
export function withLooks(
  analysis: Analysis,
  backs: readonly BackLook[],
  closer: readonly CloserLook[] = [],
): Analysis {
  const lifts = analysis.lifts.map((lift) => lookedAgain(lift, backs));
  const { poses } = analysis;
  if (poses === undefined) return { ...analysis, lifts };
  const byTime = <T extends { timeS: Seconds }>(list: readonly T[]): T[] =>
    list.toSorted((a, b) => a.timeS - b.timeS);
  const looks = byTime(backs).map(({ timeS, upperBackDeg }) => ({
    t: timeS,
    upperBackDeg,
    back: backShape(upperBackDeg),
  }));
  const closerLooks = byTime(closer).map(({ timeS, keypoints, standing }) => ({
    t: timeS,
    k: keypoints.map(asTriple),
    standing: standing.map(asTriple),
  }));
  return {
    ...analysis,
    lifts,
    poses: {
      ...poses,
      ...(looks.length > 0 ? { looks } : {}),
      ...(closerLooks.length > 0 ? { closer: closerLooks } : {}),
    },
  };
}

const asTriple = ({ x, y, score }: Keypoint): [number, number, number] => [x, y, score];
