import type { Turn, TurnStrain } from '../records/training-record';

/** Slow strain of several turns: bent time, and how fast was lifted. */
export interface StrainTotal extends TurnStrain {
  /** Lifts of the turns that are added up. */
  lifts: number;
  /** Over the time that somebody was before the camera; null = there was none. */
  perMinute: number | null;
}

/**
 * Rule STRAIN-1: turns whose strain is known are added up, those that were done again too: backs do not ask what counts.
 * A turn that was cut off tells nothing, and its lifts are not counted here.
 *
 * @param liftsOf how many lifts a session has
 * @returns null when no turn tells anything
 */
export function strainTotal(
  turns: readonly Turn[],
  liftsOf: (sessionId: string) => number,
): StrainTotal | null {
  const known = turns.filter((turn): turn is Turn & { strain: TurnStrain } => turn.strain !== null);
  if (known.length === 0) return null;
  const sum = (read: (strain: TurnStrain) => number): number =>
    known.reduce((total, { strain }) => total + read(strain), 0);
  const longest = known
    .map(({ strain }) => strain)
    .reduce((a, b) => (b.longestHoldS > a.longestHoldS ? b : a));
  const lifts = known.reduce((total, { sessionId }) => total + liftsOf(sessionId), 0);
  const judgedS = sum((one) => one.judgedS);
  const notJudgedS = sum((one) => one.notJudgedS);
  const watchedS = judgedS + notJudgedS;
  return {
    judgedS,
    notJudgedS,
    beyond20S: sum((one) => one.beyond20S),
    beyond60S: sum((one) => one.beyond60S),
    longestHoldS: longest.longestHoldS,
    longestHoldDeg: longest.longestHoldDeg,
    lifts,
    perMinute: watchedS > 0 ? lifts / (watchedS / 60) : null,
  };
}
