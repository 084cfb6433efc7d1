import type { Degrees } from '../units';
import {
  larger,
  originsOf,
  rangeOf,
  sizeOf,
  type InputOrigin,
  type JudgedRange,
  type NumberInput,
  type StandardReason,
} from './judged-range';

export const EN_1005_4_SOURCE = 'EN 1005-4:2005+A1:2008';

/** What EN 1005-4 says of a posture or movement, from mild to strict. The words for people are in `words/`. */
export const EN_VERDICTS = ['acceptable', 'conditional', 'not-acceptable'] as const;
export type EnVerdict = (typeof EN_VERDICTS)[number];

/** How often it is taken: held, or moved into fewer than or at least so many times a minute. */
export const EN_MOVEMENTS = ['static', 'seldom', 'frequent'] as const;
export type EnMovement = (typeof EN_MOVEMENTS)[number];

/** Movements a minute from which a movement counts as frequent. Not read again in the standard. */
export const EN_FREQUENT = { perMinute: 2, verified: false } as const;

/** From here on turning and bending sideways is "clearly visible". Read in a text that quotes the standard. */
export const EN_VISIBLE = { fromDeg: 10, verified: true } as const;

interface EnLine {
  fromDeg: Degrees;
  toDeg: Degrees;
  /** Held, seldom, frequent. */
  verdicts: readonly [EnVerdict, EnVerdict, EnVerdict];
  /** The verdicts are for a trunk without support. */
  unlessSupported: boolean;
  /** Read again in a text that quotes the standard. */
  verified: boolean;
  /** What another public source has instead; null = none was found that differs. */
  differs: EnDiffers | null;
}

export interface EnDiffers {
  movement: EnMovement;
  /** Movements a minute it says that of. */
  perMinute: readonly [number, number];
  verdict: EnVerdict;
  where: string;
}

const plain = { unlessSupported: false, differs: null } as const;

/** Rule EN-1005-4-1: trunk inclination, + forward. 0° and 20° belong to the line they begin, 60° to the one it ends. */
export const EN_TRUNK_INCLINATION: readonly [EnLine, EnLine, EnLine, EnLine] = [
  {
    fromDeg: -180,
    toDeg: 0,
    verdicts: ['not-acceptable', 'conditional', 'not-acceptable'],
    verified: false,
    ...plain,
    unlessSupported: true,
  },
  {
    fromDeg: 0,
    toDeg: 20,
    verdicts: ['acceptable', 'acceptable', 'acceptable'],
    verified: false,
    ...plain,
  },
  {
    fromDeg: 20,
    toDeg: 60,
    verdicts: ['conditional', 'acceptable', 'not-acceptable'],
    verified: false,
    unlessSupported: false,
    differs: {
      movement: 'frequent',
      perMinute: [2, 10],
      verdict: 'conditional',
      where: 'ErgoCapture (staticPosture.ts)',
    },
  },
  {
    fromDeg: 60,
    toDeg: 180,
    verdicts: ['not-acceptable', 'conditional', 'not-acceptable'],
    verified: false,
    ...plain,
  },
];

/** Rule EN-1005-4-2: turning or bending sideways, whichever is larger, its size without a sign. */
export const EN_TRUNK_ASYMMETRY: readonly [EnLine, EnLine] = [
  {
    fromDeg: 0,
    toDeg: EN_VISIBLE.fromDeg,
    verdicts: ['acceptable', 'acceptable', 'acceptable'],
    verified: true,
    ...plain,
  },
  {
    fromDeg: EN_VISIBLE.fromDeg,
    toDeg: 180,
    verdicts: ['not-acceptable', 'conditional', 'not-acceptable'],
    verified: true,
    ...plain,
  },
];

function inclinationLine(deg: Degrees): number {
  const [, upright, bent] = EN_TRUNK_INCLINATION;
  if (deg < upright.fromDeg) return 0;
  return deg < bent.fromDeg ? 1 : deg <= bent.toDeg ? 2 : 3;
}
const asymmetryLine = (deg: Degrees): number => (deg < EN_TRUNK_ASYMMETRY[1].fromDeg ? 0 : 1);

export interface EnJudgement {
  judged: true | StandardReason;
  verdict: EnVerdict | null;
  /** The mildest and the strictest verdict that the error leaves open. */
  low: EnVerdict;
  high: EnVerdict;
  /** Of the value's own line. */
  unlessSupported: boolean;
  differs: EnDiffers | null;
  /** Whether every line within the error was read again. */
  verified: boolean;
}

function judge(
  lines: readonly EnLine[],
  lineOf: (deg: Degrees) => number,
  { value, low, high, reason }: JudgedRange,
  movement: EnMovement,
): EnJudgement {
  const column = EN_MOVEMENTS.indexOf(movement);
  const rank = (line: EnLine): number => EN_VERDICTS.indexOf(line.verdicts[column]!);
  const possible = lines.slice(lineOf(low), lineOf(high) + 1);
  const ranks = possible.map(rank);
  const [mildest, strictest] = [Math.min(...ranks), Math.max(...ranks)];
  const own = value === null ? null : lines[lineOf(value)]!;
  // an unsure angle does not matter where all it can be comes to the same
  const verdict = own?.verdicts[column] ?? (mildest === strictest ? EN_VERDICTS[mildest]! : null);
  return {
    judged: verdict === null ? (reason ?? 'not-measurable') : true,
    verdict,
    low: EN_VERDICTS[mildest]!,
    high: EN_VERDICTS[strictest]!,
    unlessSupported: own?.unlessSupported ?? false,
    differs: own?.differs?.movement === movement ? own.differs : null,
    verified: possible.every(({ verified }) => verified),
  };
}

export interface EnTrunk {
  /** From upright, + forward. */
  inclination: NumberInput;
  axialTwist: NumberInput;
  lateralBend: NumberInput;
  /** Movements into the posture a minute; null = it is held. */
  perMinute: number | null;
}

export interface EnTrunkResult {
  inclination: EnJudgement;
  asymmetry: EnJudgement;
  movement: EnMovement;
  origins: InputOrigin[];
}

/** A trunk posture or movement against EN 1005-4. */
export function en1005Trunk({
  inclination,
  axialTwist,
  lateralBend,
  perMinute,
}: EnTrunk): EnTrunkResult {
  const movement =
    perMinute === null ? 'static' : perMinute < EN_FREQUENT.perMinute ? 'seldom' : 'frequent';
  const asymmetry = larger(sizeOf(rangeOf(axialTwist)), sizeOf(rangeOf(lateralBend)));
  return {
    inclination: judge(EN_TRUNK_INCLINATION, inclinationLine, rangeOf(inclination), movement),
    asymmetry: judge(EN_TRUNK_ASYMMETRY, asymmetryLine, asymmetry, movement),
    movement,
    origins: originsOf(inclination, axialTwist, lateralBend),
  };
}
