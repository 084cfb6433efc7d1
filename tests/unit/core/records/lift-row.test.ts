import { describe, expect, it } from 'vitest';
import { rowOf } from '../../../../src/core/records/lift-row';
import { CHECK_IDS, type CheckState, type LiftVerdict } from '../../../../src/core/scoring/check';
import { stateOfLift, worstOfEach } from '../../../../src/ui/verdict-view';
import { aLift, aSession, aVerdict } from '../../../fixtures/kept';

const STATES: CheckState[] = ['ok', 'watch', 'borderline', 'flagged', 'not-judged'];
const row = (verdict: LiftVerdict) => rowOf(aLift('l', 's', { verdict }), aSession('s'), [], []);

describe('a line of the history', () => {
  it.each(CHECK_IDS)('is marked as the summary marks the lift: %s', (id) => {
    for (const state of STATES) {
      const verdict = aVerdict({ [id]: state, sudden: 'watch' });
      expect(row(verdict).state).toBe(stateOfLift(verdict));
    }
  });

  it.each(STATES)(
    'a check that was not seen while picking up, then %s while putting down',
    (lower) => {
      const verdict = aVerdict({ 'far-load': 'not-judged' });
      const later = aVerdict({ 'far-load': lower }).checks.map((check) => ({
        ...check,
        phase: 'lower' as const,
      }));
      const both = { ...verdict, checks: [...verdict.checks, ...later] };
      const told = worstOfEach(both).find(({ id }) => id === 'far-load')!.state;
      expect(row(both).states['far-load']).toBe(told);
    },
  );

  it.each<[CheckState[], CheckState[], CheckState]>([
    [['ok'], ['flagged'], 'flagged'],
    [['flagged'], ['ok'], 'flagged'],
    [['watch'], ['borderline'], 'borderline'],
    [['not-judged'], ['flagged'], 'flagged'],
    [['not-judged'], ['borderline'], 'borderline'],
    [['not-judged'], ['watch'], 'not-judged'],
    [['not-judged'], ['ok'], 'not-judged'],
    [['ok'], ['not-judged'], 'ok'],
    [[], ['watch'], 'watch'],
    [[], [], 'not-judged'],
  ])('a check that was %j up and %j down is %s', (up, down, state) => {
    const verdict = aVerdict();
    const of = (states: CheckState[], phase: 'lift' | 'lower') =>
      states.map((one) => ({ ...verdict.checks[0]!, id: 'twist' as const, phase, state: one }));
    // Putting down first: the order in which they stand says nothing.
    const checks = [...of(down, 'lower'), ...of(up, 'lift')];
    expect(row({ ...verdict, checks }).states.twist).toBe(state);
  });

  it('is marked by its headline, and flagged when any scored check is', () => {
    const watched = aVerdict({ twist: 'watch' });
    expect(row(watched).state).toBe('watch');
    expect(row(aVerdict({ 'far-load': 'flagged', sudden: 'ok' })).state).toBe('flagged');
    const { headline } = watched;
    expect(row({ ...aVerdict({ sudden: 'flagged' }), headline }).state).toBe('flagged');
    expect(row({ ...watched, headline: { kind: 'good' } }).state).toBe('ok');
    const check = watched.checks.find(({ id }) => id === 'twist')!;
    const open = aVerdict({ twist: 'flagged' });
    expect(row({ ...open, headline: { kind: 'not-judged', check } }).state).toBe('not-judged');
  });
});
