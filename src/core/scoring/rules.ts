import type { CheckId } from './check';

/** Version of everything that turns measures into verdicts. Any change of a number here or in SPEC.md raises it. */
export const RULES_VERSION = '2026.11.5';

export interface Rule {
  /** Rule id, stated in SPEC.md. */
  rule: string;
  unit: 'deg' | 'm' | 'deg/s';
  /** Above this: worth watching. */
  watch: number;
  /** Above this: flagged. Infinity: the check only describes and never flags. */
  flagged: number;
  /** Where the number comes from. */
  source: string;
  /** How that source supports it: no source sets a limit for one lift. */
  support: string;
}

const OURS = 'screening band, our choice';

export const RULES: Record<CheckId, Rule> = {
  'bent-back': {
    rule: 'BACK-1',
    unit: 'deg',
    watch: 20,
    flagged: 60,
    source: 'ISO 11226:2000; REBA (Hignett & McAtamney 2000); Hoogendoorn 2000, Spine 25:3087',
    support: `${OURS}: borrowed from limits for held postures (20°, 60°) and from low-back pain being more frequent where more than 5 % of working time is spent beyond 60°`,
  },
  twist: {
    rule: 'TWIST-1',
    unit: 'deg',
    watch: 15,
    flagged: 30,
    source: 'EN 1005-4 (clearly visible from about 10°); Hoogendoorn 2000, Spine 25:3087 (30°)',
    support: `${OURS}: borrowed from whole-day exposure; the published interval for 30° includes no effect`,
  },
  'far-load': {
    rule: 'REACH-1',
    unit: 'm',
    watch: 0.4,
    flagged: 0.63,
    source:
      'NIOSH lifting equation, DHHS (NIOSH) 94-110 (rev. 2021): horizontal distance up to 63 cm; HSE RR1026 (2014)',
    support: `${OURS}: 63 cm is where the equation ends, measured there to the knuckles, here to the wrists; HSE found more lost time with every 10 cm`,
  },
  sudden: {
    rule: 'SPEED-1',
    unit: 'deg/s',
    watch: 150,
    flagged: 220,
    source: 'no published limit',
    support: `${OURS}: no accepted limit for trunk speed in a lift was found`,
  },
  'rounded-back': {
    rule: 'ROUND-1',
    unit: 'deg',
    watch: 30,
    flagged: Infinity,
    source: 'no validated limit',
    support:
      'describes only, from the outline of the back seen from the side, in tens of degrees: whether a rounded back matters is contested (Saraceni 2020, JOSPT 50:121)',
  },
  'straight-legs': {
    rule: 'LEGS-1',
    unit: 'deg',
    watch: 40,
    flagged: Infinity,
    source: 'van Dieën 1999, Clin Biomech 14:685',
    support:
      'describes only: bending the knees has not been shown to load the back less than a straight-legged lift',
  },
};

/** The checks that the score counts, with their weights (rule SCORE-1). */
export const SCORE_WEIGHTS = {
  'bent-back': 30,
  'far-load': 30,
  twist: 25,
  sudden: 15,
} as const satisfies Partial<Record<CheckId, number>>;
export type ScoredCheck = keyof typeof SCORE_WEIGHTS;
export const SCORED_CHECKS = Object.keys(SCORE_WEIGHTS) as ScoredCheck[];
