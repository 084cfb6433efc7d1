import { describe, expect, it } from 'vitest';
import { figureAt, loopOf, stillsOf } from '../../../../src/core/figure/coach-figure';
import {
  ANKLE,
  LIMBS,
  SIDES,
  type FigureJoint,
  type FigurePerson,
} from '../../../../src/core/figure/figure-body';
import { SCRIPTS } from '../../../../src/core/figure/figure-scripts';
import type { BodyVector } from '../../../../src/core/kinematics/skeleton';
import { TASK_KINDS } from '../../../../src/core/records/training-record';
import { RULES } from '../../../../src/core/scoring/rules';

const PHASES = Array.from({ length: 300 }, (_, i) => i / 300);
const between = (a: BodyVector, b: BodyVector): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const middle = (a: BodyVector, b: BodyVector): BodyVector => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
  (a[2] + b[2]) / 2,
];
const degrees = (radians: number): number => (radians * 180) / Math.PI;
const flat = (a: BodyVector, b: BodyVector): number => Math.hypot(a[0] - b[0], a[2] - b[2]);

const inclination = (p: FigurePerson): number =>
  degrees(Math.acos((p.neckBase[1] - p.pelvis[1]) / between(p.neckBase, p.pelvis)));
const direction = (from: BodyVector, to: BodyVector): number =>
  degrees(Math.atan2(to[2] - from[2], to[0] - from[0]));
const kneeFlexion = (p: FigurePerson, side: 'left' | 'right'): number => {
  const [hip, knee, ankle] = [p[`${side}Hip`], p[`${side}Knee`], p[`${side}Ankle`]];
  const [a, b, c] = [between(hip, knee), between(knee, ankle), between(hip, ankle)];
  return 180 - degrees(Math.acos(Math.max(-1, (a * a + b * b - c * c) / (2 * a * b))));
};

const BONES: [FigureJoint, FigureJoint, number][] = SIDES.flatMap((side) => [
  [`${side}Hip`, `${side}Knee`, LIMBS.thigh],
  [`${side}Knee`, `${side}Ankle`, LIMBS.shank],
  [`${side}Shoulder`, `${side}Elbow`, LIMBS.upperArm],
  [`${side}Elbow`, `${side}Wrist`, LIMBS.forearm],
  ['pelvis', 'neckBase', LIMBS.hipToNeck],
  ['pelvis', `${side}Hip`, LIMBS.hipHalf],
]);

describe.each(TASK_KINDS)('coach figure: %s', (task) => {
  const frames = PHASES.map((at) => ({ at, ...figureAt(task, at) }));
  const people = frames.flatMap((f) => f.people.map((p) => ({ at: f.at, p })));
  const { held, steps, load } = SCRIPTS[task];

  it('keeps the lengths of its limbs', () => {
    for (const { at, p } of people)
      for (const [a, b, length] of BONES)
        expect(between(p[a], p[b]), `${a} at ${at}`).toBeCloseTo(length, 6);
  });

  it('is a lift that the product would not flag', () => {
    const trunk = people.map(({ p }) => inclination(p));
    expect(Math.max(...trunk)).toBeLessThan(RULES['bent-back'].flagged);
    expect(Math.max(...trunk)).toBeLessThan(52);
    const knees = people.flatMap(({ p }) => SIDES.map((side) => kneeFlexion(p, side)));
    expect(Math.max(...knees)).toBeGreaterThan(RULES['straight-legs'].watch);
    for (const { p } of people) {
      const twist = direction(p.rightShoulder, p.leftShoulder) - direction(p.rightHip, p.leftHip);
      expect(Math.abs(((twist + 540) % 360) - 180)).toBeLessThan(RULES.twist.watch);
    }
    for (let i = 1; i < PHASES.length; i++) {
      const speed =
        (inclination(frames[i]!.people[0]!) - inclination(frames[i - 1]!.people[0]!)) /
        ((PHASES[i]! - PHASES[i - 1]!) * loopOf(task));
      expect(Math.abs(speed)).toBeLessThan(RULES.sudden.watch);
    }
  });

  it('has the load near and both hands on it', () => {
    for (const { at, people: all, loads } of frames) {
      if (at < held[0] || at > held[1]) continue;
      const p = all[0]!;
      const hands = middle(p.leftWrist, p.rightWrist);
      const feet = middle(p.leftAnkle, p.rightAnkle);
      expect(flat(hands, feet), `at ${at}`).toBeLessThan(RULES['far-load'].watch);
      for (const side of SIDES) {
        const grip = load.grips[side];
        expect(between(p[`${side}Wrist`], loads[0]!.middle), `at ${at}`).toBeCloseTo(
          Math.hypot(...grip),
          3,
        );
      }
    }
  });

  it('stands on the floor, and its feet do not slide', () => {
    for (const side of SIDES) {
      const moving = steps.filter((s) => s.side === side);
      for (let i = 1; i < frames.length; i++) {
        const [before, now] = [frames[i - 1]!, frames[i]!];
        const [a, b] = [before.people[0]!, now.people[0]!];
        const inStep = moving.some((s) => now.at > s.from && before.at < s.until);
        if (inStep) continue;
        for (const joint of [`${side}Ankle`, `${side}Heel`, `${side}Toe`] as const)
          expect(between(a[joint], b[joint])).toBeLessThan(1e-9);
        expect(b[`${side}Ankle`][1]).toBeCloseTo(ANKLE, 9);
      }
    }
    for (const { p } of people)
      expect(Math.min(p.leftAnkle[1], p.rightAnkle[1])).toBeCloseTo(ANKLE, 9);
  });

  it('moves smoothly, and its end is its beginning', () => {
    const [first, last] = [frames[0]!, { ...figureAt(task, 1 - 1e-9) }];
    for (const name of Object.keys(first.people[0]!) as FigureJoint[]) {
      const shift = (f: typeof last): BodyVector =>
        f.people[0]![name].map((x, i) => x - f.centre[i]!) as unknown as BodyVector;
      expect(between(shift(first), shift(last))).toBeLessThan(1e-3);
      for (let i = 1; i < frames.length - 1; i++) {
        const step = between(frames[i]!.people[0]![name], frames[i - 1]!.people[0]![name]);
        // Nothing in a calm lift moves faster than 2 m/s.
        expect(step / (loopOf(task) / 300), `${name} at ${frames[i]!.at}`).toBeLessThan(2);
      }
    }
  });

  it('has its stills in order: hands on the load, on the way, where it is brought to', () => {
    const stills = stillsOf(task);
    expect(stills).toEqual([...stills].sort((a, b) => a - b));
    const poses = stills.map((at) => figureAt(task, at));
    const [reach, way, there] = poses.map((pose) => inclination(pose.people[0]!));
    expect(reach).toBeGreaterThan(45);
    expect(way).toBeLessThan(reach!);
    expect(there).toBeLessThan(RULES['bent-back'].watch);
    const heights = poses.map((pose) => pose.loads[0]!.middle[1]);
    expect(heights[2]! - heights[0]!).toBeGreaterThan(0.6);
  });
});

describe('what is around the figure', () => {
  const withAnother = TASK_KINDS.filter((task) => SCRIPTS[task].load.another === true);
  const withPartner = TASK_KINDS.filter((task) => SCRIPTS[task].partner === true);
  const withTable = TASK_KINDS.filter((task) => SCRIPTS[task].table !== undefined);

  it('is what its script says', () => {
    for (const task of TASK_KINDS) {
      const { people, loads, table } = figureAt(task, 0.5);
      expect(people).toHaveLength(withPartner.includes(task) ? 2 : 1);
      expect(loads).toHaveLength(1);
      expect(table !== null).toBe(withTable.includes(task));
    }
    expect([withAnother, withPartner, withTable].map(({ length }) => length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it.each(withPartner)('%s: a partner does the same from the other end of the load', (task) => {
    for (const at of [0, 0.3, 0.5]) {
      const { people, loads, centre } = figureAt(task, at);
      const [one, other] = people as [FigurePerson, FigurePerson];
      for (const name of Object.keys(one) as FigureJoint[]) {
        const half = middle(one[name], other[name]);
        expect(flat(half, loads[0]!.middle), name).toBeCloseTo(0, 9);
        expect(other[name][1]).toBe(one[name][1]);
      }
      expect(between(one.head, other.head)).toBeGreaterThan(0.5);
      expect(centre).toEqual([0, 0, loads[0]!.middle[2]]);
    }
  });

  it.each(withAnother)(
    '%s: the load that was put down goes, and then another one comes',
    (task) => {
      const shown = (at: number) => figureAt(task, at).loads.map((one) => one.shown);
      expect(shown(0.81)).toEqual([1]);
      expect(shown(0.86)[0]).toBeCloseTo(0.5, 9);
      const [goes, comes] = shown(0.89) as [number, number];
      expect(goes).toBeLessThan(0.1);
      expect(comes).toBeLessThan(0.1);
      expect(comes).toBeGreaterThan(0);
      expect(shown(0.925)[0]).toBeCloseTo(0.5, 9);
      expect(shown(0.98)).toEqual([1]);
      // The new one lies where the first was taken up.
      expect(figureAt(task, 0.98).loads[0]!.middle).toEqual(figureAt(task, 0).loads[0]!.middle);
    },
  );

  it('is the same a loop later and a loop before', () => {
    for (const at of [0.25, 0.5]) {
      expect(figureAt('turn-and-place', at + 1)).toEqual(figureAt('turn-and-place', at));
      expect(figureAt('turn-and-place', at - 1)).toEqual(figureAt('turn-and-place', at));
    }
  });
});

describe('a step', () => {
  const stepping = TASK_KINDS.filter((task) => SCRIPTS[task].steps.length > 0);
  it.each(stepping)(
    '%s: a foot is seven centimetres up half way, and comes down where it is to be',
    (task) => {
      for (const { side, from, until, to } of SCRIPTS[task].steps) {
        const ankle = (at: number) => figureAt(task, at).people[0]![`${side}Ankle`];
        const [before, half, after] = [ankle(from), ankle((from + until) / 2), ankle(until)];
        expect(half[1]).toBeCloseTo(ANKLE + 0.07, 9);
        expect(half[0]).toBeCloseTo((before[0] + after[0]) / 2, 9);
        expect(half[2]).toBeCloseTo((before[2] + after[2]) / 2, 9);
        expect(after[0]).toBeCloseTo(to.left, 9);
        expect(after[2]).toBeCloseTo(to.ahead, 9);
        // A quarter of its way it is not yet a quarter there: it starts and lands gently.
        const early = ankle(from + 0.25 * (until - from));
        expect(flat(early, before)).toBeCloseTo(0.15625 * flat(after, before), 9);
      }
    },
  );
});
