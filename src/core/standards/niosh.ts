import {
  COUPLING_TABLE,
  DURATIONS,
  FREQUENCY_TABLE,
  LOW_HANDS_CM,
  type Coupling,
  type Duration,
} from './niosh-tables';

/*
 * The revised NIOSH lifting equation: DHHS (NIOSH) 94-110, revised 9/2021. In metric form only; what was entered in
 * inches and pounds is converted first (us-units.ts), because the two forms of the equation are not the same. Rules
 * NIOSH-1 to NIOSH-9 of SPEC.md. Lengths in cm and masses in kg, as the equation has them.
 */

/** Load constant: the recommended weight where every multiplier is 1. */
export const LOAD_CONSTANT_KG = 23;
/** Where multipliers begin to fall, and beyond which they are 0. */
const LEAST_H_CM = 25;
const MOST_H_CM = 63;
const MOST_V_CM = 175;
const LEAST_D_CM = 25;
const MOST_D_CM = 175;
const MOST_A_DEG = 135;
const LEAST_PER_MINUTE = 0.2;
const MOST_PER_MINUTE = 15;

export const MULTIPLIERS = ['HM', 'VM', 'DM', 'AM', 'FM', 'CM'] as const;
export type Multiplier = (typeof MULTIPLIERS)[number];
export type Multipliers = Record<Multiplier, number>;

/** Where the hands are at one end of a lift. */
export interface NioshEnd {
  /** H: horizontally from the middle between the inner ankles to the middle between the hands (knuckles). */
  horizontalCm: number;
  /** V: the middle between the hands above the floor. */
  verticalCm: number;
  /** A: the load beside the body's middle plane, seen from the ankles; neither twist of the trunk nor turned feet. */
  asymmetryDeg: number;
}

/** One lifting task. */
export interface NioshTask {
  massKg: number;
  origin: NioshEnd;
  destination: NioshEnd;
  /**
   * The load is placed with care, held, or gripped anew: then the destination counts as well. Otherwise only its height
   * is used, for D.
   */
  control: boolean;
  /** Lifts a minute, mean over 15 minutes (niosh-duration.ts). */
  perMinute: number;
  duration: Duration;
  coupling: Coupling;
}

/** What the multipliers of one end are made from. */
export interface Conditions extends NioshEnd {
  /** D: how far up or down the hands travel. */
  travelCm: number;
  /** V at the origin: the frequency multiplier goes by it at both ends (pp. 15, 74). */
  originVerticalCm: number;
  perMinute: number;
  duration: Duration;
  coupling: Coupling;
}

/** Why there is no recommended weight: what lies outside the equation. Closed. */
export const OUTSIDE_REASONS = [
  'input', // a value is missing, negative or no number, or there is no mass
  'horizontal', // H above 63 cm
  'vertical', // V above 175 cm
  'travel', // D above 175 cm
  'asymmetry', // A above 135°
  'frequency', // more lifts a minute than the table has for this duration and height
] as const;
export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** One end of a lift, evaluated. `rwlKg` and `li` are null exactly when `outside` is not empty. */
export interface EvaluatedEnd {
  multipliers: Multipliers;
  /** Recommended weight limit. */
  rwlKg: number | null;
  /** Lifting index: mass over recommended weight. */
  li: number | null;
  outside: OutsideReason[];
}

export type End = 'origin' | 'destination';

export interface EvaluatedTask {
  origin: EvaluatedEnd;
  /** null: no control is needed there, so it does not count. */
  destination: EvaluatedEnd | null;
  /** The end with the lower recommended weight; it decides. */
  governs: End;
}

/** Rule NIOSH-2. @param h cm */
export const horizontalMultiplier = (h: number): number =>
  h > MOST_H_CM ? 0 : LEAST_H_CM / Math.max(LEAST_H_CM, h);
/** Rule NIOSH-3. @param v cm above the floor */
export const verticalMultiplier = (v: number): number =>
  v < 0 || v > MOST_V_CM ? 0 : 1 - 0.003 * Math.abs(v - LOW_HANDS_CM);
/** Rule NIOSH-4. @param d cm */
export const travelMultiplier = (d: number): number =>
  d > MOST_D_CM ? 0 : d <= LEAST_D_CM ? 1 : 0.82 + 4.5 / d;
/** Rule NIOSH-5. @param a degrees, to either side */
export const asymmetryMultiplier = (a: number): number =>
  Math.abs(a) > MOST_A_DEG ? 0 : 1 - 0.0032 * Math.abs(a);
/** Rule NIOSH-7. @param v cm, at the end that is evaluated */
export const couplingMultiplier = (coupling: Coupling, v: number): number =>
  COUPLING_TABLE[coupling][v < LOW_HANDS_CM ? 0 : 1];

/**
 * Rule NIOSH-6: the column of the duration and height, a straight line between its rows.
 * @param originV cm, at the origin whichever end is evaluated
 */
export function frequencyMultiplier(
  perMinute: number,
  duration: Duration,
  originV: number,
): number {
  if (perMinute > MOST_PER_MINUTE) return 0;
  const f = Math.max(LEAST_PER_MINUTE, perMinute);
  const column = 1 + 2 * DURATIONS.indexOf(duration) + (originV < LOW_HANDS_CM ? 0 : 1);
  const after = FREQUENCY_TABLE.findIndex(([row]) => row >= f);
  const high = FREQUENCY_TABLE[after]!;
  if (high[0] === f) return high[column]!;
  const low = FREQUENCY_TABLE[after - 1]!;
  const share = (f - low[0]) / (high[0] - low[0]);
  return low[column]! + share * (high[column]! - low[column]!);
}

export const multipliersOf = (c: Conditions): Multipliers => ({
  HM: horizontalMultiplier(c.horizontalCm),
  VM: verticalMultiplier(c.verticalCm),
  DM: travelMultiplier(c.travelCm),
  AM: asymmetryMultiplier(c.asymmetryDeg),
  FM: frequencyMultiplier(c.perMinute, c.duration, c.originVerticalCm),
  CM: couplingMultiplier(c.coupling, c.verticalCm),
});

const WHY: readonly (readonly [Multiplier, OutsideReason])[] = [
  ['HM', 'horizontal'],
  ['VM', 'vertical'],
  ['DM', 'travel'],
  ['AM', 'asymmetry'],
  ['FM', 'frequency'],
];

const NONE: Multipliers = { HM: 0, VM: 0, DM: 0, AM: 0, FM: 0, CM: 0 };

/** Rules NIOSH-1, NIOSH-8: recommended weight and lifting index of one end. */
export function evaluateEnd(massKg: number, conditions: Conditions): EvaluatedEnd {
  const { horizontalCm, verticalCm, travelCm, asymmetryDeg, originVerticalCm, perMinute } =
    conditions;
  const sizes = [massKg, horizontalCm, verticalCm, travelCm, originVerticalCm, perMinute];
  const isWhole = Number.isFinite(asymmetryDeg) && sizes.every((x) => Number.isFinite(x) && x >= 0);
  if (!isWhole || massKg === 0)
    return { multipliers: { ...NONE }, rwlKg: null, li: null, outside: ['input'] };
  const multipliers = multipliersOf(conditions);
  const outside = WHY.filter(([name]) => multipliers[name] === 0).map(([, reason]) => reason);
  if (outside.length > 0) return { multipliers, rwlKg: null, li: null, outside };
  const rwlKg = MULTIPLIERS.reduce((kg, name) => kg * multipliers[name], LOAD_CONSTANT_KG);
  return { multipliers, rwlKg, li: massKg / rwlKg, outside };
}

/** What the multipliers of one end of a task are made from. */
export const conditionsAt = (task: NioshTask, end: End): Conditions => ({
  ...task[end],
  travelCm: Math.abs(task.destination.verticalCm - task.origin.verticalCm),
  originVerticalCm: task.origin.verticalCm,
  perMinute: task.perMinute,
  duration: task.duration,
  coupling: task.coupling,
});

/** Rule NIOSH-9: a task at its origin and, where control is needed there, at its destination. */
export function evaluateTask(task: NioshTask): EvaluatedTask {
  const at = (end: End): EvaluatedEnd => evaluateEnd(task.massKg, conditionsAt(task, end));
  const origin = at('origin');
  const destination = task.control ? at('destination') : null;
  const limit = (end: EvaluatedEnd): number => end.rwlKg ?? 0;
  const governs =
    destination !== null && limit(destination) < limit(origin) ? 'destination' : 'origin';
  return { origin, destination, governs };
}

/** The end that decides. */
export const governing = (evaluated: EvaluatedTask): EvaluatedEnd =>
  (evaluated.governs === 'destination' ? evaluated.destination : null) ?? evaluated.origin;

/**
 * H of a container close to the body, for when it cannot be measured (p. 8).
 * @param depthCm of the container, front to back
 * @param verticalCm V at that end
 */
export const horizontalFromDepth = (depthCm: number, verticalCm: number): number =>
  (verticalCm >= LEAST_H_CM ? 20 : 25) + depthCm / 2;
