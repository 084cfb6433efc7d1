import type { Degrees, Seconds } from '../units';

/** What ISO 11226 says of a trunk that is held inclined. A closed list; the words for people are in `words/`. */
export type HoldingZone = 'acceptable' | 'limited' | 'not-recommended' | 'only-supported';

/** A held posture, not a movement: ISO 11226:2000 speaks of four seconds and more. */
export const STATIC_FROM_S: Seconds = 4;
/** A posture is the same one while it stays within this of its middle. */
export const SAME_POSTURE_DEG: Degrees = 5;

/**
 * Rule ISO-11226-1: zones of a held trunk inclination, with how long each may be held at its two ends (straight
 * between them). An edge belongs to the limited zone. The two ends of the limit are as one other public
 * implementation has them too; the other lines were not read again in the standard.
 */
export const HELD_TRUNK_ZONES = [
  { zone: 'only-supported', fromDeg: -180, toDeg: 0, holdS: null, verified: false },
  { zone: 'acceptable', fromDeg: 0, toDeg: 20, holdS: null, verified: false },
  { zone: 'limited', fromDeg: 20, toDeg: 60, holdS: [240, 60], verified: true },
  { zone: 'not-recommended', fromDeg: 60, toDeg: 180, holdS: null, verified: false },
] as const satisfies readonly {
  zone: HoldingZone;
  fromDeg: Degrees;
  toDeg: Degrees;
  holdS: readonly [Seconds, Seconds] | null;
  verified: boolean;
}[];

export const HOLDING_SOURCE = 'ISO 11226:2000 (+ Cor 1:2006)';

const LIMITED = HELD_TRUNK_ZONES[2];

/** The zone of a held inclination, degrees from upright, + forward. */
export function holdingZone(inclinationDeg: Degrees): HoldingZone {
  if (inclinationDeg < 0) return 'only-supported';
  if (inclinationDeg < LIMITED.fromDeg) return 'acceptable';
  return inclinationDeg <= LIMITED.toDeg ? 'limited' : 'not-recommended';
}

/** How long an inclination may be held, s: 240 at 20° falling straight to 60 at 60°. Null outside those. */
export function longestHoldS(inclinationDeg: Degrees): Seconds | null {
  if (holdingZone(inclinationDeg) !== 'limited') return null;
  const [most, least] = LIMITED.holdS;
  const along = (inclinationDeg - LIMITED.fromDeg) / (LIMITED.toDeg - LIMITED.fromDeg);
  return most + along * (least - most);
}
