import { describe, expect, it } from 'vitest';
import type { BackLook } from '../../../../src/core/kinematics/back-outline';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Check, CheckPhase, LiftVerdict } from '../../../../src/core/scoring/check';
import { wantedLooks } from '../../../../src/core/scoring/look-plan';
import { lookedAgain, roundedBack } from '../../../../src/core/scoring/rounded-back';
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

/** Five seconds, bent to `furthest` at 1 s and 4 s, seen from `azimuth`. */
function moments(furthest: number, azimuth: number): Moment[] {
  return Array.from({ length: 76 }, (_, i) => {
    const timeS = i / 15;
    const moment = unknownMoment(timeS, 'too-uncertain');
    const near = Math.min(Math.abs(timeS - 1), Math.abs(timeS - 4));
    const trunk = furthest * Math.max(0, 1 - near / 1.5);
    moment.measures.trunkInclinationDeg = { value: trunk, error: 4, judged: true };
    moment.measures.viewAzimuthDeg = { value: azimuth, error: 10, judged: true };
    return moment;
  });
}
const verdict = (furthest = 80, azimuth = 85): LiftVerdict =>
  verdictOf(TIMES, moments(furthest, azimuth));
const rounding = (lift: LiftVerdict, phase: CheckPhase = 'lift'): Check =>
  lift.checks.find((c) => c.id === 'rounded-back' && c.phase === phase)!;
const looks = (timesS: number[], upperBackDeg: (number | null)[]): BackLook[] =>
  timesS.map((timeS, i) => ({ timeS, upperBackDeg: upperBackDeg[i]! }));
const bends = moments(80, 85).map((m) => ({
  timeS: m.timeS,
  trunkDeg: m.measures.trunkInclinationDeg.value!,
}));

describe('rounded back (ROUND-1, ROUND-2)', () => {
  it('waits for a second look where one can tell', () => {
    expect(rounding(verdict())).toMatchObject({ state: 'not-judged', notJudged: 'not-looked-at' });
    expect(rounding(verdict(80, -100))).toMatchObject({ notJudged: 'not-looked-at' });
    expect(verdict().lookedAgain).toBe(false);
  });

  it.each([0, 45, -40, 135, 180])('is not visible from %i°', (azimuth) => {
    expect(rounding(verdict(80, azimuth))).toMatchObject({ notJudged: 'not-visible' });
  });

  it('does not show before the trunk is bent more than 35°', () => {
    expect(rounding(verdict(34))).toMatchObject({ notJudged: 'not-bent' });
  });

  describe('why there is no second look', () => {
    /** A moment for each: how far bent (null = not judged), and where the camera stands. */
    const why = (seen: [trunk: number | null, azimuth: number | null][], bent: Partial<Check>) =>
      roundedBack(
        'lift',
        seen.map(([trunk, azimuth], i) => {
          const moment = unknownMoment(i, 'too-uncertain');
          if (trunk !== null)
            moment.measures.trunkInclinationDeg = { value: trunk, error: 4, judged: true };
          if (azimuth !== null)
            moment.measures.viewAzimuthDeg = { value: azimuth, error: 10, judged: true };
          return moment;
        }),
        { ...verdict().checks[0]!, ...bent },
      ).notJudged;
    const bent = { value: 80, notJudged: null };

    it('is the trunk, up to 35° of it', () => {
      expect(why([[35, 90]], { ...bent, value: 35 })).toBe('not-bent');
      expect(why([[35.1, 90]], { ...bent, value: 35.1 })).toBe('not-looked-at');
    });

    it('is the view in the middle of the bent frames, wherever the others were seen from', () => {
      expect(
        why(
          [
            [10, 0],
            [10, 0],
            [80, 90],
          ],
          bent,
        ),
      ).toBe('not-looked-at');
      expect(
        why(
          [
            [10, 90],
            [35, 90],
            [80, 0],
          ],
          bent,
        ),
      ).toBe('not-visible');
      expect(
        why(
          [
            [80, 90],
            [80, 20],
            [80, 100],
          ],
          bent,
        ),
      ).toBe('not-looked-at');
      expect(
        why(
          [
            [80, -90],
            [80, 90],
            [80, null],
          ],
          bent,
        ),
      ).toBe('not-looked-at');
    });

    it('is that of the bend where that was not judged, as far as the view would do', () => {
      const unseen = { value: null, notJudged: 'out-of-frame' } as const;
      expect(why([[null, 90]], unseen)).toBe('out-of-frame');
      expect(why([[null, null]], unseen)).toBe('out-of-frame');
      expect(why([[null, 0]], unseen)).toBe('not-visible');
    });
  });

  it.each([
    [[2, 3, 9], 'watch', null],
    [[9, 10, 3], 'ok', null],
    [[5, 6, 7], 'not-judged', 'too-uncertain'],
    [[1, null, null], 'not-judged', 'too-uncertain'],
  ] as const)('looks of %j: %s', (directions, state, notJudged) => {
    const lift = lookedAgain(verdict(), looks([0.8, 1, 1.2], [...directions]));
    expect(rounding(lift)).toMatchObject({ state, notJudged });
    expect(lift.lookedAgain).toBe(true);
    expect(rounding(lift, 'lower').notJudged).toBe('not-looked-at');
  });

  it('is at most watch, in tens of degrees, and says that it is contested', () => {
    const check = rounding(lookedAgain(verdict(), looks([0.8, 1, 1.2], [-12, -12, -12])));
    expect(check.state).toBe('watch');
    expect(check.value! % 10).toBe(0);
    expect(check.reason).toMatch(/probably rounded.*contested/);
    expect(check.reason).not.toMatch(/\d/);
  });

  it('changes nothing else: not the headline, not the score, not another check', () => {
    const before = verdict();
    const after = lookedAgain(before, looks([0.8, 1, 1.2], [1, 1, 1]));
    expect(after.headline).toEqual(before.headline);
    expect(after.score).toBe(before.score);
    const others = (lift: LiftVerdict) => lift.checks.filter((c) => c.id !== 'rounded-back');
    expect(others(after)).toEqual(others(before));
  });

  it('names the look that is nearest to the middle as its moment, in whatever order they come', () => {
    const at = (timesS: number[], said: (number | null)[]) =>
      rounding(lookedAgain(verdict(), looks(timesS, said))).atS;
    expect(at([1.2, 0.8, 1], [1, 3, 2.2])).toBe(1);
    expect(at([1.2, 0.8, 1], [2.2, 1, 3])).toBe(1.2);
    // Two are as near: the first in time.
    expect(at([1.2, 0.8], [1, 3])).toBe(0.8);
    expect(at([1.2, 0.8, 0.9], [1, 3, null])).toBe(0.8);
  });

  it('has its first and its last moment in the phase, and none of a putting down that was not seen', () => {
    expect(rounding(lookedAgain(verdict(), looks([0, 2], [1, 1]))).state).toBe('watch');
    const up = verdictOf({ ...TIMES, lowerStartS: null, lowerEndS: null }, moments(80, 85));
    const unended = { ...verdict(), lowerEndS: null };
    expect(lookedAgain(up, looks([3.5, 4], [1, 1]))).toBe(up);
    expect(lookedAgain(unended, looks([3.5, 4], [1, 1]))).toBe(unended);
  });

  it('keeps to the pictures of its own phase, and looks at nothing twice', () => {
    const before = verdict();
    expect(lookedAgain(before, looks([2.5, 6], [1, 1]))).toBe(before);
    const once = lookedAgain(before, looks([0.9, 1.1], [1, 1]));
    expect(lookedAgain(once, looks([0.9, 1.1], [10, 10]))).toBe(once);
  });
});

describe('what is looked at again (ROUND-3)', () => {
  it('five moments at most, near the furthest bend of each phase, a little apart', () => {
    const wanted = wantedLooks(verdict(), bends);
    expect(wanted).toHaveLength(5);
    expect(wanted.filter((timeS) => timeS < 2)).toHaveLength(3);
    for (const a of wanted) {
      expect(bends.find((b) => b.timeS === a)!.trunkDeg).toBeGreaterThan(0.7 * 80);
      for (const b of wanted) expect(a === b || Math.abs(a - b) > 0.17).toBe(true);
    }
  });

  it('the best first: nine tenths of the furthest bend, seven tenths at least, 0.18 s apart', () => {
    const plan = (...seen: [timeS: number, trunkDeg: number][]) =>
      wantedLooks(
        verdict(),
        seen.map(([timeS, trunkDeg]) => ({ timeS, trunkDeg })),
      );
    expect(plan([0.2, 71], [0.6, 80], [1, 100], [1.4, 89], [1.8, 70])).toEqual([1.4, 0.6, 1]);
    expect(plan([0.2, 69], [1, 100], [1.8, 70])).toEqual([1, 1.8]);
    expect(plan([0.82, 88], [1, 90], [1.17, 88], [1.3, 100])).toEqual([1, 0.82, 1.3]);
    // Putting down is looked at twice, and each phase by its own furthest bend.
    expect(plan([1, 100], [3.2, 40], [3.6, 36], [4, 30], [4.4, 29])).toEqual([1, 3.6, 3.2]);
    // From the first to the last moment of a phase, and not between.
    expect(plan([0, 80], [2, 80], [2.5, 80], [3, 80], [5, 80])).toEqual([0, 2, 3, 5]);
  });

  it('nothing where nothing can be told, or was told already', () => {
    expect(wantedLooks(verdict(80, 0), bends)).toEqual([]);
    expect(wantedLooks(verdict(30), bends)).toEqual([]);
    const half = lookedAgain(verdict(), looks([0.8, 1], [1, 1]));
    expect(wantedLooks(half, bends).every((timeS) => timeS > 3)).toBe(true);
  });
});
