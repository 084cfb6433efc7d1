import { RULES } from '../core/scoring/rules';
import type { Check, CheckId, Headline, LiftVerdict } from '../core/scoring/check';
import type { Words } from './en';
import type { Format } from './format';

/** The headline of a lift: five words or fewer, with the value. */
export function headlineText(headline: Headline, words: Words, format: Format): string {
  const say = words.verdict.headline;
  if (headline.kind === 'good') return say.good();
  const { kind, check } = headline;
  if (kind === 'not-judged') return say['not-judged'](words.checks[check.id].name);
  if (check.state === 'borderline') {
    const what = kind === 'sudden-twist' ? words.verdict.suddenTwist : words.checks[check.id].short;
    return say.borderline(what, format.withError(check));
  }
  const value = check.value === null ? '' : format.amount(check, check.value);
  if (kind === 'twist')
    return (check.value ?? 0) >= 0 ? say.twistLeft(value) : say.twistRight(value);
  if (kind === 'bent-back' && check.state !== 'flagged') return say['bent-back-watch'](value);
  return say[kind](value);
}

/** What is flagged besides the headline, in one short line; null when that check is never flagged. */
export function alsoText(check: Check, words: Words, format: Format): string | null {
  const { also } = words.verdict;
  if (!isSaid(check.id, also) || check.value === null) return null;
  return also[check.id](format.amount(check, check.value));
}

const isSaid = <T extends object>(id: CheckId, texts: T): id is CheckId & keyof T => id in texts;

/** The one thing to do next. */
export function nextStepText(headline: Headline, words: Words): string {
  if (headline.kind !== 'not-judged') return words.verdict.nextStep[headline.kind];
  return words.notJudgedNext[headline.check.notJudged ?? 'not-measurable'];
}

/** What was good about a good lift, from its own values; null when it was not a good one. */
export function praiseText(lift: LiftVerdict, words: Words, format: Format): string | null {
  if (lift.headline.kind !== 'good') return null;
  const worst = (id: Check['id']) =>
    Math.max(...lift.checks.filter((c) => c.id === id).map((c) => Math.abs(c.value ?? 0)), 0);
  return words.verdict.praise(format.degrees(worst('bent-back')), format.degrees(worst('twist')));
}

/** The value with its error; nothing when there is none, or (rounded back) when it is too rough to be shown. */
export function valueText(check: Check, format: Format): string {
  return check.value === null || check.id === 'rounded-back' ? '' : format.withError(check);
}

/** How far the source of a check carries, in the person's language where it was translated. */
export function supportText(
  check: Pick<Check, 'id' | 'unit' | 'support'>,
  words: Words,
  format: Format,
): string {
  const { watch, flagged } = RULES[check.id];
  const edge = (value: number) => format.amount(check, value);
  return words.supports?.[check.id](edge(watch), edge(flagged)) ?? check.support;
}

/** Why a check says what it says, in the person's language. */
export function reasonText(check: Check, words: Words, format: Format): string {
  if (check.notJudged !== null || check.value === null) {
    return words.notJudgedBecause(words.notJudged[check.notJudged ?? 'not-measurable']);
  }
  const say = words.reasons;
  const value = format.withError(check);
  if (check.id === 'rounded-back') return check.state === 'ok' ? say.roundedOk : say.roundedWatch;
  if (check.id === 'straight-legs') return check.state === 'ok' ? say.legsOk : say.legsWatch(value);
  const rule = RULES[check.id];
  const [watch, flagged] = [format.amount(check, rule.watch), format.amount(check, rule.flagged)];
  switch (check.state) {
    case 'ok':
      return say.ok(value, watch);
    case 'watch':
      return say.watch(value, watch, flagged);
    case 'borderline':
      return say.borderline(value, flagged);
    default:
      if (check.id === 'sudden') return say.flaggedSpeed(value, flagged);
      if (check.id === 'far-load') return say.flaggedReach(value, flagged);
      return say.flagged(value, flagged);
  }
}
