import {
  conditionsAt,
  evaluateEnd,
  frequencyMultiplier,
  type NioshTask,
  type OutsideReason,
} from './niosh';
import { liInterval, type LiInterval, type TaskErrors } from './niosh-interval';
import type { Duration } from './niosh-tables';

/** How far the errors of the inputs reach: edges of the 90 % interval as shares of the value. */
export interface Spread {
  /** 0..1 */
  low: number;
  /** 1 or more; null: it may be outside the equation. */
  high: number | null;
}

/** What a composite index is made of: one task, or one bin of lifts. */
export interface CompositePart {
  /** Largest mass over the recommended weight at the lowest frequency (FILI). */
  filiMax: number;
  /** The same of the mean mass: with the frequency multiplier it gives the part's own index (STLI). */
  filiMean: number;
  /** Of both. */
  spread: Spread;
  /** Lifts a minute. */
  perMinute: number;
  /** V at the origin, cm: the column of the frequency table. */
  originVerticalCm: number;
}

/** A composite index, or null with the reasons why there is none. */
export interface CompositeIndex {
  index: number | null;
  /** 90 %, as if all parts erred the same way: what one camera gets wrong it gets wrong in every lift. */
  interval: LiInterval;
  /** Of each part, in the order given. STLI null: more lifts a minute than the table has. */
  parts: {
    stli: number | null;
    /** What it adds to the index. */
    adds: number | null;
  }[];
  outside: OutsideReason[];
  /** False: the formula was not read in its source by us, and screens say so. */
  verified: boolean;
}

/**
 * Rule NIOSH-16, composite lifting index (94-110, pp. 26–28): the worst part's own index, and for each further part what
 * its frequency adds on top of those before it. The column of the table is the added part's own.
 *
 * @param parts at least one
 * @param duration of all of them together
 */
export function compositeIndex(
  parts: readonly CompositePart[],
  duration: Duration,
): CompositeIndex {
  const fm = (perMinute: number, { originVerticalCm }: CompositePart): number =>
    frequencyMultiplier(perMinute, duration, originVerticalCm);
  const stli = parts.map((part) => {
    const own = fm(part.perMinute, part);
    return own === 0 ? null : part.filiMean / own;
  });
  const none = (reason: OutsideReason): CompositeIndex => ({
    index: null,
    interval: { low: null, high: null },
    parts: stli.map((one) => ({ stli: one, adds: null })),
    outside: [reason],
    verified: true,
  });
  if (parts.length === 0) return none('input');
  if (stli.includes(null)) return none('frequency');

  const order = parts
    .map((_, i) => i)
    .sort((a, b) => stli[b]! - stli[a]! || parts[b]!.perMinute - parts[a]!.perMinute);
  const adds: number[] = [];
  let perMinute = 0;
  for (const i of order) {
    const part = parts[i]!;
    const before = perMinute;
    perMinute += part.perMinute;
    const after = fm(perMinute, part);
    if (after === 0) return none('frequency');
    adds[i] = before === 0 ? stli[i]! : part.filiMax * (1 / after - 1 / fm(before, part));
  }
  const sum = (shareOf: (part: CompositePart) => number): number =>
    adds.reduce((index, own, i) => index + own * shareOf(parts[i]!), 0);
  const open = parts.some(({ spread }) => spread.high === null);
  return {
    index: sum(() => 1),
    interval: {
      low: sum(({ spread }) => spread.low),
      high: open ? null : sum(({ spread }) => spread.high!),
    },
    parts: parts.map((_, i) => ({ stli: stli[i]!, adds: adds[i]! })),
    outside: [],
    verified: true,
  };
}

/** Here the frequency multiplier is 1. */
const UNHURRIED = { perMinute: 0.2, duration: 'short' } as const;

/**
 * One task as a part: at its lowest recommended weight of the ends that count, as if it were done seldom.
 *
 * @param task its mass is the largest
 * @param errors of its inputs; that of the frequency is left out
 * @param meanMassKg where masses differ from lift to lift
 */
export function partOf(
  task: NioshTask,
  errors: TaskErrors = {},
  meanMassKg: number = task.massKg,
): { part: CompositePart; outside: [] } | { part: null; outside: OutsideReason[] } {
  const unhurried = { ...task, ...UNHURRIED };
  const ends = task.control ? (['origin', 'destination'] as const) : (['origin'] as const);
  const evaluated = ends.map((end) => evaluateEnd(task.massKg, conditionsAt(unhurried, end)));
  const outside = [...new Set(evaluated.flatMap((one) => one.outside))];
  if (outside.length > 0) return { part: null, outside };
  const filiMax = Math.max(...evaluated.map(({ li }) => li!));
  const { low, high } = liInterval(unhurried, { ...errors, perMinute: 0 });
  const part: CompositePart = {
    filiMax,
    filiMean: (filiMax * meanMassKg) / task.massKg,
    spread: { low: low! / filiMax, high: high === null ? null : high / filiMax },
    perMinute: task.perMinute,
    originVerticalCm: task.origin.verticalCm,
  };
  return { part, outside: [] };
}
