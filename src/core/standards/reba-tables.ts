import type { SourceDifference } from './source-difference';

/**
 * Tables of REBA: Hignett and McAtamney 2000, Applied Ergonomics 31:201-205. Every index counts from a score of 1.
 */

/** Table A: [neck][trunk][legs]. */
export const REBA_A: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 2, 3, 4],
    [2, 3, 4, 5],
    [2, 4, 5, 6],
    [3, 5, 6, 7],
    [4, 6, 7, 8],
  ],
  [
    [1, 2, 3, 4],
    [3, 4, 5, 6],
    [4, 5, 6, 7],
    [5, 6, 7, 8],
    [6, 7, 8, 9],
  ],
  [
    [3, 3, 5, 6],
    [4, 5, 6, 7],
    [5, 6, 7, 8],
    [6, 7, 8, 9],
    [7, 8, 9, 9],
  ],
];

/** Table B: [upper arm][lower arm][wrist]. */
export const REBA_B: readonly (readonly (readonly number[])[])[] = [
  [
    [1, 2, 2],
    [1, 2, 3],
  ],
  [
    [1, 2, 3],
    [2, 3, 4],
  ],
  [
    [3, 4, 5],
    [4, 5, 5],
  ],
  [
    [4, 5, 5],
    [5, 6, 7],
  ],
  [
    [6, 7, 8],
    [7, 8, 8],
  ],
  [
    [7, 8, 8],
    [8, 9, 9],
  ],
];

/** Table C: [score A][score B]. */
export const REBA_C: readonly (readonly number[])[] = [
  [1, 1, 1, 2, 3, 3, 4, 5, 6, 7, 7, 7],
  [1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 7, 8],
  [2, 3, 3, 3, 4, 5, 6, 7, 7, 8, 8, 8],
  [3, 4, 4, 4, 5, 6, 7, 8, 8, 9, 9, 9],
  [4, 4, 4, 5, 6, 7, 8, 8, 9, 9, 9, 9],
  [6, 6, 6, 7, 8, 8, 9, 9, 10, 10, 10, 10],
  [7, 7, 7, 8, 9, 9, 9, 10, 10, 11, 11, 11],
  [8, 8, 8, 9, 10, 10, 10, 10, 10, 11, 11, 11],
  [9, 9, 9, 10, 10, 10, 11, 11, 11, 12, 12, 12],
  [10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12, 12],
  [11, 11, 11, 11, 12, 12, 12, 12, 12, 12, 12, 12],
  [12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12],
];

/** Highest REBA of each action level, 0 (negligible) to 4 (very high). */
export const REBA_LEVELS: readonly number[] = [1, 3, 7, 10, 15];

/** `here` and `other` are the highest scores: the worksheet adds a point for twist and one for side bend. */
export const REBA_SOURCES_DIFFER: readonly SourceDifference[] = [
  { at: 'REBA-1', here: 5, other: 6, others: 'ErgoPlus worksheet' },
  { at: 'REBA-2', here: 3, other: 4, others: 'ErgoPlus worksheet' },
];
