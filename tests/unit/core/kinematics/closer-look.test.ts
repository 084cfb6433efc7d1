import { describe, expect, it } from 'vitest';
import { canLookCloser, measureCloser } from '../../../../src/core/kinematics/closer-look';
import { measureFrame } from '../../../../src/core/kinematics/moment';
import { findBaseline } from '../../../../src/core/kinematics/standing';
import { DETECTOR_IDS } from '../../../../src/core/pose/pose';
import { lifters, savedPoses } from '../recordings';

describe('a closer look', () => {
  it('is worth it after MoveNet lightning alone', () => {
    expect(DETECTOR_IDS.filter(canLookCloser)).toEqual(['movenet-lightning']);
  });

  it('is measured as a frame of that detector is, against its own picture of the person standing', () => {
    const { frames } = savedPoses('good-lift');
    const { timeS, pose } = frames.find((f) => f.timeS > 4.5)!;
    const thunder = { ...pose!, detector: 'movenet-thunder' as const };
    const standing = frames[0]!;
    const baseline = findBaseline([standing, standing, standing])!;
    const person = { heightM: 1.8, heightEntered: true };
    const look = measureCloser(
      { timeS, keypoints: thunder.keypoints, standing: standing.pose!.keypoints },
      thunder,
      lifters,
      person,
    );
    expect(look).toEqual(measureFrame({ timeS, pose: thunder }, baseline, lifters, person));
    expect(look.measures.trunkInclinationDeg.judged).toBe(true);
  });
});
