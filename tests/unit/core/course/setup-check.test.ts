import { describe, expect, it } from 'vitest';
import { setupDrift, setupOf, type StandingNow } from '../../../../src/core/course/setup-check';
import type { Measure } from '../../../../src/core/kinematics/measure';
import type { TrainingSetup } from '../../../../src/core/records/training-record';
import { simulatedLift } from '../simulated-lift';

const seen = (value: number, error = 8): Measure => ({ value, error, judged: true });

/** Somebody of the simulator's, 2.04 statures from a camera that takes in 1.1086 of that distance. */
function standing(seed: number, azimuth: number, atS = 0): StandingNow & { trueHeightM: number } {
  const { frames, heightM } = simulatedLift({ seed, azimuth, trunk: 70, knees: 30, twist: 0 }, [
    atS,
  ]);
  const trueHeightM = 2 * Math.tan((29 * Math.PI) / 180) * 3.4 * 0.6 * heightM;
  return { azimuth: seen(azimuth), pose: frames[0]!.pose!, heightM, trueHeightM };
}

describe('SETUP-1: where the camera stands', () => {
  it('is within 15 % of the truth for nine simulated people in ten and more, from every side', () => {
    let near = 0,
      all = 0;
    for (const azimuth of [0, 60, 90, 180])
      for (let seed = 1; seed <= 40; seed++) {
        const now = standing(seed, azimuth);
        const setup = setupOf(now);
        if (setup === null) continue;
        all++;
        if (Math.abs(setup.pictureHeightM / now.trueHeightM - 1) < 0.15) near++;
      }
    expect(all).toBeGreaterThan(100);
    expect(near / all).toBeGreaterThan(0.9);
  });

  it('names the view', () => {
    expect(setupOf(standing(3, 90))).toMatchObject({ view: 'side', azimuthDeg: 90 });
    expect(setupOf(standing(3, 0))).toMatchObject({ view: 'front', azimuthDeg: 0 });
  });

  it('is not told by somebody who bends, by an unsure view, or by a body that is cut', () => {
    expect(setupOf(standing(3, 90, 2.2))).toBeNull();
    const now = standing(3, 90);
    expect(setupOf(now)).not.toBeNull();
    expect(setupOf({ ...now, azimuth: seen(90, 20) })).not.toBeNull();
    expect(setupOf({ ...now, azimuth: seen(90, 20.1) })).toBeNull();
    expect(
      setupOf({ ...now, azimuth: { value: 90, error: 8, judged: 'out-of-frame' } }),
    ).toBeNull();
    const keypoints = now.pose.keypoints.map((k) => ({ ...k, y: k.y + 150 }));
    expect(setupOf({ ...now, pose: { ...now.pose, keypoints } })).toBeNull();
  });
});

describe('a camera that was moved', () => {
  const setup: TrainingSetup = { view: 'side', azimuthDeg: 90, pictureHeightM: 2 };
  const drift = (now: Partial<TrainingSetup>, heightsEntered = true) =>
    setupDrift(setup, { ...setup, ...now }, heightsEntered);

  it('SETUP-2: another side, but not left for right, nor a little turned', () => {
    expect(drift({ azimuthDeg: 59 })).toBe('view');
    expect(drift({ azimuthDeg: 121 })).toBe('view');
    expect(drift({ azimuthDeg: 60 })).toBeNull();
    expect(drift({ azimuthDeg: 120 })).toBeNull();
    expect(drift({ azimuthDeg: -90 })).toBeNull();
  });

  it('SETUP-3: nearer and farther, and less surely when heights are assumed', () => {
    expect(drift({ pictureHeightM: 2.32 })).toBe('farther');
    expect(drift({ pictureHeightM: 1.72 })).toBe('nearer');
    // Just the most that is allowed, either way.
    expect(drift({ pictureHeightM: 2 * 1.15 })).toBeNull();
    expect(drift({ pictureHeightM: 2 / 1.15 })).toBeNull();
    expect(drift({ pictureHeightM: 2 * 1.25 }, false)).toBeNull();
    expect(drift({ pictureHeightM: 2 / 1.25 }, false)).toBeNull();
    expect(drift({ pictureHeightM: 2.55 }, false)).toBe('farther');
    expect(drift({ pictureHeightM: 1.59 }, false)).toBe('nearer');
  });
});
