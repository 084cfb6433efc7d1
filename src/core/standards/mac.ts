import type { Degrees, Metres } from '../units';
import { EN_VISIBLE } from './en-1005-4';
import {
  difference,
  exactly,
  isAbove,
  isAtLeast,
  originsOf,
  rangeOf,
  sizeOf,
  type Answer,
  type InputOrigin,
  type NumberInput,
  type StandardReason,
  type Truth,
} from './judged-range';

/**
 * HSE Manual handling assessment charts (MAC), lifting, INDG383 rev 3; Monnington, Pinder, Quarrie, HSL/2002/30.
 * Structure as on HSE's score sheet; the scores were not read again.
 */
export const MAC_COLOURS = ['green', 'amber', 'red', 'purple'] as const;
export type MacColour = (typeof MAC_COLOURS)[number];

export const MAC_FACTOR_IDS = [
  'load-frequency',
  'hand-distance',
  'vertical-region',
  'twist-and-side',
  'postural-constraints',
  'grip',
  'floor',
  'environment',
] as const;
export type MacFactor = (typeof MAC_FACTOR_IDS)[number];

/** Rule MAC-1: the factors A to H with the score of each colour; null = the factor has no such colour. */
export const MAC_FACTORS: Record<
  MacFactor,
  {
    letter: string;
    scores: readonly [green: number, amber: number, red: number, purple: number | null];
    verified: boolean;
  }
> = {
  'load-frequency': { letter: 'A', scores: [0, 4, 6, 10], verified: false },
  'hand-distance': { letter: 'B', scores: [0, 3, 6, null], verified: false },
  'vertical-region': { letter: 'C', scores: [0, 1, 3, null], verified: false },
  'twist-and-side': { letter: 'D', scores: [0, 1, 2, null], verified: false },
  'postural-constraints': { letter: 'E', scores: [0, 1, 3, null], verified: false },
  grip: { letter: 'F', scores: [0, 1, 2, null], verified: false },
  floor: { letter: 'G', scores: [0, 1, 2, null], verified: false },
  environment: { letter: 'H', scores: [0, 1, 2, null], verified: false },
};

/** What a camera can tell; all other factors are asked, A too: its colour is read off HSE's graph by a person. */
export type MacSeenFactor = 'hand-distance' | 'vertical-region' | 'twist-and-side';
export type MacAskedFactor = Exclude<MacFactor, MacSeenFactor>;

/** Rules MAC-3 to MAC-5: how "away", "bent", "floor level" and "twisted" are told here. HSE gives no numbers: ours. */
export const MAC_ARM_AWAY_ABOVE_DEG: Degrees = 20;
export const MAC_TRUNK_BENT_FROM_DEG: Degrees = 20;
/** Knuckles this high above the ankle joints, which are about 9 cm above the floor. */
export const MAC_FLOOR_UP_TO_M: Metres = 0.05;
export const MAC_ASYMMETRY_FROM_DEG: Degrees = EN_VISIBLE.fromDeg;
/** Rule MAC-5: what HSE's guidance for assessors is said to use for twisting, shoulders against feet. */
export const MAC_TWIST_DIFFERS = {
  fromDeg: 45,
  where: 'HSE, guidance for assessors',
  verified: false,
} as const;

/** HSE RR1026 (2014): of all factors hand distance alone went with lost time; the total score did not. */
export const MAC_VALIDATION = {
  source: 'HSE RR1026 (2014)',
  relatedToLostTime: ['hand-distance'],
  totalRelatedToLostTime: false,
  moreLostTimePer10Cm: 0.2,
  verified: true,
} as const satisfies {
  source: string;
  relatedToLostTime: readonly MacFactor[];
  totalRelatedToLostTime: boolean;
  moreLostTimePer10Cm: number;
  verified: boolean;
};

/** One moment of a lift. Heights are above the ankle joints, the hands' those of the knuckles, the body's in standing. */
export interface MacMoment {
  /** Of the arm that is further from it. */
  upperArmFromVertical: NumberInput;
  trunkInclination: NumberInput;
  handHeightM: NumberInput;
  kneeHeightM: NumberInput;
  elbowHeightM: NumberInput;
  shoulderHeightM: NumberInput;
  axialTwist: NumberInput;
  lateralBend: NumberInput;
}

export interface MacJudgement {
  factor: MacFactor;
  judged: true | StandardReason;
  /** As the values say; null when not judged. */
  colour: MacColour | null;
  /** The mildest and the strictest colour that the errors leave open. */
  low: MacColour;
  high: MacColour;
  origins: InputOrigin[];
  /** What another source makes of it, where that is another colour. */
  differs: { colour: MacColour; where: string; verified: boolean } | null;
}

/** The score of a colour; null = the factor has no such colour. */
export const macScore = (factor: MacFactor, colour: MacColour): number | null =>
  MAC_FACTORS[factor].scores[MAC_COLOURS.indexOf(colour)] ?? null;

/** The colours a factor has. */
export const macColoursOf = (factor: MacFactor): MacColour[] =>
  MAC_COLOURS.filter((_, k) => MAC_FACTORS[factor].scores[k] !== null);

type Decide = (truths: readonly boolean[]) => MacColour;

/** `decide` must never get milder when more of its truths hold. */
function judgement(
  factor: MacFactor,
  truths: readonly Truth[],
  decide: Decide,
  reason: StandardReason | null,
  origins: InputOrigin[],
): MacJudgement {
  const low = decide(truths.map(({ surely }) => surely));
  const high = decide(truths.map(({ maybe }) => maybe));
  const likely = truths.map((truth) => truth.likely);
  const colour = low === high ? low : likely.includes(null) ? null : decide(likely as boolean[]);
  const judged = colour === null ? (reason ?? 'not-measurable') : true;
  return { factor, judged, colour, low, high, origins, differs: null };
}

/** How many of two hold: none green, one amber, both red. */
const ofTwo: Decide = (truths) => MAC_COLOURS[truths.filter(Boolean).length]!;

/** Factor B, rule MAC-3: arms away from vertical, trunk bent, or both. */
function handDistance({ upperArmFromVertical: arm, trunkInclination: trunk }: MacMoment) {
  const [a, t] = [rangeOf(arm), rangeOf(trunk)];
  const truths = [isAbove(a, MAC_ARM_AWAY_ABOVE_DEG), isAtLeast(t, MAC_TRUNK_BENT_FROM_DEG)];
  return judgement('hand-distance', truths, ofTwo, a.reason ?? t.reason, originsOf(arm, trunk));
}

/** Factor C, rule MAC-4: hands at floor level or at the shoulder red; below the knee or above the elbow amber. */
function verticalRegion(moment: MacMoment): MacJudgement {
  const { handHeightM, kneeHeightM, elbowHeightM, shoulderHeightM } = moment;
  const hand = rangeOf(handHeightM);
  const [knee, elbow, shoulder] = [kneeHeightM, elbowHeightM, shoulderHeightM].map(rangeOf);
  const truths = [
    isAtLeast(difference(exactly(MAC_FLOOR_UP_TO_M), hand), 0),
    isAtLeast(difference(hand, shoulder!), 0),
    isAbove(difference(knee!, hand), 0),
    isAbove(difference(hand, elbow!), 0),
  ];
  const reason = hand.reason ?? knee!.reason ?? elbow!.reason ?? shoulder!.reason;
  return judgement(
    'vertical-region',
    truths,
    ([atFloor, atShoulder, belowKnee, aboveElbow]) =>
      atFloor || atShoulder ? 'red' : belowKnee || aboveElbow ? 'amber' : 'green',
    reason,
    originsOf(handHeightM, kneeHeightM, elbowHeightM, shoulderHeightM),
  );
}

/** Factor D, rule MAC-5: twisting, bending sideways, or both. */
function twistAndSide({ axialTwist, lateralBend }: MacMoment): MacJudgement {
  const [twist, side] = [sizeOf(rangeOf(axialTwist)), sizeOf(rangeOf(lateralBend))];
  const judge = (twistFromDeg: Degrees): MacJudgement =>
    judgement(
      'twist-and-side',
      [isAtLeast(twist, twistFromDeg), isAtLeast(side, MAC_ASYMMETRY_FROM_DEG)],
      ofTwo,
      twist.reason ?? side.reason,
      originsOf(axialTwist, lateralBend),
    );
  const ours = judge(MAC_ASYMMETRY_FROM_DEG);
  const { fromDeg, where, verified } = MAC_TWIST_DIFFERS;
  const { colour } = judge(fromDeg);
  const differs = colour === null || colour === ours.colour ? null : { colour, where, verified };
  return { ...ours, differs };
}

/** An asked factor, rule MAC-2. Not answered leaves every colour of the factor open. */
function asked(factor: MacAskedFactor, { value, origin }: Answer<MacColour>): MacJudgement {
  const colours = macColoursOf(factor);
  const known = value !== null && colours.includes(value);
  return {
    factor,
    judged: known ? true : 'not-asked',
    colour: known ? value : null,
    low: known ? value : colours[0]!,
    high: known ? value : colours.at(-1)!,
    origins: [origin],
    differs: null,
  };
}

const strictest = (colours: readonly MacColour[]): MacColour =>
  MAC_COLOURS[Math.max(...colours.map((colour) => MAC_COLOURS.indexOf(colour)))]!;

/** Rule MAC-6: of several moments of a lift (taking, putting down) the strictest counts, factor by factor. */
function worstOf(judgements: readonly MacJudgement[]): MacJudgement {
  const low = strictest(judgements.map((j) => j.low));
  const high = strictest(judgements.map((j) => j.high));
  const colours = judgements.map((j) => j.colour);
  const known = colours.filter((colour) => colour !== null);
  // what is not known may be stricter than what is, unless nothing can be
  const colour = low === high ? low : known.length < colours.length ? null : strictest(known);
  const reason = judgements.find((j) => j.judged !== true)?.judged ?? true;
  const others = judgements.map((j) => j.differs?.colour ?? j.colour);
  const other = others.includes(null) ? null : strictest(others.filter((c) => c !== null));
  const source = judgements.find((j) => j.differs !== null)?.differs ?? null;
  const differs =
    source === null || other === null || other === colour ? null : { ...source, colour: other };
  return {
    factor: judgements[0]!.factor,
    judged: colour === null ? reason : true,
    colour,
    low,
    high,
    origins: [...new Set(judgements.flatMap((j) => j.origins))],
    differs,
  };
}

export interface MacResult {
  factors: MacJudgement[];
  /** Sum of the scores; value null while a factor is not judged. No bands: HSE publishes none for the total. */
  total: { value: number | null; low: number; high: number };
  /** No score was read again in HSE's chart. */
  verified: boolean;
}

/** The MAC lifting chart of one lift, from one or more of its moments and what was asked. */
export function macLifting(
  moments: readonly [MacMoment, ...MacMoment[]],
  answers: Record<MacAskedFactor, Answer<MacColour>>,
): MacResult {
  const seen: Record<MacSeenFactor, (moment: MacMoment) => MacJudgement> = {
    'hand-distance': handDistance,
    'vertical-region': verticalRegion,
    'twist-and-side': twistAndSide,
  };
  const isSeen = (factor: MacFactor): factor is MacSeenFactor => factor in seen;
  const factors = MAC_FACTOR_IDS.map((factor) =>
    isSeen(factor) ? worstOf(moments.map(seen[factor])) : asked(factor, answers[factor]),
  );
  const sum = (end: 'low' | 'high' | 'colour'): number | null => {
    let total = 0;
    for (const judged of factors) {
      const colour = judged[end];
      const score = colour === null ? null : macScore(judged.factor, colour);
      if (score === null) return null;
      total += score;
    }
    return total;
  };
  return {
    factors,
    total: { value: sum('colour'), low: sum('low')!, high: sum('high')! },
    verified: MAC_FACTOR_IDS.every((factor) => MAC_FACTORS[factor].verified),
  };
}
