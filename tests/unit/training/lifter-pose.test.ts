import { describe, expect, it } from 'vitest';
import {
  lift,
  LIFTER_OUTPUTS,
  parseLifters,
  type Lifted,
} from '../../../src/core/kinematics/lifter';
import {
  lifterFeatures,
  type Point,
  type Standing,
} from '../../../src/core/kinematics/lifter-features';
import { liftPose } from '../../../src/core/kinematics/lifter-pose';
import { sampleCamera } from '../../../training/camera';
import { detect, POINTS, sampleHabit } from '../../../training/detector-errors';
import { samplePerson } from '../../../training/person';
import { samplePosture, standingPosture } from '../../../training/postures';
import { Random } from '../../../training/random';
import { RECIPE } from '../../../training/recipe';
import { standingOf, targetsOf } from '../../../training/samples';
import { poseBody } from '../../../training/skeleton';
import { train } from '../../../training/training';
import { recordOf } from '../../../training/weights-file';

interface Seen {
  points: Point[];
  standing: Standing;
  width: number;
  height: number;
  target: number[];
}

/** Simulated frames as a detector sees them, on a seed of their own. */
function seen(count: number, seed: number): Seen[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const person = samplePerson(random);
    const camera = sampleCamera(random, person.statureM);
    const stand = standingPosture(person, random);
    const habit = sampleHabit(random, 'movenet');
    const standing = standingOf(
      detect(poseBody(person, stand), camera, habit, person.statureM, random, 0.6),
      'movenet',
    );
    const posture = samplePosture(person, random, stand);
    const joints = poseBody(person, posture);
    return {
      points: detect(joints, camera, habit, person.statureM, random),
      standing,
      width: camera.width,
      height: camera.height,
      target: targetsOf(joints, camera, person.statureM, posture.lumbarFlexion),
    };
  });
}

const mirror = (frame: Seen): Seen => {
  const flip = (points: readonly Point[]): Point[] =>
    POINTS.movenet.map((name) => {
      const other = name.startsWith('left')
        ? name.replace('left', 'right')
        : name.replace('right', 'left');
      const { x, y } = points[POINTS.movenet.indexOf(other as (typeof POINTS.movenet)[number])]!;
      return { x: frame.width - x, y };
    });
  return {
    ...frame,
    points: flip(frame.points),
    standing: { points: flip(frame.standing.points), sizePx: frame.standing.sizePx },
  };
};

const recipe = {
  ...RECIPE,
  samples: 10_000,
  passes: 16,
  hidden: [48, 48],
  families: ['movenet'] as const,
};
const record = recordOf(train(recipe, () => undefined).get('movenet')!);
const small = parseLifters({
  version: 'test',
  targets: [...LIFTER_OUTPUTS],
  standing: 'whole',
  M: record,
  B: record,
}).movenet;
const said = (frame: Seen): Lifted =>
  liftPose(small, frame.points, frame.standing, frame.width, frame.height);

describe('a pose lifted', () => {
  it('says the mirrored thing of the mirrored picture', () => {
    for (const frame of seen(30, 77)) {
      const a = said(frame),
        b = said(mirror(frame));
      expect(b.trunkInclination.mean).toBeCloseTo(a.trunkInclination.mean, 3);
      expect(b.axialTwist.mean).toBeCloseTo(-a.axialTwist.mean, 3);
      expect(b.lateralBend.mean).toBeCloseTo(-a.lateralBend.mean, 3);
      expect(b.kneeFlexionL.mean).toBeCloseTo(a.kneeFlexionR.mean, 3);
      expect(b.camSin.mean).toBeCloseTo(-a.camSin.mean, 3);
      expect(b.camCos.mean).toBeCloseTo(a.camCos.mean, 3);
      expect(b.axialTwist.sigma).toBeCloseTo(a.axialTwist.sigma, 3);
    }
  });

  it('is the same for a picture of half the size', () => {
    for (const frame of seen(10, 78)) {
      const half = (points: readonly Point[]): Point[] =>
        points.map(({ x, y }) => ({ x: x / 2, y: y / 2 }));
      const a = said(frame);
      const b = liftPose(
        small,
        half(frame.points),
        { points: half(frame.standing.points), sizePx: frame.standing.sizePx / 2 },
        frame.width / 2,
        frame.height / 2,
      );
      for (const name of LIFTER_OUTPUTS) expect(b[name].mean).toBeCloseTo(a[name].mean, 3);
    }
  });

  it('even after a short training is far better than saying the mean, and says how good', () => {
    const frames = seen(1500, 79);
    const k = LIFTER_OUTPUTS.indexOf('trunkInclination');
    const errors = frames.map((frame) => {
      const { mean, sigma } = said(frame).trunkInclination;
      return { error: Math.abs(mean - frame.target[k]!), sigma };
    });
    expect(
      Math.sqrt(errors.reduce((sum, { error }) => sum + error ** 2, 0) / errors.length),
    ).toBeLessThan(9);
    const covered =
      errors.filter(({ error, sigma }) => error <= 1.645 * sigma).length / errors.length;
    expect(covered).toBeGreaterThan(0.8);
    expect(covered).toBeLessThan(0.98);
  });

  it('looks once with lifters that know only part of the standing pose', () => {
    const width = small.weights[0]!.length / 87;
    const part = {
      ...small,
      wholeStanding: false,
      mean: small.mean.slice(0, 57),
      std: small.std.slice(0, 57),
      weights: [small.weights[0]!.slice(0, 57 * width), ...small.weights.slice(1)],
    };
    const { points, standing, width: w, height: h } = seen(1, 80)[0]!;
    expect(liftPose(part, points, standing, w, h)).toEqual(
      lift(part, lifterFeatures(points, standing, w, h)),
    );
  });
});
