import { describe, expect, it } from 'vitest';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import { handSpeed, SCOPE, scopeOf } from '../../../../src/core/standards/niosh-scope';
import { INDEX_MARKS, SOURCES_DIFFER } from '../../../../src/core/standards/niosh-sources';

describe('where the equation does not apply (NIOSH-12)', () => {
  it('refuses for what bears on the lift, and warns for the rest', () => {
    expect(scopeOf([])).toEqual({ refused: [], warned: [] });
    expect(scopeOf(['climate', 'fast-hands', 'one-handed'])).toEqual({
      refused: ['one-handed', 'fast-hands'],
      warned: ['climate'],
    });
    const all = scopeOf(SCOPE.map(({ id }) => id));
    expect(all.warned).toEqual(['climate', 'other-strenuous-work']);
    expect(all.refused).toHaveLength(SCOPE.length - 2);
  });

  it('names every reason once', () => {
    expect(new Set(SCOPE.map(({ id }) => id)).size).toBe(SCOPE.length);
  });
});

/** Hands that rise steadily from the floor to `topM` in `forS`, 20 frames a second. */
function rising(topM: number, forS: number, error: number, skip = (_: number) => false): Moment[] {
  return Array.from({ length: 61 }, (_, i) => i / 20)
    .filter((timeS) => !skip(timeS))
    .map((timeS) => {
      const moment = unknownMoment(timeS, 'too-short');
      const up = Math.min(1, timeS / forS) * topM;
      moment.measures.handHeightM = { value: up, error, judged: true };
      moment.measures.handReachM = { value: 0.4, error: 0, judged: true };
      return moment;
    });
}

describe('how fast the hands are (NIOSH-13)', () => {
  it('is how far they come within a second', () => {
    expect(handSpeed(rising(0.9, 3, 0.01), 0, 3)).toMatchObject({ fast: 'no' });
    expect(handSpeed(rising(0.9, 3, 0.01), 0, 3).metresPerSecond).toBeCloseTo(0.3, 9);
    expect(handSpeed(rising(0.9, 0.8, 0.01), 0, 3)).toMatchObject({ fast: 'yes' });
    expect(handSpeed(rising(0.9, 0.8, 0.01), 0, 3).metresPerSecond).toBeCloseTo(0.9, 9);
    expect(handSpeed(rising(0.9, 0.8, 0.2), 0, 3)).toMatchObject({ fast: 'perhaps' });
    expect(handSpeed(rising(0.7, 0.8, 0.1), 0, 3)).toMatchObject({ fast: 'perhaps' });
  });

  it('counts forward movement too, and frames whose error is large with that error', () => {
    const moments = rising(0.6, 1, 0.01);
    for (const { timeS, measures } of moments)
      measures.handReachM = {
        value: 0.2 + 0.6 * Math.min(1, timeS),
        error: 0.1,
        judged: 'too-uncertain',
      };
    const speed = handSpeed(moments, 0, 3);
    expect(speed.metresPerSecond).toBeCloseTo(0.6 * Math.SQRT2, 9);
    expect(speed.fast).toBe('perhaps');
  });

  it('is unknown when some of the lift was not seen', () => {
    const unknown = { fast: 'unknown', metresPerSecond: null, error: null };
    expect(handSpeed([], 0, 1)).toEqual(unknown);
    expect(
      handSpeed(
        rising(0.9, 0.8, 0.01, (t) => t > 0.2 && t < 0.9),
        0,
        3,
      ),
    ).toEqual(unknown);
    expect(handSpeed(rising(0.9, 0.8, 0.01), 0, 4)).toEqual(unknown);
    const cut = rising(0.9, 0.8, 0.01);
    for (const { measures } of cut) measures.handHeightM.judged = 'out-of-frame';
    expect(handSpeed(cut, 0, 3)).toEqual(unknown);
  });
});

describe('where sources differ', () => {
  it('each has a reading of ours and another one', () => {
    for (const { ours, others } of SOURCES_DIFFER)
      for (const other of others) expect(other.value).not.toBe(ours.value);
  });

  it('marks that were not read in their source are not verified', () => {
    for (const { above, source, verified } of INDEX_MARKS) {
      expect(verified).toBe(!source.includes('ISO'));
      expect(verified).toBe(above === 1 || above === 3);
    }
  });
});
