import fc from 'fast-check';
import { NOT_JUDGED_REASONS } from '../../../../src/core/kinematics/measure';
import type { Check, CheckId, CheckPhase, LiftVerdict } from '../../../../src/core/scoring/check';
import { CHECK_IDS } from '../../../../src/core/scoring/check';
import { stateOf } from '../../../../src/core/scoring/checks';
import { makeCheck } from '../../../../src/core/scoring/make-check';
import { RULES } from '../../../../src/core/scoring/rules';
import { scoreOf } from '../../../../src/core/scoring/score';
import { headlineOf } from '../../../../src/core/scoring/verdict';

/** The largest error that may be judged (rule JUDGE-1); that of speed grows with the value. */
const MOST_ERROR: Record<CheckId, number> = {
  'bent-back': 10,
  twist: 15,
  'far-load': 0.08,
  sudden: 60,
  'rounded-back': 9,
  'straight-legs': 15,
};

/** A check as it may come out of a lift, with values on all sides of its edges. */
function arbitraryCheck(id: CheckId, phase: CheckPhase): fc.Arbitrary<Check> {
  const { watch, flagged } = RULES[id];
  const most = Number.isFinite(flagged) ? 1.6 * flagged : 2 * watch;
  const judged = fc
    .record({
      value: fc.double({ min: id === 'twist' ? -most : 0, max: most, noNaN: true }),
      error: fc.double({ min: 0, max: MOST_ERROR[id], noNaN: true }),
      describes: fc.boolean(),
    })
    .map(({ value, error, describes }) =>
      makeCheck(id, phase, { judged: true, worst: { value, error, atS: 1 } }, () =>
        Number.isFinite(flagged) ? stateOf(id, value, error) : describes ? 'watch' : 'ok',
      ),
    );
  const open = fc
    .constantFrom(...NOT_JUDGED_REASONS)
    .map((reason) => makeCheck(id, phase, { judged: reason, worst: null }, () => 'not-judged'));
  return fc.oneof({ weight: 4, arbitrary: judged }, { weight: 1, arbitrary: open });
}

/** Any lift that could be judged, half of them with its putting-down. */
export const arbitraryVerdict: fc.Arbitrary<LiftVerdict> = fc
  .tuple(
    fc.tuple(...CHECK_IDS.map((id) => arbitraryCheck(id, 'lift'))),
    fc.option(fc.tuple(...CHECK_IDS.map((id) => arbitraryCheck(id, 'lower')))),
  )
  .map(([lift, lower]) => verdictWith([...lift, ...(lower ?? [])]));

/** A lift with just these checks. */
export function verdictWith(checks: Check[]): LiftVerdict {
  const isPutDown = checks.some(({ phase }) => phase === 'lower');
  const lowered = { lowerStartS: 4, releaseS: 5, lowerEndS: 6 };
  const held = { lowerStartS: null, releaseS: null, lowerEndS: null };
  return {
    startS: 0,
    graspS: 1,
    peakS: 1,
    endS: 2,
    ...(isPutDown ? lowered : held),
    ...scoreOf(checks),
    checks,
    lookedAgain: true,
    headline: headlineOf(checks, []),
  };
}

/** A lift in which these were judged, as [value, error], and all else was as it should be. */
export function liftWith(
  values: Partial<Record<CheckId, readonly [number, number] | null>>,
  phase: CheckPhase = 'lift',
  describes: readonly CheckId[] = [],
): LiftVerdict {
  return verdictWith(
    CHECK_IDS.map((id) => {
      const given = values[id];
      if (given === null)
        return makeCheck(id, phase, { judged: 'too-uncertain', worst: null }, () => 'not-judged');
      const [value, error] = given ?? [0, 0];
      const scored = Number.isFinite(RULES[id].flagged);
      return makeCheck(id, phase, { judged: true, worst: { value, error, atS: 1 } }, () =>
        scored ? stateOf(id, value, error) : describes.includes(id) ? 'watch' : 'ok',
      );
    }),
  );
}
