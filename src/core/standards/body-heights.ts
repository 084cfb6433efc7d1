import type { Person } from '../kinematics/moment';
import { metreError } from '../kinematics/uncertainty';
import type { Fraction, Metres } from '../units';
import type { NumberInput } from './judged-range';

export const BODY_LEVELS = ['midShin', 'knee', 'knuckle', 'elbow', 'shoulder'] as const;
export type BodyLevel = (typeof BODY_LEVELS)[number];

/**
 * Rule BODY-1: heights above the ankle joints in upright standing with hanging arms, share of stature, and the half-width
 * that holds nine in ten. Middle and spread of 3 000 simulated people (training/person.ts): read off the standing picture
 * of a camera at any height they came out no better (knee 0.034, elbow 0.035, shoulder 0.032). Knuckles are 9 cm of
 * 1.70 m below the wrist, mid-shin is half of the knee.
 */
const SHARE: Record<BodyLevel, { of: Fraction; error: Fraction }> = {
  midShin: { of: 0.124, error: 0.008 },
  knee: { of: 0.248, error: 0.016 },
  knuckle: { of: 0.425, error: 0.04 },
  elbow: { of: 0.612, error: 0.034 },
  shoulder: { of: 0.751, error: 0.032 },
};

/** How high the levels of a body are above its ankle joints, m, with their error. */
export function bodyHeights({ heightM, heightEntered }: Person): Record<BodyLevel, NumberInput> {
  const heightOf = (level: BodyLevel): NumberInput => {
    const { of, error } = SHARE[level];
    const value: Metres = of * heightM;
    return {
      value,
      error: metreError(error * heightM, value, heightEntered),
      judged: true,
      origin: heightEntered ? 'asked' : 'assumed',
    };
  };
  return {
    midShin: heightOf('midShin'),
    knee: heightOf('knee'),
    knuckle: heightOf('knuckle'),
    elbow: heightOf('elbow'),
    shoulder: heightOf('shoulder'),
  };
}
