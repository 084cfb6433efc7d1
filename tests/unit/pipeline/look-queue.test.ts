import { describe, expect, it } from 'vitest';
import { LookQueue } from '../../../src/pipeline/look-queue';

const picture = 'picture';

/** A look that takes its time, a clock that it moves, and the queue between them. */
function queue(takesS: number) {
  const clock = { nowS: 100, looks: 0, running: 0 };
  const look = async (_picture: string, timeS: number): Promise<{ timeS: number }> => {
    expect(++clock.running).toBe(1);
    await Promise.resolve();
    clock.running--;
    clock.looks++;
    clock.nowS += takesS;
    return { timeS };
  };
  const looks = new LookQueue(look, takesS);
  return { looks, clock, step: () => looks.step(() => clock.nowS) };
}

describe('second look of a live check', () => {
  it('looks at one picture a step and tells all at the end, once', async () => {
    const { looks, clock, step } = queue(0.2);
    for (let t = 0; t < 10; t++) looks.keep(t, 50 + t, picture);
    looks.want([7, 8, 9], clock.nowS);
    expect(await step()).toEqual({ found: [], more: true });
    expect(await step()).toEqual({ found: [], more: true });
    const { found, more } = await step();
    expect(found.map((look) => look.timeS)).toEqual([7, 8, 9]);
    expect(more).toBe(false);
    expect(await step()).toEqual({ found: [], more: false });
    expect(clock.looks).toBe(3);
    expect(looks.size).toBe(0);
  });

  it('does not begin what cannot be finished within five seconds', async () => {
    const { looks, clock, step } = queue(1.2);
    for (let t = 0; t < 5; t++) looks.keep(t, 50, picture);
    looks.want([0, 1, 2, 3, 4], clock.nowS);
    const begunS = clock.nowS;
    let result = await step();
    while (result.more) result = await step();
    expect(result.found.map((look) => look.timeS)).toEqual([0, 1, 2, 3]);
    expect(clock.nowS - begunS).toBeLessThan(5);
    expect(looks.size).toBe(0);
  });

  it('gives each lift its own five seconds', async () => {
    const { looks, clock, step } = queue(0.2);
    looks.keep(1, 60, picture);
    looks.want([1], clock.nowS);
    clock.nowS += 4.9;
    looks.keep(2, 60, picture);
    looks.want([1, 2], clock.nowS);
    const { found } = await step();
    expect(found.map((look) => look.timeS)).toEqual([2]);
  });

  it('gives up when the time is over before the person stood still', async () => {
    const { looks, clock, step } = queue(0.2);
    looks.keep(1, 60, picture);
    looks.want([1], clock.nowS);
    clock.nowS += 5;
    expect(await step()).toEqual({ found: [], more: false });
    expect(clock.looks).toBe(0);
  });

  it('keeps few pictures, the most bent ones and those that are wanted', async () => {
    const { looks, clock, step } = queue(0.1);
    looks.keep(0, 31, picture);
    looks.want([0], clock.nowS);
    for (let t = 1; t < 200; t++) {
      looks.keep(t, 40 + (t % 50), picture);
      expect(looks.size).toBeLessThanOrEqual(40);
    }
    expect((await step()).found.map((look) => look.timeS)).toEqual([0]);
  });

  it('lets go what nobody asked for, and does not miss what it does not have', async () => {
    const { looks, clock, step } = queue(0.1);
    looks.keep(1, 60, picture);
    looks.want([3, 4], clock.nowS);
    expect(await step()).toEqual({ found: [], more: false });
    looks.settle();
    expect(looks.size).toBe(0);
    looks.keep(5, 60, picture);
    looks.want([5], clock.nowS);
    looks.settle();
    expect(looks.size).toBe(1);
  });
});
