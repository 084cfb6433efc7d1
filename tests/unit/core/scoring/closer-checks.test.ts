import { describe, expect, it } from 'vitest';
import type { Measure, MeasureName } from '../../../../src/core/kinematics/measure';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Check, CheckId, CheckPhase, LiftVerdict } from '../../../../src/core/scoring/check';
import {
  isFurthestBend,
  lookedCloser,
  wantedCloser,
} from '../../../../src/core/scoring/closer-checks';
import { verdictOf } from '../../../../src/core/scoring/verdict';

const TIMES = {
  startS: 0,
  graspS: 1,
  peakS: 1,
  endS: 2,
  lowerStartS: 3,
  releaseS: 4,
  lowerEndS: 5,
};
const judged = (value: number, error: number): Measure => ({ value, error, judged: true });

/** Five seconds of a straight-legged lift from the side, bent to `furthest` at 1 s and 4 s. */
function moments(furthest: number, knees = 20): Moment[] {
  return Array.from({ length: 76 }, (_, i) => {
    const timeS = i / 15;
    const moment = unknownMoment(timeS, 'too-uncertain');
    const near = Math.min(Math.abs(timeS - 1), Math.abs(timeS - 4));
    moment.measures.trunkInclinationDeg = judged(furthest * Math.max(0, 1 - near / 1.5), 5);
    moment.measures.axialTwistDeg = judged(2, 6);
    moment.measures.kneeFlexionLeftDeg = judged(knees, 8);
    moment.measures.kneeFlexionRightDeg = judged(knees, 8);
    return moment;
  });
}
const framesS = moments(0).map(({ timeS }) => timeS);
const check = (lift: LiftVerdict, id: CheckId, phase: CheckPhase = 'lift'): Check =>
  lift.checks.find((c) => c.id === id && c.phase === phase)!;

/** A closer look at the furthest bend of picking up. */
function look(lift: LiftVerdict, said: Partial<Record<MeasureName, Measure>>): Moment {
  const [timeS] = wantedCloser(lift, framesS);
  const moment = unknownMoment(timeS!, 'too-uncertain');
  return { ...moment, measures: { ...moment.measures, ...said } };
}

describe('closer looks (CLOSER-1)', () => {
  it('are wanted at the furthest bend of each phase', () => {
    const lift = verdictOf(TIMES, moments(58));
    const wanted = wantedCloser(lift, framesS);
    expect(wanted).toHaveLength(2);
    expect(wanted[0]).toBeCloseTo(check(lift, 'bent-back').atS!, 3);
    for (const timeS of wanted) expect(framesS).toContain(timeS);
  });

  it('are not wanted where the next picture is far away: what is not known lies between them', () => {
    const lift = verdictOf(TIMES, moments(58));
    const atS = check(lift, 'bent-back').atS!;
    const without = (apartS: number): number[] =>
      framesS.filter((t) => t < atS + 0.01 || t > atS + apartS);
    expect(wantedCloser(lift, without(0.1))).toHaveLength(2);
    expect(wantedCloser(lift, without(0.15))).toHaveLength(1);
  });

  it('are wanted up to 0.15 s from the next picture; the first and the last have one neighbour', () => {
    const lift = verdictOf(TIMES, moments(58));
    const bent = { ...lift, checks: [{ ...check(lift, 'bent-back'), atS: 1 }] };
    expect(wantedCloser(bent, [0.86, 1, 1.14])).toEqual([1]);
    expect(wantedCloser(bent, [0.84, 1, 1.14])).toEqual([]);
    expect(wantedCloser(bent, [0.86, 1, 1.16])).toEqual([]);
    expect(wantedCloser(bent, [1, 1.1])).toEqual([1]);
    expect(wantedCloser(bent, [0.9, 1])).toEqual([1]);
    expect(wantedCloser(bent, [0.9, 1.1])).toEqual([]);
  });

  it('are wanted of a bend beyond the edge to watch, and of nothing else', () => {
    const lift = verdictOf(TIMES, moments(58));
    const with_ = (change: Partial<Check>) =>
      wantedCloser({ ...lift, checks: [{ ...check(lift, 'bent-back'), ...change }] }, framesS);
    expect(with_({ value: 20.1 })).toHaveLength(1);
    expect(with_({ value: 20 })).toEqual([]);
    expect(with_({ id: 'twist' })).toEqual([]);
  });

  it('matter to the verdict at its furthest bends alone', () => {
    const lift = verdictOf(TIMES, moments(58));
    expect(framesS.filter((timeS) => isFurthestBend(lift, timeS))).toEqual(
      wantedCloser(lift, framesS),
    );
    const blind = { ...lift, checks: lift.checks.filter(({ id }) => id === 'far-load') };
    expect(framesS.some((timeS) => isFurthestBend(blind, timeS))).toBe(false);
  });

  it('are not wanted where nobody bends, nor where it was not judged', () => {
    expect(wantedCloser(verdictOf(TIMES, moments(15)), framesS)).toEqual([]);
    const unsure = moments(30).map((m) => ({
      ...m,
      measures: {
        ...m.measures,
        trunkInclinationDeg: {
          ...m.measures.trunkInclinationDeg,
          error: 31,
          judged: 'too-uncertain' as const,
        },
      },
    }));
    expect(wantedCloser(verdictOf(TIMES, unsure), framesS)).toEqual([]);
  });
});

describe('what a closer look says (CLOSER-2)', () => {
  const before = verdictOf(TIMES, moments(61));

  it('takes the place of the first value, with its error, state, score and headline', () => {
    expect(check(before, 'bent-back').state).toBe('borderline');
    const after = lookedCloser(before, [look(before, { trunkInclinationDeg: judged(63, 2.5) })]);
    expect(check(after, 'bent-back')).toMatchObject({ value: 63, error: 2.5, state: 'flagged' });
    expect(check(after, 'bent-back').reason).toContain('63°');
    expect(check(after, 'bent-back').atS).toBe(check(before, 'bent-back').atS);
    expect(after.headline).toEqual({ kind: 'bent-back', check: check(after, 'bent-back') });
    expect(after.score).toBeLessThan(before.score!);
    expect(after.lookedAgain).toBe(true);
  });

  it('may clear what was near the edge', () => {
    const looks = wantedCloser(before, framesS).map((timeS) => ({
      ...look(before, { trunkInclinationDeg: judged(54, 3) }),
      timeS,
    }));
    const after = lookedCloser(before, looks);
    expect(check(after, 'bent-back', 'lower').state).toBe('watch');
    expect(after.headline).toEqual({ kind: 'good' });
  });

  it('the knees go with it, and so does what the bend makes of them', () => {
    expect(check(before, 'straight-legs').state).toBe('ok');
    const after = lookedCloser(before, [
      look(before, {
        trunkInclinationDeg: judged(63, 2.5),
        kneeFlexionLeftDeg: judged(24, 6),
        kneeFlexionRightDeg: judged(28, 6),
      }),
    ]);
    expect(check(after, 'straight-legs')).toMatchObject({ value: 26, error: 6, state: 'watch' });
    const without = lookedCloser(before, [look(before, { trunkInclinationDeg: judged(63, 2.5) })]);
    expect(check(without, 'straight-legs')).toMatchObject({ value: 20, error: 8, state: 'watch' });
  });

  it.each([
    ['not judged', { value: 63, error: 14, judged: 'too-uncertain' as const }],
    ['further off than both errors allow', judged(70, 5)],
  ])('is left out when it is %s', (_, trunkInclinationDeg) => {
    expect(lookedCloser(before, [look(before, { trunkInclinationDeg })])).toBe(before);
  });

  it('counts as far from the first value as both errors together, and no further', () => {
    const bent = { ...check(before, 'bent-back'), value: 60, error: 4 };
    const lift = {
      ...before,
      checks: before.checks.map((own) => (own === check(before, 'bent-back') ? bent : own)),
    };
    const seen = (value: number): LiftVerdict =>
      lookedCloser(lift, [look(before, { trunkInclinationDeg: judged(value, 3) })]);
    expect(check(seen(65), 'bent-back').value).toBe(65);
    expect(check(seen(55), 'bent-back').value).toBe(55);
    expect(seen(65.1)).toBe(lift);
    expect(seen(54.9)).toBe(lift);
    // Surer of the same value is something new; the same of the same is not.
    expect(check(seen(60), 'bent-back')).toMatchObject({ value: 60, error: 3 });
  });

  it('of the knees needs both, and none of them further off; else the first reading stands', () => {
    const bend = { trunkInclinationDeg: judged(63, 2.5) };
    const legsAfter = (left: Measure, right: Measure): Check =>
      check(
        lookedCloser(before, [
          look(before, { ...bend, kneeFlexionLeftDeg: left, kneeFlexionRightDeg: right }),
        ]),
        'straight-legs',
      );
    const unseen: Measure = { value: 24, error: 6, judged: 'too-uncertain' };
    for (const [left, right] of [
      [unseen, judged(24, 6)],
      [judged(24, 6), unseen],
      [judged(60, 6), judged(60, 6)],
    ] as const)
      expect(legsAfter(left, right)).toMatchObject({ value: 20, error: 8, state: 'watch' });
    expect(legsAfter(judged(24, 4), judged(24, 6))).toMatchObject({ value: 24, error: 5 });
  });

  it('says nothing of knees that were not judged', () => {
    const blind = verdictOf(
      TIMES,
      moments(61).map((moment) => {
        const unseen = unknownMoment(moment.timeS, 'too-uncertain').measures.kneeFlexionLeftDeg;
        return {
          ...moment,
          measures: { ...moment.measures, kneeFlexionLeftDeg: unseen, kneeFlexionRightDeg: unseen },
        };
      }),
    );
    const after = lookedCloser(blind, [
      look(blind, {
        trunkInclinationDeg: judged(63, 2.5),
        kneeFlexionLeftDeg: judged(20, 5),
        kneeFlexionRightDeg: judged(20, 5),
      }),
    ]);
    expect(check(after, 'bent-back').value).toBe(63);
    expect(check(after, 'straight-legs')).toBe(check(blind, 'straight-legs'));
  });

  it('leaves the other phase and all other checks as they were, and changes nothing twice', () => {
    const looks = [look(before, { trunkInclinationDeg: judged(60, 3) })];
    const after = lookedCloser(before, looks);
    for (const own of before.checks) {
      const again = check(after, own.id, own.phase);
      if (own.phase === 'lower' || !['bent-back', 'straight-legs'].includes(own.id))
        expect(again).toBe(own);
    }
    expect(lookedCloser(after, looks)).toBe(after);
    expect(lookedCloser(before, [{ ...looks[0]!, timeS: 0.5 }])).toBe(before);
  });

  it('a sudden twist is still said first', () => {
    const headline = { kind: 'sudden-twist' as const, check: check(before, 'sudden') };
    const after = lookedCloser({ ...before, headline }, [
      look(before, { trunkInclinationDeg: judged(63, 2.5) }),
    ]);
    expect(after.headline).toBe(headline);
  });
});
