/** Units as types. They are plain numbers; the name says which unit a number is in. */
export type Degrees = number;
export type Seconds = number;
export type Metres = number;
export type Pixels = number;
/** A share between 0 and 1. */
export type Fraction = number;
/** A point in time: milliseconds since 1970, UTC, as Date.now() gives them. */
export type EpochMs = number;
