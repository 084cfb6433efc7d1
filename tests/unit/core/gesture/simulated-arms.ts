import { BODY_POINTS, keypointIndex } from '../../../../src/core/pose/landmarks';
import {
  familyOf,
  KEYPOINT_TABLE_SIZE,
  type DetectorId,
  type Pose,
} from '../../../../src/core/pose/pose';
import { cameraAt } from '../../../../training/camera';
import { detect, sampleHabit } from '../../../../training/detector-errors';
import { samplePerson } from '../../../../training/person';
import { standingPosture } from '../../../../training/postures';
import { Random } from '../../../../training/random';
import { poseBody, SIDES, type HandTarget, type Side } from '../../../../training/skeleton';
import { along, cos, sin, unit, within } from '../../../../training/vector';

/** Where an arm points: 0 = down, 90 = level, 180 = up; about the vertical 0 = out to its side, 90 = ahead. */
export interface ArmDirection {
  raise: number;
  ahead?: number;
  /** Shoulder to wrist, 1 = straight. */
  stretch?: number;
}
export type Arms = Record<Side, ArmDirection>;
const DOWN: ArmDirection = { raise: 9 };
const OUT: ArmDirection = { raise: 90 };
const UP: ArmDirection = { raise: 176 };

export const HANGING: Arms = { left: DOWN, right: DOWN };
export const NEXT: Arms = { left: DOWN, right: UP };
export const REDO: Arms = { left: OUT, right: OUT };
export const STOP: Arms = { left: OUT, right: UP };
export const mirrored = ({ left, right }: Arms): Arms => ({ left: right, right: left });

export interface Scene {
  seed: number;
  /** Camera: 0 = in front, 90 = on the person's left, degrees. */
  azimuth?: number;
  detector?: DetectorId;
  /** Points shake by this much from frame to frame, in statures; of standing people about 0.004. */
  shaking?: number;
  score?: number;
}

/** A standing person whose arms do what `armsAt` says, as a detector sees them at these moments. */
export function simulatedArms(
  scene: Scene,
  times: readonly number[],
  armsAt: (timeS: number) => Arms,
): Pose[] {
  const random = new Random(scene.seed);
  const person = samplePerson(random);
  const h = person.statureM;
  const { azimuth = 0, detector = 'movenet-thunder', shaking = 0, score = 0.7 } = scene;
  const family = familyOf(detector);
  const camera = cameraAt(
    [2.1 * h * sin(azimuth), 1.1, 2.1 * h * cos(azimuth)],
    [0, 0.55 * h, 0],
    0,
    58,
    640,
    480,
  );
  const habit = sampleHabit(random, family);
  const still = standingPosture(person, random);
  const shakes = new Random(scene.seed + 1);
  return times.map((timeS): Pose => {
    const arms = armsAt(timeS);
    const handOf =
      (own: Side): HandTarget =>
      ({ shoulder, thorax }) => {
        const { raise, ahead = 0, stretch = 0.98 } = arms[own];
        const level = sin(raise);
        const direction = unit([
          (own === 'left' ? 1 : -1) * level * cos(ahead),
          -cos(raise),
          level * sin(ahead),
        ]);
        return along(
          shoulder,
          within(thorax, direction),
          (person.upperArm + person.forearm) * h * stretch,
        );
      };
    const [left, right] = SIDES.map(handOf);
    const joints = poseBody(person, { ...still, hands: { left: left!, right: right! } });
    const points = detect(joints, camera, habit, h, new Random(1), 1e-6);
    const shake = (): number => shakes.normal(0, shaking * h * (camera.focalPx / (2.1 * h)));
    const keypoints = Array.from({ length: KEYPOINT_TABLE_SIZE[family] }, () => ({
      x: 320,
      y: 240,
      score,
    }));
    BODY_POINTS.slice(0, points.length).forEach((name, i) => {
      keypoints[keypointIndex(family, name)!] = {
        x: points[i]!.x + shake(),
        y: points[i]!.y + shake(),
        score,
      };
    });
    return { timeS, detector, width: 640, height: 480, keypoints };
  });
}
