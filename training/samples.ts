import { NET_KINDS, type NetKind } from '../src/core/kinematics/lifter';
import type { Standing } from '../src/core/kinematics/lifter-features';
import {
  featuresFor,
  mirrorGlance,
  mirrorOf,
  type Glance,
} from '../src/core/kinematics/lifter-pose';
import { LIFTER_OUTPUTS } from '../src/core/kinematics/lifter';
import { SKELETON_OUTPUTS } from '../src/core/kinematics/skeleton';
import { sampleCamera } from './camera';
import { blurred, type Difference } from './detector-differences';
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
import { sizeOf, type RenderedFrame } from './rendered-people';
import { poseBody, type Joints } from './skeleton';
import { targetsOf, truthOf, type Targets } from './truth';
import { cos, middle, plus, sin, type Vector } from './vector';
import type { Camera } from './camera';

/** What each net is taught. */
export const OUTPUTS: Record<NetKind, readonly string[]> = {
  standing: LIFTER_OUTPUTS,
  alone: LIFTER_OUTPUTS,
  skeleton: SKELETON_OUTPUTS,
};

/** Rows of features and of what a net should say about them. */
export interface Rows {
  count: number;
  columns: number;
  features: Float32Array;
  outputs: number;
  targets: Float32Array;
}
export type Samples = Record<NetKind, Rows>;

/** Room for rows, filled one look at a time. */
class RowWriter {
  readonly samples: Samples;
  row = 0;

  constructor(family: Family, count: number) {
    const points = POINTS[family].length;
    const columns: Record<NetKind, number> = {
      standing: 27 + 4 * points,
      skeleton: 27 + 4 * points,
      alone: 18 + 2 * points,
    };
    this.samples = Object.fromEntries(
      NET_KINDS.map((kind) => [
        kind,
        {
          count,
          columns: columns[kind],
          features: new Float32Array(count * columns[kind]),
          outputs: OUTPUTS[kind].length,
          targets: new Float32Array(count * OUTPUTS[kind].length),
        },
      ]),
    ) as Samples;
  }

  /** Leaves out what has no finite features or targets. */
  add(glance: Glance, targets: Targets): void {
    const all = [...targets.measures, ...targets.skeleton];
    const standing = featuresFor('standing', glance);
    const features: Record<NetKind, Float32Array> = {
      standing,
      skeleton: standing,
      alone: featuresFor('alone', glance),
    };
    if (!all.every(Number.isFinite)) return;
    if (!NET_KINDS.every((kind) => features[kind].every(Number.isFinite))) return;
    for (const kind of NET_KINDS) {
      const rows = this.samples[kind];
      rows.features.set(features[kind], this.row * rows.columns);
      rows.targets.set(
        kind === 'skeleton' ? targets.skeleton : targets.measures,
        this.row * rows.outputs,
      );
    }
    this.row++;
  }
}

const scored = (points: readonly PicturePoint[]): Glance['points'] =>
  points.map(({ x, y }) => ({ x, y, score: 1 }));

/** The standing baseline: the detector's view of a still person, a little less shaky than one frame. */
export const standingOf = (points: readonly PicturePoint[]): Standing => ({
  points,
  sizePx: sizeOf(points),
});

/** Where the camera stands, seen from the pelvis, degrees. */
export function azimuthOf(joints: Joints, camera: Camera): number {
  const hips = middle(joints.leftHip, joints.rightHip);
  const bearing = Math.atan2(camera.position[0] - hips[0], camera.position[2] - hips[2]);
  return (bearing * 180) / Math.PI - truthOf(joints, 1, 0).heading;
}

const POSTURES_EACH = 10;

/**
 * Draws people, cameras and postures until `count` rows are full.
 * @param difference how this detector differs from the one whose errors were measured; null for that one
 */
export function simulate(
  count: number,
  random: Random,
  family: Family,
  difference: Difference | null,
): Samples {
  const writer = new RowWriter(family, count);
  while (writer.row < count) {
    const person = samplePerson(random);
    const camera = sampleCamera(random, person.statureM);
    const stand = standingPosture(person, random);
    const habit = sampleHabit(random, family);
    const look = (joints: Joints, steady: number): PicturePoint[] =>
      detect(joints, camera, habitInOneLook(habit, random), person.statureM, random, steady);
    const standingJoints = poseBody(person, stand);
    const seen = look(standingJoints, 0.6);
    const standing = standingOf(blurred(seen, sizeOf(seen), 0, difference, random));
    for (let i = 0; i < POSTURES_EACH && writer.row < count; i++) {
      // the baseline pose itself belongs to what is measured
      const posture = i === 0 ? stand : samplePosture(person, random, stand);
      const joints = i === 0 ? standingJoints : poseBody(person, posture);
      const targets = targetsOf(
        joints,
        person.statureM,
        posture.lumbarFlexion,
        azimuthOf(joints, camera),
      );
      const bend = targets.measures[LIFTER_OUTPUTS.indexOf('trunkInclination')]!;
      const points = blurred(look(joints, 1), standing.sizePx, bend, difference, random);
      const { width, height } = camera;
      writer.add({ points: scored(points), standing, width, height }, targets);
    }
  }
  return writer.samples;
}

/** How rendered frames are varied, each time anew: roll of the camera, degrees; shares of the standing size. */
const VARIED = { rollDegrees: 1.5, standing: 0.004, points: 0.002, size: 0.015 };

const MIRROR = { measures: mirrorOf(LIFTER_OUTPUTS), skeleton: mirrorOf(SKELETON_OUTPUTS) };
const mirrorTargets = (targets: Targets): Targets => ({
  measures: MIRROR.measures.map(({ from, sign }) => sign * targets.measures[from]!),
  skeleton: MIRROR.skeleton.map(({ from, sign }) => sign * targets.skeleton[from]!),
});

/** A rendered look as another camera, another standing and the mirror might have given it. */
function varied({ glance, targets }: RenderedFrame, random: Random): [Glance, Targets] {
  const { width, height, standing } = glance;
  const roll = random.normal(0, VARIED.rollDegrees);
  const shaken = <P extends PicturePoint>(points: readonly P[], share: number): P[] =>
    points.map((p) => {
      const x = p.x - width / 2,
        y = p.y - height / 2;
      const [dx, dy]: Vector = plus(
        [x * cos(roll) - y * sin(roll), x * sin(roll) + y * cos(roll), 0],
        [random.normal() * share * standing.sizePx, random.normal() * share * standing.sizePx, 0],
      );
      return { ...p, x: width / 2 + dx, y: height / 2 + dy };
    });
  const own: Glance = {
    ...glance,
    points: shaken(glance.points, VARIED.points),
    standing: {
      points: shaken(standing.points, VARIED.standing),
      sizePx: standing.sizePx * Math.exp(random.normal(0, VARIED.size)),
    },
  };
  return random.chance(0.5) ? [own, targets] : [mirrorGlance(own), mirrorTargets(targets)];
}

/** Rows of rendered people: each frame as it is, and varied this many times. */
export function renderedRows(
  frames: readonly RenderedFrame[],
  variants: number,
  random: Random,
  family: Family,
  difference: Difference | null,
): Samples {
  const writer = new RowWriter(family, frames.length * (variants + 1));
  for (let variant = 0; variant <= variants; variant++)
    for (const frame of frames) {
      const [glance, targets] =
        variant === 0 ? [frame.glance, frame.targets] : varied(frame, random);
      writer.add(differing(glance, targets, difference, random), targets);
    }
  for (const kind of NET_KINDS) writer.samples[kind].count = writer.row;
  return writer.samples;
}

/** The look as the other detector of the family would have had it. */
export function differing(
  glance: Glance,
  { measures }: Targets,
  difference: Difference | null,
  random: Random,
): Glance {
  const { standing, points } = glance;
  if (difference === null || standing === null) return glance;
  const bend = measures[LIFTER_OUTPUTS.indexOf('trunkInclination')]!;
  const moved = blurred(points, standing.sizePx, bend, difference, random);
  return {
    ...glance,
    points: points.map((p, i) => ({ ...p, ...moved[i]! })),
    standing: standingOf(blurred(standing.points, standing.sizePx, 0, difference, random)),
  };
}
