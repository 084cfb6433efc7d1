import type { LifterSet } from '../../src/core/kinematics/lifter';
import { figureSize } from '../../src/core/kinematics/lifter-features';
import { liftPose } from '../../src/core/kinematics/lifter-pose';
import { MEASURE_NAMES, type Measure, type MeasureName } from '../../src/core/kinematics/measure';
import { ASSUMED_HEIGHT_M, judge, measureFrame, unknown } from '../../src/core/kinematics/moment';
import { at, bodyPoints } from '../../src/core/pose/landmarks';
import { familyOf, type Pose } from '../../src/core/pose/pose';
import { answersFrom } from '../../src/core/standards/posture-answers';
import { cameraReadings, enteredAngle } from '../../src/core/standards/posture-readings';
import { rebaLegs, rebaTrunk, rebaUpperArm } from '../../src/core/standards/reba';
import { scoreOf, worseOf, type Score } from '../../src/core/standards/told';
import type { Part } from './score-sheet';
import { upperArmsAlone } from './upper-arm';

const STRANGER = { heightM: ASSUMED_HEIGHT_M, heightEntered: false };
/** From a spread (standard deviation) to the half-width of 90 %. */
const TO_90 = 1.645;
/** Hips further apart than this share of the figure are two people's. */
const SAME_PERSON = 0.25;
/** Nothing is asked about the people in the photos: all but the angles is as in `answersFrom()`. */
const NOTHING_SAID = answersFrom();
const HIGHEST_UPPER_ARM = 6;

export interface CameraScore {
  /** As the product says it of one picture: one look of the first detector, unless its error is too large. */
  judged: Score;
  /** From the mean of all looks, whatever the errors: null only when nobody is seen. */
  read: number | null;
}

export interface CameraScores {
  scores: Record<Part, CameraScore>;
  /** Means of all looks; null when nobody is seen. */
  measures: Record<MeasureName, Measure> | null;
}

/** REBA part scores of a person in a photo, without a standing pose, from all looks at it. */
export function cameraScores(looks: readonly Pose[], lifters: LifterSet): CameraScores {
  const poses = ofOnePerson(looks);
  if (poses.length === 0) {
    const none: CameraScore = { judged: scoreOf({ judged: 'no-person' }), read: null };
    return { scores: { trunk: none, legs: none, upperArm: none }, measures: null };
  }
  const each = poses.map(
    (pose) => measureFrame({ timeS: 0, pose }, null, lifters, STRANGER).measures,
  );
  const measures = meanMeasures(each);
  const arms = poses.map((pose) => {
    const points = bodyPoints(familyOf(pose.detector), pose.keypoints);
    const glance = { points, standing: null, width: pose.width, height: pose.height };
    return upperArmsAlone(points, liftPose(lifters[pose.detector], glance).measures);
  });
  const readings = cameraReadings(each[0]!);
  const sure = cameraReadings(withoutDoubt(measures));
  const { task, arms: armFacts } = NOTHING_SAID;
  const upperArm = {
    left: enteredAngle(mean(arms.map(({ left }) => left))),
    right: enteredAngle(mean(arms.map(({ right }) => right))),
  };
  const arm = scoreOf(
    worseOf(
      rebaUpperArm({ ...sure, upperArm }, 'left', armFacts.left),
      rebaUpperArm({ ...sure, upperArm }, 'right', armFacts.right),
      HIGHEST_UPPER_ARM,
    ),
  );
  return {
    scores: {
      trunk: {
        judged: scoreOf(rebaTrunk(readings)),
        read: scoreOf(rebaTrunk(sure)).score,
      },
      legs: {
        judged: scoreOf(rebaLegs(readings, task)),
        read: scoreOf(rebaLegs(sure, task)).score,
      },
      // No error is known for it: the product has no upper arm without a standing pose.
      upperArm: { judged: scoreOf({ judged: 'no-baseline' }), read: arm.score },
    },
    measures,
  };
}

const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** The person whom most looks see (the first look's, when it is a draw); looks at anybody else are left out. */
function ofOnePerson(looks: readonly Pose[]): Pose[] {
  const middles = looks.map((pose) => {
    const points = bodyPoints(familyOf(pose.detector), pose.keypoints);
    const [left, right] = [points[at('leftHip')]!, points[at('rightHip')]!];
    return { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, size: figureSize(points) };
  });
  const groups = middles.map((own) =>
    looks.filter((_, i) => {
      const { x, y } = middles[i]!;
      return Math.hypot(x - own.x, y - own.y) <= SAME_PERSON * own.size;
    }),
  );
  return groups.reduce((most, group) => (group.length > most.length ? group : most), []);
}

/**
 * Means over several looks at one picture, all with the same weight. Their errors are not independent, so the mean is as
 * uncertain as one of them, and at least as they differ.
 */
export function meanMeasures(
  looks: readonly Record<MeasureName, Measure>[],
): Record<MeasureName, Measure> {
  return Object.fromEntries(
    MEASURE_NAMES.map((name): [MeasureName, Measure] => {
      const all = looks.map((measures) => measures[name]);
      const known = all.filter(
        (m): m is Measure & { value: number; error: number } =>
          m.value !== null && m.error !== null,
      );
      if (known.length === 0) return [name, all[0] ?? unknown('no-person')];
      const value = mean(known.map((m) => m.value));
      const spread = Math.sqrt(mean(known.map((m) => (m.value - value) ** 2)));
      const error = Math.max(mean(known.map((m) => m.error)), TO_90 * spread);
      return [name, judge(name, value, error)];
    }),
  ) as Record<MeasureName, Measure>;
}

/** The same values as if all could be judged. */
function withoutDoubt(measures: Record<MeasureName, Measure>): Record<MeasureName, Measure> {
  return Object.fromEntries(
    Object.entries(measures).map(([name, measure]) => [
      name,
      measure.value === null ? measure : { ...measure, judged: true },
    ]),
  ) as Record<MeasureName, Measure>;
}
