import type { Measure, NotJudgedReason } from '../kinematics/measure';

/** Where an input comes from. What a person asked for a calculation without a camera is 'asked' as well. */
export type InputOrigin = 'camera' | 'asked' | 'assumed';

/** A measured or entered number; entered ones have an error of 0 unless somebody knows better. */
export interface NumberInput extends Measure {
  origin: InputOrigin;
}

/** An answer to a question that no camera can answer; null = not answered. */
export interface Answer<T> {
  value: T | null;
  origin: Exclude<InputOrigin, 'camera'>;
}

/** Why a standard gives no single result. */
export type StandardReason = NotJudgedReason | 'not-asked' | 'outside-scope';

/**
 * What a number can be. `value` is null while it is not judged; the ends are then still known where the measure came
 * with an error, and endless where it did not.
 */
export interface JudgedRange {
  value: number | null;
  low: number;
  high: number;
  reason: NotJudgedReason | null;
}

export function rangeOf({ value, error, judged }: Measure): JudgedRange {
  const reason = judged === true ? null : judged;
  if (value === null || error === null || !Number.isFinite(value) || !(error >= 0)) {
    return { value: null, low: -Infinity, high: Infinity, reason: reason ?? 'not-measurable' };
  }
  return { value: reason === null ? value : null, low: value - error, high: value + error, reason };
}

/** A number without an error: an edge. */
export const exactly = (value: number): JudgedRange => ({
  value,
  low: value,
  high: value,
  reason: null,
});

/** How far a lies above b. The two errors add: they may well have the same cause. */
export const difference = (a: JudgedRange, b: JudgedRange): JudgedRange => ({
  value: a.value === null || b.value === null ? null : a.value - b.value,
  low: a.low - b.high,
  high: a.high - b.low,
  reason: a.reason ?? b.reason,
});

/** The size of a number with a sign. */
export const sizeOf = ({ value, low, high, reason }: JudgedRange): JudgedRange => ({
  value: value === null ? null : Math.abs(value),
  low: low > 0 ? low : high < 0 ? -high : 0,
  high: Math.max(-low, high),
  reason,
});

/** The larger of two: of turning and bending sideways, say. */
export const larger = (a: JudgedRange, b: JudgedRange): JudgedRange => ({
  value: a.value === null || b.value === null ? null : Math.max(a.value, b.value),
  low: Math.max(a.low, b.low),
  high: Math.max(a.high, b.high),
  reason: a.reason ?? b.reason,
});

/** Whether something holds: certainly, by the value (null = not judged), possibly. */
export interface Truth {
  surely: boolean;
  likely: boolean | null;
  maybe: boolean;
}

export const isAbove = ({ value, low, high }: JudgedRange, edge: number): Truth => ({
  surely: low > edge,
  likely: value === null ? null : value > edge,
  maybe: high > edge,
});

export const isAtLeast = ({ value, low, high }: JudgedRange, edge: number): Truth => ({
  surely: low >= edge,
  likely: value === null ? null : value >= edge,
  maybe: high >= edge,
});

/** All origins behind a result, each once. */
export const originsOf = (...inputs: readonly { origin: InputOrigin }[]): InputOrigin[] => [
  ...new Set(inputs.map(({ origin }) => origin)),
];
