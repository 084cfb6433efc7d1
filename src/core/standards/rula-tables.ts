import type { SourceDifference } from './source-difference';

/**
 * Tables of RULA: McAtamney and Corlett 1993, Applied Ergonomics 24:91-99. Every index counts from a score of 1.
 */

/** Table A: [upper arm][lower arm], then wrist and wrist twist: 1,1 1,2 2,1 2,2 3,1 3,2 4,1 4,2. */
export const RULA_A: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 2, 2, 2, 2, 3, 3, 3],
    [2, 2, 2, 2, 3, 3, 3, 3],
    [2, 3, 3, 3, 3, 3, 4, 4],
  ],
  [
    [2, 3, 3, 3, 3, 4, 4, 4],
    [3, 3, 3, 3, 3, 4, 4, 4],
    [3, 4, 4, 4, 4, 4, 5, 5],
  ],
  [
    [3, 3, 4, 4, 4, 4, 5, 5],
    [3, 4, 4, 4, 4, 4, 5, 5],
    [4, 4, 4, 4, 4, 5, 5, 5],
  ],
  [
    [4, 4, 4, 4, 4, 5, 5, 5],
    [4, 4, 4, 4, 4, 5, 5, 5],
    [4, 4, 4, 5, 5, 5, 6, 6],
  ],
  [
    [5, 5, 5, 5, 5, 6, 6, 7],
    [5, 6, 6, 6, 6, 7, 7, 7],
    [6, 6, 6, 7, 7, 7, 7, 8],
  ],
  [
    [7, 7, 7, 7, 7, 8, 8, 9],
    [8, 8, 8, 8, 8, 9, 9, 9],
    [9, 9, 9, 9, 9, 9, 9, 9],
  ],
];

/** Table B: [neck], then trunk and legs: 1,1 1,2 2,1 … 6,2. */
export const RULA_B: readonly (readonly number[])[] = [
  [1, 3, 2, 3, 3, 4, 5, 5, 6, 6, 7, 7],
  [2, 3, 2, 3, 4, 5, 5, 5, 6, 7, 7, 7],
  [3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7],
  [5, 5, 5, 6, 6, 7, 7, 7, 7, 7, 8, 8],
  [7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8],
  [8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9],
];

/** Table C: [score C, 8 and more][score D, 7 and more]. */
export const RULA_C: readonly (readonly number[])[] = [
  [1, 2, 3, 3, 4, 5, 5],
  [2, 2, 3, 4, 4, 5, 5],
  [3, 3, 3, 4, 4, 5, 6],
  [3, 3, 3, 4, 5, 6, 6],
  [4, 4, 4, 5, 6, 7, 7],
  [4, 4, 5, 6, 6, 7, 7],
  [5, 5, 6, 6, 7, 7, 7],
  [5, 5, 6, 7, 7, 7, 7],
];

/** Highest RULA of each action level, 1 (acceptable) to 4 (change immediately). */
export const RULA_LEVELS: readonly number[] = [2, 4, 6, 7];

/** RULA-8: points for 10 kg and more, now and then. RULA-7: minutes from which a posture is static. */
export const RULA_SOURCES_DIFFER: readonly SourceDifference[] = [
  { at: 'RULA-8', here: 2, other: 3, others: 'ErgoPlus worksheet' },
  { at: 'RULA-7', here: 1, other: 10, others: 'ErgoPlus worksheet' },
];
