import * as v from 'valibot';
import { fail, ok, type Result } from '../errors';
import { ASSUMED_HEIGHT_M } from '../kinematics/moment';
import {
  SKELETON_JOINTS,
  type Body,
  type BodyVector,
  type SkeletonJoint,
} from '../kinematics/skeleton';
import { KEYPOINT_TABLE_SIZE, type PoseFrame } from '../pose/pose';
import type { Seconds } from '../units';
import type { SavedPoses } from './poses-file';

/** A body without a picture: it can be shown; how far its angles are true is not known, so none is judged. */
export interface WorldTrack {
  frames: { timeS: Seconds; body: Body | null }[];
}

export type MediapipeFile =
  { kind: 'poses'; poses: SavedPoses } | { kind: 'world'; track: WorldTrack };

const POINTS = KEYPOINT_TABLE_SIZE.blazepose;
const MOST_FRAMES = 400_000;
const within = (most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(-most), v.maxValue(most));
const pixels = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(20_000));

/** One body, the first of several bodies, or nobody. */
const body = <S extends v.GenericSchema>(point: S) => {
  const points = v.pipe(v.array(point), v.length(POINTS));
  return v.nullish(
    v.union([
      points,
      v.pipe(
        v.array(points),
        v.maxLength(100),
        v.transform(([first]) => first ?? null),
      ),
    ]),
  );
};

const schema = v.object({
  width: v.optional(pixels),
  height: v.optional(pixels),
  heightM: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(2.6))),
  frames: v.pipe(
    v.array(
      v.object({
        timestampMs: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e13)),
        landmarks: body(v.object({ x: within(100), y: within(100), visibility: within(100) })),
        worldLandmarks: body(v.object({ x: within(100), y: within(100), z: within(100) })),
      }),
    ),
    v.minLength(1),
    v.maxLength(MOST_FRAMES),
  ),
});
type Parsed = v.InferOutput<typeof schema>;

/** Whether a file looks like MediaPipe's landmarks, perhaps damaged ones. */
export const isMediapipe = (json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'frames' in json && !('schema' in json);

/**
 * Reads MediaPipe pose landmarks (docs/kept-files.md). With image landmarks and the picture's size they are poses of
 * BlazePose full; world landmarks alone are a {@link WorldTrack}.
 * @returns 'poses-unreadable' with the first thing that does not fit
 */
export function parseMediapipe(json: unknown, name: string): Result<MediapipeFile> {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return fail('poses-unreadable', `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { frames, width, height } = parsed.output;
  for (let i = 1; i < frames.length; i++)
    if (frames[i]!.timestampMs <= frames[i - 1]!.timestampMs)
      return fail('poses-unreadable', `frames.${i}.timestampMs: times do not rise`);
  const hasPicture = frames.some(({ landmarks }) => landmarks != null);
  if (hasPicture && width !== undefined && height !== undefined)
    return ok({ kind: 'poses', poses: posesOf({ ...parsed.output, width, height }, name) });
  if (frames.some(({ worldLandmarks }) => worldLandmarks != null))
    return ok({ kind: 'world', track: worldOf(parsed.output) });
  return fail(
    'poses-unreadable',
    hasPicture ? 'width, height: the size of the picture is missing' : 'frames: nobody is in them',
  );
}

const timesOf = (frames: Parsed['frames']): Seconds[] =>
  frames.map(({ timestampMs }) => (timestampMs - frames[0]!.timestampMs) / 1000);

function posesOf(
  { frames, width, height, heightM }: Parsed & { width: number; height: number },
  name: string,
): SavedPoses {
  const detector = 'blazepose-full';
  const times = timesOf(frames);
  const durationS = times.at(-1)!;
  return {
    frames: frames.map(({ landmarks }, i): PoseFrame => {
      const timeS = times[i]!;
      if (landmarks == null) return { timeS, pose: null };
      const keypoints = landmarks.map(({ x, y, visibility }) => ({
        x: x * width,
        y: y * height,
        score: visibility,
      }));
      return { timeS, pose: { timeS, detector, width, height, keypoints } };
    }),
    source: {
      name,
      width,
      height,
      fps: durationS > 0 ? Math.round((10 * (frames.length - 1)) / durationS) / 10 : 0,
      durationS,
    },
    mode: 'recording',
    restandS: [],
    looks: [],
    closer: [],
    detector,
    heightM: heightM ?? ASSUMED_HEIGHT_M,
    heightEntered: heightM !== undefined,
  };
}

/** BlazePose's points of each joint; a joint between two is in their middle. */
const JOINT_POINTS: Record<SkeletonJoint, readonly number[]> = {
  leftHip: [23],
  rightHip: [24],
  neckBase: [11, 12],
  nose: [0],
  leftShoulder: [11],
  rightShoulder: [12],
  leftElbow: [13],
  rightElbow: [14],
  leftWrist: [15],
  rightWrist: [16],
  leftKnee: [25],
  rightKnee: [26],
  leftAnkle: [27],
  rightAnkle: [28],
};

/** From x right, y down, z away to the person's left, up, and ahead, the way the hips face. */
function worldOf({ frames }: Parsed): WorldTrack {
  const times = timesOf(frames);
  return {
    frames: frames.map(({ worldLandmarks: points }, i) => {
      const timeS = times[i]!;
      if (points == null) return { timeS, body: null };
      const dx = points[23]!.x - points[24]!.x,
        dz = points[23]!.z - points[24]!.z;
      const size = Math.hypot(dx, dz);
      const [lx, lz] = size > 0 ? [dx / size, dz / size] : [1, 0];
      const joints = Object.fromEntries(
        SKELETON_JOINTS.map((joint): [SkeletonJoint, { at: BodyVector }] => {
          const own = JOINT_POINTS[joint];
          const mean = (axis: 'x' | 'y' | 'z'): number =>
            own.reduce((sum, k) => sum + points[k]![axis], 0) / own.length;
          const [x, y, z] = [mean('x'), mean('y'), mean('z')];
          return [joint, { at: [x * lx + z * lz, -y, x * lz - z * lx] }];
        }),
      ) as Body['joints'];
      return { timeS, body: { joints } };
    }),
  };
}

/**
 * Reads poses to be analysed, wherever they were found: those of {@link parseMediapipe} that have a picture.
 * @param name of the file
 */
export function parseMediapipePoses(json: unknown, name: string): Result<SavedPoses> {
  const file = parseMediapipe(json, name);
  if (!file.ok) return file;
  return file.value.kind === 'poses'
    ? ok(file.value.poses)
    : fail('poses-unreadable', 'world landmarks alone: without a picture no angle can be judged');
}
