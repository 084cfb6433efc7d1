import type { PoseFrame } from '../../src/core/pose/pose';
import type { Seconds } from '../../src/core/units';
import type { Random } from '../../training/random';

/** Half a millisecond: times of files are rounded. */
const ROUNDED_S: Seconds = 5e-4;

/**
 * Pictures at this rate and no more, as a slower machine sees them.
 *
 * @param startShare where the first one is taken, as a share of the time between two: with another one, other moments
 *   of the same movement are seen
 */
export function thinned(frames: readonly PoseFrame[], rate: number, startShare = 0): PoseFrame[] {
  let next = (frames[0]?.timeS ?? 0) + startShare / rate;
  return frames.filter(({ timeS }) => {
    if (timeS < next - ROUNDED_S) return false;
    next = Math.max(next, timeS - 0.5 / rate) + 1 / rate;
    return true;
  });
}

/** A machine with other work takes from half to one and a half times the usual time for a picture, and loses some. */
const UNEVEN = { least: 0.5, most: 1.5, lost: 0.1 } as const;

/** Pictures at this rate on average, unevenly, as a busy machine sees them. */
export function unevenlyThinned(
  frames: readonly PoseFrame[],
  rate: number,
  startShare: number,
  random: Random,
): PoseFrame[] {
  const usual = (1 - UNEVEN.lost) / rate;
  let next = (frames[0]?.timeS ?? 0) + startShare / rate;
  return frames.filter(({ timeS }) => {
    if (timeS < next - ROUNDED_S) return false;
    do next += usual * random.between(UNEVEN.least, UNEVEN.most);
    while (random.chance(UNEVEN.lost) || next < timeS);
    return true;
  });
}

/** In a training people stand before they lift; clips begin with the lift. */
export const STOOD_S: Seconds = 2.5;

/** The recording, with its first pose held before it. */
export function stoodBefore(frames: readonly PoseFrame[], rate: number): PoseFrame[] {
  const first = frames[0];
  if (first === undefined) return [];
  const count = Math.floor(STOOD_S * rate);
  const standing = Array.from({ length: count }, (_, i) => {
    const timeS = first.timeS - (count - i) / rate;
    return { ...first, timeS, pose: first.pose === null ? null : { ...first.pose, timeS } };
  });
  return [...standing, ...frames];
}
