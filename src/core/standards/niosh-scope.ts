import type { Seconds } from '../units';
import { holdsItsError, type Measure } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';

/**
 * Rule NIOSH-12: where the equation does not apply (94-110, p. 6). Closed. `known`: from the camera, or asked. `effect`:
 * 'refuse' gives no index; 'warn' gives one with the reason beside it, because it bears on the place of work or the rest of
 * the job, not on the lift. All of these stand side by side in the manual: the difference is our choice.
 */
export const SCOPE = [
  { id: 'one-handed', known: 'asked', effect: 'refuse' },
  { id: 'over-8-hours', known: 'asked', effect: 'refuse' },
  { id: 'seated-or-kneeling', known: 'asked', effect: 'refuse' },
  { id: 'restricted-space', known: 'asked', effect: 'refuse' },
  { id: 'unstable-load', known: 'asked', effect: 'refuse' }, // a person, an animal, what flows or shifts
  { id: 'pushing-or-pulling', known: 'asked', effect: 'refuse' },
  { id: 'carrying', known: 'asked', effect: 'refuse' }, // more than one or two steps
  { id: 'wheelbarrow-or-shovel', known: 'asked', effect: 'refuse' },
  { id: 'fast-hands', known: 'measured', effect: 'refuse' },
  { id: 'slippery-floor', known: 'asked', effect: 'refuse' }, // friction below 0.4
  { id: 'climate', known: 'asked', effect: 'warn' }, // outside 19–26 °C or 35–50 % humidity
  { id: 'other-strenuous-work', known: 'asked', effect: 'warn' }, // more than a tenth of the work
] as const satisfies readonly {
  id: string;
  known: 'asked' | 'measured';
  effect: 'refuse' | 'warn';
}[];
export type ScopeId = (typeof SCOPE)[number]['id'];

/** What the reasons that hold do to the result, in the order of the list. */
export function scopeOf(holding: readonly ScopeId[]): { refused: ScopeId[]; warned: ScopeId[] } {
  const of = (effect: 'refuse' | 'warn'): ScopeId[] =>
    SCOPE.filter((one) => one.effect === effect && holding.includes(one.id)).map(({ id }) => id);
  return { refused: of('refuse'), warned: of('warn') };
}

/** 0.76 m/s (30 in/s); the manual's own example is floor to table in under a second. */
const FAST_M = 0.76;
const FAST_S: Seconds = 1;

/** How far the hands came within a second at most, with its 90 % error; 'unknown' when that was not seen. */
export interface HandSpeed {
  fast: 'no' | 'perhaps' | 'yes' | 'unknown';
  metresPerSecond: number | null;
  error: number | null;
}

/** Frames further apart than this do not belong to one movement. */
const GAP_S: Seconds = 0.35;

/**
 * Rule NIOSH-13: how far the hands travel in one second, up and forward together. Peaks are higher in every lift; a quick
 * move over less than 0.76 m is not found by this. What goes sideways is not seen either, so the value is a least one.
 *
 * @param moments smoothed, covering the lift
 * @param fromS the hands begin to come up (grasp)
 * @param toS the lift ends
 */
export function handSpeed(moments: readonly Moment[], fromS: Seconds, toS: Seconds): HandSpeed {
  const seen = moments.flatMap(({ timeS, measures: { handHeightM: up, handReachM: out } }) =>
    timeS >= fromS && timeS <= toS && isKnown(up) && isKnown(out)
      ? [{ timeS, up: up.value, out: out.value, error: Math.hypot(up.error, out.error) }]
      : [],
  );
  const times = [fromS, ...seen.map(({ timeS }) => timeS), toS];
  if (times.some((timeS, i) => i > 0 && timeS - times[i - 1]! > GAP_S))
    return { fast: 'unknown', metresPerSecond: null, error: null };
  let [travel, error] = [0, 0];
  for (const early of seen) {
    // The last frame within a second of this one: never longer, so the travel is not overstated.
    const late = seen.findLast(({ timeS }) => timeS - early.timeS <= FAST_S)!;
    const way = Math.hypot(late.up - early.up, late.out - early.out);
    if (way >= travel) [travel, error] = [way, Math.hypot(early.error, late.error)];
  }
  const fast = travel - error > FAST_M ? 'yes' : travel + error > FAST_M ? 'perhaps' : 'no';
  return { fast, metresPerSecond: travel / FAST_S, error: error / FAST_S };
}

/** A frame that is too uncertain counts, with its error; one that the picture cuts does not. */
const isKnown = (m: Measure): m is Measure & { value: number; error: number } =>
  holdsItsError(m.judged) && m.value !== null && m.error !== null;
