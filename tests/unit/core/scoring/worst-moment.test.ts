import { describe, expect, it } from 'vitest';
import type { NotJudgedReason } from '../../../../src/core/kinematics/measure';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { worstMoment, type Read } from '../../../../src/core/scoring/worst-moment';

type Seen = number | readonly [value: number | null, error: number | null, why: NotJudgedReason];

/** The worst of a series with errors of 5, watch above 20, flagged above 60; what is not judged says why. */
function worstOf(seen: readonly Seen[], peak?: 'largest') {
  const moments = seen.map((_, i) => unknownMoment(i, 'no-person'));
  const read: Read = ({ timeS }) => {
    const one = seen[timeS]!;
    return typeof one === 'number'
      ? { value: one, error: 5, judged: true }
      : { value: one[0], error: one[1], judged: one[2] };
  };
  return worstMoment(moments, read, { watch: 20, flagged: 60 }, peak);
}
const unseen = (why: NotJudgedReason): Seen => [null, null, why];

describe('WORST-3', () => {
  it('says the reason that most of the moments have, wherever they are', () => {
    const [cut, nobody] = [unseen('out-of-frame'), unseen('no-person')];
    expect(worstOf([cut, nobody, nobody]).judged).toBe('no-person');
    expect(worstOf([nobody, nobody, cut, cut, cut, nobody, cut]).judged).toBe('out-of-frame');
    expect(worstOf([10, 10, nobody]).judged).toBe('no-person');
    expect(worstOf([]).judged).toBe('too-short');
  });

  it('three judged moments and a third of all are enough', () => {
    const nobody = unseen('no-person');
    expect(worstOf([70, 70, 70, ...Array<Seen>(6).fill(nobody)]).judged).toBe(true);
    expect(worstOf([70, 70, 70, ...Array<Seen>(7).fill(nobody)]).judged).toBe('no-person');
    expect(worstOf([70, 70, nobody]).judged).toBe('no-person');
    expect(worstOf([10, 10])).toEqual({ judged: 'too-short', worst: null });
  });

  it('three hidden moments can hide a flag, two cannot', () => {
    const nobody = unseen('no-person');
    expect(worstOf([10, 10, 10, 10, nobody, nobody]).judged).toBe(true);
    expect(worstOf([10, 10, 10, 10, nobody, nobody, nobody]).judged).toBe('no-person');
  });

  it('what cannot reach beyond the edge hides nothing', () => {
    const unsure = (value: number): Seen => [value, 25, 'too-uncertain'];
    expect(worstOf([10, 10, 10, unsure(35), unsure(35), unsure(35)]).judged).toBe(true);
    expect(worstOf([10, 10, 10, unsure(36), unsure(36), unsure(36)]).judged).toBe('too-uncertain');
  });

  it('nothing needs to be hidden where the worst touches the edge by itself', () => {
    const nobody = Array<Seen>(3).fill(unseen('no-person'));
    expect(worstOf([55, 55, 55, ...nobody]).judged).toBe(true);
    expect(worstOf([58, 58, 58, ...nobody]).judged).toBe(true);
    expect(worstOf([54, 54, 54, ...nobody]).judged).toBe('no-person');
  });
});

describe('WORST-4', () => {
  const unsure = (value: number): Seen[] => Array<Seen>(3).fill([value, 30, 'too-uncertain']);

  it('counts from beyond the edge to watch with all of the interval, on either side', () => {
    expect(worstOf(unsure(50)).judged).toBe('too-uncertain');
    expect(worstOf(unsure(51))).toMatchObject({ judged: true, worst: { value: 51, error: 30 } });
    expect(worstOf(unsure(-51))).toMatchObject({ judged: true, worst: { value: -51, error: 30 } });
  });

  it('is the worst moment even beside a sure one that is less', () => {
    expect(worstOf([50, 50, 50, ...unsure(70)])).toMatchObject({ worst: { value: 70, error: 30 } });
  });
});

describe('RATE-4', () => {
  const seldom = (value: number | null): Seen => [
    value,
    value === null ? null : 20,
    'rate-too-low',
  ];
  it('a worst moment of too low a rate is not judged, and no lesser one takes its place', () => {
    expect(worstOf([10, 10, seldom(50), seldom(50), 10, 10])).toEqual({
      judged: 'rate-too-low',
      worst: null,
    });
  });

  it('counts from beyond the edge with all of its interval', () => {
    expect(worstOf([10, 10, seldom(81), seldom(81), 10])).toMatchObject({
      judged: true,
      worst: { value: 81, error: 20 },
    });
    expect(worstOf([10, 10, seldom(80), seldom(80), 10]).judged).toBe('rate-too-low');
  });

  it('what has no value hides a flag as anything else that was not seen', () => {
    const none = Array<Seen>(3).fill(seldom(null));
    expect(worstOf([10, 10, 10, ...none]).judged).toBe('rate-too-low');
  });
});

describe('WORST-1', () => {
  it.each([
    [30, -50, 70],
    [30, 70, -50],
    [-50, 30, 70],
    [-50, 70, 30],
    [70, 30, -50],
    [70, -50, 30],
  ])('is the middle of three in size, whatever their order: %i, %i, %i', (...three) => {
    expect(worstOf([0, 0, ...three, 0, 0]).worst?.value).toBe(-50);
  });

  it('at either end of a phase the frame itself counts twice', () => {
    expect(worstOf([70, 30, 10]).worst).toEqual({ value: 70, error: 5, atS: 0 });
    expect(worstOf([10, 30, 70]).worst).toEqual({ value: 70, error: 5, atS: 2 });
  });

  it('of equals, the first is the moment', () => {
    expect(worstOf([10, 70, 70, 70, 70, 10]).worst?.atS).toBe(1);
    expect(worstOf([10, -70, 70, 10], 'largest').worst).toEqual({ value: -70, error: 5, atS: 1 });
  });
});
