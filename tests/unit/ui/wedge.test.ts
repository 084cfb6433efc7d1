import { describe, expect, it } from 'vitest';
import { pointAt, wedgeLayers } from '../../../src/ui/stage/wedge';

/** Opacity at an angle, of layers lying over each other. */
const opacityAt = (angle: number, at: number, error: number) =>
  1 -
  wedgeLayers(angle, error, 0.9)
    .filter(({ to }) => Math.abs(to) >= Math.abs(at) && Math.sign(to) === Math.sign(at))
    .reduce((clear, { alpha }) => clear * (1 - alpha), 1);

describe('wedge', () => {
  it('is full up to the angle less its error, and gone beyond the angle with its error', () => {
    expect(opacityAt(60, 45, 10)).toBeCloseTo(0.9, 5);
    expect(opacityAt(60, 60, 10)).toBeCloseTo(0.45, 1);
    expect(opacityAt(60, 71, 10)).toBe(0);
  });

  it('opens to the other side for a negative angle', () => {
    expect(opacityAt(-60, -45, 10)).toBeCloseTo(0.9, 5);
    expect(opacityAt(-60, 45, 10)).toBe(0);
  });

  it('has no full part when the error is larger than the angle', () => {
    expect(opacityAt(4, 1, 12)).toBeLessThan(0.9);
  });

  it('measures from straight up, clockwise', () => {
    const right = pointAt(0, 0, 10, 90);
    expect(right.x).toBeCloseTo(10);
    expect(right.y).toBeCloseTo(0);
  });
});
