import { describe, expect, it } from 'vitest';
import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import {
  dips,
  furthestOf,
  lowestOf,
  onset,
  sampleOf,
  workTime,
  type Sample,
} from '../../../../src/core/lifts/course';

const HANGING = 0.5;
const standing: LiftSignal = { trunkDeg: 4, handHeight: HANGING, handReach: 0.1, hipDrop: 0 };
const sample = (signal: Partial<LiftSignal>, timeS = 0): Sample =>
  sampleOf(timeS, { ...standing, ...signal }, HANGING);

/** Samples a tenth of a second apart, from their hands' heights. */
const hands = (...heights: number[]): Sample[] =>
  heights.map((handHeight, i) => sample({ handHeight }, i / 10));
const trunks = (...degrees: number[]): Sample[] =>
  degrees.map((trunkDeg, i) => sample({ trunkDeg }, i / 10));

describe('carrying', () => {
  it('hands hanging in front of nothing carry nothing', () => {
    expect(sample({}).carry).toBe(0);
    expect(sample({ handReach: 0.115 }).carry).toBe(0);
  });

  it('is 1 for hands 6 % of the standing size above hanging, and for hands 4 % of stature beyond 11.5 %', () => {
    expect(sample({ handHeight: 0.56 }).carry).toBeCloseTo(1, 9);
    expect(sample({ handReach: 0.155 }).carry).toBeCloseTo(1, 9);
    expect(sample({ handHeight: 0.56, handReach: 0.155 }).carry).toBeCloseTo(2, 9);
  });

  it('is less for hands below hanging, as far as the hips did not take them down', () => {
    expect(sample({ handHeight: 0.44 }).carry).toBeCloseTo(-1, 9);
    expect(sample({ handHeight: 0.44, hipDrop: 0.06 }).carry).toBeCloseTo(0, 9);
    // Hips above standing raise nothing.
    expect(sample({ hipDrop: -0.06 }).carry).toBe(0);
  });
});

describe('how low', () => {
  it('is 0 standing and 1 at 25° of the trunk, hands 10 % below hanging, or hips dropped by 10 %', () => {
    expect(sample({}).lowness).toBe(0);
    expect(sample({ trunkDeg: 25 }).lowness).toBeCloseTo(1, 9);
    expect(sample({ handHeight: 0.4 }).lowness).toBeCloseTo(1, 9);
    expect(sample({ hipDrop: 0.1 }).lowness).toBeCloseTo(1, 9);
  });

  it('is that of whichever is furthest', () => {
    expect(sample({ trunkDeg: 46, handHeight: 0.45, hipDrop: 0.02 }).lowness).toBeCloseTo(2, 9);
    expect(sample({ trunkDeg: 14.5, handHeight: 0.2, hipDrop: 0.02 }).lowness).toBeCloseTo(3, 9);
  });
});

describe('of several samples', () => {
  it('the lowest hands, the furthest bend; of equals the first', () => {
    expect(lowestOf(hands(0.5, 0.2, 0.3, 0.2)).timeS).toBe(0.1);
    expect(furthestOf(trunks(10, 50, 60, 60, 20)).timeS).toBe(0.2);
  });
});

describe('LIFT-1: when a movement began', () => {
  /** Goes down as the square of time from `beganS`, low `tookS` later; twenty samples a second. */
  const before = (beganS: number, tookS: number): Sample[] =>
    Array.from({ length: Math.floor((beganS + tookS) * 20 + 1e-9) + 1 }, (_, i) => {
      const share = Math.max(0, i / 20 - beganS) / tookS;
      return sample({ hipDrop: 0.1 * share ** 2 }, i / 20);
    });

  it.each([0.4, 1, 2])(
    'follows from when it was 35 %% and all of the way to low: %d s',
    (tookS) => {
      expect(Math.abs(onset(before(1, tookS), 1 + tookS) - 1)).toBeLessThan(0.02);
    },
  );

  it('is found between the samples, not at one of them', () => {
    const two = [sample({ hipDrop: 0.025 }, 0), sample({ hipDrop: 0.045 }, 1)];
    // 35 % half-way between them; low at 2 s, so 1.5 s later: it began that long times √0.35 / (1 − √0.35) before.
    const long = [sample({}, -5), ...two];
    expect(onset(long, 2)).toBeCloseTo(0.5 - 1.5 * (Math.sqrt(0.35) / (1 - Math.sqrt(0.35))), 9);
  });

  it('is never before the last movement was over', () => {
    const late = before(1, 1).filter(({ timeS }) => timeS > 1.4);
    expect(onset(late, 2)).toBe(late[0]!.timeS);
  });

  it('counts the last time it went down: a nod before it is not its beginning', () => {
    const nod = [sample({ hipDrop: 0.05 }, -0.3), sample({ hipDrop: 0.05 }, -0.2)];
    const samples = [sample({}, -0.4), ...nod, ...before(1, 1)];
    expect(Math.abs(onset(samples, 2) - 1)).toBeLessThan(0.02);
  });

  it('of a recording that begins further down: its highest moment, the last of equals', () => {
    const drops = [0.06, 0.05, 0.05, 0.08].map((hipDrop, i) => sample({ hipDrop }, i / 10));
    expect(onset(drops, 0.4)).toBe(0.2);
  });

  it('with nothing seen before is when it was low', () => {
    expect(onset([], 3)).toBe(3);
    const jumped = [sample({ hipDrop: 0.02 }, 2.9)];
    expect(onset(jumped, 3)).toBe(2.9);
  });
});

describe('LIFT-2, LIFT-5: when the hands took or left the load', () => {
  it('is the middle of the time within 3 % of their lowest', () => {
    expect(workTime(hands(0.5, 0.15, 0.12, 0.1, 0.11, 0.12, 0.129, 0.14))).toBeCloseTo(0.4, 9);
  });

  it('is that of the furthest bend, within 3°, where they did not go 10 % below hanging', () => {
    const bent = [30, 58, 60, 61, 57, 10].map((trunkDeg, i) =>
      sample({ trunkDeg, handHeight: i === 0 ? 0.41 : 0.45 }, i / 10),
    );
    expect(workTime(bent)).toBeCloseTo(0.2, 9);
    expect(workTime([...bent, sample({ handHeight: 0.37 }, 0.6)])).toBe(0.6);
  });
});

describe('LIFT-7: twice down', () => {
  it('is where the hands came up by 12 % between; the highest moment belongs to both', () => {
    const samples = hands(0.5, 0.2, 0.25, 0.32, 0.3, 0.18, 0.4);
    const [first, second] = dips(samples);
    expect(first).toEqual(samples.slice(0, 4));
    expect(second).toEqual(samples.slice(3));
  });

  it('a lesser rise, over the higher of both lows, is none', () => {
    for (const samples of [hands(0.5, 0.2, 0.31, 0.1, 0.5), hands(0.5, 0.1, 0.31, 0.2, 0.5)])
      expect(dips(samples)).toEqual([samples, samples]);
  });

  it('going down once, or up and on, is once', () => {
    for (const samples of [hands(0.5, 0.3, 0.1, 0.3, 0.5), hands(0.1, 0.3, 0.5), hands(0.5, 0.1)])
      expect(dips(samples)).toEqual([samples, samples]);
  });
});
