import { describe, expect, it } from 'vitest';
import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import { bent, down, HANGING, holding, loaded, Steps, upright, STEP_S } from './steps';

describe('LIFT-6: placed on something high', () => {
  it.each<[string, number, number]>([
    ['held long: it began 1.5 s before the hands were empty', 3, 1.5],
    ['held briefly: when the lift had ended', 1, 0.8],
  ])('%s', (_, heldS, before) => {
    const told = bent().then(loaded, heldS).then(upright, 1.5);
    const [lift] = told.segmenter.lifts;
    const emptyS = 2 + heldS + STEP_S;
    expect(lift!.releaseS).toBeCloseTo(emptyS, 9);
    expect(lift!.lowerEndS).toBeCloseTo(emptyS, 9);
    expect(emptyS - lift!.lowerStartS!).toBeCloseTo(before, 9);
    expect(told.events.map(({ kind }) => kind)).toEqual(['lift-ended', 'lift-changed']);
  });

  it('hands that carry again meanwhile have placed nothing', () => {
    const told = holding();
    for (let i = 0; i < 5; i++) told.then(upright, 0.45).then(loaded, 0.1);
    expect(told.segmenter.lifts[0]!.releaseS).toBeNull();
  });
});

it.each<[string, number, number]>([
  ['19.9 % below hanging: never put down', 0.301, 1],
  ['20.1 %: put down and lifted again', 0.299, 2],
])('LIFT-7: hands %s', (_, handHeight, lifts) => {
  const told = holding()
    .then({ ...down, handHeight }, 1)
    .then(loaded, 1);
  expect(told.said).toEqual([lifts, 'holding']);
  expect(told.segmenter.lifts[0]!.releaseS === null).toBe(lifts === 1);
});

it.each<[string, number, number, number | null]>([
  ['out of sight for 1.5 s goes on', 1.5, 1, 4.25],
  ['for longer it is over, its release unknown', 1.6, 1, null],
])('LIFT-8: who holds a load and is %s', (_, gapS, lifts, lowerEndS) => {
  const told = bent().then(loaded, 0.5);
  told.timeS += gapS - STEP_S;
  told.then(down, 1).then(upright, 1);
  expect(told.said).toEqual([lifts, 'standing']);
  expect(told.segmenter.lifts[0]!.lowerEndS === null).toBe(lowerEndS === null);
});

describe('LIFT-9: the recording ends', () => {
  it.each<[string, Partial<LiftSignal>, number]>([
    ['trunk at 24.9°', { ...loaded, trunkDeg: 24.9 }, 1],
    ['at 25.1°', { ...loaded, trunkDeg: 25.1 }, 0],
    ['hips dropped by 9.9 %', { handHeight: HANGING, hipDrop: 0.099 }, 1],
    ['by 10.1 %', { handHeight: HANGING, hipDrop: 0.101 }, 0],
    ['hands 5.9 % up', { handHeight: HANGING + 0.059, trunkDeg: 20 }, 0],
    ['hands 6.1 % up', { handHeight: HANGING + 0.061, trunkDeg: 20 }, 1],
  ])('coming up, %s', (_, posture, lifts) => {
    const told = bent().then(posture, 0.1);
    const events = told.segmenter.finish();
    expect(told.said[0]).toBe(lifts);
    expect(events).toEqual(lifts === 1 ? [{ kind: 'lift-ended', index: 0 }] : []);
    if (lifts === 1) expect(told.segmenter.lifts[0]!.endS).toBeCloseTo(2.1, 9);
  });

  it.each<[string, Partial<LiftSignal>, boolean]>([
    ['hands empty', { handHeight: HANGING + 0.035, trunkDeg: 20 }, true],
    ['hands not empty', { handHeight: HANGING + 0.037, trunkDeg: 20 }, false],
    ['still bent', { trunkDeg: 26 }, false],
  ])('coming up from putting down, %s', (_, posture, released) => {
    const told = holding().then(down, 1).then(posture, 0.1);
    const events = told.segmenter.finish();
    expect(told.segmenter.lifts[0]!.releaseS !== null).toBe(released);
    expect(events).toEqual(released ? [{ kind: 'lift-changed', index: 0 }] : []);
  });

  it('standing, or with the load in the hands: nothing more', () => {
    expect(new Steps().then(upright, 1).segmenter.finish()).toEqual([]);
    expect(holding().segmenter.finish()).toEqual([]);
  });
});

describe('LIFT-10: turned back before upright', () => {
  const half: LiftSignal = { trunkDeg: 30, handHeight: 0.6, handReach: 0.1, hipDrop: 0.05 };
  it.each<[string, Partial<LiftSignal>, number, number]>([
    ['below 35°', { trunkDeg: 34.9 }, 40, 1],
    ['not at 35.1°', { trunkDeg: 35.1 }, 41, 0],
    ['hips dropped by less than 12 %', { hipDrop: 0.119 }, 40, 1],
    ['not by 12.1 %', { hipDrop: 0.121 }, 40, 0],
    ['carrying 1.51', { hipDrop: 0, handHeight: HANGING + 0.0906 }, 40, 1],
    ['not 1.49', { hipDrop: 0, handHeight: HANGING + 0.0894 }, 40, 0],
    ['by 4.1°', {}, 34.1, 1],
    ['not by 3.9°', {}, 33.9, 0],
  ])('%s', (_, posture, backDeg, lifts) => {
    const told = bent()
      .then({ ...half, ...posture }, 0.2)
      .then({ ...down, trunkDeg: backDeg }, 0.1);
    expect(told.said[0]).toBe(lifts);
    if (lifts === 1) expect(told.segmenter.lifts[0]!.endS).toBeCloseTo(2.05, 9);
  });

  it('not while going down', () => {
    const reached = { handHeight: HANGING, handReach: 0.3, hipDrop: 0.05 };
    const told = new Steps().then(upright, 1).then({ ...reached, trunkDeg: 50 }, 0.5);
    told.then({ ...reached, trunkDeg: 30 }, 0.1).then({ ...reached, trunkDeg: 50 }, 0.1);
    expect(told.said).toEqual([0, 'reaching']);
  });
});
