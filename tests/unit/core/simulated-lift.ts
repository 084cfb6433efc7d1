import { familyOf, type DetectorId, type PoseFrame } from '../../../src/core/pose/pose';
import { keypointIndex, BODY_POINTS } from '../../../src/core/pose/landmarks';
import { cameraAt } from '../../../training/camera';
import { detect, sampleHabit } from '../../../training/detector-errors';
import { samplePerson } from '../../../training/person';
import { standingPosture } from '../../../training/postures';
import { Random } from '../../../training/random';
import { poseBody, type HandTarget, type Posture } from '../../../training/skeleton';
import { truthOf, type Truth } from '../../../training/truth';
import { along, cos, sin } from '../../../training/vector';

/** A simulated person who lifts something from the floor. */
export interface SimulatedLift {
  seed: number;
  /** Camera: 0 = in front, 90 = on the person's left, degrees. */
  azimuth: number;
  trunk: number;
  knees: number;
  twist: number;
}

export const LIFT_S = 5;

/** How far down at a time: standing, down between 1 and 2.2 s, up until 3.4 s, standing with the load. */
function depthAt(timeS: number): number {
  const eased = (x: number): number => x * x * (3 - 2 * x);
  if (timeS < 1 || timeS > 3.4) return 0;
  return timeS < 2.2 ? eased((timeS - 1) / 1.2) : eased((3.4 - timeS) / 1.2);
}

/**
 * The lift at the moments asked for, as a detector sees it: with its own habits of misplacing points, without shaking
 * and lost points, so that the same moment looks the same at every rate.
 */
export function simulatedLift(
  lift: SimulatedLift,
  times: readonly number[],
  detector: DetectorId = 'movenet-thunder',
): { frames: PoseFrame[]; truths: Truth[]; heightM: number } {
  const random = new Random(lift.seed);
  const person = samplePerson(random);
  const h = person.statureM;
  const camera = cameraAt(
    [3.4 * h * 0.6 * sin(lift.azimuth), 1.1, 3.4 * h * 0.6 * cos(lift.azimuth)],
    [0, 0.5 * h, 0],
    0,
    58,
    640,
    480,
  );
  const family = familyOf(detector);
  const habit = sampleHabit(random, family);
  const still = standingPosture(person, random);
  const arm = (person.upperArm + person.forearm) * h;
  const postureAt = (timeS: number): Posture => {
    const depth = depthAt(timeS);
    const loaded = Math.min(1, Math.max(0, (timeS - 2.2) / 0.5));
    const hand: HandTarget = ({ shoulder, thorax }) => {
      const yaw = Math.atan2(-thorax[0][2], thorax[0][0]);
      const down = 85 - 45 * loaded * (1 - depth);
      return along(
        shoulder,
        [Math.sin(yaw) * cos(down), -sin(down), Math.cos(yaw) * cos(down)],
        arm * (0.98 - 0.25 * loaded * (1 - depth)),
      );
    };
    const hands = { left: hand, right: hand };
    return {
      ...still,
      pelvisTilt: still.pelvisTilt + depth * lift.trunk,
      kneeFlexion: still.kneeFlexion + depth * lift.knees,
      twist:
        still.twist +
        (timeS > 2.2 ? lift.twist * Math.sin(Math.min(1, (timeS - 2.2) / 1.6) * Math.PI) : 0),
      hands: timeS < 1 ? still.hands : hands,
    };
  };
  const truths: Truth[] = [];
  const frames = times.map((timeS): PoseFrame => {
    const joints = poseBody(person, postureAt(timeS));
    truths.push(truthOf(joints, h, 0));
    // a random source of its own and hardly any shaking: nothing depends on how many moments there are
    const points = detect(joints, camera, habit, h, new Random(1), 1e-6);
    const keypoints = Array.from({ length: family === 'movenet' ? 17 : 33 }, () => ({
      x: 0,
      y: 0,
      score: 0.8,
    }));
    BODY_POINTS.slice(0, points.length).forEach((name, i) => {
      keypoints[keypointIndex(family, name)!] = { ...points[i]!, score: 0.8 };
    });
    return {
      timeS,
      pose: { timeS, detector, width: 640, height: 480, keypoints },
    };
  });
  return { frames, truths, heightM: h };
}

export const timesAt = (rate: number): number[] =>
  Array.from({ length: Math.floor(LIFT_S * rate) + 1 }, (_, i) => i / rate);
