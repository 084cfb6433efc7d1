import { expect, it } from 'vitest';
import type { CheckId, LiftVerdict } from '../../../../src/core/scoring/check';
import { isWorse } from '../../../../src/core/scoring/verdict';

type Said = readonly [kind: CheckId | 'good' | 'not-judged', state?: 'watch' | 'flagged'];
const verdict = ([kind, state]: Said): LiftVerdict =>
  ({ headline: kind === 'good' ? { kind } : { kind, check: { id: kind, state } } }) as LiftVerdict;

it.each<[Said, Said, boolean]>([
  [['bent-back', 'flagged'], ['good'], true],
  [['bent-back', 'flagged'], ['not-judged'], true],
  [['bent-back', 'flagged'], ['bent-back', 'flagged'], false],
  [['twist', 'flagged'], ['bent-back', 'flagged'], true],
  [['twist', 'watch'], ['bent-back', 'flagged'], false],
  [['good'], ['bent-back', 'flagged'], false],
  [['not-judged'], ['bent-back', 'flagged'], false],
  [['good'], ['not-judged'], false],
])('%j after %j is worse: %s', (after, before, worse) => {
  expect(isWorse(verdict(after), verdict(before))).toBe(worse);
});
