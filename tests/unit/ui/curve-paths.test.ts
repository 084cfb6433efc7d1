import { describe, expect, it } from 'vitest';
import {
  errorPath,
  fittingMarks,
  lanesOf,
  linePath,
  nearestPoint,
  ticks,
} from '../../../src/ui/charts/curve-paths';

const frame = { fromX: 0, toX: 10, fromY: 0, toY: 100 };
const point = (x: number, value: number | null, faint = false) => ({ x, value, error: 5, faint });

describe('paths', () => {
  it('break where nothing was measured', () => {
    const points = [point(0, 0), point(5, 50), point(6, null), point(8, 100), point(10, 100)];
    expect(linePath(points, frame)).toBe('M0.00 100.00L50.00 50.00M80.00 0.00L100.00 0.00');
  });

  it('are drawn apart where a value is too unsure, without a hole between', () => {
    const points = [point(0, 10), point(5, 20, true), point(10, 30)];
    expect(linePath(points, frame)).toBe('M0.00 90.00M100.00 70.00');
    expect(linePath(points, frame, true)).toBe('M0.00 90.00L50.00 80.00L100.00 70.00');
    expect(errorPath(points, frame)).not.toContain('50.00 ');
  });

  it('hold the error within the frame', () => {
    expect(errorPath([point(0, 2), point(10, 98)], frame)).toBe(
      'M0.00 93.00L100.00 0.00L100.00 7.00L0.00 100.00Z',
    );
  });
});

describe('axes', () => {
  it('have round numbers within the range', () => {
    expect(ticks(2.4, 10.7, 6)).toEqual([4, 6, 8, 10]);
    expect(ticks(0, 1, 6).map((t) => t.toFixed(3))).toEqual(
      [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => t.toFixed(3)),
    );
  });

  it('leave names out that have no room', () => {
    const marks = ['Bend down', 'Grasp', 'Upright'].map((label, i) => ({ x: i * 5, label }));
    expect(fittingMarks(marks, frame, 600).map(({ anchor }) => anchor)).toEqual([
      'start',
      'middle',
      'end',
    ]);
    expect(fittingMarks(marks, frame, 150).map(({ label }) => label)).toEqual([
      'Bend down',
      'Upright',
    ]);
  });
});

it('marks that would hide each other lie in rows of their own', () => {
  const at = (from: number) => ({ from, to: from + 10 });
  expect(lanesOf([at(0), at(5), at(10), at(7)])).toEqual([0, 1, 0, 2]);
});

it('the reading at the cursor is the nearest one', () => {
  expect(nearestPoint([point(0, 1), point(4, 2), point(9, 3)], 6)?.value).toBe(2);
  expect(nearestPoint([], 6)).toBeNull();
});
