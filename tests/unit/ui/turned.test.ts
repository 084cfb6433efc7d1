import { describe, expect, it } from 'vitest';
import { seenFrom } from '../../../src/ui/stage/turned';

const LEFT = [1, 0, 0] as const;
const UP = [0, 1, 0] as const;
const AHEAD = [0, 0, 1] as const;

describe('a body seen from', () => {
  it('in front: its left is on the right, its face is near', () => {
    const view = { azimuth: 0, elevation: 0 };
    expect(seenFrom(LEFT, view).x).toBeCloseTo(1);
    expect(seenFrom(UP, view).y).toBeCloseTo(1);
    expect(seenFrom(AHEAD, view).depth).toBeCloseTo(-1);
  });

  it('its left: it faces to the left of the picture, its left side is near', () => {
    const view = { azimuth: 90, elevation: 0 };
    expect(seenFrom(AHEAD, view).x).toBeCloseTo(-1);
    expect(seenFrom(LEFT, view).depth).toBeCloseTo(-1);
  });

  it('above: upright is no length, ahead is down', () => {
    const view = { azimuth: 0, elevation: 90 };
    const up = seenFrom(UP, view);
    expect(Math.hypot(up.x, up.y)).toBeCloseTo(0);
    expect(seenFrom(AHEAD, view).y).toBeCloseTo(-1);
  });
});
