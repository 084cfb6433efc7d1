import { describe, expect, it } from 'vitest';
import type { NotJudgedReason } from '../../../../src/core/kinematics/measure';
import { unknownMoment, type Moment } from '../../../../src/core/kinematics/moment';
import type { Check, CheckId } from '../../../../src/core/scoring/check';
import { checkPhase, stateOf } from '../../../../src/core/scoring/checks';

interface Seen {
  trunk?: number | NotJudgedReason;
  knees?: readonly [left: number | NotJudgedReason, right: number | NotJudgedReason];
  kneeError?: number;
  speed?: number;
}

const reading = (seen: number | NotJudgedReason, error: number) =>
  typeof seen === 'number'
    ? { value: seen, error, judged: true as const }
    : { value: null, error: null, judged: seen };

/** Twenty moments a second. */
function momentsOf(count: number, at: (i: number) => Seen): Moment[] {
  return Array.from({ length: count }, (_, i) => {
    const moment = unknownMoment(i / 20, 'no-person');
    const { trunk, knees, kneeError = 5, speed } = at(i);
    const { measures } = moment;
    if (trunk !== undefined) measures.trunkInclinationDeg = reading(trunk, 4);
    if (speed !== undefined) measures.trunkVelocityDegS = reading(speed, 10);
    if (knees !== undefined) {
      measures.kneeFlexionLeftDeg = reading(knees[0], kneeError);
      measures.kneeFlexionRightDeg = reading(knees[1], kneeError);
    }
    return moment;
  });
}
function checkOf(id: CheckId, at: (i: number) => Seen, [fromS, toS] = [0, 9]): Check {
  return checkPhase(momentsOf(41, at), 'lift', fromS, toS).find((one) => one.id === id)!;
}

describe('STATE-1..4: on the edge itself', () => {
  it('an interval that begins at the edge is not beyond it; one that ends there touches it', () => {
    expect(stateOf('bent-back', 64, 4)).toBe('borderline');
    expect(stateOf('bent-back', 56, 4)).toBe('borderline');
  });

  it('the edge to watch is not beyond itself', () => {
    expect(stateOf('bent-back', 20, 4)).toBe('ok');
    expect(stateOf('twist', 15, 8)).toBe('ok');
  });
});

describe('a phase', () => {
  it('has its first and its last moment in it, and none outside', () => {
    // Moments 10, 11, 12 are all there is of it: without one of them there is nothing to judge.
    const bent = checkOf('bent-back', (i) => ({ trunk: i < 10 || i > 12 ? 90 : 30 }), [0.5, 0.6]);
    expect(bent).toMatchObject({ state: 'watch', value: 30 });
  });
});

describe('a check as it is kept', () => {
  it('is in thousandths of its unit and tenths of a millisecond', () => {
    const bent = checkOf('bent-back', () => ({ trunk: 100 / 3 }));
    expect(bent).toMatchObject({ value: 33.333, error: 4 });
    const moments = momentsOf(3, () => ({ trunk: 30 })).map((moment, i) => ({
      ...moment,
      timeS: (i + 1) / 7,
    }));
    expect(checkPhase(moments, 'lift', 0, 9)[0]!.atS).toBe(0.1429);
  });
});

describe('sudden', () => {
  it('is the largest moment, which was smoothed before; a bend takes the middle of three', () => {
    const at = (i: number): Seen => ({ speed: i === 20 ? 280 : 50, trunk: i === 20 ? 90 : 30 });
    expect(checkOf('sudden', at)).toMatchObject({ state: 'flagged', value: 280, atS: 1 });
    expect(checkOf('bent-back', at)).toMatchObject({ state: 'watch', value: 30 });
  });
});

describe('LEGS-1', () => {
  /** Furthest bent at moment 20, that is at 1 s. */
  const bend = (i: number): number => 90 - Math.abs(i - 20);
  const legs = (knees: (i: number) => NonNullable<Seen['knees']>, kneeError?: number): Check =>
    checkOf('straight-legs', (i) => ({
      trunk: bend(i),
      knees: knees(i),
      ...(kneeError === undefined ? {} : { kneeError }),
    }));

  it('is not judged, for the same reason, where the bend is not', () => {
    expect(
      checkOf('straight-legs', () => ({ trunk: 'out-of-frame', knees: [10, 10] })),
    ).toMatchObject({
      state: 'not-judged',
      notJudged: 'out-of-frame',
      value: null,
    });
  });

  it('looks at the knees around the furthest bend alone', () => {
    const near = (i: number): boolean => Math.abs(i - 20) < 4;
    expect(legs((i) => (near(i) ? [10, 10] : [90, 90]))).toMatchObject({
      state: 'watch',
      value: 10,
      atS: bendAt(),
    });
    expect(legs((i) => (near(i) ? [90, 90] : [10, 10]))).toMatchObject({ state: 'ok', value: 90 });
  });
  const bendAt = (): number => checkOf('bent-back', (i) => ({ trunk: bend(i) })).atS!;

  it('takes the mean of what was judged of both knees', () => {
    // One of three readings is missing: the rest are most of them.
    const some = legs((i) => (i % 3 === 0 ? [20, 'out-of-frame'] : [20, 40]));
    expect(some.state).toBe('watch');
    expect(some.value).toBeGreaterThan(27);
    expect(some.value).toBeLessThan(31);
  });

  it('is not judged when half of the readings are missing, with their reason', () => {
    expect(legs(() => [10, 'out-of-frame'])).toMatchObject({
      state: 'not-judged',
      notJudged: 'out-of-frame',
      value: null,
    });
    expect(legs(() => ['too-uncertain', 'too-uncertain'])).toMatchObject({
      notJudged: 'too-uncertain',
    });
  });

  it('is of interest only where the bend is flagged, and straight with all of its interval', () => {
    expect(legs(() => [34, 34], 5).state).toBe('watch');
    expect(legs(() => [35, 35], 5).state).toBe('ok');
    expect(legs(() => [36, 36], 5).state).toBe('ok');
    expect(checkOf('straight-legs', () => ({ trunk: 62, knees: [10, 10] })).state).toBe('ok');
  });
});
