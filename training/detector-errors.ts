import { project, type Camera } from './camera';
import errors from './keypoint-errors.json';
import type { Random } from './random';
import { bodyFrames, type Joint, type Joints, type Side } from './skeleton';
import { truthOf } from './truth';
import {
  angleBetween,
  dot,
  middle,
  minus,
  plus,
  times,
  unit,
  within,
  type Frame,
  type Vector,
} from './vector';

export type Family = 'movenet' | 'blazepose';
type Point = Exclude<Joint, 'neckBase'>;

interface PointErrors {
  /** 9 or 34 terms (named in the file) x [outward, up, ahead]: where the detector puts the point, by view and posture. */
  offsets: number[][];
  /** Deviation between people, the same per hip bend, between frames; and how much left and right share. */
  scatter: number[];
  /** How often the point is lost (far off), on the near side, in between, on the far side. */
  lost: number[];
}

/** The body points in the lifter's order. */
export const POINTS: Record<Family, readonly Point[]> = {
  movenet: [
    'nose',
    'leftEar',
    'rightEar',
    'leftShoulder',
    'rightShoulder',
    'leftElbow',
    'rightElbow',
    'leftWrist',
    'rightWrist',
    'leftHip',
    'rightHip',
    'leftKnee',
    'rightKnee',
    'leftAnkle',
    'rightAnkle',
  ],
  blazepose: [
    'nose',
    'leftEar',
    'rightEar',
    'leftShoulder',
    'rightShoulder',
    'leftElbow',
    'rightElbow',
    'leftWrist',
    'rightWrist',
    'leftHip',
    'rightHip',
    'leftKnee',
    'rightKnee',
    'leftAnkle',
    'rightAnkle',
    'leftHeel',
    'rightHeel',
    'leftToe',
    'rightToe',
  ],
};

const sideNamed = (point: Point): Side | null =>
  point.startsWith('left') ? 'left' : point.startsWith('right') ? 'right' : null;
const partOf = (point: Point): string => point.replace(/^(left|right)/, '').toLowerCase();

/** What is known of one point of one detector, worked out once: millions of frames are simulated. */
interface PointModel extends PointErrors {
  point: Point;
  side: Side | null;
  /** Index of the first point with the same name on either side, whose share of error both have. */
  first: number;
  /** Index of the same point on the other side; its own index for the nose. */
  fellow: number;
}

const MODELS = Object.fromEntries(
  (['movenet', 'blazepose'] as const).map((family) => {
    const table = errors[family] as unknown as Record<string, PointErrors>;
    const names = POINTS[family];
    const parts = names.map(partOf);
    const models = names.map((point, i): PointModel => {
      const fellow = parts.findIndex((part, other) => part === parts[i] && other !== i);
      return {
        ...table[parts[i]!]!,
        point,
        side: sideNamed(point),
        first: parts.indexOf(parts[i]!),
        fellow: fellow === -1 ? i : fellow,
      };
    });
    return [family, models];
  }),
) as unknown as Record<Family, readonly PointModel[]>;

/** How one detector misplaces the points of one person before one camera: what lasts through the recording. */
export interface Habit {
  family: Family;
  /** By point: outward, up, ahead; constant, and growing with the bend of the hips. Share of stature. */
  constant: readonly Vector[];
  perHipBend: readonly Vector[];
  /** And with 45 degrees of twist towards the point's side. */
  perTwist: readonly Vector[];
  /** How far off the offsets are on this person, 1 = usual. */
  build: number;
  /** How much this recording shakes. */
  shake: number;
}

/** Share of the variance of a person's offsets that stays from standing to any other posture. */
const LASTING_SHARE = 0.15;

/** One draw for each point, a share of it common to left and right. `kind`: which deviation of the table. */
function scatterOf(
  random: Random,
  models: readonly PointModel[],
  kind: 0 | 1 | 2,
  scale: number,
): Vector[] {
  const draw = (s: number): Vector => [
    random.limited(0, s, 3),
    random.limited(0, s, 3),
    random.limited(0, s, 3),
  ];
  const common: Vector[] = [];
  return models.map(({ scatter, first }, i) => {
    const own = scale * scatter[kind]!,
      both = scatter[3]!;
    common[i] = first === i ? draw(own * Math.sqrt(both)) : common[first]!;
    return plus(common[i], draw(own * Math.sqrt(1 - both)));
  });
}

export function sampleHabit(random: Random, family: Family): Habit {
  const models = MODELS[family];
  const build = random.between(0.8, 1.5);
  return {
    family,
    build,
    constant: scatterOf(random, models, 0, build * Math.sqrt(LASTING_SHARE)),
    perHipBend: scatterOf(random, models, 1, build),
    perTwist: scatterOf(random, models, 1, 0.5 * build),
    shake: random.between(0.6, 1.5),
  };
}

const positive = (x: number): number => (x > 0 ? x : 0);

/**
 * The habit in one look at the person, in standing or in some posture. Measured, the offsets that a person
 * has in standing tell next to nothing of those in a bend (correlations 0 to 0.3): arms hang before the
 * hips, clothes fall otherwise. A lifter that is taught they were the same trusts the standing pose too much.
 */
export function habitInOneLook(habit: Habit, random: Random): Habit {
  const own = scatterOf(
    random,
    MODELS[habit.family],
    0,
    habit.build * Math.sqrt(1 - LASTING_SHARE),
  );
  return { ...habit, constant: habit.constant.map((c, i) => plus(c, own[i]!)) };
}

/** The terms of the offset tables, in their order. View and upper arm in the point's own frame: outward, up, ahead. */
function offsetTerms(
  sided: boolean,
  sign: number,
  view: Vector,
  arm: Vector,
  hip: number,
  knee: number,
  bend: Bend,
): number[] {
  const [o, u, a] = view;
  const side = sided ? 1 : 0;
  const t = (sign * bend.twist) / 45,
    size = Math.abs(t),
    armAhead = positive(arm[2]);
  return [
    1,
    side * o,
    u,
    a,
    side * positive(o),
    hip,
    knee,
    bend.trunk,
    positive(hip - 0.7),
    t,
    size,
    (sign * bend.lateral) / 20,
    t * o,
    t * a,
    t * positive(o),
    size * o,
    size * a,
    arm[0],
    arm[1],
    arm[2],
    o * a,
    a * a,
    u * u,
    Math.abs(o),
    Math.abs(a),
    hip * o,
    hip * u,
    hip * a,
    knee * o,
    knee * u,
    knee * a,
    armAhead * o,
    armAhead * u,
    armAhead * a,
  ];
}

/** A direction of the world in a frame whose left axis is flipped for the right side. */
const seenFrom = (frame: Frame, sign: number, v: Vector): Vector => [
  sign * dot(frame[0], v),
  dot(frame[1], v),
  dot(frame[2], v),
];

/** Where the detector puts the point on this person in this posture and view, metres in the world. */
function misplaced(
  model: PointModel,
  joints: Joints,
  frame: Frame,
  toCamera: Vector,
  bend: Bend,
  own: Vector,
  habit: Habit,
  index: number,
  statureM: number,
): { at: Vector; outward: number } {
  const { side, offsets, point } = model;
  const sign = side === 'right' ? -1 : 1;
  const view = seenFrom(frame, sign, toCamera);
  const hip = side === null ? (bend.hip.left + bend.hip.right) / 2 : bend.hip[side];
  const knee = side === null ? (bend.knee.left + bend.knee.right) / 2 : bend.knee[side];
  const rich = offsets.length > 9;
  const arm: Vector = rich && side !== null ? seenFrom(frame, sign, bend.arm[side]) : [0, 0, 0];
  const terms = offsetTerms(side !== null, sign, view, arm, hip, knee, bend);
  const slope = habit.perHipBend[index]!,
    twisting = habit.perTwist[index]!;
  const offset: [number, number, number] = [0, 0, 0];
  for (let axis = 0; axis < 3; axis++) {
    let sum = own[axis]! + slope[axis]! * (hip - 0.35) + (twisting[axis]! * sign * bend.twist) / 45;
    for (let term = 0; term < offsets.length; term++) sum += terms[term]! * offsets[term]![axis]!;
    offset[axis] = sum * statureM;
  }
  offset[0] *= sign;
  return { at: plus(joints[point], within(frame, offset)), outward: side === null ? 0.5 : view[0] };
}

/** What of the posture the offsets depend on: bends in right angles, twist and lateral bend in degrees. */
interface Bend {
  hip: Record<Side, number>;
  knee: Record<Side, number>;
  trunk: number;
  twist: number;
  lateral: number;
  /** Directions of the upper arms. */
  arm: Record<Side, Vector>;
}

function bendOf(j: Joints): Bend {
  const truth = truthOf(j, 1, 0);
  const down = minus(middle(j.leftHip, j.rightHip), j.neckBase);
  const hip = (s: Side): number => angleBetween(minus(j[`${s}Knee`], j[`${s}Hip`]), down) / 90;
  const arm = (s: Side): Vector => unit(minus(j[`${s}Elbow`], j[`${s}Shoulder`]));
  return {
    hip: { left: hip('left'), right: hip('right') },
    knee: { left: truth.kneeFlexionL / 90, right: truth.kneeFlexionR / 90 },
    trunk: truth.trunkInclination / 90,
    twist: truth.axialTwist,
    lateral: truth.lateralBend,
    arm: { left: arm('left'), right: arm('right') },
  };
}

export interface PicturePoint {
  x: number;
  y: number;
}

/**
 * What the detector makes of a posed person: each joint moved by where this detector puts it on this person
 * in this posture and view, projected, shaken, and now and then lost.
 * @returns px, in the lifter's order
 */
export function detect(
  joints: Joints,
  camera: Camera,
  habit: Habit,
  statureM: number,
  random: Random,
  steady = 1,
): PicturePoint[] {
  const models = MODELS[habit.family];
  const frames = bodyFrames(joints);
  const bend = bendOf(joints);
  const shaking = scatterOf(random, models, 2, steady * habit.shake);
  const found = models.map((model, i) => {
    const joint = joints[model.point];
    const toCamera = unit(minus(camera.position, joint));
    const own = plus(habit.constant[i]!, times(shaking[i]!, random.between(0.5, 1.6)));
    const { at, outward } = misplaced(
      model,
      joints,
      frames[model.point],
      toCamera,
      bend,
      own,
      habit,
      i,
      statureM,
    );
    const seen = project(camera, at);
    return { ...seen, outward, unit: (statureM * camera.focalPx) / seen.depth };
  });
  return found.map((seen, i): PicturePoint => {
    const { scatter, lost, fellow } = models[i]!;
    const far = seen.outward < -0.5 ? 2 : seen.outward > 0.5 ? 0 : 1;
    const own = 0.35 * scatter[2]! * steady * habit.shake * (far === 2 ? 1.9 : 1) * seen.unit;
    let x = seen.x + random.heavyTailed() * own,
      y = seen.y + random.heavyTailed() * own;
    if (random.chance(lost[far]! * steady * 0.8)) {
      // a lost point lands near its fellow on the other side, or anywhere about
      const other = found[fellow]!;
      const pull = random.chance(0.5) ? random.between(0.2, 1) : 0;
      x += (other.x - x) * pull + random.normal() * 0.045 * seen.unit;
      y += (other.y - y) * pull + random.normal() * 0.045 * seen.unit;
    }
    return { x, y };
  });
}
