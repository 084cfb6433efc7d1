import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateTask, governing, type NioshTask } from '../../../../src/core/standards/niosh';
import { CHANGE_IDS, nioshChanges } from '../../../../src/core/standards/niosh-changes';
import { aTask } from './niosh-tasks';

const FROM_THE_FLOOR: NioshTask = {
  massKg: 15,
  origin: { horizontalCm: 50, verticalCm: 15, asymmetryDeg: 0 },
  destination: { horizontalCm: 30, verticalCm: 75, asymmetryDeg: 0 },
  control: false,
  perMinute: 1,
  duration: 'short',
  coupling: 'good',
};

describe('changes (NIOSH-15)', () => {
  it('name what takes most, and what helps most', () => {
    const { before, costs, changes } = nioshChanges(FROM_THE_FLOOR);
    expect(costs[0]).toEqual({ multiplier: 'HM', value: 0.5 });
    expect(costs.map(({ multiplier }) => multiplier)).toEqual(['HM', 'VM', 'DM', 'FM', 'AM', 'CM']);
    expect(before.li).toBeCloseTo(15 / (23 * 0.5 * 0.82 * 0.895 * 0.94), 9);
    // straight and well gripped as it is: neither is offered
    expect(changes.map(({ id }) => id)).toEqual(['height', 'lighter', 'closer', 'less-often']);
    const li = Object.fromEntries(changes.map(({ id, after }) => [id, after.li! / before.li!]));
    expect(li['height']).toBeCloseTo(0.82 * 0.895, 9); // D is 0 then, too
    expect(li['lighter']).toBeCloseTo(0.75, 9);
    expect(li['closer']).toBeCloseTo(0.8, 9);
    expect(li['less-often']).toBeCloseTo(0.94 / 0.97, 9);
  });

  it('turn and grip where there is something to gain', () => {
    const task: NioshTask = {
      ...FROM_THE_FLOOR,
      coupling: 'poor',
      origin: { ...FROM_THE_FLOOR.origin, asymmetryDeg: 90 },
    };
    const { before, changes } = nioshChanges(task);
    const ratio = (id: string): number => changes.find((c) => c.id === id)!.after.li! / before.li!;
    expect(ratio('straight')).toBeCloseTo(1 - 0.0032 * 90, 9);
    expect(ratio('grip')).toBeCloseTo(0.9 / 0.95, 9);
  });

  it('are made at the end that governs; the other end may govern afterwards', () => {
    const task: NioshTask = {
      ...FROM_THE_FLOOR,
      control: true,
      destination: { horizontalCm: 60, verticalCm: 75, asymmetryDeg: 0 },
    };
    const { changes } = nioshChanges({ ...task, origin: { ...task.origin, horizontalCm: 45 } });
    const closer = changes.find(({ id }) => id === 'closer')!;
    expect(closer.end).toBe('destination');
    const after = evaluateTask(closer.task);
    expect(after.governs).toBe('origin');
    expect(closer.after.li).toBe(after.origin.li);
  });

  it('may bring a task inside the equation', () => {
    const task = { ...FROM_THE_FLOOR, origin: { ...FROM_THE_FLOOR.origin, horizontalCm: 70 } };
    const { before, changes } = nioshChanges(task);
    expect(before).toEqual({ li: null, outside: ['horizontal'] });
    expect(changes.map(({ id }) => id)).toEqual(['closer']);
    expect(changes[0]!.after.li).toBeGreaterThan(1);
  });

  it('always lower the index, the most helpful first, and say what they come to', () => {
    fc.assert(
      fc.property(aTask(), (task) => {
        const { before, changes } = nioshChanges(task);
        let last = 0;
        for (const { id, task: changed, after } of changes) {
          expect(CHANGE_IDS).toContain(id);
          expect(after.li).toBe(governing(evaluateTask(changed)).li);
          expect(after.li).toBeLessThan(before.li ?? Infinity);
          expect(after.li).toBeGreaterThanOrEqual(last);
          last = after.li!;
        }
        if (before.li !== null) expect(changes.some(({ id }) => id === 'lighter')).toBe(true);
      }),
    );
  });
});
