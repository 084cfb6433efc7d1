import { Random } from '../../training/random';

/** One photo scored twice. Pairs of one group (moment) depend on each other. */
export interface Pair {
  a: number;
  b: number;
  group: string;
}

export interface Interval {
  low: number;
  high: number;
}

export interface Agreement {
  pairs: number;
  exact: number;
  withinOne: number;
  /** Mean of a − b. */
  bias: number | null;
  /** With quadratic weights; null when all scores are the same, or there are fewer than two pairs. */
  kappa: number | null;
  /** 95 % by bootstrap over groups; null when kappa is. */
  kappaInterval: Interval | null;
}

const BOOTSTRAPS = 2000;
const SEED = 20_001;
/** So many bootstrap samples at least must have a kappa. */
const ENOUGH = BOOTSTRAPS / 2;

/** How far two scorings agree. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const apart = pairs.map(({ a, b }) => a - b);
  const kappa = weightedKappa(pairs);
  return {
    pairs: pairs.length,
    exact: apart.filter((d) => d === 0).length,
    withinOne: apart.filter((d) => Math.abs(d) <= 1).length,
    bias: pairs.length === 0 ? null : apart.reduce((sum, d) => sum + d, 0) / pairs.length,
    kappa,
    kappaInterval: kappa === null ? null : bootstrapped(pairs),
  };
}

/**
 * Cohen's kappa with quadratic weights (1968): 1 − Σ(a − b)² over the pairs / the same over all pairings of any a with
 * any b.
 */
export function weightedKappa(pairs: readonly Pick<Pair, 'a' | 'b'>[]): number | null {
  if (pairs.length < 2) return null;
  const sum = (term: (pair: Pick<Pair, 'a' | 'b'>) => number): number =>
    pairs.reduce((total, pair) => total + term(pair), 0);
  const seen = sum(({ a, b }) => (a - b) ** 2);
  const expected =
    sum(({ a, b }) => a * a + b * b) - (2 * sum(({ a }) => a) * sum(({ b }) => b)) / pairs.length;
  return expected > 0 ? 1 - seen / expected : null;
}

/** Draws groups with replacement, always the same way. */
function bootstrapped(pairs: readonly Pair[]): Interval | null {
  const byGroup = new Map<string, Pair[]>();
  for (const pair of pairs) byGroup.set(pair.group, [...(byGroup.get(pair.group) ?? []), pair]);
  const groups = [...byGroup.values()];
  if (groups.length < 2) return null;
  const random = new Random(SEED);
  const kappas: number[] = [];
  for (let i = 0; i < BOOTSTRAPS; i++) {
    const drawn = groups.flatMap(() => groups[Math.floor(random.between(0, groups.length))]!);
    const kappa = weightedKappa(drawn);
    if (kappa !== null) kappas.push(kappa);
  }
  if (kappas.length < ENOUGH) return null;
  kappas.sort((x, y) => x - y);
  const at = (share: number): number => kappas[Math.round(share * (kappas.length - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}
