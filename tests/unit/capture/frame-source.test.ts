import fc from 'fast-check';
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

  it('has a gap where the computer slept, though its own clocks stood still', () => {
    const clock = new ForwardClock();
    expect(clock.forward(10, 10, 1000)).toBe(10);
    // The lid was closed for half an hour: longer than a minute makes no difference to anybody.
    expect(clock.forward(10.1, 10.1, 2800)).toBeCloseTo(70.1);
    expect(clock.forward(10.2, 10.2, 2800.1)).toBeCloseTo(70.2);
    expect(clock.forward(10.3, 10.3, 2805.2)).toBeCloseTo(75.3);
  });

  it('does not heed a calendar that is set back, nor one that ticks unevenly', () => {
    const clock = new ForwardClock();
    const days = [1000, 1000.9, -9e6, -9e6 + 0.1, -9e6 + 0.1];
    const times = days.map((dayS, i) => clock.forward(i / 10, i / 10, dayS));
    expect(times).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  });

  it('goes forward whatever the clocks do', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            pictureS: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
            passedS: fc.double({ min: 0, max: 1e4, noNaN: true }),
            dayS: fc.double({ min: -1e9, max: 1e9, noNaN: true }),
          }),
        ),
        (steps) => {
          const clock = new ForwardClock();
          let nowS = 0;
          let lastS = -Infinity;
          for (const { pictureS, passedS, dayS } of steps) {
            nowS += passedS;
            const timeS = clock.forward(pictureS, nowS, dayS);
            expect(timeS).toBeGreaterThan(lastS);
            lastS = timeS;
          }
        },
      ),
    );
  });

  it('moves on at least a little when the same time comes twice', () => {
    const clock = new ForwardClock();
    const first = clock.forward(2, 10);
    expect(clock.forward(2, 10)).toBeGreaterThan(first);
  });
});
