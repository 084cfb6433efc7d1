import { describe, expect, it } from 'vitest';
import { expectationOf, outcomeOf, stateOfLift } from '../../../bench/accuracy/check-truth';
import type { TrueLiftFacts } from '../../../bench/truth/clip-truth';
import type { CheckId, CheckState } from '../../../src/core/scoring/check';

/** A lift without any fault and far from every edge. */
const GOOD: TrueLiftFacts = {
  peakInclination: 40,
  peakLumbarFlexion: 8,
  peakTwist: 1,
  kneeAtPeak: 100,
  maxHandAnkleDist: 0.3,
  peakTrunkVelocity: 80,
};
const outcome = (check: CheckId, facts: Partial<TrueLiftFacts>, state: CheckState): string =>
  outcomeOf(expectationOf(check, { ...GOOD, ...facts }), state);

describe('what is right', () => {
  it('is flagged on a true fault; watch and ok miss it', () => {
    const bent = { peakInclination: 90 };
    expect(outcome('bent-back', bent, 'flagged')).toBe('right');
    expect(outcome('bent-back', bent, 'watch')).toBe('wrong');
    expect(outcome('bent-back', bent, 'ok')).toBe('wrong');
    expect(outcome('sudden', { peakTrunkVelocity: 400 }, 'watch')).toBe('wrong');
  });

  it('is ok or watch where there is none; flagged is a false alarm', () => {
    for (const check of ['bent-back', 'twist', 'far-load', 'sudden'] as const) {
      expect(outcome(check, {}, 'ok')).toBe('right');
      expect(outcome(check, {}, 'watch')).toBe('right');
      expect(outcome(check, {}, 'flagged')).toBe('wrong');
    }
  });

  it('is neither where nothing was decided, whatever the truth', () => {
    for (const facts of [{}, { peakInclination: 90 }]) {
      expect(outcome('bent-back', facts, 'borderline')).toBe('abstained');
      expect(outcome('bent-back', facts, 'not-judged')).toBe('abstained');
    }
  });

  it('takes watch for the sign of a medium twist of either side, and flagged too', () => {
    for (const peakTwist of [30, -30]) {
      expect(outcome('twist', { peakTwist }, 'watch')).toBe('right');
      expect(outcome('twist', { peakTwist }, 'flagged')).toBe('right');
      expect(outcome('twist', { peakTwist }, 'ok')).toBe('wrong');
    }
    expect(outcome('twist', { peakTwist: 46 }, 'watch')).toBe('wrong');
    expect(outcome('twist', { peakTwist: -46 }, 'flagged')).toBe('right');
    // a small twist lies in the watch band: nothing to flag
    expect(outcome('twist', { peakTwist: 15 }, 'flagged')).toBe('wrong');
    expect(outcome('twist', { peakTwist: 15 }, 'watch')).toBe('right');
  });

  it('takes watch for the sign of a reach of up to 0.63 m, not beyond', () => {
    expect(outcome('far-load', { maxHandAnkleDist: 0.55 }, 'watch')).toBe('right');
    expect(outcome('far-load', { maxHandAnkleDist: 0.55 }, 'ok')).toBe('wrong');
    expect(outcome('far-load', { maxHandAnkleDist: 0.7 }, 'watch')).toBe('wrong');
  });

  it('takes watch for a false alarm of the checks that never flag', () => {
    expect(outcome('rounded-back', { peakLumbarFlexion: 50 }, 'watch')).toBe('right');
    expect(outcome('rounded-back', { peakLumbarFlexion: 50 }, 'ok')).toBe('wrong');
    expect(outcome('rounded-back', {}, 'watch')).toBe('wrong');
    const stoop = { peakInclination: 95, kneeAtPeak: 12 };
    expect(outcome('straight-legs', stoop, 'watch')).toBe('right');
    expect(outcome('straight-legs', { ...stoop, kneeAtPeak: 70 }, 'watch')).toBe('wrong');
    expect(outcome('straight-legs', { ...stoop, peakInclination: 40 }, 'watch')).toBe('wrong');
  });
});

describe('the edge of a label', () => {
  const cases: [CheckId, keyof TrueLiftFacts, number, number][] = [
    ['bent-back', 'peakInclination', 60, 5],
    ['twist', 'peakTwist', 22, 5],
    ['twist', 'peakTwist', 38, 5],
    ['far-load', 'maxHandAnkleDist', 0.45, 0.05],
    ['sudden', 'peakTrunkVelocity', 220, 33],
    ['rounded-back', 'peakLumbarFlexion', 30, 5],
  ];
  it.each(cases)(
    '%s by %s %s lists a lift within %s, and counts it beyond',
    (id, name, edge, by) => {
      for (const side of [-1, 1]) {
        expect(outcome(id, { [name]: edge + side * by * 0.98 }, 'flagged')).toBe('near-edge');
        expect(outcome(id, { [name]: edge + side * by * 1.02 }, 'flagged')).not.toBe('near-edge');
      }
    },
  );

  it('of straight legs decides only where the other condition does not', () => {
    expect(outcome('straight-legs', { peakInclination: 62, kneeAtPeak: 12 }, 'ok')).toBe(
      'near-edge',
    );
    expect(outcome('straight-legs', { peakInclination: 62, kneeAtPeak: 90 }, 'ok')).toBe('right');
    expect(outcome('straight-legs', { peakInclination: 30, kneeAtPeak: 41 }, 'ok')).toBe('right');
  });
});

describe('a lift of two phases', () => {
  it('is what the worse one is, and good only when both could be judged', () => {
    expect(stateOfLift(['ok', 'flagged'])).toBe('flagged');
    expect(stateOfLift(['ok', 'not-judged'])).toBe('not-judged');
    expect(stateOfLift(['watch', 'ok'])).toBe('watch');
    expect(stateOfLift(['watch', 'not-judged'])).toBe('not-judged');
    expect(stateOfLift(['watch', 'not-judged'], true)).toBe('watch');
    expect(stateOfLift(['ok', 'not-judged'], true)).toBe('not-judged');
    expect(stateOfLift([])).toBe('not-judged');
  });
});
