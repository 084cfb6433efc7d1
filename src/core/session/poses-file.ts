import * as v from 'valibot';
import { fail, ok, type Result } from '../errors';
import type { BackLook } from '../kinematics/back-outline';
import { CLOSER_DETECTOR, type CloserLook } from '../kinematics/closer-look';
import {
  DETECTOR_IDS,
  familyOf,
  KEYPOINT_TABLE_SIZE,
  type DetectorId,
  type PoseFrame,
} from '../pose/pose';
import type { Metres, Seconds } from '../units';
import { ANALYSIS_SCHEMA, type PoseTrack, type Source } from './analysis';

/** A recording as poses, ready to be analysed again. */
export interface SavedPoses {
  frames: PoseFrame[];
  source: Source;
  mode: PoseTrack['mode'];
  /** Live: when the standing pose was taken anew. */
  restandS: Seconds[];
  /** What second looks at its pictures found. */
  looks: BackLook[];
  /** What closer looks at its pictures found. */
  closer: CloserLook[];
  detector: DetectorId;
  heightM: Metres;
  heightEntered: boolean;
}

/** Hostile files are refused whole: sizes are bounded before anything is built from them. */
const MOST_FRAMES = 400_000;
const pixels = v.pipe(v.number(), v.finite(), v.minValue(1), v.maxValue(20_000));
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1e6));
const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e5), v.maxValue(1e5));

const triple = v.tuple([coordinate, coordinate, v.pipe(v.number(), v.finite())]);
const closerKeypoints = v.pipe(
  v.array(triple),
  v.length(KEYPOINT_TABLE_SIZE[familyOf(CLOSER_DETECTOR)]),
  v.transform((list) => list.map(([x, y, score]) => ({ x, y, score }))),
);

const schema = v.object({
  schema: v.literal(ANALYSIS_SCHEMA),
  heightM: v.pipe(v.number(), v.minValue(0.5), v.maxValue(2.6)),
  heightEntered: v.boolean(),
  source: v.object({
    name: v.pipe(v.string(), v.maxLength(500)),
    width: pixels,
    height: pixels,
    fps: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(1000)),
    durationS: seconds,
    damagedAtS: v.optional(seconds),
  }),
  poses: v.object({
    mode: v.optional(v.picklist(['live', 'recording']), 'recording'),
    restandS: v.optional(v.pipe(v.array(seconds), v.maxLength(10_000)), []),
    detector: v.picklist(DETECTOR_IDS),
    changes: v.optional(
      v.pipe(
        v.array(v.object({ t: seconds, detector: v.picklist(DETECTOR_IDS) })),
        v.maxLength(10_000),
      ),
      [],
    ),
    width: pixels,
    height: pixels,
    frames: v.pipe(
      v.array(
        v.object({
          t: seconds,
          k: v.nullable(v.pipe(v.array(triple), v.maxLength(33))),
          other: v.optional(v.boolean()),
        }),
      ),
      v.minLength(1),
      v.maxLength(MOST_FRAMES),
    ),
    looks: v.optional(
      v.pipe(
        v.array(
          v.object({
            t: seconds,
            upperBackDeg: v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
          }),
        ),
        v.maxLength(MOST_FRAMES),
      ),
      [],
    ),
    closer: v.optional(
      v.pipe(
        v.array(v.object({ t: seconds, k: closerKeypoints, standing: closerKeypoints })),
        v.maxLength(MOST_FRAMES),
      ),
      [],
    ),
  }),
});

/**
 * Reads a saved recording (a `liftcheck.analysis/1` file with `poses`).
 * @returns 'poses-unreadable' with the first thing that does not fit, and nothing else happens
 */
export function parsePoses(json: unknown): Result<SavedPoses> {
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    return fail('poses-unreadable', `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const { poses, source, heightM, heightEntered } = parsed.output;
  const { width, height, mode, restandS } = poses;
  const keypoints = KEYPOINT_TABLE_SIZE[familyOf(poses.detector)];
  const changes = [...poses.changes];
  let { detector } = poses;
  const frames: PoseFrame[] = [];
  for (const { t, k, other } of poses.frames) {
    while (changes[0] !== undefined && changes[0].t <= t) ({ detector } = changes.shift()!);
    if (familyOf(detector) !== familyOf(poses.detector))
      return fail('poses-unreadable', `${detector} and ${poses.detector} see different points`);
    if (k !== null && k.length !== keypoints)
      return fail('poses-unreadable', `${detector} has ${keypoints} keypoints, not ${k.length}`);
    const last = frames.at(-1);
    if (last !== undefined && t <= last.timeS)
      return fail('poses-unreadable', `times do not rise at ${t} s`);
    frames.push({
      timeS: t,
      pose:
        k === null
          ? null
          : {
              timeS: t,
              detector,
              width,
              height,
              keypoints: k.map(([x, y, score]) => ({ x, y, score })),
            },
      ...(other === true ? { other } : {}),
    });
  }
  const { damagedAtS, ...known } = source;
  const whole = damagedAtS === undefined ? known : { ...known, damagedAtS };
  const looks = poses.looks.map(({ t, upperBackDeg }) => ({ timeS: t, upperBackDeg }));
  const closer = poses.closer.map(({ t, k, standing }) => ({ timeS: t, keypoints: k, standing }));
  return ok({
    frames,
    source: whole,
    mode,
    restandS,
    looks,
    closer,
    detector: poses.detector,
    heightM,
    heightEntered,
  });
}
