import { atLeast, type Figure } from '../figure.mjs';
import { savedClip, shippedLifters } from '../saved-clip';
import { timedRescoring } from './timed-rescoring';

const TARGET = 500;
const ROUNDS = 5;

/** How fast stored poses are judged again. @param minutes length of the recording */
export function rescoringFigures(root: string, minutes: number): Figure[] {
  // The clip whose poses are of the most accurate detector, 15 a second.
  const clip = savedClip(root, 'twist');
  return timedRescoring(clip, shippedLifters(root), minutes, ROUNDS).map(
    ({ name, timesRealTime }) => atLeast(`${name}, times real time`, timesRealTime, '', TARGET),
  );
}
