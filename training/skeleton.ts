import type { Person } from './person';
import {
  across,
  along,
  cos,
  dot,
  frameAlong,
  length,
  middle,
  minus,
  plus,
  sin,
  times,
  turned,
  unit,
  UPRIGHT,
  within,
  type Frame,
  type Vector,
} from './vector';

/** Joints of the simulated body, metres; x = left at heading 0, y up, z ahead at heading 0. */
export const JOINTS = [
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
  'neckBase',
] as const;
export type Joint = (typeof JOINTS)[number];
export type Joints = Record<Joint, Vector>;
export type Side = 'left' | 'right';
export const SIDES: readonly Side[] = ['left', 'right'];

/** Where a hand goes, given what is above it; metres in the world. */
export type HandTarget = (body: {
  shoulder: Vector;
  shoulders: Vector;
  thorax: Frame;
  side: Side;
}) => Vector;

export interface Foot {
  /** Ankle on the ground, metres from where the person stood; y = lift of the heel or foot. */
  x: number;
  z: number;
  y: number;
  /** Direction of the toes about the vertical, degrees, + to the left. */
  yaw: number;
}

/** Everything that is set to pose a person. Degrees; lengths as share of stature unless said. */
export interface Posture {
  heading: number;
  pelvisTilt: number;
  pelvisRoll: number;
  lumbarFlexion: number;
  lateralBend: number;
  twist: number;
  /** Mean bend of the knees that sets how low the pelvis is. */
  kneeFlexion: number;
  feet: Record<Side, Foot>;
  /** Pelvis away from where balance would put it: ahead, to the left. */
  offBalance: { ahead: number; left: number };
  hands: Record<Side, HandTarget>;
  /** Shoulder blades pulled forward and up beyond what the arms do. */
  shoulderBlades: Record<Side, { ahead: number; up: number }>;
  /** Where the elbows point, in the thorax frame. */
  elbows: Vector;
  kneesOut: number;
  head: { pitch: number; yaw: number; roll: number };
}

/** Heads of the five spine bones along the spine, and the share of bending that each takes. */
const SPINE = [
  { at: 0.022, flexion: 0.22, twist: 0.1 },
  { at: 0.17, flexion: 0.27, twist: 0.15 },
  { at: 0.33, flexion: 0.25, twist: 0.2 },
  { at: 0.41, flexion: 0.16, twist: 0.3 },
  { at: 0.83, flexion: 0.1, twist: 0.25 },
];

interface Trunk {
  pelvis: Frame;
  thorax: Frame;
  /** Relative to the middle of the hips. */
  neckBase: Vector;
}

function poseTrunk(person: Person, posture: Posture): Trunk {
  const pelvis = turned(
    turned(UPRIGHT, posture.heading, posture.pelvisTilt, 0),
    0,
    0,
    posture.pelvisRoll,
  );
  const size = person.spine * person.statureM;
  let frame = pelvis;
  let at: Vector = [0, 0, 0];
  let reached = 0;
  let ahead = 0;
  const forwardAt = (share: number): number =>
    (share < 0.41
      ? (share / 0.41) * person.backForward
      : person.backForward + ((share - 0.41) / 0.59) * (person.neckForward - person.backForward)) *
    person.statureM;
  const climb = (share: number): void => {
    const next = forwardAt(share);
    at = plus(at, within(frame, [0, (share - reached) * size, next - ahead]));
    reached = share;
    ahead = next;
  };
  for (const bone of SPINE) {
    climb(bone.at);
    frame = turned(
      frame,
      bone.twist * posture.twist,
      bone.flexion * posture.lumbarFlexion,
      bone.flexion * posture.lateralBend,
    );
  }
  climb(1);
  return { pelvis, thorax: frame, neckBase: at };
}

/**
 * The middle joint of a limb of two bones.
 * @returns the joint, and the end, which is nearer than asked for when that is out of reach
 */
export function bendLimb(
  root: Vector,
  end: Vector,
  upper: number,
  lower: number,
  towards: Vector,
): { joint: Vector; end: Vector } {
  const reach = minus(end, root);
  const far = Math.min(length(reach), (upper + lower) * 0.999);
  const direction = unit(reach);
  const near = Math.max(far, Math.abs(upper - lower) * 1.02 + 1e-6);
  const share = (upper * upper - lower * lower + near * near) / (2 * near);
  const out = Math.sqrt(Math.max(0, upper * upper - share * share));
  const side = unit(across(towards, direction));
  return {
    joint: along(along(root, direction, share), side, out),
    end: along(root, direction, near),
  };
}

const mirror = (side: Side): number => (side === 'left' ? 1 : -1);

function poseHead(
  person: Person,
  posture: Posture,
  thorax: Frame,
  neckBase: Vector,
): Pick<Joints, 'nose' | 'leftEar' | 'rightEar'> {
  const size = person.statureM * person.head;
  const { pitch, yaw, roll } = posture.head;
  const neck = turned(thorax, 0.3 * yaw, 0.4 * (pitch + person.headPitch), 0.4 * roll);
  const skull = turned(neck, 0.7 * yaw, 0.6 * pitch, 0.6 * roll);
  const joint = plus(neckBase, within(neck, times([0, 0.045, 0.014], size)));
  const point = (x: number, y: number, z: number): Vector =>
    plus(joint, within(skull, times([x, y, z], size)));
  return {
    nose: point(0, 0.0156, 0.079),
    leftEar: point(0.045, 0.0277, 0.008),
    rightEar: point(-0.045, 0.0277, 0.008),
  };
}

function poseArms(
  person: Person,
  posture: Posture,
  trunk: Trunk,
  neckBase: Vector,
): Partial<Joints> {
  const { thorax } = trunk;
  const h = person.statureM;
  const joints: Partial<Joints> = {};
  const resting = (side: Side): Vector =>
    plus(
      neckBase,
      within(
        thorax,
        times(
          [(mirror(side) * person.shoulderWidth) / 2, person.shoulderUp, person.shoulderForward],
          h,
        ),
      ),
    );
  const shoulders = middle(resting('left'), resting('right'));
  for (const side of SIDES) {
    const rest = resting(side);
    const target = posture.hands[side]({ shoulder: rest, shoulders, thorax, side });
    const pull = unit(minus(target, rest));
    // how the shoulder follows the arm: 2 % of stature for an arm stretched ahead or up
    const outward = mirror(side) * dot(pull, thorax[0]),
      up = dot(pull, thorax[1]),
      ahead = dot(pull, thorax[2]);
    const gain = person.shoulderBladeGain;
    const blades = posture.shoulderBlades[side];
    const shift: Vector = [
      mirror(side) * -0.002 * ahead * gain,
      (0.0192 * (up + 0.95) + 0.0033 * outward) * gain + blades.up,
      (0.0193 * (ahead - 0.1) + 0.02 * Math.max(0, outward - 0.2)) * gain + blades.ahead,
    ];
    const shoulder = plus(rest, within(thorax, times(shift, h)));
    const pole = within(thorax, [
      mirror(side) * posture.elbows[0],
      posture.elbows[1],
      posture.elbows[2],
    ]);
    const arm = bendLimb(shoulder, target, person.upperArm * h, person.forearm * h, pole);
    joints[`${side}Shoulder`] = shoulder;
    joints[`${side}Elbow`] = arm.joint;
    joints[`${side}Wrist`] = arm.end;
  }
  return joints;
}

function poseLegs(person: Person, posture: Posture, pelvis: Frame, hips: Vector): Partial<Joints> {
  const h = person.statureM;
  const joints: Partial<Joints> = {};
  for (const side of SIDES) {
    const foot = posture.feet[side];
    const hip = plus(hips, within(pelvis, [(mirror(side) * person.hipWidth * h) / 2, 0, 0]));
    const ankle: Vector = [foot.x, person.ankleHeight * h + foot.y, foot.z];
    const yaw = foot.yaw + mirror(side) * posture.kneesOut;
    const leg = bendLimb(hip, ankle, person.thigh * h, person.shank * h, [sin(yaw), 0.1, cos(yaw)]);
    const ground = turned(UPRIGHT, foot.yaw, Math.min(60, (foot.y / (0.13 * h)) * 57), 0);
    joints[`${side}Hip`] = hip;
    joints[`${side}Knee`] = leg.joint;
    joints[`${side}Ankle`] = leg.end;
    joints[`${side}Heel`] = plus(
      leg.end,
      within(ground, times([0, -0.032, -0.0256], h * person.foot)),
    );
    joints[`${side}Toe`] = plus(
      leg.end,
      within(ground, times([0, -0.032, 0.106], h * person.foot)),
    );
  }
  return joints;
}

/** Pelvis height that gives the asked bend of the knees over these feet. */
function pelvisHeight(person: Person, posture: Posture, x: number, z: number): number {
  const { thigh, shank, ankleHeight, statureM: h } = person;
  const chord =
    Math.sqrt(thigh ** 2 + shank ** 2 + 2 * thigh * shank * cos(posture.kneeFlexion)) * h;
  const heights = SIDES.map((side) => {
    const foot = posture.feet[side];
    const hipX = x + (mirror(side) * cos(posture.heading) * person.hipWidth * h) / 2;
    const hipZ = z - (mirror(side) * sin(posture.heading) * person.hipWidth * h) / 2;
    const away = (hipX - foot.x) ** 2 + (hipZ - foot.z) ** 2;
    return Math.sqrt(Math.max(chord ** 2 - away, (0.2 * h) ** 2)) + ankleHeight * h + foot.y;
  });
  // the leg that is shorter of reach decides: the other one bends more
  return Math.min(heights[0]!, heights[1]!) * 0.75 + ((heights[0]! + heights[1]!) / 2) * 0.25;
}

/**
 * Poses a person on their feet: pelvis, five-boned spine, head, arms to the hands, legs to the feet, with
 * the pelvis moved until the whole is balanced over the feet (and then off balance as asked).
 */
export function poseBody(person: Person, posture: Posture): Joints {
  const h = person.statureM;
  const trunk = poseTrunk(person, posture);
  const { left, right } = posture.feet;
  const ahead: Vector = [sin(posture.heading), 0, cos(posture.heading)];
  const aside: Vector = [cos(posture.heading), 0, -sin(posture.heading)];
  const over = plus(
    plus(
      [(left.x + right.x) / 2, 0, (left.z + right.z) / 2],
      times(ahead, (0.025 + posture.offBalance.ahead) * h),
    ),
    times(aside, posture.offBalance.left * h),
  );
  let x = over[0],
    z = over[2];
  let joints: Joints | null = null;
  for (let pass = 0; pass < 4; pass++) {
    const hips: Vector = [x, pelvisHeight(person, posture, x, z), z];
    const neckBase = plus(hips, trunk.neckBase);
    const legs = poseLegs(person, posture, trunk.pelvis, hips);
    if (pass < 3) {
      // shares of body mass: head and arms hang at the neck, trunk at its middle, thighs, shanks and feet
      const knees = middle(legs.leftKnee!, legs.rightKnee!),
        ankles = middle(legs.leftAnkle!, legs.rightAnkle!);
      const mass = (axis: 0 | 2): number =>
        0.18 * (neckBase[axis] + 0.02 * trunk.thorax[2][axis]) +
        0.5 * (0.45 * hips[axis] + 0.55 * neckBase[axis]) +
        0.2 * (0.55 * hips[axis] + 0.45 * knees[axis]) +
        0.12 * (0.5 * knees[axis] + 0.5 * ankles[axis]);
      x += (over[0] - mass(0)) * 0.95;
      z += (over[2] - mass(2)) * 0.95;
      continue;
    }
    joints = {
      ...legs,
      ...poseArms(person, posture, trunk, neckBase),
      ...poseHead(person, posture, trunk.thorax, neckBase),
      neckBase,
    } as Joints;
  }
  return joints!;
}

/** The frames in which detectors misplace keypoints: they turn with the body part. */
export function bodyFrames(j: Joints): Record<Exclude<Joint, 'neckBase'>, Frame> {
  const hipLine = minus(j.leftHip, j.rightHip);
  const spine = minus(j.neckBase, middle(j.leftHip, j.rightHip));
  const pelvis = frameAlong(spine, hipLine);
  const thorax = frameAlong(spine, minus(j.leftShoulder, j.rightShoulder));
  const head = frameAlong(
    minus(middle(j.leftEar, j.rightEar), j.neckBase),
    minus(j.leftEar, j.rightEar),
  );
  const limb = (side: Side): { arm: Frame; thigh: Frame; shank: Frame } => ({
    arm: frameAlong(minus(j[`${side}Elbow`], j[`${side}Wrist`]), hipLine),
    thigh: frameAlong(minus(j[`${side}Hip`], j[`${side}Knee`]), hipLine),
    shank: frameAlong(minus(j[`${side}Knee`], j[`${side}Ankle`]), hipLine),
  });
  const l = limb('left'),
    r = limb('right');
  return {
    nose: head,
    leftEar: head,
    rightEar: head,
    leftShoulder: thorax,
    rightShoulder: thorax,
    leftElbow: l.arm,
    rightElbow: r.arm,
    leftWrist: l.arm,
    rightWrist: r.arm,
    leftHip: pelvis,
    rightHip: pelvis,
    leftKnee: l.thigh,
    rightKnee: r.thigh,
    leftAnkle: l.shank,
    rightAnkle: r.shank,
    leftHeel: l.shank,
    rightHeel: r.shank,
    leftToe: l.shank,
    rightToe: r.shank,
  };
}
