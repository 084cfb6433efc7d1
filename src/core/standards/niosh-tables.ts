/**
 * The tables of the revised NIOSH lifting equation as data: DHHS (NIOSH) 94-110, revised 9/2021, table 5 (p. 15) and
 * table 7 (p. 18).
 */

/** How long the lifting goes on before there is enough recovery: up to 1 h, 1–2 h, 2–8 h (niosh-duration.ts). */
export const DURATIONS = ['short', 'moderate', 'long'] as const;
export type Duration = (typeof DURATIONS)[number];

/** How well the hands hold the load (table 6). In doubt the worse one counts. */
export const COUPLINGS = ['good', 'fair', 'poor'] as const;
export type Coupling = (typeof COUPLINGS)[number];

/** Below this height of the hands the first of a pair of columns counts, from it on the second; cm. */
export const LOW_HANDS_CM = 75;

/** Lifts a minute, then FM: short low, short high, moderate low, moderate high, long low, long high. */
export type FrequencyRow = readonly [
  perMinute: number,
  shortLow: number,
  shortHigh: number,
  moderateLow: number,
  moderateHigh: number,
  longLow: number,
  longHigh: number,
];

/** Rule NIOSH-6. The last row stands for every frequency above 15; 0 = outside the equation. */
export const FREQUENCY_TABLE: readonly FrequencyRow[] = [
  [0.2, 1, 1, 0.95, 0.95, 0.85, 0.85],
  [0.5, 0.97, 0.97, 0.92, 0.92, 0.81, 0.81],
  [1, 0.94, 0.94, 0.88, 0.88, 0.75, 0.75],
  [2, 0.91, 0.91, 0.84, 0.84, 0.65, 0.65],
  [3, 0.88, 0.88, 0.79, 0.79, 0.55, 0.55],
  [4, 0.84, 0.84, 0.72, 0.72, 0.45, 0.45],
  [5, 0.8, 0.8, 0.6, 0.6, 0.35, 0.35],
  [6, 0.75, 0.75, 0.5, 0.5, 0.27, 0.27],
  [7, 0.7, 0.7, 0.42, 0.42, 0.22, 0.22],
  [8, 0.6, 0.6, 0.35, 0.35, 0.18, 0.18],
  [9, 0.52, 0.52, 0.3, 0.3, 0, 0.15],
  [10, 0.45, 0.45, 0.26, 0.26, 0, 0.13],
  [11, 0.41, 0.41, 0, 0.23, 0, 0],
  [12, 0.37, 0.37, 0, 0.21, 0, 0],
  [13, 0, 0.34, 0, 0, 0, 0],
  [14, 0, 0.31, 0, 0, 0, 0],
  [15, 0, 0.28, 0, 0, 0, 0],
  [15, 0, 0, 0, 0, 0, 0],
];

/** Rule NIOSH-7. */
export const COUPLING_TABLE: Readonly<Record<Coupling, readonly [low: number, high: number]>> = {
  good: [1, 1],
  fair: [0.95, 1],
  poor: [0.9, 0.9],
};
