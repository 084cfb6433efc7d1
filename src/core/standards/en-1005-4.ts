import type { Degrees } from '../units';

/** What EN 1005-4 says of a posture or movement. The words for people are in `words/`. */
export type EnVerdict = 'acceptable' | 'conditional' | 'not-acceptable';

/** How often it is taken: held, or moved into fewer than or at least so many times a minute. */
export type EnMovement = 'static' | 'below-2-a-minute' | 'from-2-a-minute';

export const EN_1005_4_SOURCE = 'EN 1005-4:2005+A1:2008';

/** Movements a minute from which a movement counts as frequent. Not read again in the standard. */
export const EN_FREQUENT = { perMinute: 2, verified: false } as const;

interface EnLine {
  fromDeg: Degrees;
  toDeg: Degrees;
  verdict: Record<EnMovement, EnVerdict>;
  /** Read again in a text that quotes the standard. */
  verified: boolean;
  /** What another public implementation has instead; null = none found that differs. */
  differs: { movement: EnMovement; verdict: EnVerdict; where: string } | null;
}

const never: EnLine['verdict'] = {
  static: 'not-acceptable',
  'below-2-a-minute': 'conditional',
  'from-2-a-minute': 'not-acceptable',
};
const always: EnLine['verdict'] = {
  static: 'acceptable',
  'below-2-a-minute': 'acceptable',
  'from-2-a-minute': 'acceptable',
};

/** Rule EN-1005-4-1: trunk inclination, + forward. An edge belongs to the line it begins, 60° to the one before. */
export const EN_TRUNK_INCLINATION = [
  { fromDeg: -180, toDeg: 0, verdict: never, verified: false, differs: null },
  { fromDeg: 0, toDeg: 20, verdict: always, verified: false, differs: null },
  {
    fromDeg: 20,
    toDeg: 60,
    verdict: {
      static: 'conditional',
      'below-2-a-minute': 'acceptable',
      'from-2-a-minute': 'not-acceptable',
    },
    verified: false,
    differs: {
      movement: 'from-2-a-minute',
      verdict: 'conditional',
      where: 'a public implementation, for 2 to 10 a minute',
    },
  },
  { fromDeg: 60, toDeg: 180, verdict: never, verified: false, differs: null },
] as const satisfies readonly EnLine[];

/** Rule EN-1005-4-2: turning or bending sideways, whichever is larger, its size without a sign. */
export const EN_TRUNK_ASYMMETRY = [
  { fromDeg: 0, toDeg: 10, verdict: always, verified: true, differs: null },
  { fromDeg: 10, toDeg: 180, verdict: never, verified: true, differs: null },
] as const satisfies readonly EnLine[];
