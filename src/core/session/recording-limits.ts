import type { Pixels, Seconds } from '../units';

/** Longest side of the pictures that are looked at, everywhere: the models see 192 to 256 pixels of it. */
export const LOOKED_AT: Pixels = 640;

/** Shorter recordings cannot hold a lift. */
export const SHORTEST_S: Seconds = 0.5;

/** A recording whose frames stop longer than this before its own stated end was cut off. */
export const LONGEST_LAST_FRAME_S: Seconds = 1;
