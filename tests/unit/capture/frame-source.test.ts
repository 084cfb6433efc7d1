import { describe, expect, it } from 'vitest';
import { ForwardClock } from '../../../src/capture/frame-source';

describe('ForwardClock', () => {
  it('keeps the times of the pictures while they go forward', () => {
    const clock = new ForwardClock();
    expect([0, 0.04, 0.12].map((t) => clock.forward(t, 100 + t))).toEqual([0, 0.04, 0.12]);
  });

  it('goes on by the time of day when a clip starts again', () => {
    const clock = new ForwardClock();
    clock.forward(11, 50);
    expect(clock.forward(0, 50.04)).toBeCloseTo(11.04);
    expect(clock.forward(0.04, 50.08)).toBeCloseTo(11.08);
  });

  it('moves on at least a little when the same time comes twice', () => {
    const clock = new ForwardClock();
    const first = clock.forward(2, 10);
    expect(clock.forward(2, 10)).toBeGreaterThan(first);
  });
});
