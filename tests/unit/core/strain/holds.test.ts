import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, counted, sampled, unknown, type Course } from './streams';

/** Bends in two seconds, holds so long, comes up in two. */
const held = (deg: number, seconds: number): Course => [
  [0, 0],
  [2, deg],
  [2 + seconds, deg],
  [4 + seconds, 0],
];

describe('a held posture (STRAIN-4)', () => {
  it('has its length and its mean inclination', () => {
    const { longestHold } = counted(sampled(held(45, 30), 15, 4));
    // the last ten degrees of the way down and the first ten of the way up, at 22.5° a second, belong to the band
    expect(longestHold!.seconds).toBeCloseTo(30 + 20 / 22.5, 6);
    expect(longestHold!.startS).toBeCloseTo(35 / 22.5, 6);
    expect(Math.abs(longestHold!.inclinationDeg - 45)).toBeLessThan(0.2);
    expect(longestHold!.errorDeg).toBeCloseTo(4, 6);
  });

  it('has the mean of a slow drift, and the mean of its error', () => {
    // 40° to 48° in ten seconds, getting less sure
    const drift = Array.from({ length: 21 }, (_, k) => at(k / 2, 40 + 0.4 * k, 2 + 0.2 * k));
    const { longestHold } = counted(drift);
    expect(longestHold!.seconds).toBeCloseTo(10, 9);
    expect(longestHold!.inclinationDeg).toBeCloseTo(44, 9);
    expect(longestHold!.errorDeg).toBeCloseTo(4, 9);
  });

  it('begins and ends between samples, where the trunk enters and leaves the band', () => {
    // 45° for ten seconds is in every band from 40° to 50°; that of 50° holds what comes from 55° and goes to 55°
    const steady = Array.from({ length: 21 }, (_, k) => at(0.5 + k / 2, 45));
    const from = counted([at(0, 60), ...steady]).longestHold!;
    expect(from.startS).toBeCloseTo(1 / 6, 9);
    expect(from.seconds).toBeCloseTo(10 + 1 / 3, 9);
    expect(from.inclinationDeg).toBeCloseTo((10 * 45 + (1 / 3) * 50) / (10 + 1 / 3), 9);
    const to = counted([...steady, at(11, 60)]).longestHold!;
    expect(to.startS).toBe(0.5);
    expect(to.seconds).toBeCloseTo(10 + 1 / 3, 9);
    expect(to.inclinationDeg).toBeCloseTo(from.inclinationDeg, 9);
  });

  it('has a mean over time, however uneven the samples', () => {
    const slow = Array.from({ length: 9 }, (_, k) => at(k / 2, 40));
    const quick = Array.from({ length: 11 }, (_, k) => at(4.1 + k / 10, 48));
    // only the bands of 43°, 44° and 45° hold both
    const { longestHold } = counted([...slow, ...quick]);
    expect(longestHold!.seconds).toBeCloseTo(5.1, 9);
    expect(longestHold!.inclinationDeg).toBeCloseTo((4 * 40 + 0.1 * 44 + 1 * 48) / 5.1, 9);
  });

  it('STRAIN-2: does not go on where time goes back', () => {
    const steady = (fromS: number) => Array.from({ length: 7 }, (_, k) => at(fromS + k / 2, 45));
    expect(counted([...steady(10), ...steady(13.5)]).longestHold!.seconds).toBeCloseTo(6.5, 9);
    expect(counted([...steady(10), ...steady(9)]).longestHold).toBeNull();
    expect(counted([...steady(10), ...steady(12.9)]).longestHold).toBeNull();
  });

  it('takes four seconds', () => {
    const steady = (seconds: number) =>
      counted(
        sampled(
          [
            [0, 45],
            [seconds, 45],
          ],
          10,
        ),
      );
    expect(steady(3.9).longestHold).toBeNull();
    expect(counted(Array.from({ length: 9 }, (_, k) => at(k / 2, 45))).longestHold!.seconds).toBe(
      4,
    );
    expect(steady(4.1).longestHold!.seconds).toBeCloseTo(4.1, 6);
  });

  it('is none below 20°, nor while standing', () => {
    expect(counted(sampled(held(18, 60), 10)).longestHold).toBeNull();
    expect(counted(sampled(held(3, 600), 10)).longestHold).toBeNull();
    expect(counted(sampled(held(22, 60), 10)).longestHold).not.toBeNull();
  });

  it('is none while the trunk goes on moving', () => {
    // 20° to 70° and back every two seconds
    const swaying = Array.from({ length: 600 }, (_, k) =>
      at(k / 10, 45 + 25 * Math.sin((k / 10) * Math.PI)),
    );
    expect(counted(swaying).longestHold).toBeNull();
  });

  it('goes on over swaying of a few degrees', () => {
    const swaying = Array.from({ length: 601 }, (_, k) => at(k / 10, 45 + 4 * Math.sin(k)));
    expect(counted(swaying).longestHold!.seconds).toBeCloseTo(60, 1);
  });

  it('a slip of one frame ends nothing, half a second elsewhere does', () => {
    const steady = sampled(
      [
        [0, 45],
        [20, 45],
      ],
      10,
    );
    const slipped = steady.map((s, k) => (k === 100 ? at(s.timeS, 58) : s));
    expect(counted(slipped).longestHold!.seconds).toBeCloseTo(20, 6);
    const missed = steady.map((s, k) =>
      k === 100 ? { ...s, trunkInclinationDeg: unknown('too-uncertain') } : s,
    );
    expect(counted(missed).longestHold!.seconds).toBeCloseTo(20, 6);
    expect(counted(missed).judgedS).toBeCloseTo(19.8, 6);
    const gone = steady.map((s, k) => (k >= 100 && k < 105 ? at(s.timeS, 70) : s));
    // back inside at 10.5 s, less the way there
    expect(counted(gone).longestHold!.seconds).toBeLessThan(10.2);
    const unseen = steady.filter((_, k) => k < 100 || k >= 106);
    expect(counted(unseen).longestHold!.seconds).toBeLessThan(10.2);
  });

  it('the longest and the hardest are two things', () => {
    // 100 s at 25° (limit 217.5 s) and 50 s at 58° (limit 69 s)
    const course: Course = [
      [0, 25],
      [100, 25],
      [103, 58],
      [153, 58],
    ];
    const { longestHold, hardestHold } = counted(sampled(course, 10));
    expect(Math.abs(longestHold!.inclinationDeg - 25)).toBeLessThan(0.5);
    expect(Math.abs(hardestHold!.inclinationDeg - 58)).toBeLessThan(0.5);
    // beyond 60° none is recommended: five seconds there are harder than both
    const further = counted(sampled([...course, [155, 75], [160, 75]], 10));
    // with ten degrees of the way there, at 8.5° a second
    expect(further.hardestHold!.seconds).toBeCloseTo(5 + 10 / 8.5, 1);
    expect(Math.abs(further.hardestHold!.inclinationDeg - 74)).toBeLessThan(0.5);
  });

  it('never exceeds the watched time, lies within its course and grows with a longer hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 21, max: 90 }),
        fc.integer({ min: 4, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (deg, seconds, more) => {
          const short = counted(sampled(held(deg, seconds), 10));
          const long = counted(sampled(held(deg, seconds + more), 10));
          expect(short.longestHold!.seconds).toBeLessThanOrEqual(short.watchedS);
          expect(short.longestHold!.inclinationDeg).toBeLessThanOrEqual(deg + 1e-6);
          expect(short.longestHold!.inclinationDeg).toBeGreaterThan(deg - 5);
          expect(long.longestHold!.seconds - short.longestHold!.seconds).toBeCloseTo(more, 1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
