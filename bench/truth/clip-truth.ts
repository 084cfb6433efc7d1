import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import {
  inclinationOf,
  knownOf,
  middleOf,
  wrapped,
  type Point3,
  type TrueValues,
} from './true-values';

const number = v.pipe(v.number(), v.finite());
const point = v.pipe(
  v.array(v.number()),
  v.minLength(3),
  v.transform((list) => list as unknown as Point3),
);

/** Largest values of a lift. `whole` in a file: of lift and putting-down together. */
const facts = {
  peakInclination: number,
  peakLumbarFlexion: number,
  peakTwist: number,
  kneeAtPeak: number,
  maxHandAnkleDist: number,
  peakTrunkVelocity: number,
};
const lift = v.object({
  ...facts,
  start: number,
  graspT: number,
  end: number,
  lowerStart: v.optional(number),
  lowerEnd: v.optional(number),
  whole: v.optional(v.object(facts)),
});
const joints = v.record(v.string(), point);
const schema = v.object({
  kind: v.optional(v.string(), ''),
  fps: v.pipe(number, v.minValue(1)),
  body: v.object({ id: v.optional(v.string(), ''), height: v.pipe(number, v.minValue(0.5)) }),
  camera: v.optional(v.object({ position: point })),
  lifts: v.array(lift),
  frames: v.pipe(v.array(v.looseObject({ t: number, j: v.optional(joints) })), v.minLength(1)),
});

export type TrueLiftFacts = v.InferOutput<v.ObjectSchema<typeof facts, undefined>>;
/** One lift of a truth file. Times in seconds; the putting-down may be missing. */
export type TrueLift = v.InferOutput<typeof lift>;
/** `NAME.truth.json` beside a clip; docs/accuracy-clips.md describes it. */
export type ClipTruth = v.InferOutput<typeof schema>;

/** The largest values over lift and putting-down. */
export const wholeOf = (truth: TrueLift): TrueLiftFacts => truth.whole ?? truth;

/** @throws {Error} with the file and what does not fit */
export function readClipTruth(file: string): ClipTruth {
  const parsed = v.safeParse(schema, JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${file}, ${v.getDotPath(issue) ?? 'whole file'}: ${issue.message}`);
}

/** The true values at a time of the clip: those of the nearest frame, null beyond the last. */
export function clipValuesAt({ frames, fps, camera }: ClipTruth, timeS: number): TrueValues | null {
  const index = Math.round(timeS * fps);
  // a recording may end one frame after the last that has truth
  const frame = frames[Math.min(index, frames.length - 1)];
  if (frame === undefined || index > frames.length) return null;
  const known = knownOf(frame);
  return frame.j === undefined
    ? known
    : { ...known, ...ofJoints(frame.j, known, camera?.position) };
}

/** What the joints tell, as far as they are there and the frame itself does not say it. */
function ofJoints(
  j: Readonly<Record<string, Point3>>,
  { heading, azimuth }: TrueValues,
  camera: Point3 | undefined,
): TrueValues {
  const pair = (name: string): Point3 | null => {
    const left = j[`${name}L`],
      right = j[`${name}R`];
    return left === undefined || right === undefined ? null : middleOf(left, right);
  };
  const hips = pair('hip'),
    shoulders = pair('shoulder'),
    wrists = pair('wrist'),
    ankles = pair('ankle');
  const values: TrueValues = {};
  if (hips !== null && camera !== undefined && heading !== undefined && azimuth === undefined) {
    const towards = Math.atan2(camera[0] - hips[0], camera[2] - hips[2]);
    values.azimuth = wrapped((towards * 180) / Math.PI - heading);
  }
  if (hips !== null && shoulders !== null) values.hipShoulderIncl = inclinationOf(hips, shoulders);
  if (wrists !== null && ankles !== null) values.wristHeight = wrists[1] - ankles[1];
  return values;
}
