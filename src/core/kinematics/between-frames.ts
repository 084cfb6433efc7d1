import type { Seconds } from '../units';
import type { Moment } from './moment';

/**
 * Rule RATE-1: fewer frames a second than this, and where a lift begins and ends is chance. The rules that find lifts
 * look at half a second at a time and want three frames in it (LIFT-3, LIFT-6).
 */
export const FEWEST_PER_SECOND = 4;

/** What the time between frames costs is in the errors up to here: they were measured at ten frames a second and more. */
const MEASURED_APART_S: Seconds = 0.1;

/** A known value of one frame. */
interface Sample {
  timeS: Seconds;
  value: number;
}

/** Whether frames came too seldom to judge anything by them (RATE-1). @param moments in order, poses or none */
export function isTooSeldom(moments: readonly Pick<Moment, 'timeS'>[]): boolean {
  const first = moments[0],
    last = moments.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  return (moments.length - 1) / (last.timeS - first.timeS) < FEWEST_PER_SECOND;
}

/**
 * Rule RATE-2: by how much the reading of a frame at a turn, the middle of three, may fall short of the true turn, which
 * lies between frames. The turn is that of the parabola through the three, as a smooth movement has it. A shortfall
 * grows with the square of the time between frames: what of it is already in the errors is taken off.
 *
 * @returns in the unit of the values; 0 where the value does not turn, and up to ten frames a second
 */
export function missedTurn(before: Sample, here: Sample, after: Sample): number {
  const toHere = here.timeS - before.timeS,
    fromHere = after.timeS - here.timeS;
  const apart = Math.max(toHere, fromHere);
  if (apart <= MEASURED_APART_S || toHere <= 0 || fromHere <= 0) return 0;
  const rise = (here.value - before.value) / toHere,
    fall = (here.value - after.value) / fromHere;
  // rising to it and falling from it, or the other way round
  if (rise * fall < 0 || rise + fall === 0) return 0;
  const slope = (rise * fromHere - fall * toHere) / (toHere + fromHere);
  const curve = (rise + fall) / (toHere + fromHere);
  const beyond = Math.abs(slope ** 2 / (4 * curve));
  const nearest = Math.min(Math.abs(here.value - before.value), Math.abs(here.value - after.value));
  return (nearest + beyond) * (1 - (MEASURED_APART_S / apart) ** 2);
}

/** Whether frames around one of a series are so far apart that a turn may lie between them: in most series none are. */
export function isFarFromNeighbours(
  moments: readonly Pick<Moment, 'timeS'>[],
  index: number,
): boolean {
  for (let k = Math.max(1, index - 1); k <= Math.min(moments.length - 1, index + 2); k++)
    if (moments[k]!.timeS - moments[k - 1]!.timeS > MEASURED_APART_S) return true;
  return false;
}

/**
 * Rule RATE-2 for one frame of a series: the most that a turn at it, or at one beside it, may have gone beyond them.
 *
 * @param valueAt of a frame; null = not known
 */
export function missedNear(
  moments: readonly Pick<Moment, 'timeS'>[],
  index: number,
  valueAt: (index: number) => number | null,
): number {
  let missed = 0;
  const sampleAt = (k: number): Sample | null => {
    const moment = moments[k],
      value = moment === undefined ? null : valueAt(k);
    return value === null ? null : { timeS: moment!.timeS, value };
  };
  for (let k = index - 1; k <= index + 1; k++) {
    const before = sampleAt(k - 1),
      here = sampleAt(k),
      after = sampleAt(k + 1);
    if (before !== null && here !== null && after !== null)
      missed = Math.max(missed, missedTurn(before, here, after));
  }
  return missed;
}
