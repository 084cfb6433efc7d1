import { EN_1005_4_SOURCE, EN_FREQUENT } from '../standards/en-1005-4';
import {
  HOLDING_SOURCE,
  holdLimit,
  judgeHold,
  type HoldLimit,
  type HoldVerdict,
} from '../standards/holding-time';
import type { Fraction, Seconds } from '../units';
import type { BeyondTime, StrainTotals } from './bent-time';
import type { Hold } from './holds';

/** A time with what the errors leave certain (`lowS`) and possible (`highS`), and its share of the judged time. */
export interface TimeBeyond {
  seconds: Seconds;
  lowS: Seconds;
  highS: Seconds;
  /** Null when nothing was judged. */
  share: Fraction | null;
}

/** What may be worth a rest. Keys; the words for people are in `words/`. */
export const STRAIN_ADVICE = [
  'hold-beyond-60',
  'hold-over-limit',
  'hold-near-limit',
  'many-lifts',
] as const;
export type StrainAdviceKind = (typeof STRAIN_ADVICE)[number];

export interface StrainAdvice {
  kind: StrainAdviceKind;
  source: string;
  /** Whether that line of the source was read again. */
  verified: boolean;
  /** Whether another public source says something else. */
  sourcesDiffer: boolean;
}

export interface StrainSummary {
  watchedS: Seconds;
  judgedS: Seconds;
  notJudgedS: Seconds;
  beyond20: TimeBeyond;
  beyond60: TimeBeyond;
  /** Seconds in which the error reaches across 20° or 60°. */
  unsureS: Seconds;
  longestHold: Hold | null;
  /** The hold that used up most of its limit, and that limit. */
  hardestHold: { hold: Hold; limit: HoldLimit } | null;
  lifts: number;
  /** Of the watched time; null when less than a minute was watched. */
  liftsPerMinute: number | null;
  busiestMinute: number;
  advice: StrainAdvice[];
}

const MINUTE_S: Seconds = 60;

/** Rule STRAIN-6: what a hold says. */
const HOLD_ADVICE: Record<HoldVerdict, StrainAdviceKind | null> = {
  within: null,
  'near-limit': 'hold-near-limit',
  'over-limit': 'hold-over-limit',
  'not-recommended': 'hold-beyond-60',
};

const fromIso = (kind: StrainAdviceKind): StrainAdvice => ({
  kind,
  source: HOLDING_SOURCE,
  // the end points of the limited zone are confirmed, that beyond 60° none is recommended is not
  verified: kind !== 'hold-beyond-60',
  sourcesDiffer: false,
});

function timeBeyond({ likelyS, surelyS, maybeS }: BeyondTime, judgedS: Seconds): TimeBeyond {
  const share = judgedS > 0 ? likelyS / judgedS : null;
  return { seconds: likelyS, lowS: surelyS, highS: maybeS, share };
}

/** What a person's stream has come to, for a screen, a report or a table. */
export function summarise(state: StrainTotals): StrainSummary {
  const { watchedS, judgedS, beyond20, beyond60, lifts, hardestHold } = state;
  const liftsPerMinute = watchedS < MINUTE_S ? null : (lifts * MINUTE_S) / watchedS;
  const advice: StrainAdvice[] = [];
  let hardest: StrainSummary['hardestHold'] = null;
  if (hardestHold !== null) {
    const { inclinationDeg, errorDeg, seconds } = hardestHold;
    hardest = { hold: hardestHold, limit: holdLimit(inclinationDeg, errorDeg) };
    const kind = HOLD_ADVICE[judgeHold(inclinationDeg, errorDeg, seconds)];
    if (kind !== null) advice.push(fromIso(kind));
  }
  if (liftsPerMinute !== null && liftsPerMinute >= EN_FREQUENT.perMinute) {
    advice.push({
      kind: 'many-lifts',
      source: EN_1005_4_SOURCE,
      verified: EN_FREQUENT.verified,
      sourcesDiffer: true,
    });
  }
  return {
    watchedS,
    judgedS,
    notJudgedS: Math.max(0, watchedS - judgedS),
    beyond20: timeBeyond(beyond20, judgedS),
    beyond60: timeBeyond(beyond60, judgedS),
    unsureS: beyond20.maybeS - beyond20.surelyS + beyond60.maybeS - beyond60.surelyS,
    longestHold: state.longestHold,
    hardestHold: hardest,
    lifts,
    liftsPerMinute,
    busiestMinute: state.busiestMinute,
    advice,
  };
}
