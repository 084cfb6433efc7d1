import { describe, expect, it } from 'vitest';
import { ClipPace } from '../../../src/capture/clip-pace';

/** Plays a clip of 25 pictures a second to a machine that needs `workS` for each look, and `firstS` for the first. */
function play(workS: number, seconds: number, firstS = workS) {
  const pace = new ClipPace();
  let rate = 1;
  let now = 0;
  let busyUntil = 0;
  const takenAt: number[] = [];
  for (let picture = 0; picture < 25 * seconds; picture++) {
    const timeS = picture / 25;
    const isTaken = now >= busyUntil;
    if (isTaken) {
      busyUntil = now + (takenAt.length === 0 ? firstS : workS);
      takenAt.push(timeS);
    }
    rate = pace.next(timeS, isTaken);
    now += 0.04 / rate;
  }
  return { rate, takenAt };
}

describe('the pace of a demo clip', () => {
  it('is that of the film where the machine keeps up', () => {
    expect(play(0.03, 10).rate).toBe(1);
    expect(play(0.08, 10).rate).toBe(1);
    expect(play(0.1, 10).rate).toBe(1);
  });

  it('waits for a machine that is held up, and goes on as filmed afterwards', () => {
    const { rate, takenAt } = play(0.05, 10, 4);
    expect(takenAt[1]).toBeLessThan(1.2);
    expect(rate).toBe(1);
  });

  it.each([0.2, 0.35])('lets a machine see enough that needs %s s for a look', (workS) => {
    const { takenAt } = play(workS, 10);
    // The standing before the lift, for which the pace must already be right.
    const early = takenAt.filter((t) => t >= 1 && t < 3);
    expect(early.length / 2).toBeGreaterThanOrEqual(7);
  });

  it('never stands still, however slow the machine', () => {
    expect(play(5, 10).rate).toBe(0.2);
  });
});
