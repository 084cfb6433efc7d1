import { describe, expect, it } from 'vitest';
import { toneOf } from '../../../src/coach/coach';
import type { Check } from '../../../src/core/scoring/check';

const check = {} as Check;

describe('toneOf', () => {
  it('sounds differently for good, bent and twisted', () => {
    const tones = [
      toneOf({ kind: 'good' }),
      toneOf({ kind: 'bent-back', check }),
      toneOf({ kind: 'twist', check }),
    ];
    expect(new Set(tones).size).toBe(3);
    expect(toneOf({ kind: 'sudden-twist', check })).toBe('twisted');
  });
});
