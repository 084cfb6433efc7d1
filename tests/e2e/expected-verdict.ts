import { expect } from 'vitest';
import type { Analysis } from '../../src/core/session/analysis';
import type { Clip } from './fake-camera';
import { told } from './journey';

/**
 * Each demo clip holds exactly one lift. The bent one is flagged as a bent back, the twisted one says
 * twist first (flagged, or borderline: the detector reads twists too small), the good one is good.
 */
export function expectVerdict(clip: Clip, analysis: Analysis): void {
  const message = told(analysis);
  expect(analysis.lifts, message).toHaveLength(1);
  const headline = analysis.lifts[0]!.headline;
  if (clip === 'good') {
    expect(headline.kind, message).toBe('good');
    return;
  }
  if (clip === 'bent') {
    expect(headline, message).toMatchObject({ kind: 'bent-back', check: { state: 'flagged' } });
    return;
  }
  expect(headline.kind, message).toMatch(/^(sudden-)?twist$/);
  expect(headline, message).toMatchObject({
    check: { state: expect.stringMatching(/^(flagged|borderline)$/) as string },
  });
}
