import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFarFromNeighbours,
  isTooSeldom,
  missedNear,
  missedTurn,
} from '../../../../src/core/kinematics/between-frames';
import { judge, unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { smoothSeries } from '../../../../src/core/kinematics/series';

const middleOf = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1]!;

describe('RATE-1', () => {
  const every = (intervalS: number) =>
    Array.from({ length: 9 }, (_, i) => ({ timeS: i * intervalS }));
  it('four frames a second are not too few, fewer are', () => {
    expect(isTooSeldom(every(0.25))).toBe(false);
    expect(isTooSeldom(every(0.26))).toBe(true);
  });
  it('of a single frame, or of none, nothing is said', () => {
    expect(isTooSeldom([])).toBe(false);
    expect(isTooSeldom([{ timeS: 3 }])).toBe(false);
  });
});

describe('RATE-2: a turn between frames', () => {
  /** A parabola with its top of 90 at `topS`. */
  const at = (topS: number, timeS: number) => ({ timeS, value: 90 - 400 * (timeS - topS) ** 2 });

  it('is found by the parabola, wherever it lies, and however uneven the frames', () => {
    const interval = fc.double({ min: 0.11, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(
        interval,
        interval,
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (a, b, share) => {
          // the top is nearer to the frame in the middle than where the parabola is as high as beside it
          const topS = -a / 2 + (share * (a + b)) / 2;
          const [before, here, after] = [at(topS, -a), at(topS, 0), at(topS, b)];
          const lost = 90 - middleOf([before.value, here.value, after.value]);
          const counted = 1 - (0.1 / Math.max(a, b)) ** 2;
          expect(missedTurn(before, here, after)).toBeCloseTo(lost * counted, 6);
        },
      ),
    );
  });

  it('counts from ten frames a second downwards only', () => {
    const missed = (interval: number): number =>
      missedTurn(at(0, -interval), at(0, 0), at(0, interval));
    expect(missed(0.1)).toBe(0);
    expect(missed(0.11)).toBeGreaterThan(0);
    // what is lost grows with the square; that of 0.1 s is known already
    expect(missed(0.2)).toBeCloseTo(400 * (0.2 ** 2 - 0.1 ** 2), 6);
  });

  it('is the same downwards', () => {
    const low = ({ timeS, value }: { timeS: number; value: number }) => ({ timeS, value: -value });
    const three = [at(0.03, -0.2), at(0.03, 0), at(0.03, 0.2)] as const;
    expect(missedTurn(low(three[0]), low(three[1]), low(three[2]))).toBeCloseTo(
      missedTurn(...three),
      9,
    );
  });

  it('is none where the value goes on or rests', () => {
    const frames = (...values: number[]) => values.map((value, i) => ({ timeS: i * 0.2, value }));
    for (const [a, b, c] of [frames(10, 20, 40), frames(40, 20, 10), frames(7, 7, 7)])
      expect(missedTurn(a!, b!, c!)).toBe(0);
  });
});

describe('RATE-2: frames that are far apart', () => {
  /** Every tenth of a second, but for 0.2 s between the fourth and the fifth. */
  const times = [0, 0.1, 0.2, 0.3, 0.5, 0.6, 0.7, 0.8].map((timeS) => ({ timeS }));

  it('matter to the frames beside them and to the next ones, whose turns lie there too', () => {
    const even = [0, 0.09, 0.18, 0.27, 0.47, 0.56, 0.65, 0.74].map((timeS) => ({ timeS }));
    const far = even.map((_, index) => isFarFromNeighbours(even, index));
    expect(far).toEqual([false, false, true, true, true, true, false, false]);
    expect(isFarFromNeighbours([{ timeS: 0 }, { timeS: 1 }], 0)).toBe(true);
    expect(isFarFromNeighbours([{ timeS: 0 }, { timeS: 0.1 }], 1)).toBe(false);
    expect(isFarFromNeighbours([{ timeS: 0 }], 0)).toBe(false);
  });

  it('may miss a turn at a frame or at one beside it, where all three are known', () => {
    const values = [0, 0, 0, 10, 40, 15, 0, 0];
    const at = (k: number) => ({ ...times[k]!, value: values[k]! });
    const turn = missedTurn(at(3), at(4), at(5));
    expect(turn).toBeGreaterThan(10);
    const missed = values.map((_, index) => missedNear(times, index, (k) => values[k]!));
    // the rest that begins at the fourth turns a little as well
    expect(missed.map((m) => m === turn)).toEqual(times.map((_, k) => k >= 3 && k <= 5));
    for (const gone of [3, 4, 5])
      expect(missedNear(times, 4, (k) => (k === gone ? null : values[k]!))).toBeLessThan(turn);
  });

  it('is nothing of frames at the same time, or out of order', () => {
    const frames = (...seconds: number[]) =>
      seconds.map((timeS, i) => ({ timeS, value: [0, 10, 0][i]! }));
    for (const [a, b, c] of [frames(0, 0, 0.3), frames(0, 0.3, 0.3), frames(0, 0.3, 0.2)])
      expect(missedTurn(a!, b!, c!)).toBe(0);
  });
});

describe('the error of a bend', () => {
  /** Down to 90° and up again in two seconds, as a cosine, its lowest at 2 s; then standing. */
  const bend = (timeS: number): number =>
    Math.abs(timeS - 2) < 1 ? 45 * (1 + Math.cos(Math.PI * (timeS - 2))) : 0;
  const seen = (rate: number, startS: number): Moment[] =>
    smoothSeries(
      Array.from({ length: 4 * rate }, (_, i) => {
        const timeS = startS + i / rate;
        const moment = unknownMoment(timeS, 'no-person');
        moment.measures.trunkInclinationDeg = judge('trunkInclinationDeg', bend(timeS), 4);
        return moment;
      }),
    );
  const furthest = (moments: readonly Moment[]) =>
    moments
      .map(({ measures }) => measures.trunkInclinationDeg)
      .reduce((a, b) => (b.value! > a.value! ? b : a));

  it.each([5, 6, 7])(
    'at %i frames a second holds the furthest bend, wherever frames fall',
    (rate) => {
      for (let k = 0; k < 10; k++) {
        const { value, error } = furthest(seen(rate, k / 10 / rate));
        expect(Math.abs(value! - 90)).toBeLessThan(error!);
      }
    },
  );

  it('is as ever at ten frames a second and more', () => {
    for (const rate of [10, 15, 30]) expect(furthest(seen(rate, 0)).error).toBeCloseTo(4, 6);
  });

  it('beyond what is judged says that the rate is too low', () => {
    expect(furthest(seen(5, 0))).toMatchObject({ judged: 'rate-too-low' });
    expect(furthest(seen(10, 0))).toMatchObject({ judged: true });
  });

  it('does not grow while the value goes one way', () => {
    const moments = seen(5, 0);
    const standing = moments[0]!.measures.trunkInclinationDeg;
    expect(standing).toMatchObject({ error: 4, judged: true });
  });
});
