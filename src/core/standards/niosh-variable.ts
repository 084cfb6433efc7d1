import { compositeIndex, type CompositeIndex, type CompositePart } from './niosh-composite';
import { LOW_HANDS_CM, type Duration } from './niosh-tables';

/** What a variable index needs of one lift: see `partOf`. */
export type VariableLift = Pick<CompositePart, 'filiMax' | 'spread' | 'originVerticalCm'>;

/** Lifts that are alike. */
export interface Bin {
  lifts: number;
  part: CompositePart;
}

export interface VariableIndex extends CompositeIndex {
  /** The lightest lifts first; the same order as `parts`. */
  bins: Bin[];
}

/** More kinds of lifts than this are put into sextiles. */
const MOST_BINS = 9;
const SEXTILES = 6;

/**
 * Rule NIOSH-17, variable lifting index (Waters, Occhipinti, Colombini et al. 2016, Hum Factors 58:695), not re-read by
 * us: lifts that differ from each other are put into bins by their FILI, and the bins are composed like tasks. Up to nine
 * kinds of lifts are a bin each, so that then it is the composite index of the kinds; more are put into sextiles, equal
 * ones into the same. A bin has the mean FILI of its lifts and, when one of them begins below 75 cm, the column of low hands.
 *
 * @param lifts all lifts of a session that are inside the equation
 * @param perMinute of all of them together
 */
export function variableIndex(
  lifts: readonly VariableLift[],
  perMinute: number,
  duration: Duration,
): VariableIndex {
  const bins = binsOf(lifts).map((own): Bin => ({
    lifts: own.length,
    part: {
      ...meanOf(own),
      perMinute: (perMinute * own.length) / lifts.length,
      originVerticalCm: own.reduce((v, lift) => Math.min(v, lift.originVerticalCm), Infinity),
    },
  }));
  const composed = compositeIndex(
    bins.map(({ part }) => part),
    duration,
  );
  return { ...composed, bins, verified: false };
}

/** The mean FILI of lifts, and of the edges of its interval. */
function meanOf(
  own: readonly VariableLift[],
): Omit<CompositePart, 'perMinute' | 'originVerticalCm'> {
  const mean = (of: (lift: VariableLift) => number): number =>
    own.reduce((sum, lift) => sum + of(lift), 0) / own.length;
  const fili = mean(({ filiMax }) => filiMax);
  const open = own.some(({ spread }) => spread.high === null);
  return {
    filiMax: fili,
    filiMean: fili,
    spread: {
      low: mean(({ filiMax, spread }) => filiMax * spread.low) / fili,
      high: open ? null : mean(({ filiMax, spread }) => filiMax * spread.high!) / fili,
    },
  };
}

function binsOf(lifts: readonly VariableLift[]): VariableLift[][] {
  const sorted = lifts.toSorted((a, b) => a.filiMax - b.filiMax);
  const kinds = grouped(
    sorted,
    ({ filiMax, originVerticalCm }) => `${filiMax} ${originVerticalCm < LOW_HANDS_CM}`,
  );
  if (kinds.length <= MOST_BINS) return kinds;
  let place = 0;
  return grouped(sorted, ({ filiMax }, i) => {
    if (filiMax !== sorted[place]!.filiMax) place = i;
    return Math.floor((SEXTILES * place) / sorted.length);
  });
}

/** In the order in which the keys first come. */
function grouped<T>(list: readonly T[], keyOf: (item: T, i: number) => unknown): T[][] {
  const groups = new Map<unknown, T[]>();
  list.forEach((item, i) => {
    const key = keyOf(item, i);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return [...groups.values()];
}
