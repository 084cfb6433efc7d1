import { holdsItsError, type Measure } from '../kinematics/measure';
import type { Degrees } from '../units';
import type { Told } from './told';

/** Scores of an angle by its size: up to and with `to` degrees this score; beyond the last one, the last. */
export type Bands = readonly (readonly [to: Degrees, score: number])[];

/** Bands of a movement that goes two ways, such as bending forwards (+) and backwards (−). */
export interface TwoWayBands {
  forwards: Bands;
  backwards: Bands;
}

const scoreIn = (bands: Bands, size: Degrees): number =>
  (bands.find(([to]) => size <= to) ?? bands.at(-1)!)[1];

const scoreAt = ({ forwards, backwards }: TwoWayBands, angle: Degrees): number =>
  angle < 0 ? scoreIn(backwards, -angle) : scoreIn(forwards, angle);

/** All scores of the angles from `low` to `high`. */
function scoresBetween(bands: TwoWayBands, low: Degrees, high: Degrees): number[] {
  const edges = [
    ...bands.forwards.flatMap(([to]) => [to, to + 1e-9]),
    ...bands.backwards.flatMap(([to]) => [-to, -to - 1e-9]),
  ];
  return [low, high, ...edges.filter((edge) => edge > low && edge < high)].map((angle) =>
    scoreAt(bands, angle),
  );
}

/**
 * Rule POSTURE-1: the score of the measured angle, and those of all angles within its 90 % error. An angle whose error
 * is too large to be judged counts all the same when that makes no difference to its score.
 */
export function scoreOfAngle({ value, error, judged }: Measure, bands: TwoWayBands): Told<number> {
  if (!holdsItsError(judged)) return { judged };
  if (value === null || error === null) return { judged: 'not-measurable' };
  const possible = [...new Set(scoresBetween(bands, value - error, value + error))];
  if (judged !== true && possible.length > 1) return { judged };
  return { judged: true, likely: scoreAt(bands, value), possible };
}

/**
 * Rule POSTURE-2: whether an angle, whichever way it goes, is larger than `limit`. When the error spans the limit the
 * likelier side counts, and both are possible; so it is also when the error is too large to be judged.
 */
export function isBeyond({ value, error, judged }: Measure, limit: Degrees): Told<boolean> {
  if (!holdsItsError(judged)) return { judged };
  if (value === null || error === null) return { judged: 'not-measurable' };
  const size = Math.abs(value);
  const likely = size > limit;
  const spans = likely ? size - error <= limit : size + error > limit;
  return { judged: true, likely, possible: spans ? [likely, !likely] : [likely] };
}
