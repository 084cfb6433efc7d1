import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cameraScores, meanMeasures } from '../../../bench/agreement/camera-scores';
import { mirroredFrame, mirroredPose } from '../../../bench/agreement/photo-looks';
import { upperArmsAlone } from '../../../bench/agreement/upper-arm';
import { LIFTER_OUTPUTS, parseLifters, type Lifted } from '../../../src/core/kinematics/lifter';
import type { Measure } from '../../../src/core/kinematics/measure';
import { unknownMoment } from '../../../src/core/kinematics/moment';
import { BODY_POINTS, type BodyPoint } from '../../../src/core/pose/landmarks';
import type { Pose } from '../../../src/core/pose/pose';

describe('a photo in the mirror', () => {
  it('has its rows turned round', () => {
    const pixels = (...greys: number[]) => Uint8Array.from(greys.flatMap((g) => [g, g, g, 255]));
    const frame = { width: 3, height: 2, data: pixels(1, 2, 3, 4, 5, 6) };
    expect(mirroredFrame(frame).data).toEqual(pixels(3, 2, 1, 6, 5, 4));
    expect(mirroredFrame(mirroredFrame(frame)).data).toEqual(frame.data);
  });
  it.each(['movenet-thunder', 'blazepose-heavy'] as const)(
    'gives a pose of %s that is turned back',
    (detector) => {
      const count = detector === 'movenet-thunder' ? 17 : 33;
      const pose: Pose = {
        timeS: 0,
        detector,
        width: 100,
        height: 80,
        keypoints: Array.from({ length: count }, (_, i) => ({ x: i, y: 2 * i, score: 0.5 })),
      };
      const back = mirroredPose(pose);
      // nose stays, shoulders change over
      const [left, right] = count === 17 ? [5, 6] : [11, 12];
      expect(back.keypoints[0]).toEqual({ x: 100, y: 0, score: 0.5 });
      expect(back.keypoints[left]).toEqual({ x: 100 - right, y: 2 * right, score: 0.5 });
      expect(back.keypoints[right]).toEqual({ x: 100 - left, y: 2 * left, score: 0.5 });
    },
  );
});

describe('the mean of several looks', () => {
  const looks = (...trunks: Measure[]) =>
    trunks.map((trunkFlexionDeg) => ({
      ...unknownMoment(0, 'no-baseline').measures,
      trunkFlexionDeg,
    }));
  const seen = (value: number, error: number, judged: Measure['judged'] = true): Measure => ({
    value,
    error,
    judged,
  });

  it('is no surer than one of them', () => {
    expect(meanMeasures(looks(seen(40, 6), seen(42, 8))).trunkFlexionDeg).toEqual(seen(41, 7));
  });
  it('is as unsure as they differ', () => {
    const { value, error, judged } = meanMeasures(looks(seen(20, 6), seen(60, 6))).trunkFlexionDeg;
    expect(value).toBe(40);
    expect(error).toBeCloseTo(32.9);
    expect(judged).toBe('too-uncertain');
  });
  it('keeps what nobody knows', () => {
    expect(meanMeasures(looks(seen(1, 1))).upperArmLeftDeg).toEqual({
      value: null,
      error: null,
      judged: 'no-baseline',
    });
  });
});

describe('upper arms without a standing pose', () => {
  const DEGREE = Math.PI / 180;
  /** A person 1000 px tall before a far camera: trunk bent forwards, upper arms so far from it, seen from an azimuth. */
  function seenFrom(azimuthDeg: number, bendDeg: number, armDeg: number) {
    const [az, bend] = [azimuthDeg * DEGREE, bendDeg * DEGREE];
    type Point3 = [left: number, up: number, ahead: number];
    const up: Point3 = [0, Math.cos(bend), Math.sin(bend)];
    // an arm at 0 lies along the trunk, at 90 it points ahead of it
    const arm = (180 + bendDeg - armDeg) * DEGREE;
    const points: Partial<Record<BodyPoint, Point3>> = {};
    for (const [side, s] of [
      ['left', 1],
      ['right', -1],
    ] as const) {
      const hip: Point3 = [s * 90, 0, 0];
      const shoulder: Point3 = [s * 120, 288 * up[1], 288 * up[2]];
      points[`${side}Hip`] = hip;
      points[`${side}Shoulder`] = shoulder;
      points[`${side}Elbow`] = [
        shoulder[0],
        shoulder[1] + 186 * Math.cos(arm),
        shoulder[2] + 186 * Math.sin(arm),
      ];
      points[`${side}Knee`] = [s * 90, -245, 0];
      points[`${side}Ankle`] = [s * 90, -491, 0];
    }
    const inPicture = BODY_POINTS.map((name) => {
      const [l, u, a] = points[name] ?? [0, 0, 0];
      return { x: 500 + l * Math.cos(az) - a * Math.sin(az), y: 600 - u };
    });
    const known: Partial<Record<string, number>> = {
      trunkFlexion: bendDeg,
      camSin: Math.sin(az),
      camCos: Math.cos(az),
    };
    const lifted = Object.fromEntries(
      LIFTER_OUTPUTS.map((name) => [name, { value: known[name] ?? 0, error: 0 }]),
    ) as Lifted;
    return upperArmsAlone(inPicture, lifted);
  }
  it.each([
    [0, 0, 0],
    [0, 0, 60],
    [90, 0, 60],
    [-90, 50, 100],
    [40, 30, 80],
    [0, 70, 70],
    [150, 20, 90],
    [180, 40, 45],
  ])('from %d°, bent by %d°, are %d° from the trunk', (azimuth, bend, arm) => {
    const { left, right } = seenFrom(azimuth, bend, arm);
    expect(left).toBeCloseTo(arm, 0);
    expect(right).toBeCloseTo(arm, 0);
  });
});

describe('scores of a photo', () => {
  const lifters = parseLifters(JSON.parse(readFileSync('models/lifter.json', 'utf8')));
  // nose, eyes, ears, shoulders, elbows, wrists, hips, knees, ankles of somebody bent forwards, from the side
  const BENT = [
    ...[170, 150, 172, 142, 172, 146, 182, 140, 182, 144],
    ...[205, 150, 207, 154, 195, 210, 198, 214, 190, 262, 194, 266],
    ...[300, 190, 302, 194, 290, 290, 292, 294, 300, 385, 304, 389],
  ];
  const bentAt = (dx: number, size: number): Pose => ({
    timeS: 0,
    detector: 'movenet-thunder',
    width: 900,
    height: 450,
    keypoints: Array.from({ length: 17 }, (_, i) => ({
      x: dx + size * BENT[2 * i]!,
      y: size * BENT[2 * i + 1]!,
      score: 0.8,
    })),
  });
  it('are those of the person whom most looks see', () => {
    const own = [bentAt(0, 1), bentAt(4, 1)];
    const found = cameraScores([bentAt(500, 0.8), ...own], lifters);
    expect(found).toEqual(cameraScores(own, lifters));
    expect(found.scores.trunk.read).toBe(4);
    expect(found.scores.upperArm.judged).toMatchObject({ score: null, judged: 'no-baseline' });
  });
  it('are none without a person', () => {
    const { scores, measures } = cameraScores([], lifters);
    expect(measures).toBeNull();
    expect(scores.trunk).toMatchObject({
      read: null,
      judged: { score: null, judged: 'no-person' },
    });
  });
});
