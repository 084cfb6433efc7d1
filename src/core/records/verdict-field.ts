import * as v from 'valibot';
import { NOT_JUDGED_REASONS } from '../kinematics/measure';
import { CHECK_IDS } from '../scoring/check';
import { secondsField, sentenceField, supportField, valueField } from './fields';

const errorField = v.pipe(valueField, v.minValue(0));

const checkField = v.pipe(
  v.strictObject({
    id: v.picklist(CHECK_IDS),
    phase: v.picklist(['lift', 'lower']),
    value: v.nullable(valueField),
    error: v.nullable(errorField),
    unit: v.picklist(['deg', 'm', 'deg/s']),
    state: v.picklist(['ok', 'watch', 'borderline', 'flagged', 'not-judged']),
    notJudged: v.nullable(v.picklist(NOT_JUDGED_REASONS)),
    reason: sentenceField,
    atS: v.nullable(secondsField),
    rule: sentenceField,
    source: sentenceField,
    support: supportField,
  }),
  // Unknown is null with a reason, everywhere and never half.
  v.check(({ state, notJudged, value, error, atS }) => {
    const open = state === 'not-judged';
    return (
      open === (notJudged !== null) &&
      [value, error, atS].every((known) => (known === null) === open)
    );
  }, 'a check has either a value, an error and a moment, or a reason why it was not judged'),
);

/** A verdict as it is kept within a record: numbers that are numbers, names that are known. */
export const verdictField = v.strictObject({
  startS: secondsField,
  graspS: secondsField,
  peakS: secondsField,
  endS: secondsField,
  lowerStartS: v.nullable(secondsField),
  releaseS: v.nullable(secondsField),
  lowerEndS: v.nullable(secondsField),
  score: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
  coverage: v.strictObject({
    judged: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
    of: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  }),
  checks: v.pipe(v.array(checkField), v.maxLength(100)),
  lookedAgain: v.boolean(),
  headline: v.variant('kind', [
    v.strictObject({ kind: v.literal('good') }),
    v.strictObject({
      kind: v.picklist([...CHECK_IDS, 'sudden-twist', 'not-judged']),
      check: checkField,
    }),
  ]),
});
