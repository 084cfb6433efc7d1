import {
  conditionsAt,
  evaluateEnd,
  frequencyMultiplier,
  type NioshTask,
  type OutsideReason,
} from './niosh';
import type { Duration } from './niosh-tables';

/** What a composite index is made of: one task, or one bin of lifts. */
export interface CompositePart {
  /** Largest mass over the recommended weight at the lowest frequency (FILI). */
  filiMax: number;
  /** The same of the mean mass: with the frequency multiplier it gives the part's own index (STLI). */
  filiMean: number;
  /** Lifts a minute. */
  perMinute: number;
  /** V at the origin, cm: the column of the frequency table. */
  originVerticalCm: number;
}

/** A composite index, or null with the reasons why there is none. */
export interface CompositeIndex {
  index: number | null;
  /** Of each part, in the order given; null: more lifts a minute than the table has. */
  stli: (number | null)[];
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
  const sorted = parts
    .map((part, i) => ({ part, stli: stli[i]! }))
    .sort((a, b) => b.stli - a.stli || b.part.perMinute - a.part.perMinute);
  const first = sorted[0];
  const none: CompositeIndex = { index: null, stli, outside: ['frequency'], verified: true };
  if (first === undefined) return { ...none, outside: ['input'] };
  if (stli.includes(null)) return none;
  let index = first.stli;
  let perMinute = first.part.perMinute;
  for (const { part } of sorted.slice(1)) {
    const before = fm(perMinute, part);
    perMinute += part.perMinute;
    const after = fm(perMinute, part);
    if (after === 0) return none;
    index += part.filiMax * (1 / after - 1 / before);
  }
  return { index, stli, outside: [], verified: true };
}

/** Here the frequency multiplier is 1. */
const UNHURRIED = { perMinute: 0.2, duration: 'short' } as const;

/**
 * One task as a part: at its lowest recommended weight of the ends that count, as if it were done seldom.
 * @param task its mass is the largest
 * @param meanMassKg where masses differ from lift to lift
 */
export function partOf(
  task: NioshTask,
  meanMassKg: number = task.massKg,
): { part: CompositePart; outside: [] } | { part: null; outside: OutsideReason[] } {
  const unhurried = { ...task, ...UNHURRIED };
  const ends = task.control ? (['origin', 'destination'] as const) : (['origin'] as const);
  const evaluated = ends.map((end) => evaluateEnd(task.massKg, conditionsAt(unhurried, end)));
  const outside = [...new Set(evaluated.flatMap((one) => one.outside))];
  if (outside.length > 0) return { part: null, outside };
  const filiMax = Math.max(...evaluated.map(({ li }) => li!));
  const part: CompositePart = {
    filiMax,
    filiMean: (filiMax * meanMassKg) / task.massKg,
    perMinute: task.perMinute,
    originVerticalCm: task.origin.verticalCm,
  };
  return { part, outside: [] };
}
