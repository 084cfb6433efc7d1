import type { NotJudgedReason } from '../kinematics/measure';
import type { Check, CheckId } from './check';
import { RULES } from './rules';

/** Plain English for the file format; the screens say the same in the person's language. */
const NOT_JUDGED: Record<NotJudgedReason, string> = {
  'no-person': 'nobody was seen for part of it',
  'no-baseline': 'no upright standing was seen, so your own size is not known',
  'out-of-frame': 'part of your body was outside the picture',
  'too-uncertain': 'from this view it cannot be measured closely enough',
  'too-short': 'too few pictures of it',
  'rate-too-low': 'too few pictures a second',
  'not-measurable': 'this version cannot measure it',
  'not-visible': 'from here it cannot be seen, only from the side',
  'not-bent': 'your back was not bent far enough for it to show',
  'not-looked-at': 'there was no second look at the pictures',
};

const WHAT: Record<Exclude<CheckId, 'rounded-back'>, string> = {
  'bent-back': 'Your trunk leaned',
  twist: 'Your shoulders turned against your hips by',
  'far-load': 'Your hands were in front of your ankles by',
  sudden: 'Your trunk moved at',
  'straight-legs': 'At your furthest bend your knees were bent by',
};

const RAISES = 'This posture raises the load on your back.';
const OUR_BAND = 'That is our own band: no published limit exists.';

type Facts = Pick<Check, 'id' | 'value' | 'error' | 'unit' | 'state' | 'notJudged'>;

/** One or two sentences: what was measured, against which edge, what it means. */
export function reasonFor(check: Facts): string {
  if (check.notJudged !== null) return `Not judged: ${NOT_JUDGED[check.notJudged]}.`;
  if (check.id === 'rounded-back') {
    return check.state === 'watch'
      ? `From the outline, your back was probably rounded. Whether that matters is contested; it is described, not counted.`
      : `From the outline, your back was probably straight.`;
  }
  const digits = check.unit === 'm' ? 2 : 0;
  const unit = check.unit === 'deg' ? '°' : check.unit === 'm' ? ' m' : '°/s';
  const number = (x: number): string => `${Math.abs(x).toFixed(digits)}${unit}`;
  const measured = `${WHAT[check.id]} ${number(check.value!)} ±${number(check.error!)}`;
  const { watch, flagged } = RULES[check.id];
  if (check.id === 'straight-legs') {
    return check.state === 'watch'
      ? `${measured}: a straight-legged lift. Whether that matters is contested; it is described, not counted.`
      : `${measured}.`;
  }
  switch (check.state) {
    case 'flagged':
      return `${measured}, beyond ${number(flagged)}. ${check.id === 'sudden' ? OUR_BAND : RAISES}`;
    case 'borderline':
      return `${measured}: too close to ${number(flagged)} to tell which side.`;
    case 'watch':
      return `${measured}, between ${number(watch)} and ${number(flagged)}.`;
    default:
      return `${measured}, within ${number(watch)}.`;
  }
}
