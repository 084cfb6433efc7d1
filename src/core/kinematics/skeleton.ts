import { oncePer } from '../once-per';
import type { Degrees, Metres } from '../units';
import { partOf, type Lifted, type Lifter, type Net } from './lifter';
import { runMirrored, withErrors, type Look } from './lifter-pose';

/** Joints of the skeleton besides the middle of the hips, where it begins. */
export const SKELETON_JOINTS = [
  'leftHip',
  'rightHip',
  'neckBase',
  'nose',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;
export type SkeletonJoint = (typeof SKELETON_JOINTS)[number];

const AXES = ['left', 'up', 'ahead'] as const;
export type Axis = (typeof AXES)[number];

/**
 * Angles of the whole body, degrees: upper arms against the trunk's downward line, bend of the elbows, head against
 * the trunk's line, and the direction of the hands' middle about the vertical, seen from the middle of the hips
 * (sine and cosine; 0 = ahead, + = to the person's left). And how high the hands' middle is above the ankles' middle,
 * % of stature.
 */
const BODY_FACTS = [
  'leftUpperArm',
  'rightUpperArm',
  'leftElbowFlexion',
  'rightElbowFlexion',
  'neckFlexion',
  'handsSin',
  'handsCos',
  'handHeight',
] as const;

type BodyFact = (typeof BODY_FACTS)[number];

export type SkeletonOutput = `${SkeletonJoint}.${Axis}` | BodyFact;
/** What the skeleton net gives: each joint from the middle of the hips in % of stature, then the rest. */
export const SKELETON_OUTPUTS: readonly SkeletonOutput[] = [
  ...SKELETON_JOINTS.flatMap((joint) => AXES.map((axis) => `${joint}.${axis}` as const)),
  ...BODY_FACTS,
];

/** Metres from the middle of the hips: to the person's left, up, ahead (the way the pelvis faces). */
export type BodyVector = readonly [left: Metres, up: Metres, ahead: Metres];

/** Where the joints of a body are, and no more. */
export interface Body {
  joints: Record<SkeletonJoint, { at: BodyVector }>;
}

/** A person in three dimensions at one moment. */
export interface Skeleton extends Body {
  joints: Record<
    SkeletonJoint,
    { at: BodyVector; /** 90 % error along the worst axis, m. */ error: Metres }
  >;
  /** The hands' middle above the ankles' middle, m. */
  handHeight: { value: Metres; error: Metres };
  angles: Record<
    | 'leftUpperArm'
    | 'rightUpperArm'
    | 'leftElbowFlexion'
    | 'rightElbowFlexion'
    | 'neckFlexion'
    | 'handsDirection',
    { value: Degrees; error: Degrees }
  >;
}

/**
 * The whole body in three dimensions, from one look.
 * @param look from liftPose, against a standing pose
 * @param heightM stature of the person
 */
export function liftSkeleton(lifter: Lifter, { asked, doubt }: Look, heightM: Metres): Skeleton {
  const net = lifter.skeleton;
  const said = withErrors<SkeletonOutput>(net, runMirrored(net, asked), doubt);
  const metres = heightM / 100;
  const joints = Object.fromEntries(
    SKELETON_JOINTS.map((joint) => {
      const axes = AXES.map((axis) => said[`${joint}.${axis}`]);
      return [
        joint,
        {
          at: axes.map(({ value }) => value * metres) as unknown as BodyVector,
          error: Math.max(...axes.map(({ error }) => error)) * metres,
        },
      ];
    }),
  ) as Skeleton['joints'];
  return { joints, ...bodyFacts(said, metres) };
}

const factsOf = oncePer((skeleton: Net) => partOf(skeleton, BODY_FACTS));

/** Of {@link liftSkeleton} all but the joints, which nobody asks for in most frames. */
export function liftBodyFacts(
  lifter: Lifter,
  { asked, doubt }: Look,
  heightM: Metres,
): Omit<Skeleton, 'joints'> {
  const net = factsOf(lifter.skeleton);
  const said = withErrors<BodyFact>(net, runMirrored(net, asked), doubt);
  return bodyFacts(said, heightM / 100);
}

function bodyFacts(said: Lifted<BodyFact>, metres: number): Omit<Skeleton, 'joints'> {
  const { leftUpperArm, rightUpperArm, leftElbowFlexion, rightElbowFlexion, neckFlexion } = said;
  return {
    handHeight: {
      value: said.handHeight.value * metres,
      error: said.handHeight.error * metres,
    },
    angles: {
      leftUpperArm,
      rightUpperArm,
      leftElbowFlexion,
      rightElbowFlexion,
      neckFlexion,
      handsDirection: directionOf(said),
    },
  };
}

/** From sine and cosine to degrees; the less of a direction there is, the wider its error. */
function directionOf({ handsSin, handsCos }: Lifted<'handsSin' | 'handsCos'>): {
  value: Degrees;
  error: Degrees;
} {
  const size = Math.max(0.2, Math.hypot(handsSin.value, handsCos.value));
  return {
    value: (Math.atan2(handsSin.value, handsCos.value) * 180) / Math.PI,
    error: Math.min(180, (Math.max(handsSin.error, handsCos.error) / size) * (180 / Math.PI)),
  };
}
