import { describe, expect, it } from 'vitest';
import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import {
  bent,
  down,
  HANGING,
  holding,
  inFront,
  loaded,
  STEP_S,
  Steps,
  upright,
  type At,
} from './steps';

it('LIFT-1: low for a tenth of a second begins reaching', () => {
  const after = (seconds: number) => new Steps().then(upright, 1).then(down, seconds).said[1];
  expect([after(0.1), after(0.2)]).toEqual(['standing', 'reaching']);
});

describe('LIFT-2: what upright is', () => {
  it.each<[string, Partial<LiftSignal>, number]>([
    ['trunk below 18°', { ...loaded, trunkDeg: 17.9 }, 1],
    ['not at 18.1°', { ...loaded, trunkDeg: 18.1 }, 0],
    ['hips dropped by less than 7 %', { ...loaded, hipDrop: 0.069 }, 1],
    ['not by 7.1 %', { ...loaded, hipDrop: 0.071 }, 0],
    ['hands less than 8 % below hanging', { ...inFront, handHeight: HANGING - 0.079 }, 1],
    ['not 8.1 % below', { ...inFront, handHeight: HANGING - 0.081 }, 0],
  ])('%s', (_, posture, lifts) => {
    expect(bent().then(posture, 1.5).said[0]).toBe(lifts);
  });

  it('for a fifth of a second, then it is told once', () => {
    const short = bent().then(loaded, 0.2);
    expect([short.said, short.events]).toEqual([[0, 'rising'], []]);
    short.then(loaded, 1);
    expect(short.events).toEqual([{ kind: 'lift-ended', index: 0 }]);
    expect(short.segmenter.lifts[0]!.endS).toBeCloseTo(2.25, 9);
    expect(short.said).toEqual([1, 'holding']);
  });
});

describe('LIFT-2: what carrying is', () => {
  it.each<[string, Partial<LiftSignal>, number]>([
    ['hands 6 % above hanging', { handHeight: HANGING + 0.0601 }, 1],
    ['not 5.9 %', { handHeight: HANGING + 0.059 }, 0],
    ['4 % of stature in front', { handReach: 0.1551 }, 1],
    ['not 3.9 %', { handReach: 0.154 }, 0],
    ['hips that are low are added back', { hipDrop: 0.05, handHeight: HANGING + 0.0101 }, 1],
  ])('%s', (_, posture, lifts) => {
    expect(bent().then(posture, 1.5).said[0]).toBe(lifts);
  });

  it('is the middle value of the last third of a second', () => {
    // one slip in three is passed over, two are not
    const slips = (every: number): At => {
      let i = 0;
      return () => (++i % every === 0 ? loaded : upright);
    };
    expect(bent().then(slips(3), 0.4).said[0]).toBe(0);
    const mostly: At = (sinceS) => (Math.round(sinceS / STEP_S) % 3 === 0 ? upright : loaded);
    expect(bent().then(mostly, 0.4).then(mostly, 0.4).said[0]).toBe(1);
  });
});

describe('LIFT-2: it ends at the first quiet moment, at the latest after half a second', () => {
  const endOf = (at: At): number => bent().then(at, 1).segmenter.lifts[0]!.endS - 2;
  it.each<[string, At, number]>([
    ['trunk slower than 15° a second', (s) => ({ ...loaded, trunkDeg: 16 - 14 * s }), 0.25],
    ['faster', (s) => ({ ...loaded, trunkDeg: 16 - 16 * s }), 0.55],
    ['hands slower than 12 % a second', (s) => ({ ...loaded, handHeight: 0.59 + 0.11 * s }), 0.25],
    ['faster', (s) => ({ ...loaded, handHeight: 0.59 + 0.13 * s }), 0.55],
    // down again without a pause: 3° and more within a fifth of a second
    ['turned back', (s) => ({ ...loaded, trunkDeg: 3 + 20 * Math.max(0, s - 0.1) }), 0.25],
  ])('%s', (_, at, wanted) => {
    expect(endOf(at)).toBeCloseTo(wanted, 9);
  });
});

describe('LIFT-3: upright with empty hands', () => {
  it('for half a second is no lift', () => {
    expect(bent().then(upright, 0.5).said).toEqual([0, 'rising']);
    expect(bent().then(upright, 0.6).said).toEqual([0, 'standing']);
  });

  it('hands that come up by 4 % a second are waited for, two seconds long', () => {
    const rising =
      (perS: number): At =>
      (s) => ({ ...upright, handHeight: 0.44 + perS * s });
    expect(bent().then(rising(0.035), 0.8).said[1]).toBe('standing');
    expect(bent().then(rising(0.045), 0.8).said[1]).toBe('rising');
    expect(bent().then(rising(0.045), 2).said[1]).toBe('rising');
    expect(bent().then(rising(0.045), 2.2).said[1]).toBe('standing');
  });

  it('between empty and loaded nothing is decided', () => {
    const half: LiftSignal = { ...upright, handHeight: HANGING + 0.05 };
    expect(holding().then(down, 1).then(half, 2).said).toEqual([1, 'returning']);
  });
});

describe('LIFT-5: putting down', () => {
  it.each<[string, Partial<LiftSignal>, string]>([
    ['hands up by 6 % and more from their lowest', { ...down, handHeight: 0.161 }, 'returning'],
    ['not by less', { ...down, handHeight: 0.159 }, 'lowering'],
    ['or the trunk, to six tenths', { ...down, trunkDeg: 41.9 }, 'returning'],
    ['not more', { ...down, trunkDeg: 42.1 }, 'lowering'],
  ])('comes up again with %s', (_, posture, phase) => {
    expect(holding().then(down, 0.5).then(posture, 0.1).said).toEqual([1, phase]);
  });

  it.each<[string, number, string]>([
    ['5.9 % up: reaching still', 0.159, 'reaching'],
    ['6.1 % up: rising', 0.161, 'rising'],
  ])('before the lift, %s', (_, handHeight, phase) => {
    expect(bent().then({ ...down, handHeight }, 0.1).said[1]).toBe(phase);
  });

  it('ends when hands are empty: carrying below 0.6, and is told', () => {
    const put = (carry: number) =>
      holding()
        .then(down, 1)
        .then({ handHeight: HANGING + 0.06 * carry }, 1);
    expect(put(0.61).segmenter.lifts[0]!.releaseS).toBeNull();
    const told = put(0.59);
    expect(told.events).toEqual([
      { kind: 'lift-ended', index: 0 },
      { kind: 'lift-changed', index: 0 },
    ]);
    const [lift] = told.segmenter.lifts;
    expect([lift!.lowerStartS! >= lift!.endS, told.said[1]]).toEqual([true, 'standing']);
    expect(lift!.releaseS).toBeGreaterThan(3);
    expect(lift!.releaseS).toBeLessThan(4.01);
    expect(lift!.lowerEndS).toBeCloseTo(4.25, 9);
  });
});
