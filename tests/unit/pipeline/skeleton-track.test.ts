import { describe, expect, it } from 'vitest';
import { withSkeletons } from '../../../src/pipeline/skeleton-track';
import { analysed, lifters, savedPoses } from '../core/recordings';

describe('skeletons of a recording', () => {
  const poses = savedPoses('bent-back');
  const analysis = withSkeletons(analysed(poses), poses.frames, lifters);
  const { joints, frames } = analysis.skeletons!;
  const at = (frame: number, name: string): number[] =>
    frames[frame]![joints.indexOf(name as (typeof joints)[number])]!;
  const apart = (frame: number, a: string, b: string): number =>
    Math.hypot(...[0, 1, 2].map((k) => at(frame, a)[k]! - at(frame, b)[k]!));
  const known = frames.flatMap((frame, i) => (frame === null ? [] : [i]));

  it('have one entry a frame, and limbs that keep their length', () => {
    expect(frames).toHaveLength(analysis.frames.length);
    expect(known.length).toBeGreaterThan(30);
    for (const [a, b] of [
      ['leftHip', 'leftKnee'],
      ['rightElbow', 'rightWrist'],
    ] as const) {
      const lengths = known.map((i) => apart(i, a, b));
      expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(0.004); // millimetres are kept
      expect(lengths[0]).toBeGreaterThan(0.15);
      expect(lengths[0]).toBeLessThan(0.6);
    }
  });

  it('bend as far as the measured trunk does, and say how sure they are', () => {
    for (const i of known) {
      const [left, up, ahead, error] = at(i, 'neckBase');
      const lean = (Math.acos(up! / Math.hypot(left!, up!, ahead!)) * 180) / Math.PI;
      const { trunkInclinationDeg, errors, judged } = analysis.frames[i]!;
      if (judged.trunkInclinationDeg === true)
        expect(Math.abs(lean - trunkInclinationDeg!)).toBeLessThan(
          3 * errors.trunkInclinationDeg! + 5,
        );
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThan(0.4);
    }
  });

  it('are left out where no standing pose is known', () => {
    const none = { ...analysed(poses), baseline: null };
    expect(withSkeletons(none, poses.frames, lifters).skeletons).toBeUndefined();
  });
});
