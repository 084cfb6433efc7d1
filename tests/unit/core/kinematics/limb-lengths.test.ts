import { expect, it } from 'vitest';
import { lostWidening, trustedPoints } from '../../../../src/core/kinematics/limb-lengths';
import { at, BODY_POINTS, type BodyPoint } from '../../../../src/core/pose/landmarks';

const SIZE = 100;
/** All points in one place, all clear, but for one that is this far to the side. */
const withOne = (name: BodyPoint, away: number): { x: number; y: number; score: number }[] =>
  BODY_POINTS.map((point) => ({ x: point === name ? away : 0, y: 0, score: 0.9 }));
const lostOf = (name: BodyPoint, away: number): number =>
  trustedPoints(withOne(name, away), SIZE).filter(({ score }) => score === 0).length;

it.each<[BodyPoint, number]>([
  ['leftWrist', 34],
  ['rightAnkle', 46],
  ['leftEar', 30],
])('a part that ends in %s may look %d %% of the standing size long, no more', (name, longest) => {
  expect(lostOf(name, longest)).toBe(0);
  expect(lostOf(name, longest + 0.1)).toBe(2);
});

it('errors are half as wide again for each lost point, of the frame or of the standing pose, four at most', () => {
  const clear = withOne('nose', 0);
  const lost = (...names: BodyPoint[]): typeof clear =>
    clear.map((p, i) => (names.some((name) => at(name) === i) ? { ...p, score: 0.05 } : p));
  expect(lostWidening([clear])).toBe(1);
  expect(lostWidening([lost('leftWrist')])).toBeCloseTo(1.5);
  expect(lostWidening([clear, lost('leftWrist')])).toBeCloseTo(1.5);
  expect(lostWidening([lost('leftWrist'), lost('leftWrist', 'leftKnee')])).toBeCloseTo(1.5 ** 2);
  expect(
    lostWidening([lost('nose', 'leftWrist', 'leftKnee', 'leftElbow', 'leftAnkle')]),
  ).toBeCloseTo(1.5 ** 4);
});
