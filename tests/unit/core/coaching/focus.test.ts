import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CUES } from '../../../../src/core/coaching/cue-list';
import { focusOf } from '../../../../src/core/coaching/focus';
import { arbitraryVerdict, liftWith, verdictWith } from './arbitrary-verdict';

it('FOCUS-1: what was a fault in half of the lifts, and surely in one', () => {
  const bent = liftWith({ 'bent-back': [80, 6] });
  const close = liftWith({ 'bent-back': [61, 6] });
  const good = liftWith({});
  const unseen = liftWith({ 'bent-back': null });
  expect(focusOf([bent, good])).toEqual(['go-down-with-it']);
  expect(focusOf([bent, good, good])).toEqual([]);
  expect(focusOf([bent, close, good, good])).toEqual(['go-down-with-it']);
  expect(focusOf([close, close])).toEqual([]);
  expect(focusOf([bent, unseen, unseen])).toEqual(['go-down-with-it']);
  const onlyTaking = verdictWith([...bent.checks, ...liftWith({}, 'lower').checks]);
  expect(focusOf([onlyTaking, good])).toEqual(['go-down-with-it']);
  expect(focusOf([])).toEqual([]);
});

it('FOCUS-2: two at most, reach and twist first', () => {
  const all = liftWith({
    'bent-back': [90, 6],
    twist: [-50, 9],
    'far-load': [0.9, 0.05],
    sudden: [300, 30],
  });
  expect(focusOf([all])).toEqual(['step-closer', 'turn-your-feet']);
});

it('FOCUS-1: never of a check that only describes or was not judged', () => {
  const round = liftWith({}, 'lift', ['rounded-back', 'straight-legs']);
  expect(focusOf([round, round])).toEqual([]);
  fc.assert(
    fc.property(fc.array(arbitraryVerdict, { maxLength: 6 }), (lifts) => {
      const focus = focusOf(lifts);
      expect(focus.length).toBeLessThanOrEqual(2);
      for (const cue of focus) {
        const own = lifts.flatMap(({ checks }) => checks.filter((c) => c.id === CUES[cue].check));
        expect(own.some(({ state }) => state === 'flagged')).toBe(true);
      }
    }),
  );
});
