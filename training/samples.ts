import { LIFTER_OUTPUTS } from '../src/core/kinematics/lifter';
import { lifterFeatures, type Standing } from '../src/core/kinematics/lifter-features';
import { sampleCamera, type Camera } from './camera';
import {
  detect,
  habitInOneLook,
  POINTS,
  sampleHabit,
  type Family,
  type PicturePoint,
} from './detector-errors';
import { samplePerson } from './person';
import { samplePosture, standingPosture } from './postures';
import type { Random } from './random';
import { poseBody, type Joints } from './skeleton';
import { truthOf } from './truth';
import { middle } from './vector';

export const TARGETS = LIFTER_OUTPUTS.length;
/** Numbers the lifter gets: 27 read off by geometry, the points, and the points of the standing pose. */
export const featureCount = (family: Family): number => 27 + 4 * POINTS[family].length;

/** Rows of features and of what the lifter should say about them, for each detector family. */
export interface Samples {
  count: number;
  features: Record<Family, Float32Array>;
  targets: Float32Array;
}

const FAMILIES = ['movenet', 'blazepose'] as const;
const POSTURES_EACH = 10;

/** The standing baseline: the detector's view of a still person, a little less shaky than one frame. */
export function standingOf(points: readonly PicturePoint[], family: Family): Standing {
  const y = (name: 'leftAnkle' | 'rightAnkle' | 'leftEar' | 'rightEar'): number =>
    points[POINTS[family].indexOf(name)]!.y;
  return { points, sizePx: (y('leftAnkle') + y('rightAnkle') - y('leftEar') - y('rightEar')) / 2 };
}

/** The targets in the order of the lifter's outputs; the camera's azimuth is seen from the pelvis. */
export function targetsOf(
  joints: Joints,
  camera: Camera,
  statureM: number,
  lumbarFlexion: number,
): number[] {
  const truth = truthOf(joints, statureM, lumbarFlexion);
  const hips = middle(joints.leftHip, joints.rightHip);
  const bearing = Math.atan2(camera.position[0] - hips[0], camera.position[2] - hips[2]);
  const azimuth = bearing - (truth.heading * Math.PI) / 180;
  const all = { ...truth, camSin: Math.sin(azimuth), camCos: Math.cos(azimuth) };
  return LIFTER_OUTPUTS.map((name) => all[name]);
}

/** Draws people, cameras and postures until `count` rows are full. */
export function simulate(
  count: number,
  random: Random,
  families: readonly Family[] = FAMILIES,
): Samples {
  const features = {} as Record<Family, Float32Array>;
  for (const family of FAMILIES)
    features[family] = new Float32Array(
      families.includes(family) ? count * featureCount(family) : 0,
    );
  const targets = new Float32Array(count * TARGETS);
  let row = 0;
  while (row < count) {
    const person = samplePerson(random);
    const camera = sampleCamera(random, person.statureM);
    const stand = standingPosture(person, random);
    const standingJoints = poseBody(person, stand);
    const habits = families.map((family) => {
      const habit = sampleHabit(random, family);
      return {
        family,
        habit,
        standing: standingOf(
          detect(
            standingJoints,
            camera,
            habitInOneLook(habit, random),
            person.statureM,
            random,
            0.6,
          ),
          family,
        ),
      };
    });
    for (let i = 0; i < POSTURES_EACH && row < count; i++) {
      // the baseline pose itself belongs to what is measured
      const posture = i === 0 ? stand : samplePosture(person, random, stand);
      const joints = i === 0 ? standingJoints : poseBody(person, posture);
      const target = targetsOf(joints, camera, person.statureM, posture.lumbarFlexion);
      const rows = habits.map(({ family, habit, standing }) => ({
        family,
        row: lifterFeatures(
          detect(joints, camera, habitInOneLook(habit, random), person.statureM, random),
          standing,
          camera.width,
          camera.height,
          true,
        ),
      }));
      if (!target.every(Number.isFinite) || !rows.every((r) => r.row.every(Number.isFinite)))
        continue;
      for (const r of rows) features[r.family].set(r.row, row * featureCount(r.family));
      targets.set(target, row * TARGETS);
      row++;
    }
  }
  return { count, features, targets };
}
