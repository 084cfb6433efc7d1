import * as v from 'valibot';
import type { Result } from '../errors';
import type { BackLook } from '../kinematics/back-outline';
import { CLOSER_DETECTOR, type CloserLook } from '../kinematics/closer-look';
import {
  DETECTOR_IDS,
  familyOf,
  KEYPOINT_TABLE_SIZE,
  type DetectorId,
  type Keypoint,
  type PoseFrame,
} from '../pose/pose';
import type { Metres, Pixels, Seconds } from '../units';
import {
  coordinateField,
  heightField,
  idField,
  pixelsField,
  scoreField,
  secondsField,
} from './fields';
import { recordReader } from './record-reader';

/** Longest lift that is kept whole: eleven minutes at 30 poses a second. */
export const MOST_TRACK_FRAMES = 20_000;
/** What so many frames of 33 points take at most. */
const MOST_PACKED_BYTES = 8_000_000;

/** The standing pose that a lift was measured against. */
export interface TrackBaseline {
  timesS: Seconds[];
  sizePx: Pixels;
  /** In the detector's own order. */
  keypoints: Keypoint[];
  trusted: boolean;
}

/**
 * All that is needed to replay a lift and to score it again: the keypoints as detected, from a little before the lift to
 * its end, and what they were measured against. Times are those of the lift's verdict.
 */
export interface LiftTrack {
  detector: DetectorId;
  width: Pixels;
  height: Pixels;
  heightM: Metres;
  heightEntered: boolean;
  baseline: TrackBaseline;
  frames: PoseFrame[];
  looks: BackLook[];
  closer: CloserLook[];
}

/**
 * A {@link LiftTrack} as it is stored: everything but the frames as it is, the frames packed. Stores may still hold records
 * of version 1, which have no closer looks.
 */
export interface TrackRecord extends Omit<LiftTrack, 'frames' | 'closer'> {
  v: 1 | 2;
  closer?: CloserLook[];
  liftId: string;
  packed: Uint8Array<ArrayBuffer>;
}

const keypoint = v.strictObject({ x: coordinateField, y: coordinateField, score: scoreField });
const closerKeypoints = v.pipe(
  v.array(keypoint),
  v.length(KEYPOINT_TABLE_SIZE[familyOf(CLOSER_DETECTOR)]),
);

const schema = v.pipe(
  v.strictObject({
    v: v.literal(2),
    liftId: idField,
    detector: v.picklist(DETECTOR_IDS),
    width: pixelsField,
    height: pixelsField,
    heightM: heightField,
    heightEntered: v.boolean(),
    baseline: v.strictObject({
      timesS: v.pipe(v.array(secondsField), v.maxLength(1000)),
      sizePx: v.pipe(coordinateField, v.gtValue(0)),
      keypoints: v.pipe(v.array(keypoint), v.maxLength(33)),
      trusted: v.boolean(),
    }),
    looks: v.pipe(
      v.array(
        v.strictObject({
          timeS: secondsField,
          upperBackDeg: v.nullable(v.pipe(v.number(), v.minValue(-90), v.maxValue(90))),
        }),
      ),
      v.maxLength(1000),
    ),
    closer: v.pipe(
      v.array(
        v.strictObject({
          timeS: secondsField,
          keypoints: closerKeypoints,
          standing: closerKeypoints,
        }),
      ),
      v.maxLength(1000),
    ),
    packed: v.custom<Uint8Array<ArrayBuffer>>(
      (bytes) => bytes instanceof Uint8Array && bytes.length <= MOST_PACKED_BYTES,
      'no packed poses, or too many',
    ),
  }),
  v.check(
    ({ detector, baseline }) =>
      baseline.keypoints.length === KEYPOINT_TABLE_SIZE[familyOf(detector)],
    'the standing pose has another number of keypoints than its detector',
  ),
);

/** Reads all but the packed poses, which `unpackTrack` reads. */
export const parseTrack: (data: unknown) => Result<TrackRecord> = recordReader({
  name: 'track',
  schema,
  migrations: [
    // closer looks
    (first) => ({ ...first, closer: [] }),
  ],
});
