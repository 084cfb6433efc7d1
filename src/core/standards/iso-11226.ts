import type { Degrees, Seconds } from '../units';
import { EN_VISIBLE } from './en-1005-4';
import {
  HELD_TRUNK_ZONES,
  holdingZone,
  holdLimit,
  judgeHold,
  STATIC_FROM_S,
  type HoldingZone,
  type HoldLimit,
  type HoldVerdict,
} from './holding-time';
import {
  isAtLeast,
  larger,
  originsOf,
  rangeOf,
  sizeOf,
  type InputOrigin,
  type NumberInput,
  type StandardReason,
  type Truth,
} from './judged-range';

/** A trunk posture, held for so long. */
export interface HeldTrunk {
  /** From upright, + forward. */
  inclination: NumberInput;
  axialTwist: NumberInput;
  lateralBend: NumberInput;
  heldS: Seconds;
}

export interface HeldTrunkResult {
  /** 'outside-scope': shorter than four seconds, a movement. */
  judged: true | StandardReason;
  verdict: HoldVerdict | 'only-supported' | null;
  zone: HoldingZone | null;
  /** All zones the error leaves open, from backward to far forward. */
  zones: HoldingZone[];
  limit: HoldLimit | null;
  /**
   * Rule ISO-11226-3: turned or bent sideways visibly, which is not recommended. Told by itself. "Visibly" has no number
   * in ISO 11226: EN 1005-4's is taken.
   */
  asymmetric: Truth;
  origins: InputOrigin[];
  /** Whether every line of the standard that this rests on was read again. */
  verified: boolean;
}

/** The zones that an inclination between two ends can be in. */
const zonesBetween = (low: Degrees, high: Degrees): HoldingZone[] => {
  const zones = HELD_TRUNK_ZONES.map(({ zone }) => zone);
  return zones.slice(zones.indexOf(holdingZone(low)), zones.indexOf(holdingZone(high)) + 1);
};

/** A held trunk posture against ISO 11226. For postures with little force from outside: never a limit for a lift. */
export function iso11226Trunk({
  inclination,
  axialTwist,
  lateralBend,
  heldS,
}: HeldTrunk): HeldTrunkResult {
  const range = rangeOf(inclination);
  const asymmetry = larger(sizeOf(rangeOf(axialTwist)), sizeOf(rangeOf(lateralBend)));
  const zones = zonesBetween(range.low, range.high);
  const base = {
    zones,
    asymmetric: isAtLeast(asymmetry, EN_VISIBLE.fromDeg),
    origins: originsOf(inclination, axialTwist, lateralBend),
    verified: HELD_TRUNK_ZONES.every(({ zone, verified }) => verified || !zones.includes(zone)),
  };
  if (range.value === null) {
    const judged = range.reason ?? 'not-measurable';
    return { ...base, judged, verdict: null, zone: null, limit: null };
  }
  const zone = holdingZone(range.value);
  const error = range.high - range.value;
  const limit = holdLimit(range.value, error);
  if (heldS < STATIC_FROM_S) {
    return { ...base, judged: 'outside-scope', verdict: null, zone, limit };
  }
  const backward = holdingZone(range.high) === 'only-supported';
  const verdict = backward ? 'only-supported' : judgeHold(range.value, error, heldS);
  return { ...base, judged: true, verdict, zone, limit };
}
