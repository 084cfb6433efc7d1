import { describe, expect, it } from 'vitest';
import type { Measure, MeasureName } from '../../../../src/core/kinematics/measure';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Check, CheckId, CheckPhase, LiftVerdict } from '../../../../src/core/scoring/check';
import { lookedCloser, wantedCloser } from '../../../../src/core/scoring/closer-checks';
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
