import { describe, expect, it } from 'vitest';
import {
  MEASURE_NAMES,
  type MeasureName,
  type NotJudgedReason,
} from '../../../../src/core/kinematics/measure';
import {
  hangingHandHeight,
  measureFrame,
  unknownMoment,
  type Moment,
  type Person,
} from '../../../../src/core/kinematics/moment';
import { standingOf, type Baseline } from '../../../../src/core/kinematics/standing';
import type { BodyPoint } from '../../../../src/core/pose/landmarks';
import type { Pose } from '../../../../src/core/pose/pose';
import { figure, lifterSaying, lifterSet, withPoint, type Parts, type Told } from './told-lifter';

/** Made anew in each test. */
const stood = (trusted = true): Baseline => {
  const pose = figure();
  return { ...standingOf(pose.detector, pose.keypoints), timesS: [0], trusted };
};
const TALL: Person = { heightM: 2, heightEntered: true };

/** What the nets say of somebody 2 m tall. */
const SAID: Record<'standing' | 'skeleton', Told> = {
  standing: {
    trunkInclination: [41, 1.1],
    hipShoulderIncl: [42, 1.2],
    trunkFlexion: [43, 1.3],
    lateralBend: [-4, 1.4],
    axialTwist: [-5, 1.5],
    kneeFlexionL: [46, 1.6],
    kneeFlexionR: [27, 1.6],
    handAnkleH: [20, 0.5],
    camSin: [-0.6, 0.03],
    camCos: [-0.8, 0.04],
  },
  skeleton: {
    leftUpperArm: [31, 2.1],
    rightUpperArm: [32, 2.1],
    leftElbowFlexion: [33, 2.3],
    rightElbowFlexion: [34, 2.3],
    neckFlexion: [35, 2.5],
    handsSin: [0.6, 0.02],
    handsCos: [0.8, 0.02],
    handHeight: [40, 2],
  },
};
const DEGREES = 180 / Math.PI;
type Wanted = readonly [MeasureName, value: number, error: number];
const ALONE: readonly Wanted[] = [
  ['trunkInclinationDeg', 41, 1.1],
  ['hipShoulderInclinationDeg', 42, 1.2],
  ['trunkFlexionDeg', 43, 1.3],
  ['lateralBendDeg', -4, 1.4],
  ['axialTwistDeg', -5, 1.5],
  ['kneeFlexionLeftDeg', 46, 1.6],
  ['kneeFlexionRightDeg', 27, 1.6],
  ['handReachM', 0.4, 0.01],
  ['viewAzimuthDeg', Math.atan2(-0.6, -0.8) * DEGREES, 0.05 * DEGREES],
];
const AGAINST_STANDING: readonly Wanted[] = [
  ['upperArmLeftDeg', 31, 2.1],
  ['upperArmRightDeg', 32, 2.1],
  ['elbowFlexionLeftDeg', 33, 2.3],
  ['elbowFlexionRightDeg', 34, 2.3],
  ['neckFlexionDeg', 35, 2.5],
  ['handDirectionDeg', Math.atan2(0.6, 0.8) * DEGREES, 0.02 * DEGREES],
  ['handHeightM', 0.8, 0.04],
];
const namesOf = (list: readonly Wanted[]): MeasureName[] => list.map(([name]) => name);

interface Scene {
  pose?: Pose | null;
  baseline?: Baseline | null;
  person?: Person;
}
function momentOf(
  told: Parameters<typeof lifterSaying>[0],
  { pose = figure(), baseline = stood(), person = TALL }: Scene = {},
): Moment {
  return measureFrame({ timeS: 7, pose }, baseline, lifterSet(lifterSaying(told)), person);
}
function expectMeasures({ measures }: Moment, wanted: readonly Wanted[]): void {
  for (const [name, value, error] of wanted) {
    expect(measures[name].judged, name).toBe(true);
    expect(measures[name].value, name).toBeCloseTo(value, 4);
    expect(measures[name].error, name).toBeCloseTo(error, 4);
  }
}

describe('one frame, measured', () => {
  it('against a standing pose: each measure is what its net says of it, in degrees and metres', () => {
    const moment = momentOf(SAID);
    expect(moment.timeS).toBe(7);
    expectMeasures(moment, [...ALONE, ...AGAINST_STANDING]);
    expect(moment.measures.trunkVelocityDegS.judged).toBe('too-short');
    expect(moment.measures.lumbarFlexionDeg.judged).toBe('not-measurable');
  });

  it.each<[string, () => Baseline | null, NotJudgedReason]>([
    ['without a standing pose', () => null, 'no-baseline'],
    ['with one that the edge of the picture cut', () => stood(false), 'out-of-frame'],
  ])('%s: what needs none comes from the net that knows none', (_, found, reason) => {
    const baseline = found();
    const moment = momentOf({ alone: SAID.standing }, { baseline });
    expectMeasures(moment, ALONE);
    for (const [name] of AGAINST_STANDING)
      expect(moment.measures[name]).toEqual({ value: null, error: null, judged: reason });
    expect(moment.measures.trunkVelocityDegS.judged).toBe('too-short');
    // a lift is found by the size of a standing that is not trusted
    expect(moment.signal === null).toBe(baseline === null);
  });

  it('nobody in it: nothing is known, for that reason', () => {
    const moment = momentOf(SAID, { pose: null });
    expect(moment).toEqual(unknownMoment(7, 'no-person'));
    for (const name of MEASURE_NAMES)
      expect(moment.measures[name].judged).toBe(
        name === 'lumbarFlexionDeg' ? 'not-measurable' : 'no-person',
      );
    expect(moment.signal).toBeNull();
  });

  it('distances are a tenth less sure while the height is assumed', () => {
    const { measures } = momentOf(SAID, { person: { heightM: 2, heightEntered: false } });
    expect(measures.handReachM.error).toBeCloseTo(0.01 + 0.04, 4);
    expect(measures.handHeightM.error).toBeCloseTo(0.04 + 0.08, 4);
  });

  it('JUDGE-1: a reach that is less sure than 8 cm is not judged', () => {
    const reach = (error: number) =>
      momentOf({ standing: { handAnkleH: [20, error] } }).measures.handReachM.judged;
    expect([reach(3.99), reach(4.01)]).toEqual([true, 'too-uncertain']);
  });

  it('hands are never behind the ankles', () => {
    const { measures, signal } = momentOf({ standing: { handAnkleH: [-3, 2] } });
    expect(measures.handReachM.value).toBe(0);
    expect(signal!.handReach).toBeCloseTo(-0.03, 4);
  });
});

describe('where the camera stands', () => {
  const azimuthOf = (sin: number, cos: number, error: number) =>
    momentOf({ standing: { camSin: [sin, error], camCos: [cos, error] } }).measures.viewAzimuthDeg;

  it.each([
    [0, 1, 0],
    [1, 0, 90],
    [-1, 0, -90],
    [0, -1, -180],
  ])('sine %d and cosine %d are %d°', (sin, cos, degrees) => {
    expect(azimuthOf(sin, cos, 0.1).value).toBeCloseTo(degrees, 3);
  });

  it.each([
    ['as sure as sine and cosine are', 0.5, 0.1, (Math.SQRT2 * 0.1 * DEGREES) / 0.5],
    ['no surer for a direction longer than one', 2, 0.1, Math.SQRT2 * 0.1 * DEGREES],
    ['less sure the shorter it is, down to a fifth', 0.05, 0.1, (Math.SQRT2 * 0.1 * DEGREES) / 0.2],
    ['half a turn at the most', 0.05, 5, 180],
  ])('is %s', (_, cos, error, width) => {
    expect(azimuthOf(0, cos, error).error).toBeCloseTo(width, 3);
  });
});

describe('a point that the edge of the picture hides', () => {
  const ARMS: MeasureName[] = [
    'upperArmLeftDeg',
    'upperArmRightDeg',
    'elbowFlexionLeftDeg',
    'elbowFlexionRightDeg',
    'handDirectionDeg',
  ];
  const HANDS: MeasureName[] = ['handReachM', 'handHeightM'];
  const KNEES: MeasureName[] = ['kneeFlexionLeftDeg', 'kneeFlexionRightDeg'];
  const TRUNK: MeasureName[] = [
    ...namesOf(ALONE).filter((name) => !KNEES.includes(name) && name !== 'handReachM'),
    ...ARMS,
    'neckFlexionDeg',
  ];
  it.each<[BodyPoint, readonly MeasureName[]]>([
    ['leftShoulder', TRUNK],
    ['rightHip', [...TRUNK, ...KNEES]],
    ['leftElbow', ARMS],
    ['rightWrist', [...ARMS, ...HANDS]],
    ['leftKnee', KNEES],
    ['rightAnkle', [...KNEES, ...HANDS]],
    ['leftEar', ['neckFlexionDeg']],
    ['nose', []],
  ])('%s: what needs it is out of frame, with its value; the rest is judged', (point, out) => {
    // hardly seen, and where the picture ends
    const hidden = withPoint(figure(), point, { y: 479, score: 0.39 });
    const { measures } = momentOf(SAID, { pose: hidden });
    const all = namesOf([...ALONE, ...AGAINST_STANDING]);
    for (const name of all) {
      expect(measures[name].judged, name).toBe(out.includes(name) ? 'out-of-frame' : true);
      expect(measures[name].value, name).not.toBeNull();
    }
  });
});

describe('what a lift is found by', () => {
  const signalOf = (parts: Parts, trunk = 0) =>
    momentOf({ standing: { trunkInclination: [trunk], handAnkleH: [25] } }, { pose: figure(parts) })
      .signal!;

  it('is read in shares of the standing size', () => {
    const signal = signalOf({ Hip: [400, 280], Wrist: [400, 340], Ankle: [400, 403] }, 50);
    expect(signal.trunkDeg).toBeCloseTo(50, 4);
    expect(signal.handReach).toBeCloseTo(0.25, 6);
    expect(signal.handHeight).toBeCloseTo(63 / 300, 9);
    // hips 150 px above the ankles in standing, 123 px now
    expect(signal.hipDrop).toBeCloseTo(27 / 300, 9);
  });

  it('leans back no further than upright', () => {
    expect(signalOf({}, -8).trunkDeg).toBe(0);
  });

  it('of somebody standing is hands that hang as in the standing pose, and hips that did not drop', () => {
    expect(hangingHandHeight(stood())).toBeCloseTo(135 / 300, 9);
    expect(signalOf({}).handHeight).toBeCloseTo(135 / 300, 9);
    expect(signalOf({}).hipDrop).toBe(0);
  });
});
