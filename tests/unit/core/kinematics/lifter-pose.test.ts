import { describe, expect, it } from 'vitest';
import { WIDTH_TERMS } from '../../../../src/core/kinematics/error-width';
import { LIFTER_OUTPUTS, NET_KINDS } from '../../../../src/core/kinematics/lifter';
import {
  bothWays,
  featuresFor,
  liftPose,
  mirrorGlance,
  mirrorOf,
  runMirrored,
  type Glance,
} from '../../../../src/core/kinematics/lifter-pose';
import { at, bodyPoints } from '../../../../src/core/pose/landmarks';
import type { Pose } from '../../../../src/core/pose/pose';
import { figure, lifterSaying, netSaying, withPoint, type Told } from './told-lifter';

const pointsOf = (pose: Pose) => bodyPoints('movenet', pose.keypoints);
const glanceOf = (pose: Pose, stood: Pose | null = figure()): Glance => ({
  points: pointsOf(pose),
  standing: stood && { points: pointsOf(stood), sizePx: 300 },
  width: 640,
  height: 480,
});

describe('the mirror', () => {
  it.each([
    [
      ['trunkFlexion', 'axialTwist', 'lateralBend', 'camSin'],
      [0, 1, 2, 3],
      [1, -1, -1, -1],
    ],
    [
      ['kneeFlexionL', 'kneeFlexionR', 'camCos'],
      [1, 0, 2],
      [1, 1, 1],
    ],
    [
      ['leftHip.left', 'rightHip.left', 'nose.left'],
      [1, 0, 2],
      [-1, -1, -1],
    ],
    [
      ['leftHip.up', 'rightHip.up', 'nose.ahead'],
      [1, 0, 2],
      [1, 1, 1],
    ],
    [
      ['leftUpperArm', 'rightUpperArm', 'handsSin', 'handsCos'],
      [1, 0, 2, 3],
      [1, 1, -1, 1],
    ],
  ])('of %j exchanges sides, and the signs of what points to one', (outputs, from, signs) => {
    expect(mirrorOf(outputs)).toEqual(from.map((k, i) => ({ from: k, sign: signs[i] })));
  });

  it('shows each point on the other side of the picture, under the name of its fellow', () => {
    const pose = withPoint(figure(), 'leftWrist', { x: 500, y: 300, score: 0.7 });
    const glance = glanceOf(pose, withPoint(figure(), 'rightAnkle', { x: 100 }));
    const { points, standing, width, height } = mirrorGlance(glance);
    expect(points[at('rightWrist')]).toEqual({ x: 140, y: 300, score: 0.7 });
    expect(points[at('leftWrist')]).toEqual({ x: 260, y: 265, score: 0.9 });
    expect(points[at('nose')]!.x).toBe(240);
    expect(standing!.points[at('leftAnkle')]!.x).toBe(540);
    expect([standing!.sizePx, width, height]).toEqual([300, 640, 480]);
    expect(mirrorGlance(mirrorGlance(glance))).toEqual(glance);
    expect(mirrorGlance(glanceOf(pose, null)).standing).toBeNull();
  });

  it('of one standing pose depends on the picture, and on nothing that was asked before', () => {
    const glance = glanceOf(figure(), withPoint(figure(), 'rightAnkle', { x: 100 }));
    const leftAnkleX = (width: number): number =>
      mirrorGlance({ ...glance, width }).standing!.points[at('leftAnkle')]!.x;
    expect([640, 640, 1280, 640].map(leftAnkleX)).toEqual([540, 540, 1180, 540]);
    const wider = { ...glance, width: 1280 };
    const fresh = structuredClone(glance.standing);
    for (const look of [glance, wider, glance])
      expect(bothWays('standing', look)).toEqual(
        bothWays('standing', { ...look, standing: fresh }),
      );
  });

  it('is asked too, and the mean of both counts: values and sigmas', () => {
    const net = netSaying('standing', {});
    net.outMean.forEach((_, k) => (net.outMean[k] = 10 * k));
    net.outStd.forEach((_, k) => (net.outStd[k] = 2 + k));
    const { mean, sigma } = runMirrored(net, [net.mean, net.mean]);
    const said = (name: (typeof LIFTER_OUTPUTS)[number]): number[] => {
      const k = LIFTER_OUTPUTS.indexOf(name);
      return [mean[k]!, sigma[k]!];
    };
    expect(said('trunkInclination')).toEqual([10, 3]);
    // of the twist both say the same, where one should be the other's negative: it is neither
    expect(said('axialTwist')).toEqual([0, 6]);
    expect(said('kneeFlexionL')).toEqual([65, 8.5]);
    expect(said('kneeFlexionR')).toEqual([65, 8.5]);
  });
});

describe('the net that is asked', () => {
  it.each(NET_KINDS)('%s: without a standing pose only the one that needs none', (kind) => {
    const asked = (): number => featuresFor(kind, glanceOf(figure(), null)).length;
    if (kind === 'alone') expect(asked()).toBe(48);
    else expect(asked).toThrow(`net ${kind} needs a standing pose`);
  });

  it('is the one that measures against standing where that is known', () => {
    const lifter = lifterSaying({
      standing: { trunkInclination: [30] },
      alone: { trunkInclination: [60] },
    });
    const trunk = (stood: Pose | null): number =>
      liftPose(lifter, glanceOf(figure(), stood)).measures.trunkInclination.value;
    expect([trunk(figure()), trunk(null)]).toEqual([30, 60]);
  });
});

describe('what widens the errors of one look', () => {
  /** A shoulder unclear by 0.2, a knee by 0.1, a wrist by 0.3. */
  const unclear = (): Pose =>
    (
      [
        ['leftShoulder', 0.4],
        ['rightKnee', 0.5],
        ['leftWrist', 0.3],
      ] as const
    ).reduce((pose, [name, score]) => withPoint(pose, name, { score }), figure());
  const told: Told = {
    trunkInclination: [45],
    axialTwist: [-30],
    kneeFlexionL: [60],
    kneeFlexionR: [30],
    camSin: [-0.6],
    camCos: [-0.8],
  };

  it('is read off what the net says, how clear points are, and the size in the picture', () => {
    const { terms } = liftPose(lifterSaying({ standing: told }), glanceOf(unclear())).doubt;
    const wanted = [1, 0.5, 1, 0.2, 0.5, 0.36, 0.8, 0.2, 0.1, 0.3, 0];
    const far = { ...glanceOf(figure()), height: 1600 };
    expect(liftPose(lifterSaying({}), far).doubt.terms[10]).toBeCloseTo(1 - 300 / 1600 / 0.35, 5);
    wanted.forEach((value, k) => expect(terms[k], WIDTH_TERMS[k]).toBeCloseTo(value, 5));
  });

  it('without a standing pose the size is that of trunk and legs', () => {
    const glance = { ...glanceOf(figure(), null), width: 1600 };
    const { terms } = liftPose(lifterSaying({}), glance).doubt;
    expect(terms[10]).toBeCloseTo(1 - 260 / 1600 / 0.35, 5);
  });

  it('counts by the weights of each output, and half as much again for each point that is lost', () => {
    const widths = Object.fromEntries(
      LIFTER_OUTPUTS.map((name, k) => [name, WIDTH_TERMS.map((_, n) => (n === 0 ? 0.1 * k : 0))]),
    );
    const standing = netSaying('standing', { hipShoulderIncl: [0, 3] }, widths);
    const expectWider = (pose: Pose, stood: Pose, times: number): void => {
      const { measures } = liftPose({ ...lifterSaying({}), standing }, glanceOf(pose, stood));
      LIFTER_OUTPUTS.forEach((name, k) => {
        const usual = (k === 0 ? 3 : 1) * Math.exp(0.1 * k);
        expect(measures[name].error, name).toBeCloseTo(usual * times, 4);
      });
    };
    const lost = withPoint(figure(), 'leftWrist', { score: 0.05 });
    // a forearm of half a body: neither elbow nor wrist can be believed
    const stray = withPoint(figure(), 'rightWrist', { y: 355 });
    expectWider(figure(), figure(), 1);
    expectWider(lost, figure(), 1.5);
    expectWider(figure(), lost, 1.5);
    expectWider(stray, figure(), 1.5 ** 2);
    expectWider(figure(), stray, 1.5 ** 2);
  });

  it('is not a standing pose whose clearness was not kept', () => {
    const glance = glanceOf(figure());
    const points = glance.standing!.points.map(({ x, y }) => ({ x, y }));
    const standing = { sizePx: 300, points };
    expect(liftPose(lifterSaying({}), { ...glance, standing }).doubt.widening).toBe(1);
  });
});
