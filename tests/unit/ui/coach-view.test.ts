import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureAt } from '../../../src/core/figure/coach-figure';
import { added } from '../../../src/core/figure/figure-body';
import { TASK_KINDS } from '../../../src/core/records/training-record';
import { coachRoom, coachView } from '../../../src/ui/stage/coach-view';
import { hullOf } from '../../../src/ui/stage/limb-shapes';
import { seenFrom } from '../../../src/ui/stage/turned';

const azimuth = fc.integer({ min: -720, max: 720 });

describe('view of the coach figure', () => {
  it('is that of the camera', () => {
    for (const [asked, shown] of [
      [0, 0],
      [90, 90],
      [270, -90],
      [-45, -45],
      [405, 45],
    ] as const)
      expect(coachView('floor-to-waist', asked).azimuth).toBe(shown);
  });

  it('never has one of two people hide the other', () => {
    fc.assert(
      fc.property(azimuth, fc.double({ min: 0, max: 1, noNaN: true }), (asked, phase) => {
        const view = coachView('two-people', asked);
        const [a, b] = figureAt('two-people', phase).people.map((p) => seenFrom(p.head, view));
        expect(Math.abs(a!.x - b!.x)).toBeGreaterThan(0.25);
      }),
    );
  });

  it('has room for the whole loop, from every side', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...TASK_KINDS),
        azimuth,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (task, asked, phase) => {
          const view = coachView(task, asked);
          const room = coachRoom(task, view);
          const pose = figureAt(task, phase);
          for (const person of pose.people)
            for (const joint of Object.values(person)) {
              const { x, y } = seenFrom(added(joint, pose.centre, -1), view);
              expect(x).toBeGreaterThan(room.left);
              expect(x).toBeLessThan(room.right);
              expect(y).toBeGreaterThan(room.bottom);
              expect(y).toBeLessThan(room.top);
            }
        },
      ),
    );
  });
});

describe('hull of points', () => {
  it('has all points on one side of each of its edges', () => {
    const coordinate = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, y: coordinate }), { minLength: 3, maxLength: 12 }),
        (points) => {
          const hull = hullOf(points);
          hull.forEach((a, i) => {
            const b = hull[(i + 1) % hull.length]!;
            for (const p of points)
              expect((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)).toBeGreaterThanOrEqual(
                0,
              );
          });
          expect(hull.every((p) => points.includes(p))).toBe(true);
        },
      ),
    );
  });
});
