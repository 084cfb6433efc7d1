import { describe, expect, it } from 'vitest';
import {
  MEASURE_NAMES,
  type Measure,
  type MeasureName,
} from '../../../../src/core/kinematics/measure';
import { unknown } from '../../../../src/core/kinematics/moment';
import { acgihOrigin, macMoment } from '../../../../src/core/standards/zones-from-camera';
import { bodyHeights } from '../../../../src/core/standards/body-heights';
import { macLifting, type MacColour } from '../../../../src/core/standards/mac';
import { poseBody } from '../../../../training/skeleton';
import { samplePerson } from '../../../../training/person';
import { standingPosture } from '../../../../training/postures';
import { Random } from '../../../../training/random';
import { analysed, lifters, savedPoses, type RecordingName } from '../recordings';
import { bodyPoints } from '../../../../src/core/pose/landmarks';
import { familyOf } from '../../../../src/core/pose/pose';
import { skeletonsOf } from '../../../../src/pipeline/skeleton-track';
import { told } from './inputs';

const known = (value: number, error = 5): Measure => ({ value, error, judged: true });
const measures = (change: Partial<Record<MeasureName, Measure>>): Record<MeasureName, Measure> => ({
  ...(Object.fromEntries(MEASURE_NAMES.map((name) => [name, unknown('no-person')])) as Record<
    MeasureName,
    Measure
  >),
  ...change,
});
const PERSON = { heightM: 1.7, heightEntered: true };

describe('body heights (BODY-1)', () => {
  it('hold nine in ten simulated people of any size', () => {
    const levels = { knee: 'Knee', elbow: 'Elbow', shoulder: 'Shoulder' } as const;
    const held = { knee: 0, elbow: 0, shoulder: 0 };
    const people = 1000;
    for (let seed = 1; seed <= people; seed++) {
      const random = new Random(90_000 + seed);
      const person = samplePerson(random);
      const joints = poseBody(person, standingPosture(person, random));
      const heights = bodyHeights({ heightM: person.statureM, heightEntered: true });
      const up = (name: 'Knee' | 'Elbow' | 'Shoulder' | 'Ankle'): number =>
        (joints[`left${name}`][1] + joints[`right${name}`][1]) / 2;
      for (const level of ['knee', 'elbow', 'shoulder'] as const) {
        const { value, error } = heights[level];
        if (Math.abs(up(levels[level]) - up('Ankle') - value!) <= error!) held[level]++;
      }
    }
    for (const count of Object.values<number>(held)) {
      expect(count / people).toBeGreaterThan(0.87);
      expect(count / people).toBeLessThan(0.93);
    }
  });

  it('follow one another, and are a tenth wider while nobody has entered a stature', () => {
    const sure = bodyHeights(PERSON);
    const assumed = bodyHeights({ ...PERSON, heightEntered: false });
    expect(sure.knee.origin).toBe('asked');
    expect(assumed.knee.origin).toBe('assumed');
    let last = 0;
    for (const level of ['midShin', 'knee', 'knuckle', 'elbow', 'shoulder'] as const) {
      expect(sure[level].value!).toBeGreaterThan(last);
      last = sure[level].value!;
      expect(assumed[level].error! - sure[level].error!).toBeCloseTo(0.1 * last, 9);
    }
  });
});

describe('what the camera measured, for MAC and ACGIH', () => {
  it('the hands are the knuckles (BODY-2)', () => {
    const one = measures({ handHeightM: known(0.4, 0.03), handReachM: known(0.5, 0.04) });
    expect(macMoment(one, null, PERSON).handHeightM.value).toBeCloseTo(0.35, 9);
    expect(macMoment(one, null, PERSON).handHeightM.error).toBeCloseTo(0.08, 9);
    const origin = acgihOrigin(one, PERSON);
    expect(origin.horizontalM.value).toBeCloseTo(0.58, 9);
    expect(origin.horizontalM.error).toBeCloseTo(0.09, 9);
    expect(origin.horizontalM.origin).toBe('camera');
  });

  it('without a skeleton the arms are not judged, for the reason of their measures', () => {
    const arm = (change: Parameters<typeof measures>[0]) =>
      macMoment(measures(change), null, PERSON).upperArmFromVertical.judged;
    expect(arm({})).toBe('no-person');
    expect(arm({ upperArmLeftDeg: known(10) })).toBe('not-measurable');
  });

  it('what is not judged keeps its reason', () => {
    const nothing = acgihOrigin(measures({}), PERSON);
    expect(nothing.horizontalM).toEqual({
      value: null,
      error: null,
      judged: 'no-person',
      origin: 'camera',
    });
    const turned = acgihOrigin(measures({ handDirectionDeg: known(20, 8) }), PERSON).asymmetryDeg;
    expect(turned).toMatchObject({ value: 20, error: 18, judged: true });
  });

  it('of poses of the real detector: bent, hands low, at the grasp of a lift', () => {
    for (const name of ['good-lift', 'bent-back', 'three-lifts'] as const) {
      const { analysis, skeletons } = withSkeletonsOf(name);
      const { graspS } = analysis.lifts[0]!;
      const at = analysis.frames.findIndex(({ t }) => t >= graspS);
      const frame = analysis.frames[at]!;
      const own = Object.fromEntries(
        MEASURE_NAMES.map((m) => [
          m,
          { value: frame[m], error: frame.errors[m], judged: frame.judged[m] },
        ]),
      ) as Record<MeasureName, Measure>;
      const moment = macMoment(own, skeletons[at]!, { heightM: 1.7, heightEntered: false });
      const green = told<MacColour>('green');
      const { factors } = macLifting([moment], {
        'load-frequency': green,
        'postural-constraints': green,
        grip: green,
        floor: green,
        environment: green,
      });
      const [, distance, region, twist] = factors;
      expect(distance!.low).not.toBe('green');
      expect(region!.low).not.toBe('green');
      expect(region!.origins).toEqual(['camera', 'assumed']);
      // nobody turns in these, and nothing says that they surely do
      expect(twist!.low).toBe('green');
    }
  });
});

function withSkeletonsOf(name: RecordingName) {
  const analysis = analysed(savedPoses(name));
  const { baseline, poses, model } = analysis;
  const points = bodyPoints(familyOf(model), baseline!.keypoints);
  const frames = poses!.frames.map(({ t, k }) => ({
    timeS: t,
    pose:
      k === null
        ? null
        : {
            timeS: t,
            detector: model,
            width: poses!.width,
            height: poses!.height,
            keypoints: k.map(([x, y, score]) => ({ x, y, score })),
          },
  }));
  const standing = { points, sizePx: baseline!.sizePx };
  return { analysis, skeletons: skeletonsOf(frames, model, standing, lifters, analysis.heightM) };
}
