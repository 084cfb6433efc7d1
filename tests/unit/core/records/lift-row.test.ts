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
});
