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
/** Looked at are moments that are bent this much of the furthest bend. */
const NEAR_WORST = 0.75;

/**
 * Which moments of a lift deserve a second look: the furthest bends of each phase, a little apart.
 *
 * @param bends in order of time
 * @returns their times, furthest bend first; none when the verdict leaves nothing to look for
 */
export function wantedLooks(lift: LiftVerdict, bends: readonly Bend[]): Seconds[] {
  return unlookedPhases(lift).flatMap(({ phase, fromS, toS }) => {
    const own = bends.filter(({ timeS }) => timeS >= fromS && timeS <= toS);
    const furthest = Math.max(0, ...own.map((bend) => bend.trunkDeg));
    const chosen: Seconds[] = [];
    for (const { timeS, trunkDeg } of own.toSorted((a, b) => b.trunkDeg - a.trunkDeg)) {
      if (chosen.length === LOOKS[phase] || trunkDeg < NEAR_WORST * furthest) break;
      if (chosen.every((other) => Math.abs(other - timeS) >= APART_S)) chosen.push(timeS);
    }
    return chosen;
  });
}
