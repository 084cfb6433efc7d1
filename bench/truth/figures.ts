/** Mean; NaN of nothing, which whoever prints or compares it must expect. */
export const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / values.length;

/** Root mean square. */
export const rms = (values: readonly number[]): number => Math.sqrt(mean(values.map((v) => v * v)));

/** Slope of the straight line through the origin that fits y = slope * x best (least squares). */
export const slopeOf = (pairs: readonly { x: number; y: number }[]): number =>
  pairs.reduce((sum, { x, y }) => sum + x * y, 0) / pairs.reduce((sum, { x }) => sum + x * x, 0);

/** Share (0..1) of what fulfils something. */
export const shareOf = <T>(list: readonly T[], holds: (item: T) => boolean): number =>
  list.filter(holds).length / list.length;

/**
 * How far a share of many cases may be off because they come from few clusters, whose cases go together: two standard
 * errors of a ratio (Cochran 1977, Sampling Techniques, ch. 9). NaN with less than two clusters.
 *
 * @param clusterOf which cases go together
 */
export function shareSpread<T>(
  list: readonly T[],
  holds: (item: T) => boolean,
  clusterOf: (item: T) => string,
): number {
  const share = shareOf(list, holds);
  const beyond = new Map<string, number>();
  for (const item of list) {
    const cluster = clusterOf(item);
    beyond.set(cluster, (beyond.get(cluster) ?? 0) + (holds(item) ? 1 : 0) - share);
  }
  const squares = [...beyond.values()].reduce((sum, x) => sum + x * x, 0);
  return beyond.size < 2
    ? NaN
    : (2 * Math.sqrt((squares * beyond.size) / (beyond.size - 1))) / list.length;
}
