import { expect, it } from 'vitest';
import { viewName, type ViewName } from '../../../../src/core/kinematics/camera-view';

it.each<[from: number, to: number, ViewName]>([
  [0, 29, 'front'],
  [30, 59, 'oblique'],
  [60, 120, 'side'],
  [121, 150, 'back-oblique'],
  [151, 180, 'back'],
])('from %i° to %i° is %s, from either side, in whole degrees', (from, to, name) => {
  for (const azimuth of [from, to, -from, -to, to + 0.4, -to - 0.4])
    expect(viewName(azimuth)).toBe(name);
});
