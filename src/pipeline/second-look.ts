import { backShape, lookAtBack, type BackLook } from '../core/kinematics/back-outline';
import type { Motion } from '../core/kinematics/measure';
import type { Moment } from '../core/kinematics/moment';
import { familyOf, type DetectorId, type Pose, type PoseFrame } from '../core/pose/pose';
import { wantedLooks, type Bend } from '../core/scoring/look-plan';
import { lookedAgain } from '../core/scoring/rounded-back';
import type { Analysis } from '../core/session/analysis';
import type { Seconds } from '../core/units';
import type { BodyPicture, PersonMasker, RgbaFrame } from '../detect/detector-port';
import { poseInPicture } from './pose-in-picture';

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

/** An analysis refined by second looks, which it keeps with its poses: analysed again, they give the same verdicts. */
export function withLooks(analysis: Analysis, looks: readonly BackLook[]): Analysis {
  if (looks.length === 0) return analysis;
  const { poses } = analysis;
  const kept = looks
    .toSorted((a, b) => a.timeS - b.timeS)
    .map(({ timeS, upperBackDeg }) => ({ t: timeS, upperBackDeg, back: backShape(upperBackDeg) }));
  return {
    ...analysis,
    lifts: analysis.lifts.map((lift) => lookedAgain(lift, looks)),
    ...(poses === undefined ? {} : { poses: { ...poses, looks: kept } }),
  };
}
