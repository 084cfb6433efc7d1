import type { Metres } from '../units';
import { SKELETON_JOINTS, type BodyVector, type Skeleton, type SkeletonJoint } from './skeleton';

/** What each joint hangs on; null = the middle of the hips. */
const PARENT: Record<SkeletonJoint, SkeletonJoint | null> = {
  leftHip: null,
  rightHip: null,
  neckBase: null,
  nose: 'neckBase',
  leftShoulder: 'neckBase',
  rightShoulder: 'neckBase',
  leftElbow: 'leftShoulder',
  rightElbow: 'rightShoulder',
  leftWrist: 'leftElbow',
  rightWrist: 'rightElbow',
  leftKnee: 'leftHip',
  rightKnee: 'rightHip',
  leftAnkle: 'leftKnee',
  rightAnkle: 'rightKnee',
};
/** Joints that bend one way, with the end that moves, and how far they can: degrees of flexion. */
const HINGES = [
  ['leftElbow', 'leftWrist', 150],
  ['rightElbow', 'rightWrist', 150],
  ['leftKnee', 'leftAnkle', 155],
  ['rightKnee', 'rightAnkle', 155],
] as const;

const ORIGIN: BodyVector = [0, 0, 0];
const minus = (a: BodyVector, b: BodyVector): BodyVector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const along = (a: BodyVector, d: BodyVector, s: number): BodyVector => [
  a[0] + d[0] * s,
  a[1] + d[1] * s,
  a[2] + d[2] * s,
];
const length = (a: BodyVector): Metres => Math.hypot(a[0], a[1], a[2]);
const dot = (a: BodyVector, b: BodyVector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const unit = (a: BodyVector): BodyVector => along(ORIGIN, a, 1 / Math.max(length(a), 1e-9));

function boneOf({ joints }: Skeleton, joint: SkeletonJoint): BodyVector {
  const parent = PARENT[joint];
  return minus(joints[joint].at, parent === null ? ORIGIN : joints[parent].at);
}

/** The direction of the lower bone, turned back towards the upper one's line where the joint bends too far. */
function withinLimit(upper: BodyVector, lower: BodyVector, limitDegrees: number): BodyVector {
  const a = unit(upper),
    b = unit(lower);
  const least = Math.cos((limitDegrees * Math.PI) / 180);
  const share = dot(a, b);
  if (share >= least) return b;
  const aside = unit(along(b, a, -share));
  return along(along(ORIGIN, a, least), aside, Math.sqrt(1 - least * least));
}

/**
 * The skeletons of one recording with what does not change held still: every bone has the length that it has in
 * the middle of all frames, and elbows and knees bend no further than they can. Directions stay as they were read.
 *
 * @param skeletons one a frame, null where none is known
 * @returns as many
 */
export function steadySkeletons(skeletons: readonly (Skeleton | null)[]): (Skeleton | null)[] {
  const known = skeletons.filter((s) => s !== null);
  if (known.length === 0) return [...skeletons];
  const lengths = Object.fromEntries(
    SKELETON_JOINTS.map((joint) => {
      const sorted = known.map((s) => length(boneOf(s, joint))).sort((a, b) => a - b);
      return [joint, sorted[sorted.length >> 1]!];
    }),
  ) as Record<SkeletonJoint, Metres>;
  return skeletons.map((skeleton) => {
    if (skeleton === null) return null;
    const directions = Object.fromEntries(
      SKELETON_JOINTS.map((joint) => [joint, unit(boneOf(skeleton, joint))]),
    ) as Record<SkeletonJoint, BodyVector>;
    for (const [hinge, end, limit] of HINGES)
      directions[end] = withinLimit(directions[hinge], directions[end], limit);
    const placed: Partial<Record<SkeletonJoint, BodyVector>> = {};
    // parents come before their children in SKELETON_JOINTS
    for (const joint of SKELETON_JOINTS) {
      const parent = PARENT[joint];
      const from = parent === null ? ORIGIN : placed[parent]!;
      placed[joint] = along(from, directions[joint], lengths[joint]);
    }
    const joints = Object.fromEntries(
      SKELETON_JOINTS.map((joint) => [
        joint,
        { at: placed[joint]!, error: skeleton.joints[joint].error },
      ]),
    ) as Skeleton['joints'];
    return { ...skeleton, joints };
  });
}
