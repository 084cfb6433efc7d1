import { describe, expect, it } from 'vitest';
import type { Check, CheckState, LiftVerdict } from '../../../src/core/scoring/check';
import {
  happenedMost,
  hardestAndEasiest,
  stateOfLift,
  worstOfEach,
} from '../../../src/ui/verdict-view';

const check = (over: Partial<Check> = {}): Check => ({
  id: 'bent-back',
  phase: 'lift',
  value: 40,
  error: 5,
  unit: 'deg',
  state: 'ok',
  notJudged: null,
  reason: '',
  atS: 1,
  rule: 'BACK-1',
  source: '',
  support: '',
  ...over,
});
const lift = (headline: LiftVerdict['headline'], over: Partial<LiftVerdict> = {}): LiftVerdict => ({
  startS: 0,
  graspS: 1,
  peakS: 1,
  endS: 2,
  lowerStartS: null,
  releaseS: null,
  lowerEndS: null,
  score: 80,
  coverage: { judged: 4, of: 4 },
  checks: [],
  headline,
  ...over,
});
const bent = (state: CheckState, score: number) =>
  lift({ kind: 'bent-back', check: check({ state }) }, { score });
const good = (score: number) => lift({ kind: 'good' }, { score });
const unjudged = lift(
  { kind: 'not-judged', check: check({ id: 'twist', state: 'not-judged' }) },
  { score: null },
);

describe('worstOfEach', () => {
  it('takes the worse phase of each check, by state first', () => {
    const [worst] = worstOfEach(
      lift(
        { kind: 'good' },
        {
          checks: [
            check({ value: 58, state: 'borderline' }),
            check({ phase: 'lower', value: 75, state: 'flagged' }),
          ],
        },
      ),
    );
    expect(worst?.phase).toBe('lower');
  });

  it('keeps what was not judged while picking up, unless putting down was flagged', () => {
    const unjudgedLift = check({ value: null, state: 'not-judged', notJudged: 'too-uncertain' });
    const stateWith = (state: CheckState) =>
      worstOfEach(
        lift({ kind: 'good' }, { checks: [unjudgedLift, check({ phase: 'lower', state })] }),
      )[0]?.state;
    expect(stateWith('ok')).toBe('not-judged');
    expect(stateWith('watch')).toBe('not-judged');
    expect(stateWith('flagged')).toBe('flagged');
  });

  it('lets putting down unjudged change nothing', () => {
    const checks = [
      check({ state: 'ok' }),
      check({ phase: 'lower', value: null, state: 'not-judged' }),
    ];
    expect(worstOfEach(lift({ kind: 'good' }, { checks }))[0]?.state).toBe('ok');
  });
});

describe('summary', () => {
  it('shows the hardest beside the easiest', () => {
    expect(
      hardestAndEasiest([good(91), bent('flagged', 60), bent('flagged', 50), good(95)]),
    ).toEqual({ hardest: 2, easiest: 3 });
    expect(hardestAndEasiest([good(91)])).toEqual({ hardest: 0, easiest: null });
    expect(hardestAndEasiest([])).toBeNull();
  });

  it('never calls a lift that was not judged the easiest', () => {
    expect(hardestAndEasiest([bent('flagged', 60), unjudged])).toEqual({
      hardest: 0,
      easiest: null,
    });
  });

  it('tells what happened most, and whether it was only close', () => {
    expect(happenedMost([good(90), bent('flagged', 50), bent('borderline', 60)])).toMatchObject({
      id: 'bent-back',
      count: 2,
      borderline: false,
    });
    expect(happenedMost([bent('borderline', 60)])).toMatchObject({ borderline: true });
    expect(happenedMost([good(90)])).toBeNull();
  });

  it('tells what was not judged only when nothing else is to be told', () => {
    expect(happenedMost([unjudged, unjudged, bent('flagged', 50)])?.id).toBe('bent-back');
    expect(happenedMost([unjudged, good(90)])?.id).toBe('not-judged');
  });

  it('marks a lift by its headline', () => {
    expect([good(90), unjudged, bent('borderline', 60)].map(stateOfLift)).toEqual([
      'ok',
      'not-judged',
      'borderline',
    ]);
  });
});
