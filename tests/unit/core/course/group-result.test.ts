import { describe, expect, it } from 'vitest';
import { groupResult } from '../../../../src/core/course/group-result';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import { aVerdict } from '../../../fixtures/kept';
import { aStrain, aTrainingOf, aTurn } from '../../../fixtures/training';

/** Lifts with these worst bends, each ± 4°. */
const bends = (...values: number[]): LiftVerdict[] =>
  values.map((value) => {
    const verdict = aVerdict(value > 60 ? { 'bent-back': 'flagged' } : {});
    for (const check of verdict.checks) if (check.id === 'bent-back') check.value = value;
    return verdict;
  });

const sessions: Record<string, LiftVerdict[]> = {
  'ann-1': bends(80, 82, 84),
  'ann-2': bends(40, 42, 44),
  'bo-1': bends(70, 50, 50),
  'bo-2': bends(51, 52, 50),
  'cy-1': bends(30, 31, 32),
  'cy-2': bends(70, 72, 74),
  'dee-0': bends(90, 90, 90),
  'dee-1': bends(65),
  'dee-2': bends(64),
  'hal-1': bends(66, 67),
};
const turns = (name: string, ...strains: Parameters<typeof aStrain>[0][]) => [
  aTurn('baseline', `${name}-1`, { strain: strains[0] ? aStrain(strains[0]) : null }),
  aTurn('retest', `${name}-2`, { strain: strains[1] ? aStrain(strains[1]) : null }),
];
const training = aTrainingOf('t', {
  ann: turns(
    'ann',
    {},
    { longestHold: { startS: 1, seconds: 9, inclinationDeg: 30, errorDeg: 5 } },
  ),
  bo: turns('bo'),
  cy: turns('cy'),
  dee: [aTurn('baseline', 'dee-0', { redone: true, strain: aStrain() }), ...turns('dee')],
  hal: turns('hal').slice(0, 1),
  fay: [],
});
const verdictsOf = (id: string) => sessions[id] ?? [];
const result = groupResult(training, verdictsOf);
const bent = result.checks.find(({ id }) => id === 'bent-back')!;

describe('the result of a group', () => {
  it('GROUP-1: people a check was flagged for in half of their lifts or more, with an interval', () => {
    expect(result).toMatchObject({ people: 6, atBaseline: 5, atRetest: 4 });
    // Ann, Dee and Hal; Bo in one lift of three; turns that were done again do not count.
    expect(bent.baseline).toMatchObject({ count: 3, of: 5 });
    expect(bent.retest).toMatchObject({ count: 2, of: 4 });
    expect(bent.baseline!.low).toBeLessThan(0.6);
    expect(bent.baseline!.high).toBeGreaterThan(0.6);
  });

  it('GROUP-2: people by what changed; one lift tells of no change, nor does who did not come back', () => {
    expect(bent).toMatchObject({ less: 1, withinError: 1, more: 1, notTold: 1, unit: 'deg' });
  });

  it('GROUP-1, GROUP-2: half of the lifts is enough; whoever was at one station only is not counted apart', () => {
    const lifts: Record<string, LiftVerdict[]> = {
      ...{ 'ian-1': bends(70, 50), 'ian-2': bends(50) },
      ...{ 'jo-1': bends(50), 'jo-2': bends(50) },
      ...{ 'kim-1': bends(70, 50, 50), 'lu-2': bends(50) },
    };
    const [ian, jo, kim, lu] = ['ian', 'jo', 'kim', 'lu'].map((name) => turns(name));
    const four = aTrainingOf('t', { ian: ian!, jo: jo!, kim: kim!, lu: lu! });
    const check = groupResult(four, (id) => lifts[id] ?? []).checks.find(
      ({ id }) => id === 'bent-back',
    );
    expect(check).toMatchObject({ baseline: { count: 1, of: 3 }, notTold: 2 });
  });

  it('GROUP-3: nobody is named, and the order of people makes no difference', () => {
    expect(JSON.stringify(result)).not.toMatch(/ann|bo-|cy|dee|hal|fay/i);
    const turned = { ...training, roster: training.roster.toReversed() };
    expect(groupResult(turned, verdictsOf)).toEqual(result);
  });

  it('nobody there is no result, and no share of nobody', () => {
    const none = groupResult(aTrainingOf('t', {}), verdictsOf);
    expect(none).toMatchObject({ people: 0, atBaseline: 0, strain: null });
    expect(none.checks.every(({ baseline, less }) => baseline === null && less === 0)).toBe(true);
  });
});

describe('slow strain of a group', () => {
  it('GROUP-4: is added up over the turns that tell it, done again or not; the longest hold is one of them', () => {
    expect(result.strain).toMatchObject({
      watchedS: 180,
      judgedS: 150,
      lifts: 9,
      busiestMinute: 3,
    });
    expect(result.strain!.beyond20.likelyS).toBe(60);
    expect(result.strain!.longestHold).toMatchObject({ seconds: 9, inclinationDeg: 30 });
  });
});
