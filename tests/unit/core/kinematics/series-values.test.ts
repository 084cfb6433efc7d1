import { describe, expect, it } from 'vitest';
import { missedTurn } from '../../../../src/core/kinematics/between-frames';
import type { Measure, MeasureName } from '../../../../src/core/kinematics/measure';
import {
  unknownMoment,
  type LiftSignal,
  type Moment,
} from '../../../../src/core/kinematics/moment';
import { smoothMoment, smoothSeries, smoothSignal } from '../../../../src/core/kinematics/series';

const TRUNK = 'trunkInclinationDeg';
interface Seen {
  value: number | null;
  error?: number;
  judged?: Measure['judged'];
}

/** One measure over time, everything else unknown. */
const momentsOf = (
  times: readonly number[],
  seen: readonly Seen[],
  name: MeasureName = TRUNK,
): Moment[] =>
  times.map((timeS, i) => {
    const moment = unknownMoment(timeS, 'no-person');
    const { value, error = 3, judged = true } = seen[i]!;
    if (value !== null) moment.measures[name] = { value, error, judged };
    return moment;
  });
const every = (stepS: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => i * stepS);
const valuesOf = (values: readonly (number | null)[], error = 3): Seen[] =>
  values.map((value) => ({ value, error }));

/** Weight of a frame that is this far away: a standard deviation of 70 ms. */
const weight = (apartS: number): number => Math.exp(-((apartS / 0.07) ** 2) / 2);
const [W1, W2, W3, W4] = [weight(0.05), weight(0.1), weight(0.15), weight(0.2)];
const AROUND = 1 + 2 * (W1 + W2 + W3 + W4);

describe('smoothing by time', () => {
  /** Twenty frames a second; from the tenth on another value, with another error. */
  const step = (name: MeasureName = TRUNK): Moment[] =>
    momentsOf(
      every(0.05, 20),
      every(1, 20).map((i) => (i < 10 ? { value: 0, error: 2 } : { value: 10, error: 6 })),
      name,
    );

  it('weighs frames up to 0.21 s away as a bell does, values and errors alike', () => {
    const share = (1 + W1 + W2 + W3 + W4) / AROUND;
    const { value, error, judged } = smoothSeries(step())[10]!.measures[TRUNK];
    expect(value).toBeCloseTo(10 * share, 9);
    expect(error).toBeCloseTo(2 + 4 * share, 9);
    expect(judged).toBe(true);
  });

  it('knows of the newest frame only the past, live', () => {
    const past = 1 + W1 + W2 + W3 + W4;
    const { measures } = smoothMoment(step().slice(0, 12), 11);
    expect(measures[TRUNK].value).toBeCloseTo((10 * (1 + W1)) / past, 9);
    expect(measures.trunkVelocityDegS.value).toBeNull();
  });

  it.each([
    [0.2, (10 + 40 * weight(0.2)) / (1 + 2 * weight(0.2))],
    [0.22, 10],
  ])('of frames %d s apart', (apartS, value) => {
    const out = smoothSeries(momentsOf(every(apartS, 3), valuesOf([0, 10, 40])));
    expect(out[1]!.measures[TRUNK].value).toBeCloseTo(value, 9);
  });

  it.each<MeasureName>(['viewAzimuthDeg', 'handDirectionDeg'])('leaves %s as it was', (name) => {
    expect(smoothSeries(step(name)).map(({ measures }) => measures[name])).toEqual(
      step(name).map(({ measures }) => measures[name]),
    );
  });

  it.each([0.02, 0.05, 0.07, 0.12, 0.2, 0.3])(
    'smooths one frame as the whole series does, its speed aside, %d s apart',
    (apartS) => {
      const values = [10, 12, 40, 15, 18, null, 25, 60, 61, 30, 31, 5, 33, 34, null, 36, 20, 38];
      const moments = momentsOf(every(apartS, values.length), valuesOf(values));
      smoothSeries(moments).forEach((whole, i) => {
        const { measures, ...rest } = smoothMoment(moments, i);
        const { trunkVelocityDegS } = whole.measures;
        expect({ ...rest, measures: { ...measures, trunkVelocityDegS } }).toEqual(whole);
      });
    },
  );

  it('goes round what is unknown, and leaves it unknown', () => {
    const out = smoothSeries(momentsOf(every(0.05, 4), valuesOf([10, null, 30, 50])));
    const read = out.map(({ measures }) => measures[TRUNK].value);
    expect(read[0]).toBeCloseTo((10 + 30 * W2 + 50 * W3) / (1 + W2 + W3), 9);
    expect(read[1]).toBeNull();
    expect(read[2]).toBeCloseTo((30 + 10 * W2 + 50 * W1) / (1 + W2 + W1), 9);
  });

  it('smooths what lifts are found by as well, where there is any', () => {
    const moments = step().map((moment, i) => ({
      ...moment,
      signal:
        i === 5 ? null : { trunkDeg: 7, handHeight: i < 10 ? 0 : 1, handReach: 3, hipDrop: 4 },
    }));
    const out = smoothSeries(moments);
    const share = (1 + W1 + W2 + W3 + W4) / AROUND;
    const { trunkDeg, handHeight, handReach, hipDrop } = out[10]!.signal!;
    expect(handHeight).toBeCloseTo(share, 9);
    [trunkDeg, handReach, hipDrop].forEach((value, k) =>
      expect(value).toBeCloseTo([7, 3, 4][k]!, 9),
    );
    expect(out[5]!.signal).toBeNull();
    const none: LiftSignal = { trunkDeg: 7, handHeight: NaN, handReach: 3, hipDrop: 4 };
    expect(smoothMoment([{ ...moments[0]!, signal: none }], 0).signal).toEqual(none);
    moments.forEach((_, i) =>
      expect(smoothSignal(moments, i)).toEqual(smoothMoment(moments, i).signal),
    );
  });
});

describe('measures beside one another', () => {
  /** Frames too far apart for smoothing to reach, all with three measures. */
  const three = (...lists: (number | null)[][]): Moment[] =>
    every(0.25, lists[0]!.length).map((timeS, i) => {
      const moment = unknownMoment(timeS, 'no-person');
      ([TRUNK, 'hipShoulderInclinationDeg', 'trunkFlexionDeg'] as const).forEach((name, k) => {
        const value = lists[k]![i] ?? null;
        if (value !== null) moment.measures[name] = { value, error: 3, judged: true };
      });
      return moment;
    });
  const readOf = (moments: Moment[], name: MeasureName, what: 'value' | 'error') =>
    smoothSeries(moments).map(({ measures }) => measures[name][what]);

  it('know nothing of each other: the first and the last frame have one neighbour', () => {
    const moments = three([0, 5, 15], [10, 20, 45], [30, 60, 90]);
    expect(readOf(moments, TRUNK, 'value')).toEqual([0, 5, 15]);
    expect(readOf(moments, 'hipShoulderInclinationDeg', 'value')).toEqual([10, 20, 45]);
    expect(readOf(moments, 'trunkFlexionDeg', 'value')).toEqual([30, 60, 90]);
  });

  it('RATE-2: have each its own turns, and none beside what is unknown', () => {
    const moments = three([0, 0, 0, 0], [0, 40, 10, 0], [0, 40, null, 0]);
    const missed = missedTurn(
      { timeS: 0, value: 0 },
      { timeS: 0.25, value: 40 },
      { timeS: 0.5, value: 10 },
    );
    expect(readOf(moments, TRUNK, 'error')).toEqual([3, 3, 3, 3]);
    expect(readOf(moments, 'hipShoulderInclinationDeg', 'error')[1]).toBeCloseTo(3 + missed, 9);
    expect(readOf(moments, 'trunkFlexionDeg', 'error')).toEqual([3, 3, null, 3]);
  });
});

describe('JUDGE-1 after smoothing', () => {
  const middleOf = (around: Seen, middle: Seen): Measure =>
    smoothSeries(momentsOf(every(0.05, 3), [around, middle, around]))[1]!.measures[TRUNK];

  it.each<[string, around: Seen, middle: Seen, judged: Measure['judged']]>([
    [
      'an unsure frame among sure ones is judged',
      { value: 5, error: 3 },
      { value: 5, error: 12, judged: 'too-uncertain' },
      true,
    ],
    [
      'a sure one among unsure ones is not',
      { value: 5, error: 15, judged: 'too-uncertain' },
      { value: 5, error: 9 },
      'too-uncertain',
    ],
    [
      'what is out of the picture stays so',
      { value: 5, error: 3 },
      { value: 5, error: 3, judged: 'out-of-frame' },
      'out-of-frame',
    ],
  ])('%s', (_, around, middle, judged) => {
    expect(middleOf(around, middle).judged).toBe(judged);
  });
});

describe('the speed of the trunk', () => {
  const speedOf = (times: readonly number[], trunk: (t: number) => Seen, index: number): Measure =>
    smoothSeries(momentsOf(times, times.map(trunk)))[index]!.measures.trunkVelocityDegS;

  it('is that of the cubic through the frames around, however uneven they come', () => {
    const times = every(1 / 12, 13).map((t, i) => t + 0.004 * Math.sin(5 * i));
    for (const sign of [1, -1]) {
      const bend = (t: number): Seen => ({
        value: 50 + sign * (30 * t + 40 * t ** 2 + 50 * t ** 3),
      });
      for (const index of [3, 6, 9]) {
        const t = times[index]!;
        expect(speedOf(times, bend, index).value).toBeCloseTo(30 + 80 * t + 150 * t ** 2, 3);
      }
    }
  });

  it('by the frames beside it is that of the straight line, where there are fewer than five', () => {
    const times = every(1 / 7, 5);
    const bend = (t: number): Seen => ({ value: 500 * t ** 3 });
    const [a, b] = [times[1]!, times[3]!];
    expect(speedOf(times, bend, 2).value).toBeCloseTo((500 * (b ** 3 - a ** 3)) / (b - a), 6);
  });

  it('by few frames on one side is that of the straight line too, and passes over unknown ones', () => {
    const times = every(1 / 15, 12);
    const bend = (t: number): Seen => ({ value: 500 * t ** 3 });
    for (const index of [1, times.length - 2]) {
      const [a, b] = [times[index - 1]!, times[index + 1]!];
      expect(speedOf(times, bend, index).value).toBeCloseTo((500 * (b ** 3 - a ** 3)) / (b - a), 6);
    }
    const index = 6;
    const gone = [times[index + 2]!, times[index - 3]!];
    const holes = (t: number): Seen => (gone.includes(t) ? { value: null } : bend(t));
    expect(speedOf(times, holes, index).value).toBeCloseTo(1500 * times[index]! ** 2, 3);
    // nothing is said of a frame that is unknown itself
    const hole = (t: number): Seen => (t === times[index] ? { value: null } : bend(t));
    expect(speedOf(times, hole, index).value).toBeNull();
  });

  /** Half an interval beside the top of a cosine, beyond what is in the share; and the straight line, where it is one. */
  const beside = (apartS: number): number => ((5.5 * apartS) ** 2 - (5.5 * 0.08) ** 2) / 8;
  it.each<[string, rate: number, error: number, share: number, judged: Measure['judged']]>([
    ['four times that of the angle and a tenth', 15, 3, 0.1, true],
    ['RATE-3: and what is lost at ten a second', 10, 3, 0.1 + beside(0.1), true],
    [
      'RATE-3: and what a straight line loses at seven',
      7,
      2.5,
      0.1 + beside(1 / 7) + (5.5 / 7) ** 2 / 6,
      true,
    ],
    [
      'RATE-3: which may be too much',
      7,
      3,
      0.1 + beside(1 / 7) + (5.5 / 7) ** 2 / 6,
      'rate-too-low',
    ],
    ['JUDGE-1: a quarter of the watch edge at the most', 15, 7, 0.1, 'too-uncertain'],
  ])('has an error: %s', (_, rate, error, share, judged) => {
    const measure = speedOf(every(1 / rate, 2 * rate), (t) => ({ value: 100 * t, error }), rate);
    expect(measure.value).toBeCloseTo(100, 6);
    expect(measure.error).toBeCloseTo(4 * error + 100 * share, 6);
    expect(measure.judged).toBe(judged);
  });

  it('JUDGE-1: of what is faster than the watch edge a quarter of itself', () => {
    const fast = (error: number) =>
      speedOf(every(1 / 15, 30), (t) => ({ value: 300 * t, error }), 15).judged;
    expect([fast(9), fast(11.5)]).toEqual([true, 'too-uncertain']);
  });

  it('of an angle that is not judged is not judged, for the same reason', () => {
    const unsure = (t: number): Seen => ({ value: 100 * t, judged: 'out-of-frame' });
    const measure = speedOf(every(1 / 15, 30), unsure, 15);
    expect(measure.judged).toBe('out-of-frame');
    expect(measure.value).toBeCloseTo(100, 6);
    expect(measure.error).toBeCloseTo(22, 6);
  });

  it.each<[string, times: number[], values: (number | null)[], Measure['judged']]>([
    ['at the beginning', [0.1, 0.2], [0, 10], 'too-short'],
    ['after a frame without one', [0, 0.1, 0.2], [null, 10, 20], 'too-short'],
    ['before a frame without one', [0, 0.1, 0.2], [10, 20, null], 'too-short'],
    ['at no time', [0.1, 0.1, 0.1], [0, 10, 20], 'too-short'],
    ['in a gap of more than 0.35 s', [0, 0.2, 0.36], [0, 10, 20], 'rate-too-low'],
  ])('is none %s', (_, times, values, judged) => {
    const index = values.length === 2 ? 0 : 1;
    const out = smoothSeries(momentsOf(times, valuesOf(values)));
    expect(out[index]!.measures.trunkVelocityDegS).toEqual({ value: null, error: null, judged });
    expect(out.at(-1)!.measures.trunkVelocityDegS.value).toBeNull();
  });

  it('is there in one of less', () => {
    const out = smoothSeries(momentsOf([0, 0.2, 0.34], valuesOf([0, 10, 20])));
    expect(out[1]!.measures.trunkVelocityDegS.value).toBeCloseTo(20 / 0.34, 6);
  });
});
