import type { Fraction } from '../units';

/** One value over a loop: [phase, value], phases rising, the first at or after 0, the last at or before 1. */
export type Track = readonly (readonly [Fraction, number])[];

/**
 * The value of a track at a phase: through all its knots without overshooting, at rest at its ends and wherever it turns
 * back (monotone cubic interpolation, Fritsch and Butland 1984).
 */
export function valueAt(track: Track, phase: Fraction): number {
  const next = track.findIndex(([at]) => at > phase);
  if (next === 0) return track[0]![1];
  if (next === -1) return track.at(-1)![1];
  const [x0, y0] = track[next - 1]!;
  const [x1, y1] = track[next]!;
  const width = x1 - x0;
  const u = (phase - x0) / width;
  const rest = 1 - u;
  return (
    y0 * rest * rest * (1 + 2 * u) +
    y1 * u * u * (3 - 2 * u) +
    width * (slopeAt(track, next - 1) * u * rest * rest - slopeAt(track, next) * u * u * rest)
  );
}

function slopeAt(track: Track, i: number): number {
  const [before, here, after] = [track[i - 1], track[i]!, track[i + 1]];
  if (before === undefined || after === undefined) return 0;
  const [left, right] = [here[0] - before[0], after[0] - here[0]];
  const a = (here[1] - before[1]) / left;
  const b = (after[1] - here[1]) / right;
  if (a * b <= 0) return 0;
  const share = (left + 2 * right) / (3 * (left + right));
  return (a * b) / (share * b + (1 - share) * a);
}
