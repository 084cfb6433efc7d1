import { describe, expect, it } from 'vitest';
import type { Check, CheckId, CheckState } from '../../../../src/core/scoring/check';
import { reasonFor } from '../../../../src/core/scoring/reasons';
import { RULES } from '../../../../src/core/scoring/rules';

const said = (id: CheckId, state: CheckState, value: number, error: number): string =>
  reasonFor({ id, state, value, error, unit: RULES[id].unit, notJudged: null });

describe('what a check says', () => {
  it.each<[CheckId, CheckState, number, number, string]>([
    [
      'bent-back',
      'flagged',
      72.4,
      4.6,
      'Your trunk leaned 72° ±5°, beyond 60°. This posture raises the load on your back.',
    ],
    [
      'bent-back',
      'borderline',
      58,
      4,
      'Your trunk leaned 58° ±4°: too close to 60° to tell which side.',
    ],
    ['bent-back', 'watch', 40, 4, 'Your trunk leaned 40° ±4°, between 20° and 60°.'],
    ['bent-back', 'ok', 12, 4, 'Your trunk leaned 12° ±4°, within 20°.'],
    // Which way is told by the sign of the value: the sentence says how far.
    [
      'twist',
      'watch',
      -17,
      8,
      'Your shoulders turned against your hips by 17° ±8°, between 15° and 30°.',
    ],
    [
      'far-load',
      'watch',
      0.512,
      0.047,
      'Your hands were in front of your ankles by 0.51 m ±0.05 m, between 0.40 m and 0.63 m.',
    ],
    // Nobody has published a limit of speed, so nothing is said of the load on the back.
    [
      'sudden',
      'flagged',
      280,
      40,
      'Your trunk moved at 280°/s ±40°/s, beyond 220°/s. That is our own band: no published limit exists.',
    ],
    [
      'straight-legs',
      'watch',
      15,
      8,
      'At your furthest bend your knees were bent by 15° ±8°: a straight-legged lift. ' +
        'Whether that matters is contested; it is described, not counted.',
    ],
    ['straight-legs', 'ok', 90, 8, 'At your furthest bend your knees were bent by 90° ±8°.'],
    [
      'rounded-back',
      'watch',
      40,
      20,
      'From the outline, your back was probably rounded. ' +
        'Whether that matters is contested; it is described, not counted.',
    ],
    ['rounded-back', 'ok', 10, 20, 'From the outline, your back was probably straight.'],
  ])('%s, %s', (id, state, value, error, sentence) => {
    expect(said(id, state, value, error)).toBe(sentence);
  });

  it('of what was not judged: why, and no number', () => {
    const unseen: Pick<Check, 'value' | 'error' | 'state' | 'notJudged'> = {
      value: null,
      error: null,
      state: 'not-judged',
      notJudged: 'no-person',
    };
    for (const id of ['far-load', 'rounded-back'] as const)
      expect(reasonFor({ id, unit: RULES[id].unit, ...unseen })).toBe(
        'Not judged: nobody was seen for part of it.',
      );
  });
});
