import { describe, expect, it } from 'vitest';
import {
  bent,
  down,
  HANGING,
  holding,
  inFront,
  loaded,
  Steps,
  STEP_S,
  upright,
  type At,
} from './steps';

describe('LIFT-1: where a lift starts', () => {
  /** Down as the square of time, low after half a second. */
  const gently: At = (s) => ({
    ...upright,
    trunkDeg: 4 + 84 * s ** 2,
    handHeight: HANGING - s / 10,
  });

  it('is where the movement began, though it was upright long before and lower after', () => {
    const told = new Steps().then(upright, 1).then(gently, 0.8).then(down, 0.5).then(loaded, 1);
    expect(Math.abs(told.segmenter.lifts[0]!.startS - 1)).toBeLessThan(0.1);
  });

  it('is never before the last movement was over, however low that ended', () => {
    // upright enough for no lift, but never back to where standing began
    const half = { ...upright, trunkDeg: 15 };
    const told = new Steps().then(upright, 1).then(down, 1).then(half, 1).then(down, 1);
    told.then(loaded, 1);
    const [lift] = told.segmenter.lifts;
    expect(told.said).toEqual([1, 'holding']);
    expect(lift!.startS).toBeCloseTo(3, 9);
  });

  it('takes nothing of an earlier bend for its grasp or its furthest', () => {
    const deeper = { ...down, trunkDeg: 85, handHeight: 0.05 };
    const told = new Steps().then(upright, 1).then(deeper, 0.5).then(upright, 0.8);
    told.then(down, 0.5).then(loaded, 1);
    const [lift] = told.segmenter.lifts;
    expect(lift!.startS).toBeGreaterThan(1.9);
    expect(lift!.graspS).toBeGreaterThan(2.3);
    expect(lift!.graspS).toBeLessThan(2.81);
    expect(lift!.peakS).toBeGreaterThan(2.3);
  });
});

describe('LIFT-7: the second lift', () => {
  it('has its furthest bend after its own start, not where the first load was put down', () => {
    const told = holding().then({ ...down, trunkDeg: 80 }, 0.5);
    told
      .then({ ...down, trunkDeg: 60, handHeight: 0.3 }, 0.3)
      .then(down, 0.5)
      .then(loaded, 1);
    const [first, second] = told.segmenter.lifts;
    expect(told.said).toEqual([2, 'holding']);
    expect(first!.releaseS).toBeLessThan(3.6);
    expect(second!.startS).toBeGreaterThan(3.5);
    expect(second!.peakS).toBeGreaterThan(3.8);
    expect(told.events.map(({ kind, index }) => [kind, index])).toEqual([
      ['lift-ended', 0],
      ['lift-changed', 0],
      ['lift-ended', 1],
    ]);
  });

  it('never put down says nothing', () => {
    const told = holding()
      .then({ ...down, handHeight: 0.32 }, 1)
      .then(loaded, 1);
    expect(told.events).toEqual([{ kind: 'lift-ended', index: 0 }]);
  });
});

describe('LIFT-6: hands that come to hang empty', () => {
  it.each<[string, (told: Steps) => Steps, boolean]>([
    ['upright: released', (told) => told.then(upright, 1), true],
    ['bowed, though not low: not', (told) => told.then({ trunkDeg: 20 }, 1), false],
    ['for less than half a second: not', (told) => told.then(upright, 0.45), false],
    // a moment that the middle value passes over
    [
      'but for one moment: not',
      (told) => told.then(upright, 0.4).then(loaded, STEP_S).then(upright, 0.4),
      false,
    ],
  ])('%s', (_, next, released) => {
    expect(next(holding()).segmenter.lifts[0]!.releaseS !== null).toBe(released);
  });

  it('are seen three times in that half second at least', () => {
    const slowly = (everyS: number): boolean => {
      const { segmenter, timeS } = holding();
      for (let k = 1; k <= 3; k++) segmenter.push(timeS + k * everyS, upright);
      return segmenter.lifts[0]!.releaseS !== null;
    };
    expect(slowly(0.45)).toBe(false);
    expect(slowly(0.24)).toBe(true);
  });
});

describe('what says nothing', () => {
  it('is every step but the end of a lift and its putting down', () => {
    const told = new Steps().then(upright, 1).then(down, 1).then(inFront, 2).then(down, 1);
    told.then({ trunkDeg: 30, handHeight: 0.3 }, 0.2).then(upright, 1);
    expect(told.events).toEqual([
      { kind: 'lift-ended', index: 0 },
      { kind: 'lift-changed', index: 0 },
    ]);
    expect(bent().then(upright, 2).events).toEqual([]);
  });

  it('is a step in which nobody was seen', () => {
    const { segmenter, timeS } = holding();
    expect(segmenter.push(timeS + STEP_S, null)).toEqual([]);
    expect(segmenter.phase).toBe('holding');
  });
});

describe('LIFT-8: after somebody was gone', () => {
  it('nothing of before is taken for the beginning', () => {
    const told = new Steps().then(upright, 1).then(down, 1);
    told.timeS += 2;
    told.then(down, 1).then(loaded, 1);
    expect(told.said[0]).toBe(1);
    expect(told.segmenter.lifts[0]!.startS).toBeCloseTo(4 + STEP_S, 9);
  });

  it('a putting down that ended then is not waited for', () => {
    const told = holding().then(down, 1);
    told.timeS += 2;
    told.then({ trunkDeg: 10, handHeight: HANGING - 0.02 }, 0.1);
    expect(told.segmenter.finish()).toEqual([]);
    expect(told.segmenter.lifts[0]!.releaseS).toBeNull();
  });
});

describe('LIFT-10: a bend that was never further down than the turn', () => {
  it('has not turned back: it has to come from 4° further down', () => {
    const half = { trunkDeg: 30, handHeight: 0.6, handReach: 0.1, hipDrop: 0.05 };
    const from = (trunkDeg: number): number =>
      bent()
        .then({ ...half, trunkDeg }, 0.4)
        .then(half, 0.1)
        .then({ ...half, trunkDeg: 40 }, 0.1).said[0];
    expect([from(33), from(35)]).toEqual([0, 1]);
  });

  it('nor has one on the way down with the load', () => {
    const reached = { handHeight: HANGING, handReach: 0.3, hipDrop: 0.05 };
    const told = holding().then({ ...reached, trunkDeg: 50 }, 0.5);
    told.then({ ...reached, trunkDeg: 30 }, 0.1).then({ ...reached, trunkDeg: 50 }, 0.1);
    expect(told.said).toEqual([1, 'lowering']);
  });
});
