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
