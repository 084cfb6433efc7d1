import { NOT_JUDGED_REASONS, type NotJudgedReason } from '../kinematics/measure';

/**
 * Something read off a posture: what is likeliest, and all that the measuring error leaves possible (the likeliest
 * among it). What cannot be told has a reason instead.
 */
export type Told<T> =
  { judged: true; likely: T; possible: readonly T[] } | { judged: NotJudgedReason };

/** Something known for sure: a person said it. */
export const sure = <T>(value: T): Told<T> => ({ judged: true, likely: value, possible: [value] });

/** Of several reasons the first of the list: the same whichever side of the body it comes from. null = none. */
export const firstReason = (judged: readonly (true | NotJudgedReason)[]): NotJudgedReason | null =>
  NOT_JUDGED_REASONS.find((reason) => judged.includes(reason)) ?? null;

/**
 * Joins what was told by a rule. It is told when all its parts are; possible is what the rule makes of any combination
 * of what is possible of the parts, as if their errors had nothing to do with each other.
 */
export function combine<Parts extends readonly unknown[], Result>(
  parts: { readonly [K in keyof Parts]: Told<Parts[K]> },
  rule: (...values: Parts) => Result,
): Told<Result> {
  const reason = firstReason(parts.map(({ judged }) => judged));
  if (reason !== null) return { judged: reason };
  const told = parts as readonly (Told<unknown> & { judged: true })[];
  let combinations: unknown[][] = [[]];
  for (const { possible } of told)
    combinations = combinations.flatMap((head) => possible.map((value) => [...head, value]));
  const apply = (values: unknown[]): Result => rule(...(values as unknown as Parts));
  return {
    judged: true,
    likely: apply(told.map(({ likely }) => likely)),
    possible: [...new Set(combinations.map(apply))],
  };
}

/** A score with the lowest and highest that the measuring error leaves possible; null with a reason when not judged. */
export type Score =
  | { score: number; low: number; high: number; judged: true }
  | { score: null; low: null; high: null; judged: NotJudgedReason };

export const scoreOf = (told: Told<number>): Score =>
  told.judged === true
    ? {
        score: told.likely,
        low: Math.min(...told.possible),
        high: Math.max(...told.possible),
        judged: true,
      }
    : { score: null, low: null, high: null, judged: told.judged };

/** The higher of two scores. One that cannot be judged leaves the whole unjudged, unless the other is at the top. */
export function worseOf(a: Told<number>, b: Told<number>, top: number): Told<number> {
  const atTop = (told: Told<number>): boolean =>
    told.judged === true && told.possible.every((score) => score === top);
  if (a.judged !== true && atTop(b)) return b;
  if (b.judged !== true && atTop(a)) return a;
  return combine([a, b], Math.max);
}
