import { describe, expect, it } from 'vitest';
import { errorWidth } from '../../../src/core/kinematics/error-width';
import {
  LIFTER_OUTPUTS,
  NET_KINDS,
  type Lifted,
  type Lifter,
  type NetKind,
  type Net,
} from '../../../src/core/kinematics/lifter';
import type { Point, Standing } from '../../../src/core/kinematics/lifter-features';
import { liftPose, type Glance } from '../../../src/core/kinematics/lifter-pose';
import {
  liftSkeleton,
  SKELETON_JOINTS,
  SKELETON_OUTPUTS,
} from '../../../src/core/kinematics/skeleton';
import { sampleCamera } from '../../../training/camera';
import { detect, POINTS, sampleHabit } from '../../../training/detector-errors';
import { samplePerson } from '../../../training/person';
import { samplePosture, standingPosture } from '../../../training/postures';
import { Random } from '../../../training/random';
import { RECIPE } from '../../../training/recipe';
import { azimuthOf, simulate, standingOf } from '../../../training/samples';
import { poseBody } from '../../../training/skeleton';
import { Learner } from '../../../training/learner';
import { OUTPUTS } from '../../../training/samples';
import { targetsOf } from '../../../training/truth';
import { netOf } from '../../../training/weights-file';

interface Seen {
  points: Point[];
  standing: Standing;
  width: number;
  height: number;
  target: number[];
  body: number[];
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
    );
    const posture = samplePosture(person, random, stand);
    const joints = poseBody(person, posture);
    const targets = targetsOf(
      joints,
      person.statureM,
      posture.lumbarFlexion,
      azimuthOf(joints, camera),
    );
    return {
      points: detect(joints, camera, habit, person.statureM, random),
      standing,
      width: camera.width,
      height: camera.height,
      target: targets.measures,
      body: targets.skeleton,
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

const recipe = { ...RECIPE, hidden: { standing: [48, 48], alone: [48, 48], skeleton: [48, 48] } };
const samples = simulate(10_000, new Random(5), 'movenet', null);
/** Nine in ten of a normal error, and half as much again for each half of a point's score that is missing. */
const WIDTH = [Math.log(1.645), 0, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 0.5];
function small(kind: NetKind): Net {
  const learner = new Learner(recipe, kind, 1, samples[kind]);
  learner.learn(samples[kind], 16, recipe.rate, null);
  return netOf(
    learner.result(),
    OUTPUTS[kind],
    OUTPUTS[kind].map(() => WIDTH),
  );
}
const lifter = {
  ...(Object.fromEntries(NET_KINDS.map((kind) => [kind, small(kind)])) as Record<NetKind, Net>),
  version: 'test',
} satisfies Lifter;
const glanceOf = ({ points, standing, width, height }: Seen, score = 1): Glance => ({
  points: points.map((p) => ({ ...p, score })),
  standing,
  width,
  height,
});
const said = (frame: Seen): Lifted => liftPose(lifter, glanceOf(frame)).measures;

describe('a pose lifted', () => {
  it('says the mirrored thing of the mirrored picture', () => {
    for (const frame of seen(30, 77)) {
      const a = said(frame),
        b = said(mirror(frame));
      expect(b.trunkInclination.value).toBeCloseTo(a.trunkInclination.value, 3);
      expect(b.axialTwist.value).toBeCloseTo(-a.axialTwist.value, 3);
      expect(b.lateralBend.value).toBeCloseTo(-a.lateralBend.value, 3);
      expect(b.kneeFlexionL.value).toBeCloseTo(a.kneeFlexionR.value, 3);
      expect(b.camSin.value).toBeCloseTo(-a.camSin.value, 3);
      expect(b.camCos.value).toBeCloseTo(a.camCos.value, 3);
      expect(b.axialTwist.error).toBeCloseTo(a.axialTwist.error, 3);
    }
  });

  it('is the same for a picture of half the size', () => {
    for (const frame of seen(10, 78)) {
      const half = (points: readonly Point[]): Point[] =>
        points.map(({ x, y }) => ({ x: x / 2, y: y / 2 }));
      const a = said(frame);
      const b = said({
        ...frame,
        points: half(frame.points),
        standing: { points: half(frame.standing.points), sizePx: frame.standing.sizePx / 2 },
        width: frame.width / 2,
        height: frame.height / 2,
      });
      for (const name of LIFTER_OUTPUTS) expect(b[name].value).toBeCloseTo(a[name].value, 3);
    }
  });

  it('even after a short training is far better than saying the mean, and says how good', () => {
    const frames = seen(1500, 79);
    const k = LIFTER_OUTPUTS.indexOf('trunkInclination');
    const errors = frames.map((frame) => {
      const { value, error } = said(frame).trunkInclination;
      return { off: Math.abs(value - frame.target[k]!), error };
    });
    expect(
      Math.sqrt(errors.reduce((sum, { off }) => sum + off ** 2, 0) / errors.length),
    ).toBeLessThan(9);
    const covered = errors.filter(({ off, error }) => off <= error).length / errors.length;
    expect(covered).toBeGreaterThan(0.8);
    expect(covered).toBeLessThan(0.98);
  });

  it('without a standing pose is measured all the same, and less surely', () => {
    const frames = seen(400, 81);
    const k = LIFTER_OUTPUTS.indexOf('trunkInclination');
    const with_ = frames.map((frame) => said(frame).trunkInclination);
    const without = frames.map(
      (frame) => liftPose(lifter, { ...glanceOf(frame), standing: null }).measures.trunkInclination,
    );
    const rms = (list: readonly { value: number }[]): number =>
      Math.sqrt(
        list.reduce((sum, { value }, i) => sum + (value - frames[i]!.target[k]!) ** 2, 0) /
          list.length,
      );
    const mean = (list: readonly { error: number }[]): number =>
      list.reduce((sum, { error }) => sum + error, 0) / list.length;
    expect(rms(without)).toBeLessThan(16);
    expect(rms(without)).toBeGreaterThan(rms(with_));
    expect(mean(without)).toBeGreaterThan(mean(with_));
  });

  it('is never surer when a point is less clear', () => {
    for (const frame of seen(20, 82)) {
      const clear = liftPose(lifter, glanceOf(frame, 0.9)).measures,
        unclear = liftPose(lifter, glanceOf(frame, 0.2)).measures;
      for (const name of LIFTER_OUTPUTS) {
        expect(unclear[name].value).toBe(clear[name].value);
        expect(unclear[name].error).toBeGreaterThan(clear[name].error);
      }
    }
    expect(errorWidth(1, WIDTH, new Float32Array(11))).toBe(1); // no terms: exp(0)
  });

  it('as a skeleton has its joints where they are, and says how surely', () => {
    const frames = seen(300, 83);
    const offs = frames.flatMap((frame) => {
      const { joints } = liftSkeleton(lifter, liftPose(lifter, glanceOf(frame)), 1.7);
      return SKELETON_JOINTS.map((joint) => {
        const i = SKELETON_OUTPUTS.indexOf(`${joint}.up`);
        return {
          off: Math.abs(joints[joint].at[1] - (frame.body[i]! / 100) * 1.7),
          error: joints[joint].error,
        };
      });
    });
    const sorted = offs.map(({ off }) => off).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(0.05);
    expect(offs.filter(({ off, error }) => off <= error).length / offs.length).toBeGreaterThan(
      0.85,
    );
  });
});
