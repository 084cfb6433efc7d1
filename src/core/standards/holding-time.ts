import type { Degrees, Fraction, Seconds } from '../units';

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

/** How long a hold may last, from the error of its inclination. Null = there no limit in time is given. */
export interface HoldLimit {
  /** At the measured inclination. */
  seconds: Seconds | null;
  /** At the most and at the least inclined it may have been. */
  strictestS: Seconds | null;
  mildestS: Seconds | null;
}

export const holdLimit = (inclinationDeg: Degrees, errorDeg: Degrees): HoldLimit => ({
  seconds: longestHoldS(inclinationDeg),
  strictestS: longestHoldS(inclinationDeg + errorDeg),
  mildestS: longestHoldS(inclinationDeg - errorDeg),
});

/** Rule ISO-11226-2: a hold is near its limit from this share of it. Our choice. */
export const NEAR_LIMIT_SHARE: Fraction = 0.8;

export type HoldVerdict = 'within' | 'near-limit' | 'over-limit' | 'not-recommended';

/** Rule ISO-11226-2: a hold against its limit; over it only where its error leaves no doubt. */
export function judgeHold(inclinationDeg: Degrees, errorDeg: Degrees, heldS: Seconds): HoldVerdict {
  const { strictestS, mildestS } = holdLimit(inclinationDeg, errorDeg);
  if (holdingZone(inclinationDeg - errorDeg) === 'not-recommended') return 'not-recommended';
  if (mildestS !== null && heldS > mildestS) return 'over-limit';
  if (holdingZone(inclinationDeg + errorDeg) === 'not-recommended') return 'near-limit';
  return strictestS !== null && heldS >= NEAR_LIMIT_SHARE * strictestS ? 'near-limit' : 'within';
}
