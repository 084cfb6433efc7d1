import { readFileSync } from 'node:fs';
import {
  inclinationOf,
  knownOf,
  middleOf,
  wrapped,
  type Point3,
  type TrueValues,
} from './true-values';

/** What a truth file says about one lift, or about lift and putting-down together (`whole`). */
export interface TrueLiftFacts {
  peakInclination: number;
  peakLumbarFlexion: number;
  peakTwist: number;
  kneeAtPeak: number;
  maxHandAnkleDist: number;
  peakTrunkVelocity: number;
}

/** One lift of a truth file. Times in seconds; the putting-down may be missing. */
export interface TrueLift extends TrueLiftFacts {
  start: number;
  graspT: number;
  end: number;
  lowerStart?: number;
  lowerEnd?: number;
  whole: TrueLiftFacts;
}

/** `NAME.truth.json` beside a clip. */
export interface ClipTruth {
  kind: string;
  fps: number;
  body: { id: string; height: number };
  camera: { position: Point3 };
  lifts: TrueLift[];
  frames: (Record<string, unknown> & { t: number; heading: number; j: Record<string, Point3> })[];
}

export const readClipTruth = (file: string): ClipTruth =>
  JSON.parse(readFileSync(file, 'utf8')) as ClipTruth;

/** The true values at a time of the clip: those of the nearest frame, null beyond the last. */
export function clipValuesAt(truth: ClipTruth, timeS: number): TrueValues | null {
  const index = Math.round(timeS * truth.fps);
  // a recording may end one frame after the last that has truth
  const frame = truth.frames[Math.min(index, truth.frames.length - 1)];
  if (frame === undefined || index > truth.frames.length) return null;
  const { j, heading } = frame;
  const joint = (name: string): Point3 => j[name]!;
  const hips = middleOf(joint('hipL'), joint('hipR'));
  const [x, , z] = truth.camera.position;
  return {
    ...knownOf(frame),
    azimuth: wrapped((Math.atan2(x - hips[0], z - hips[2]) * 180) / Math.PI - heading),
    hipShoulderIncl: inclinationOf(hips, middleOf(joint('shoulderL'), joint('shoulderR'))),
    wristHeight:
      middleOf(joint('wristL'), joint('wristR'))[1] - middleOf(joint('ankleL'), joint('ankleR'))[1],
  };
}
