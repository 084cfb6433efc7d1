import { describe, expect, it } from 'vitest';
import { cameraAt, project } from '../../../training/camera';
import { detect, POINTS, sampleHabit } from '../../../training/detector-errors';
import { samplePerson, type Person } from '../../../training/person';
import { samplePosture, standingPosture } from '../../../training/postures';
import { Random } from '../../../training/random';
import { LIFTER_OUTPUTS } from '../../../src/core/kinematics/lifter';
import { SKELETON_OUTPUTS } from '../../../src/core/kinematics/skeleton';
import { simulate, type Samples } from '../../../training/samples';
import { JOINTS, poseBody, type Joints, type Posture, type Side } from '../../../training/skeleton';
import { truthOf } from '../../../training/truth';
import { length, minus, type Vector } from '../../../training/vector';

/** An average adult whose neck stands straight above the hips, so that what is set is what is measured. */
function plainPerson(): Person {
  const person = samplePerson(new Random(1));
  return { ...person, statureM: 1.7, neckForward: 0, backForward: 0, shoulderBladeGain: 0 };
}

/** Upright on both feet, arms hanging straight down. */
function plainPosture(change: Partial<Posture> = {}): Posture {
  const standing = standingPosture(plainPerson(), new Random(2));
  const down = ({ shoulder }: { shoulder: Vector }): Vector => [
    shoulder[0],
    shoulder[1] - 0.45,
    shoulder[2],
  ];
  const still = { ahead: 0, up: 0 };
  return {
    ...standing,
    heading: 0,
    pelvisTilt: 0,
    pelvisRoll: 0,
    lumbarFlexion: 0,
    lateralBend: 0,
    twist: 0,
    feet: { left: { x: 0.12, z: 0, y: 0, yaw: 5 }, right: { x: -0.12, z: 0, y: 0, yaw: -5 } },
    hands: { left: down, right: down },
    shoulderBlades: { left: still, right: still },
    ...change,
  };
}

const truth = (change: Partial<Posture>): ReturnType<typeof truthOf> => {
  const posture = plainPosture(change);
  return truthOf(poseBody(plainPerson(), posture), 1.7, posture.lumbarFlexion);
};

describe('simulated posture and what is measured on it', () => {
  it('reads upright standing as upright', () => {
    const t = truth({});
    expect(t.trunkInclination).toBeCloseTo(0, 5);
    expect(t.axialTwist).toBeCloseTo(0, 5);
    expect(t.heading).toBeCloseTo(0, 5);
  });

  it('reads a pure twist of 30 degrees to the left as +30', () => {
    expect(truth({ twist: 30 }).axialTwist).toBeCloseTo(30, 5);
    expect(truth({ twist: -30 }).axialTwist).toBeCloseTo(-30, 5);
  });

  it('reads no twist when the whole person has turned', () => {
    const t = truth({ heading: 70 });
    expect(t.axialTwist).toBeCloseTo(0, 5);
    expect(t.heading).toBeCloseTo(70, 5);
  });

  it('reads a bend at the hips as inclination and as flexion forward', () => {
    const t = truth({ pelvisTilt: 60 });
    expect(t.trunkInclination).toBeCloseTo(60, 5);
    expect(t.trunkFlexion).toBeCloseTo(60, 5);
    expect(t.lateralBend).toBeCloseTo(0, 5);
  });

  it('reads a bend to the right as positive', () => {
    const t = truth({ pelvisRoll: 15 });
    expect(t.lateralBend).toBeCloseTo(15, 5);
  });

  it('passes about 70 % of a rounded back on to the trunk line, as the rig does', () => {
    const t = truth({ lumbarFlexion: 20 });
    expect(t.trunkInclination / 20).toBeGreaterThan(0.64);
    expect(t.trunkInclination / 20).toBeLessThan(0.76);
  });

  it('bends the knees as far as asked on feet under the hips', () => {
    const t = truth({ kneeFlexion: 70 });
    expect((t.kneeFlexionL + t.kneeFlexionR) / 2).toBeGreaterThan(64);
    expect((t.kneeFlexionL + t.kneeFlexionR) / 2).toBeLessThan(76);
  });

  it('measures the hands level from the ankles in % of stature', () => {
    const hand = ({ side }: { side: Side }): Vector => [side === 'left' ? 0.1 : -0.1, 0.7, 0.34];
    const t = truth({ pelvisTilt: 40, hands: { left: hand, right: hand } });
    expect(t.handAnkleH).toBeCloseTo((0.34 / 1.7) * 100, 1);
  });

  it('keeps the lengths of all limbs in every posture', () => {
    const random = new Random(11);
    for (let i = 0; i < 200; i++) {
      const person = samplePerson(random);
      const j = poseBody(person, samplePosture(person, random, standingPosture(person, random)));
      const share = (a: Vector, b: Vector): number => length(minus(a, b)) / person.statureM;
      expect(share(j.leftHip, j.leftKnee)).toBeCloseTo(person.thigh, 6);
      expect(share(j.rightKnee, j.rightAnkle)).toBeCloseTo(person.shank, 6);
      expect(share(j.leftShoulder, j.leftElbow)).toBeCloseTo(person.upperArm, 6);
      expect(share(j.rightElbow, j.rightWrist)).toBeCloseTo(person.forearm, 6);
      for (const joint of JOINTS) expect(j[joint].every(Number.isFinite)).toBe(true);
    }
  });

  it('mirrors: the mirrored posture measures the mirrored values', () => {
    const random = new Random(5);
    for (let i = 0; i < 50; i++) {
      const person = plainPerson();
      const posture = samplePosture(person, random, plainPosture());
      const j = poseBody(person, posture);
      const flip = ([x, y, z]: Vector): Vector => [-x, y, z];
      const other = (joint: string): keyof Joints =>
        (joint.startsWith('left')
          ? joint.replace('left', 'right')
          : joint.replace('right', 'left')) as keyof Joints;
      const mirrored = Object.fromEntries(
        JOINTS.map((joint) => [joint, flip(j[other(joint)])]),
      ) as Joints;
      const a = truthOf(j, 1.7, 0),
        b = truthOf(mirrored, 1.7, 0);
      expect(b.axialTwist).toBeCloseTo(-a.axialTwist, 6);
      expect(b.lateralBend).toBeCloseTo(-a.lateralBend, 6);
      expect(b.trunkInclination).toBeCloseTo(a.trunkInclination, 6);
      expect(b.kneeFlexionL).toBeCloseTo(a.kneeFlexionR, 6);
      expect(b.handAnkleH).toBeCloseTo(a.handAnkleH, 6);
    }
  });
});

describe('simulated camera and detector', () => {
  const camera = cameraAt([0, 0.9, 3], [0, 0.9, 0], 0, 50, 480, 360);

  it('sees what is ahead in the middle, up as up, and the left of a person facing it on the right', () => {
    expect(project(camera, [0, 0.9, 0])).toMatchObject({ x: 240, y: 180, depth: 3 });
    expect(project(camera, [0, 1.2, 0]).y).toBeLessThan(180);
    expect(project(camera, [0.2, 0.9, 0]).x).toBeGreaterThan(240);
  });

  it('misplaces no point by more than a detector does', () => {
    const random = new Random(3);
    const person = plainPerson();
    const joints = poseBody(person, plainPosture());
    const px = (person.statureM * camera.focalPx) / 3;
    for (const family of ['movenet', 'blazepose'] as const) {
      const errors = Array.from({ length: 100 }, () => {
        const points = detect(joints, camera, sampleHabit(random, family), person.statureM, random);
        return points.map((p, i) => {
          const true_ = project(camera, joints[POINTS[family][i]!]);
          return Math.hypot(p.x - true_.x, p.y - true_.y) / px;
        });
      })
        .flat()
        .sort((a, b) => a - b);
      expect(errors[Math.floor(errors.length / 2)]).toBeGreaterThan(0.005);
      expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.03);
    }
  });

  it('draws the same samples from the same seed, all of them finite', () => {
    for (const [family, columns] of [
      ['movenet', 87],
      ['blazepose', 103],
    ] as const) {
      const draw = (seed: number): Samples => simulate(40, new Random(seed), family, null);
      const a = draw(9),
        b = draw(9),
        c = draw(10);
      expect(a).toEqual(b);
      expect(c.standing.targets).not.toEqual(a.standing.targets);
      expect(a.standing.features).toHaveLength(40 * columns);
      expect(a.alone.features).toHaveLength(40 * (columns === 87 ? 48 : 56));
      expect(a.standing.targets).toHaveLength(40 * LIFTER_OUTPUTS.length);
      expect(a.skeleton.targets).toHaveLength(40 * SKELETON_OUTPUTS.length);
      for (const rows of Object.values(a)) expect(rows.features.every(Number.isFinite)).toBe(true);
    }
  });
});
