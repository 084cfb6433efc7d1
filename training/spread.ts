import {
  LIFTED_DETECTORS,
  LIFTER_OUTPUTS,
  type LiftedDetector,
  type LifterOutput,
  type LifterSet,
} from '../src/core/kinematics/lifter';
import { bothWays, runMirrored } from '../src/core/kinematics/lifter-pose';
import { familyOf } from '../src/core/pose/pose';
import { renderedFrames } from './rendered-people';

/**
 * The stated spread of a training: how far weights from another seed may say something else of the rendered frames, root
 * mean square (degrees; handAnkleH % of stature; camSin, camCos 1). Seeds 20 and 21, the largest of four detectors, and a
 * quarter more.
 */
export const STATED_SPREAD: Readonly<Record<LifterOutput, number>> = {
  hipShoulderIncl: 2.1,
  trunkInclination: 2,
  trunkFlexion: 2.1,
  lateralBend: 0.75,
  axialTwist: 2.2,
  lumbarFlexion: 1.5,
  kneeFlexionL: 2.1,
  kneeFlexionR: 2.1,
  handAnkleH: 0.7,
  camSin: 0.025,
  camCos: 0.042,
};

export type Differences = Record<LiftedDetector, Record<LifterOutput, number>>;

/**
 * What two sets of weights say differently about rendered people, measured against their standing.
 * @param every frame that is asked: 1 = all of them
 */
export function differencesBetween(a: LifterSet, b: LifterSet, every = 1): Differences {
  const squares = LIFTED_DETECTORS.map((detector) => {
    const frames = renderedFrames(familyOf(detector)).filter((_, i) => i % every === 0);
    const sums = new Float64Array(LIFTER_OUTPUTS.length);
    for (const { glance } of frames) {
      const asked = bothWays('standing', glance);
      const [one, other] = [a, b].map((set) => runMirrored(set[detector].standing, asked).mean);
      sums.forEach((sum, k) => (sums[k] = sum + (one![k]! - other![k]!) ** 2));
    }
    const rms = LIFTER_OUTPUTS.map((name, k) => [name, Math.sqrt(sums[k]! / frames.length)]);
    return [detector, Object.fromEntries(rms) as Record<LifterOutput, number>] as const;
  });
  return Object.fromEntries(squares) as Differences;
}

/** What is beyond the stated spread, as `detector output`. */
export const beyondSpread = (differences: Differences): string[] =>
  LIFTED_DETECTORS.flatMap((detector) =>
    LIFTER_OUTPUTS.filter((name) => !(differences[detector][name] <= STATED_SPREAD[name])).map(
      (name) => `${detector} ${name}`,
    ),
  );
