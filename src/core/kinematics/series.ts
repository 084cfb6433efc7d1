import type { Seconds } from '../units';
import { isFarFromNeighbours, missedNear } from './between-frames';
import { MEASURE_NAMES, type Measure, type MeasureName, type NotJudgedReason } from './measure';
import { isSure, unknown, type LiftSignal, type Moment } from './moment';
import { VELOCITY_JUDGED_SHARE } from './uncertainty';

/** Width of the smoothing in time (standard deviation). 70 ms keeps 90 % of a 2 Hz movement. */
const SMOOTH_S: Seconds = 0.07;
/** Speed peaks are short: for them only spikes are taken out, and a cubic is laid through the frames this near. */
const SPIKES_S: Seconds = 0.02;
const SPEED_WINDOW_S: Seconds = 0.21;
/** Frames further apart than this do not belong to one movement. */
const GAP_S: Seconds = 0.35;

/**
 * Half-width of the 90 % error of the trunk velocity: what the error of the inclination makes of it between
 * two frames, and a share. Holds for nine in ten of the peaks of 28 rendered movements seen from the side or
 * at an angle, at 15 frames a second taken of 25, so up to `atS` apart; very sudden ones (a peak of two or three
 * frames) are read up to a third too slow.
 */
const VELOCITY_ERROR = { perDegree: 4, share: 0.1, atS: 0.08 };
const VELOCITY_WATCH = 150;
/**
 * Rule RATE-3. The slowest movement that is sudden, 80° at 220 °/s, taken as half a wave of a cosine: that has this many
 * radians a second, twice the speed by the angle.
 */
const SUDDEN_RAD_S = (2 * 220) / 80;

const SMOOTHED = MEASURE_NAMES.filter(
  (name) =>
    !['lumbarFlexionDeg', 'trunkVelocityDegS', 'viewAzimuthDeg', 'handDirectionDeg'].includes(name),
);

const SIGNALS = ['trunkDeg', 'handHeight', 'handReach', 'hipDrop'] as const;
/** Lines of the measures come after these. */
const MEASURED_FROM = SIGNALS.length;
const TRUNK = MEASURED_FROM + SMOOTHED.indexOf('trunkInclinationDeg');

/** The moments that smoothing reaches from one of them: the first, and the weights of it and those after it. */
interface Reach {
  from: number;
  weights: number[];
}

/** Gaussian in time. */
function reachOf(moments: readonly Moment[], index: number, widthS: Seconds): Reach {
  const t = moments[index]!.timeS;
  const apart = (k: number): Seconds => Math.abs(moments[k]!.timeS - t);
  let from = index,
    to = index;
  while (from > 0 && apart(from - 1) <= 3 * widthS) from--;
  while (to + 1 < moments.length && apart(to + 1) <= 3 * widthS) to++;
  const weights: number[] = [];
  for (let k = from; k <= to; k++) weights.push(Math.exp(-0.5 * (apart(k) / widthS) ** 2));
  return { from, weights };
}

const middle = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

/** What is smoothed of some moments, read once: {@link SIGNALS}, then measures, each line in order of time. */
class Lines {
  readonly #count: number;
  /** NaN = unknown. */
  readonly #values: Float64Array;
  /** The values, but a spike of one frame is replaced by the middle of three. */
  readonly #calm: Float64Array;
  readonly #errors: Float64Array;

  constructor(moments: readonly Moment[], measured: readonly MeasureName[] = SMOOTHED) {
    const count = (this.#count = moments.length);
    const size = count * (SIGNALS.length + measured.length);
    this.#values = new Float64Array(size);
    this.#errors = new Float64Array(size);
    moments.forEach(({ measures, signal }, i) => {
      let at = i;
      for (const name of SIGNALS) {
        this.#values[at] = signal === null ? NaN : signal[name];
        at += count;
      }
      for (const name of measured) {
        const { value, error } = measures[name];
        this.#values[at] = value === null || error === null ? NaN : value;
        this.#errors[at] = error ?? NaN;
        at += count;
      }
    });
    this.#calm = this.#values.slice();
    for (let start = 0; start < size; start += count)
      for (let at = start + 1; at < start + count - 1; at++) {
        const calm = middle(this.#values[at - 1]!, this.#values[at]!, this.#values[at + 1]!);
        if (!Number.isNaN(calm)) this.#calm[at] = calm;
      }
  }

  /** The value of a moment as it was measured, without the spike that it may be; null = unknown. */
  valueAt(line: number, index: number): number | null {
    const value = this.#values[line * this.#count + index];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  /**
   * The value of a moment and its error, smoothed. Certainty has no weight: where the error grows with the value, it
   * would pull every peak down.
   *
   * @returns null where it is unknown
   */
  smoothAt(
    line: number,
    index: number,
    { from, weights }: Reach,
  ): { value: number; error: number } | null {
    const start = line * this.#count;
    if (Number.isNaN(this.#values[start + index]!)) return null;
    let sum = 0,
      total = 0,
      errors = 0;
    for (let n = 0; n < weights.length; n++) {
      const at = start + from + n,
        weight = weights[n]!,
        value = this.#calm[at]!;
      if (Number.isNaN(value)) continue;
      sum += weight * value;
      errors += weight * this.#errors[at]!;
      total += weight;
    }
    return { value: sum / total, error: errors / total };
  }
}

/**
 * Slope of the trunk line at a frame: of the cubic that fits the frames around it best (Savitzky and Golay 1964, for
 * any spacing), or of the straight line through its neighbours where there are fewer than five.
 * @returns degrees a second, and the share of it that may be lost between the frames (rule RATE-3); else why there is none
 */
function slopeAt(
  times: readonly Seconds[],
  trunk: readonly (number | null)[],
  index: number,
): { slope: number; lostShare: number } | NotJudgedReason {
  const a = trunk[index - 1],
    b = trunk[index + 1];
  if (a === undefined || b === undefined || a === null || b === null) return 'too-short';
  const t = times[index]!;
  const span = times[index + 1]! - times[index - 1]!;
  if (span <= 0) return 'too-short';
  if (span > GAP_S) return 'rate-too-low';
  const apart = (SUDDEN_RAD_S * span) / 2;
  // The top of a cosine, seen half an interval beside it: x²/8. What was lost of it where the share was found is in that.
  const beside = Math.max(0, apart ** 2 - (SUDDEN_RAD_S * VELOCITY_ERROR.atS) ** 2) / 8;
  const isNear = (k: number): boolean =>
    k >= 0 && k < times.length && Math.abs(times[k]! - t) <= SPEED_WINDOW_S;
  let first = index;
  while (isNear(first - 1)) first--;
  const offsets: number[] = [],
    values: number[] = [];
  let before = 0,
    after = 0;
  for (let k = first; isNear(k); k++) {
    const value = trunk[k];
    if (value === null || value === undefined) continue;
    const dt = times[k]! - t;
    offsets.push(dt);
    values.push(value);
    if (dt < 0) before++;
    else if (dt > 0) after++;
  }
  // A straight line through two points flattens it besides: sin x / x, about 1 - x²/6.
  if (before < 2 || after < 2) return { slope: (b - a) / span, lostShare: beside + apart ** 2 / 6 };
  return { slope: cubicSlope(offsets, values), lostShare: beside };
}

/** Slope at 0 of the cubic of least squares through points (x, y). */
function cubicSlope(x: readonly number[], y: readonly number[]): number {
  // normal equations in x / window, solved by elimination: four unknowns
  const powers = [0, 0, 0, 0, 0, 0, 0],
    heights = [0, 0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    const u = x[i]! / SPEED_WINDOW_S;
    for (let p = 0, power = 1; p <= 6; p++, power *= u) {
      powers[p]! += power;
      if (p < 4) heights[p]! += y[i]! * power;
    }
  }
  const rows = heights.map((height, i) => [...powers.slice(i, i + 4), height]);
  for (let i = 0; i < 4; i++)
    for (let k = i + 1; k < 4; k++) {
      const factor = rows[k]![i]! / rows[i]![i]!;
      for (let j = i; j < 5; j++) rows[k]![j] = rows[k]![j]! - factor * rows[i]![j]!;
    }
  const solved = [0, 0, 0, 0];
  for (let i = 3; i >= 0; i--) {
    let rest = rows[i]![4]!;
    for (let j = i + 1; j < 4; j++) rest -= rows[i]![j]! * solved[j]!;
    solved[i] = rest / rows[i]![i]!;
  }
  return solved[1]! / SPEED_WINDOW_S;
}

function velocityAt(
  times: readonly Seconds[],
  trunk: readonly (number | null)[],
  index: number,
  base: Measure,
): Measure {
  const found = slopeAt(times, trunk, index);
  if (typeof found === 'string') return unknown(found);
  const value = Math.abs(found.slope);
  const own = VELOCITY_ERROR.perDegree * base.error! + VELOCITY_ERROR.share * value;
  const error = own + found.lostShare * value;
  if (base.judged !== true) return { value, error, judged: base.judged };
  const most = VELOCITY_JUDGED_SHARE * Math.max(value, VELOCITY_WATCH);
  const judged = error <= most ? true : own <= most ? 'rate-too-low' : 'too-uncertain';
  return { value, error, judged };
}

/**
 * Smooths one moment by those around it, as far as there are any: live, the newest one by the past alone.
 * The trunk velocity, which needs both neighbours, is left out.
 */
export function smoothMoment(moments: readonly Moment[], index: number): Moment {
  const { near, at, reach } = around(moments, index);
  return smoothed(near, new Lines(near), at, reach);
}

/** The signal of {@link smoothMoment} alone. @returns null where nobody was seen */
export function smoothSignal(moments: readonly Moment[], index: number): LiftSignal | null {
  const { near, at, reach } = around(moments, index);
  return signalAt(near[at]!, new Lines(near, []), at, reach);
}

/** The moments that count for one of them, and where it is among them. */
function around(
  moments: readonly Moment[],
  index: number,
): { near: Moment[]; at: number; reach: Reach } {
  const { from, weights } = reachOf(moments, index, SMOOTH_S);
  // Spikes are told by one neighbour beyond what is summed up, turns by two of the moment itself.
  const first = Math.max(0, Math.min(from - 1, index - 2));
  const near = moments.slice(first, Math.max(from + weights.length, index + 2) + 1);
  return { near, at: index - first, reach: { from: from - first, weights } };
}

function smoothed(moments: readonly Moment[], lines: Lines, index: number, reach: Reach): Moment {
  const moment = moments[index]!;
  const measures = { ...moment.measures };
  const isFarApart = isFarFromNeighbours(moments, index);
  SMOOTHED.forEach((name, k) => {
    const line = MEASURED_FROM + k;
    const smooth = lines.smoothAt(line, index, reach);
    if (smooth === null) return;
    const missed = isFarApart ? missedNear(moments, index, (i) => lines.valueAt(line, i)) : 0;
    const { value } = smooth,
      error = smooth.error + missed;
    const raw = moment.measures[name].judged;
    measures[name] = { value, error, judged: judgedAfter(raw, name, smooth.error, error) };
  });
  return { timeS: moment.timeS, measures, signal: signalAt(moment, lines, index, reach) };
}

/**
 * Rules JUDGE-1 and RATE-2.
 * @param own error without what may have been missed between frames
 */
function judgedAfter(
  raw: Measure['judged'],
  name: MeasureName,
  own: number,
  whole: number,
): Measure['judged'] {
  if (raw !== true && raw !== 'too-uncertain') return raw;
  if (!isSure(name, own)) return 'too-uncertain';
  return isSure(name, whole) ? true : 'rate-too-low';
}

function signalAt(
  { signal }: Moment,
  lines: Lines,
  index: number,
  reach: Reach,
): LiftSignal | null {
  if (signal === null) return null;
  const smooth = { ...signal };
  SIGNALS.forEach((name, line) => {
    // null: it is no number, from points no picture can hold
    smooth[name] = lines.smoothAt(line, index, reach)?.value ?? signal[name];
  });
  return smooth;
}

/**
 * Smooths a series of moments in both directions and adds the trunk velocity. The same function serves
 * recordings (the whole of it) and a live lift (the frames of that lift, once it has ended).
 *
 * @param moments in order of time, at any frame rate
 * @returns as many moments; a value that was unknown stays unknown
 */
export function smoothSeries(moments: readonly Moment[]): Moment[] {
  return [...smoothedInTurn(moments)];
}

/** The moments of {@link smoothSeries}, each made when it is asked for: they take more room than anything else. */
export function* smoothedInTurn(moments: readonly Moment[]): Generator<Moment, void> {
  const lines = new Lines(moments);
  const times = moments.map((m) => m.timeS);
  const trunkLine = moments.map(
    (_, i) => lines.smoothAt(TRUNK, i, reachOf(moments, i, SPIKES_S))?.value ?? null,
  );
  for (let i = 0; i < moments.length; i++) {
    const moment = smoothed(moments, lines, i, reachOf(moments, i, SMOOTH_S));
    const trunk = moment.measures.trunkInclinationDeg;
    if (trunk.value !== null)
      moment.measures.trunkVelocityDegS = velocityAt(times, trunkLine, i, trunk);
    yield moment;
  }
}
