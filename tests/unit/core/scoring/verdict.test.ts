import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Check, CheckId, CheckPhase, CheckState } from '../../../../src/core/scoring/check';
import { scoreOf } from '../../../../src/core/scoring/score';
import { headlineOf, verdictOf } from '../../../../src/core/scoring/verdict';

const check = (
  id: CheckId,
  phase: CheckPhase,
  state: CheckState,
  value: number | null = 1,
  atS = 5,
): Check => ({ id, phase, state, value, atS }) as Check;

describe('SCORE-1', () => {
  const all = (bend: number | null, speed: number | null): Check[] => [
    check('bent-back', 'lift', 'ok', bend),
    check('twist', 'lift', 'ok', 5),
    check('far-load', 'lift', 'ok', 0.2),
    check('sudden', 'lift', 'ok', speed),
  ];

  it('is 100 less the weighted mean of the penalties of what was judged', () => {
    // 60° is half a penalty, 100° a whole one; the bend has 30 of 100 weights, or 30 of 85 without speed.
    expect(scoreOf(all(60, 50)).score).toBe(85);
    expect(scoreOf(all(100, 50)).score).toBe(70);
    expect(scoreOf(all(60, null))).toEqual({ score: 82, coverage: { judged: 3, of: 4 } });
  });

  it('takes the larger value of both phases', () => {
    expect(scoreOf([...all(20, 50), check('bent-back', 'lower', 'ok', 60)]).score).toBe(85);
    expect(scoreOf([...all(60, 50), check('bent-back', 'lower', 'ok', 20)]).score).toBe(85);
    expect(scoreOf([...all(60, 50), check('bent-back', 'lower', 'ok', null)]).score).toBe(85);
  });

  it('counts what was judged while picking up', () => {
    const lowered = check('bent-back', 'lower', 'ok', 20);
    const none = { score: null, coverage: { judged: 3, of: 4 } };
    expect(scoreOf([...all(null, 50), lowered])).toEqual(none);
    expect(scoreOf([...all(20, 50).slice(1), lowered])).toEqual(none);
  });
});

describe('HEAD-1', () => {
  it('points to the worse phase of a check, to picking up where both are alike', () => {
    const pointed = (lift: CheckState, lower: CheckState): CheckPhase | null => {
      const headline = headlineOf(
        [check('bent-back', 'lift', lift), check('bent-back', 'lower', lower)],
        [],
      );
      return headline.kind === 'bent-back' ? headline.check.phase : null;
    };
    expect(pointed('borderline', 'flagged')).toBe('lower');
    expect(pointed('flagged', 'borderline')).toBe('lift');
    expect(pointed('flagged', 'flagged')).toBe('lift');
    expect(pointed('ok', 'borderline')).toBe('lower');
    expect(pointed('watch', 'ok')).toBeNull();
  });

  describe('a sudden twist', () => {
    /** A moment with a twist at 5 s and so much. */
    const twisted = (afterS: number, degrees = 20, judged = true): Moment[] => {
      const moment = unknownMoment(5 + afterS, 'too-uncertain');
      moment.measures.axialTwistDeg = {
        value: degrees,
        error: 8,
        judged: judged ? true : 'too-uncertain',
      };
      return [moment];
    };
    const kind = (moments: Moment[], state: CheckState = 'flagged'): string =>
      headlineOf([check('sudden', 'lift', state)], moments).kind;

    it('has a twist on watch or above within half a second of it, before or after', () => {
      for (const afterS of [-0.5, 0, 0.5]) expect(kind(twisted(afterS))).toBe('sudden-twist');
      for (const afterS of [-0.51, 0.51]) expect(kind(twisted(afterS))).toBe('sudden');
      expect(kind(twisted(0, -20))).toBe('sudden-twist');
      expect(kind(twisted(0, 15))).toBe('sudden');
    });

    it('has one that was judged, and is sudden', () => {
      expect(kind(twisted(0, 20, false))).toBe('sudden');
      expect(kind(twisted(0), 'borderline')).toBe('sudden-twist');
      expect(kind(twisted(0), 'watch')).toBe('good');
    });
  });
});

describe('HEAD-3', () => {
  it('is bent back or twist, not judged while picking up', () => {
    const kind = (id: CheckId, phase: CheckPhase): string =>
      headlineOf([check(id, phase, 'not-judged', null)], []).kind;
    expect(kind('bent-back', 'lift')).toBe('not-judged');
    expect(kind('twist', 'lift')).toBe('not-judged');
    expect(kind('far-load', 'lift')).toBe('good');
    expect(kind('bent-back', 'lower')).toBe('good');
    expect(kind('twist', 'lower')).toBe('good');
  });
});

describe('a verdict', () => {
  const times = {
    ...{ startS: 0, graspS: 1, peakS: 1, endS: 2 },
    ...{ lowerStartS: 3, releaseS: 4, lowerEndS: 5 },
  };
  it.each([
    ['from beginning to end', {}, ['lift', 'lower']],
    ['not begun', { lowerStartS: null }, ['lift']],
    ['not over', { lowerEndS: null }, ['lift']],
  ])('has the checks of a putting down that was seen: %s', (_, change, phases) => {
    const { checks } = verdictOf({ ...times, ...change }, []);
    expect([...new Set(checks.map(({ phase }) => phase))]).toEqual(phases);
  });
});
