import { expect, it } from 'vitest';
import { holdsItsError, NOT_JUDGED_REASONS } from '../../../../src/core/kinematics/measure';

it('an error holds where a value was judged, or was only less sure than it should be', () => {
  const holding = ([true, ...NOT_JUDGED_REASONS] as const).filter(holdsItsError);
  expect(holding).toEqual(expect.arrayContaining([true, 'too-uncertain', 'rate-too-low']));
  expect(holding).toHaveLength(3);
});
