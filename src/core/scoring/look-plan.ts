import type { Degrees, Seconds } from '../units';
import type { CheckPhase, LiftVerdict } from './check';
import { unlookedPhases } from './rounded-back';

/** How far the trunk was inclined, where that was judged. */
export interface Bend {
  timeS: Seconds;
  trunkDeg: Degrees;
}

/** Rule ROUND-3: five looks at a lift at most, most of them at picking up. */
const LOOKS: Record<CheckPhase, number> = { lift: 3, lower: 2 };
/** Pictures nearer to each other than this show the same, faults of the mask too. */
const APART_S: Seconds = 0.18;
/**
 * Best looked at are moments a little before and after the furthest bend: in the furthest itself hips are found on the
 * edge of the body, and the picture would be unclear. Shares of the furthest bend.
 */
const BEST = 0.9;
const LEAST = 0.7;

/**
 * Which moments of a lift deserve a second look: those about the furthest bend of each phase, a little apart.
 *
 * @param bends in order of time
 * @returns their times, the best first; none when the verdict leaves nothing to look for
 */
export function wantedLooks(lift: LiftVerdict, bends: readonly Bend[]): Seconds[] {
  return unlookedPhases(lift).flatMap(({ phase, fromS, toS }) => {
    const own = bends.filter(({ timeS }) => timeS >= fromS && timeS <= toS);
    const furthest = Math.max(0, ...own.map((bend) => bend.trunkDeg));
    const fromBest = ({ trunkDeg }: Bend): number => Math.abs(trunkDeg - BEST * furthest);
    const chosen: Seconds[] = [];
    for (const { timeS, trunkDeg } of own.toSorted((a, b) => fromBest(a) - fromBest(b))) {
      if (chosen.length === LOOKS[phase]) break;
      if (trunkDeg < LEAST * furthest) continue;
      if (chosen.every((other) => Math.abs(other - timeS) >= APART_S)) chosen.push(timeS);
    }
    return chosen;
  });
}
