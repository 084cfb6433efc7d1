import { describe, expect, it } from 'vitest';
import type { Check, CheckState, LiftVerdict } from '../../../src/core/scoring/check';
import {
  alsoFlagged,
  happenedMost,
  hardestAndEasiest,
  stateOfLift,
  toldOfHardest,
  worstCheck,
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
  lookedAgain: false,
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

describe('a flagged check behind another headline', () => {
  const bend = check({ value: 80, state: 'flagged' });
  const twist = (state: CheckState) => check({ id: 'twist', value: 25, error: 8, state });
  const twistFirst = (state: CheckState, others: Check[] = [bend]) =>
    lift({ kind: 'twist', check: twist(state) }, { checks: [...others, twist(state)] });

  it('marks the lift by the worst scored check, whatever is said first', () => {
    expect(stateOfLift(twistFirst('borderline'))).toBe('flagged');
    expect(stateOfLift(twistFirst('borderline', [check({ state: 'borderline' })]))).toBe(
      'borderline',
    );
    const described = check({ id: 'straight-legs', state: 'watch' });
    expect(stateOfLift(twistFirst('borderline', [described]))).toBe('borderline');
  });

  it('is told second, and gives the worst moment only when the headline is not flagged', () => {
    expect(alsoFlagged(twistFirst('borderline'))).toBe(bend);
    expect(worstCheck(twistFirst('borderline'))).toBe(bend);
    expect(alsoFlagged(twistFirst('flagged'))).toBe(bend);
    expect(worstCheck(twistFirst('flagged'))?.id).toBe('twist');
    expect(alsoFlagged(bent('flagged', 50))).toBeNull();
  });

  it('is told first of the hardest moment, which is its own', () => {
    const borderline = twistFirst('borderline');
    expect(toldOfHardest(borderline)).toEqual({
      first: { kind: 'bent-back', check: bend },
      second: borderline.headline,
    });
    const flagged = twistFirst('flagged');
    expect(toldOfHardest(flagged)).toEqual({ first: flagged.headline, second: null });
  });

  it('is told second also when it was flagged only while putting down', () => {
    const lower = check({ phase: 'lower', value: 75, state: 'flagged' });
    expect(alsoFlagged(twistFirst('borderline', [check(), lower]))).toBe(lower);
  });

  it('is not told again when a sudden twist tells of it', () => {
    const sudden = (state: CheckState) => check({ id: 'sudden', unit: 'deg/s', value: 240, state });
    const both = (state: CheckState) =>
      lift(
        { kind: 'sudden-twist', check: sudden(state) },
        { checks: [twist('flagged'), sudden(state)] },
      );
    expect(alsoFlagged(both('flagged'))).toBeNull();
    expect(alsoFlagged(both('borderline'))?.id).toBe('twist');
  });

  it('is named in the summary beside what happened most', () => {
    expect(happenedMost([twistFirst('borderline')])).toMatchObject({
      id: 'twist',
      borderline: true,
      also: { id: 'bent-back', count: 1 },
    });
    const three = [twistFirst('borderline'), twistFirst('borderline', []), bent('flagged', 40)];
    expect(happenedMost(three)).toMatchObject({
      id: 'twist',
      count: 2,
      also: { id: 'bent-back', count: 2 },
    });
    expect(happenedMost([good(90), bent('flagged', 40)])?.also).toBeNull();
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

  it('marks a lift by its headline where nothing else is flagged', () => {
    expect([good(90), unjudged, bent('borderline', 60)].map(stateOfLift)).toEqual([
      'ok',
      'not-judged',
      'borderline',
    ]);
  });
});
