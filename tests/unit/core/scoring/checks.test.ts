import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { MeasureName, NotJudgedReason } from '../../../../src/core/kinematics/measure';
import type { Check, CheckId, CheckState } from '../../../../src/core/scoring/check';
import { checkPhase, stateOf } from '../../../../src/core/scoring/checks';
import { RULES, SCORED_CHECKS } from '../../../../src/core/scoring/rules';
import { penalty, scoreOf } from '../../../../src/core/scoring/score';
import { headlineOf, verdictOf } from '../../../../src/core/scoring/verdict';

type Values = Partial<
  Record<MeasureName, [value: number, error: number, judged?: NotJudgedReason]>
>;

/** Fifteen moments a second; values are held over the whole of it unless a list is given. */
function moments(count: number, at: (i: number) => Values): Moment[] {
  return Array.from({ length: count }, (_, i) => {
    const moment = unknownMoment(i / 15, 'too-uncertain');
    for (const [name, reading] of Object.entries(at(i))) {
      const [value, error, judged] = reading;
      moment.measures[name as MeasureName] = { value, error, judged: judged ?? true };
    }
    return moment;
  });
}
const check = (list: Check[], id: CheckId): Check => list.find((c) => c.id === id)!;
const lift = (at: (i: number) => Values, count = 30): Check[] =>
  checkPhase(moments(count, at), 'lift', 0, 10);

describe('states', () => {
  it.each<[CheckId, number, number, CheckState]>([
    ['bent-back', 15, 5, 'ok'],
    ['bent-back', 21, 5, 'watch'], // no borderline at the edge to watch
    ['bent-back', 54, 5, 'watch'],
    ['bent-back', 56, 5, 'borderline'],
    ['bent-back', 64, 5, 'borderline'],
    ['bent-back', 66, 5, 'flagged'],
    ['twist', -10, 8, 'ok'],
    ['twist', -17, 8, 'watch'],
    ['twist', 14, 15, 'ok'],
    ['twist', -20, 12, 'borderline'],
    ['twist', -45, 12, 'flagged'],
    ['far-load', 0.39, 0.05, 'ok'],
    ['far-load', 0.5, 0.05, 'watch'],
    ['far-load', 0.7, 0.05, 'flagged'],
    ['sudden', 140, 20, 'ok'],
    ['sudden', 160, 20, 'watch'],
    ['sudden', 280, 40, 'flagged'],
    ['straight-legs', 90, 5, 'watch'], // describing checks never flag
  ])('STATE-1..4 %s %d ±%d: %s', (id, value, error, state) => {
    expect(stateOf(id, value, error)).toBe(state);
  });

  it('each rule carries id, source and how the source supports it', () => {
    for (const rule of Object.values(RULES)) {
      expect(rule.rule).toMatch(/^[A-Z]+-\d$/);
      expect(rule.source.length).toBeGreaterThan(5);
      expect(rule.support).toMatch(/our choice|describes only/);
    }
  });
});

describe('RATE-1', () => {
  const every = (intervalS: number): Check[] =>
    checkPhase(
      moments(15, () => ({ trunkInclinationDeg: [30, 5], axialTwistDeg: [3, 8] })).map((m, i) => ({
        ...m,
        timeS: i * intervalS,
      })),
      'lift',
      0,
      10,
    );
  it('judges what it can at four frames a second', () => {
    expect(check(every(0.25), 'bent-back').state).toBe('watch');
    expect(check(every(0.25), 'twist').state).toBe('ok');
  });
  it('judges nothing below, and says why', () => {
    const all = every(0.26);
    expect(all).toHaveLength(6);
    for (const { state, notJudged, value, reason } of all)
      expect({ state, notJudged, value, reason }).toEqual({
        state: 'not-judged',
        notJudged: 'rate-too-low',
        value: null,
        reason: 'Not judged: too few pictures a second.',
      });
  });
});

describe('worst moment', () => {
  it('WORST-1: one frame alone decides nothing', () => {
    const list = lift((i) => ({ trunkInclinationDeg: [i === 12 ? 90 : 10, 4] }));
    expect(check(list, 'bent-back')).toMatchObject({ state: 'ok', value: 10 });
  });

  it('WORST-1: two frames do, and the moment is told', () => {
    const list = lift((i) => ({ trunkInclinationDeg: [i === 12 || i === 13 ? 90 : 10, 4] }));
    expect(check(list, 'bent-back')).toMatchObject({ state: 'flagged', value: 90 });
    expect(check(list, 'bent-back').atS).toBeCloseTo(12.5 / 15, 1);
  });

  it('WORST-3: mostly unjudged frames give no verdict, with the reason', () => {
    const list = lift((i) => ({
      axialTwistDeg: [3, 8, ...(i % 4 ? (['out-of-frame'] as const) : [])] as [
        number,
        number,
        NotJudgedReason?,
      ],
    }));
    expect(check(list, 'twist')).toMatchObject({
      state: 'not-judged',
      notJudged: 'out-of-frame',
      value: null,
      error: null,
      atS: null,
    });
  });

  it('WORST-3: an unjudged stretch that could hide a flag is no "ok"', () => {
    const hidden = lift((i) => ({
      axialTwistDeg: i >= 10 && i < 14 ? [28, 20, 'too-uncertain'] : [3, 8],
    }));
    expect(check(hidden, 'twist')).toMatchObject({
      state: 'not-judged',
      notJudged: 'too-uncertain',
    });
    const harmless = lift((i) => ({
      axialTwistDeg: i >= 10 && i < 14 ? [3, 20, 'too-uncertain'] : [3, 8],
    }));
    expect(check(harmless, 'twist').state).toBe('ok');
  });

  it('WORST-4: what is beyond an edge with all of its interval counts, however unsure', () => {
    const bend = (value: number, error: number): Check[] =>
      lift((i) => ({
        trunkInclinationDeg: i >= 10 && i < 16 ? [value, error, 'too-uncertain'] : [30, 5],
      }));
    expect(check(bend(80, 14), 'bent-back')).toMatchObject({
      state: 'flagged',
      value: 80,
      error: 14,
    });
    expect(check(bend(70, 14), 'bent-back')).toMatchObject({ state: 'borderline', error: 14 });
    expect(check(bend(33, 31), 'bent-back').state).toBe('not-judged');
    const cut = lift((i) => ({
      trunkInclinationDeg: i >= 10 && i < 16 ? [80, 14, 'out-of-frame'] : [30, 5],
    }));
    expect(check(cut, 'bent-back').state).toBe('not-judged');
  });

  it('twist keeps its sign', () => {
    expect(
      check(
        lift(() => ({ axialTwistDeg: [-40, 5] })),
        'twist',
      ).value,
    ).toBe(-40);
  });

  it('a rounded back is not judged without a second look', () => {
    expect(
      check(
        lift(() => ({})),
        'rounded-back',
      ),
    ).toMatchObject({ state: 'not-judged', value: null });
  });
});

describe('straight legs (LEGS-1)', () => {
  const legs = (trunk: number, knees: number): CheckState =>
    check(
      lift(() => ({
        trunkInclinationDeg: [trunk, 4],
        kneeFlexionLeftDeg: [knees, 8],
        kneeFlexionRightDeg: [knees, 8],
      })),
      'straight-legs',
    ).state;
  it('describes a far bend with straight knees, at most on watch', () => {
    expect(legs(90, 15)).toBe('watch');
    expect(legs(90, 80)).toBe('ok');
    expect(legs(30, 15)).toBe('ok');
  });
});

const calm: Values = {
  trunkInclinationDeg: [10, 4],
  axialTwistDeg: [2, 8],
  handReachM: [0.2, 0.05],
  trunkVelocityDegS: [50, 20],
};
const times = {
  startS: 0,
  graspS: 1,
  peakS: 1,
  endS: 2,
  lowerStartS: null,
  releaseS: null,
  lowerEndS: null,
};
const headlineAt = (at: (i: number) => Values): string => {
  const series = moments(30, (i) => ({ ...calm, ...at(i) }));
  return headlineOf(checkPhase(series, 'lift', 0, 10), series).kind;
};
const headline = (worse: Values): string => headlineAt(() => worse);

describe('headline', () => {
  it('HEAD-1: the order of what matters', () => {
    const bent: Values = { trunkInclinationDeg: [90, 4] };
    const far: Values = { handReachM: [0.8, 0.05] };
    const twisted: Values = { axialTwistDeg: [40, 8] };
    const sudden: Values = { trunkVelocityDegS: [280, 40] };
    expect(headline(bent)).toBe('bent-back');
    expect(headline({ ...bent, ...far })).toBe('far-load');
    expect(headline({ ...bent, ...far, ...twisted })).toBe('twist');
    expect(headline({ ...bent, ...sudden })).toBe('bent-back');
    expect(headline(sudden)).toBe('sudden');
    expect(headline({ ...twisted, ...sudden })).toBe('sudden-twist');
  });

  it('HEAD-1: sudden twist is a twist while it is sudden, whenever the twist is worst', () => {
    const suddenAt = (i: number): Values => ({ trunkVelocityDegS: [i < 5 ? 280 : 50, 20] });
    const apart = headlineAt((i) => ({ ...suddenAt(i), axialTwistDeg: [i > 22 ? 40 : 2, 8] }));
    expect(apart).toBe('twist');
    const together = headlineAt((i) => ({ ...suddenAt(i), axialTwistDeg: [i > 22 ? 40 : 18, 8] }));
    expect(together).toBe('sudden-twist');
  });

  it('HEAD-2, HEAD-3: good needs bent back and twist judged', () => {
    expect(headline({})).toBe('good');
    expect(headline({ handReachM: [0.2, 0.1, 'too-uncertain'] })).toBe('good');
    expect(headline({ axialTwistDeg: [2, 20, 'too-uncertain'] })).toBe('not-judged');
  });

  it('the worse of lifting and putting down leads', () => {
    const series = moments(60, (i) => ({
      ...calm,
      trunkInclinationDeg: [i > 40 && i < 50 ? 90 : 10, 4],
    }));
    const verdict = verdictOf({ ...times, lowerStartS: 2.1, releaseS: 3, lowerEndS: 3.9 }, series);
    expect(verdict.headline).toMatchObject({ kind: 'bent-back', check: { phase: 'lower' } });
    expect(verdict.checks).toHaveLength(12);
  });
});

describe('score', () => {
  it('SCORE-1: 0 to the watch edge, a half at the edge to flagged, all as far beyond', () => {
    for (const id of SCORED_CHECKS) {
      const { watch, flagged } = RULES[id];
      expect(penalty(id, watch)).toBe(0);
      expect(penalty(id, flagged)).toBeCloseTo(0.5);
      expect(penalty(id, -(2 * flagged - watch))).toBeCloseTo(1);
    }
  });

  it('SCORE-1: never rises when a value gets worse', () => {
    const value = fc.double({ min: 0, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(value, value, value, value), fc.nat(3), value, (shares, which, more) => {
        const at = (list: readonly number[]): number =>
          scoreOf(
            SCORED_CHECKS.map(
              (id, i) => ({ id, phase: 'lift', value: list[i]! * RULES[id].flagged }) as Check,
            ),
          ).score!;
        const worse = shares.map((share, i) => (i === which ? share + more : share));
        expect(at(worse)).toBeLessThanOrEqual(at(shares));
      }),
    );
  });

  it('SCORE-2: only with bent back and twist judged, and with its coverage', () => {
    expect(scoreOf(lift(() => calm))).toEqual({ score: 100, coverage: { judged: 4, of: 4 } });
    expect(scoreOf(lift(() => ({ ...calm, handReachM: [0.2, 0.1, 'too-uncertain'] })))).toEqual({
      score: 100,
      coverage: { judged: 3, of: 4 },
    });
    expect(
      scoreOf(lift(() => ({ ...calm, axialTwistDeg: [2, 20, 'too-uncertain'] }))).score,
    ).toBeNull();
  });

  it('speed counts less than twist, twist less than bend and reach', () => {
    const lost = (worse: Values): number =>
      100 - scoreOf(lift(() => ({ ...calm, ...worse }))).score!;
    const bend = lost({ trunkInclinationDeg: [100, 4] }),
      reach = lost({ handReachM: [0.86, 0.05] });
    const twist = lost({ axialTwistDeg: [45, 8] }),
      speed = lost({ trunkVelocityDegS: [290, 40] });
    expect(bend).toBeGreaterThanOrEqual(twist);
    expect(reach).toBeGreaterThanOrEqual(twist);
    expect(twist).toBeGreaterThan(speed);
  });
});
