import { isBeyond, scoreOfAngle, type TwoWayBands } from './angle-bands';
import type { Answered, ArmFacts, PostureAnswers, TaskFacts } from './posture-answers';
import type { PostureReadings, Side } from './posture-readings';
import { REBA_A, REBA_B, REBA_C, REBA_LEVELS } from './reba-tables';
import { combine, scoreOf, sure, worseOf, type Score, type Told } from './told';

/** Rule REBA-1. "Upright" has no width in the source: 5°, as other implementations have it. */
const TRUNK: TwoWayBands = {
  forwards: [
    [5, 1],
    [20, 2],
    [60, 3],
    [Infinity, 4],
  ],
  backwards: [
    [5, 1],
    [20, 2],
    [Infinity, 3],
  ],
};
/** Rule REBA-2. */
const NECK: TwoWayBands = {
  forwards: [
    [20, 1],
    [Infinity, 2],
  ],
  backwards: [
    [5, 1],
    [Infinity, 2],
  ],
};
/** Rule REBA-3: what a knee adds. */
const KNEE: TwoWayBands = {
  forwards: [
    [30, 0],
    [60, 1],
    [Infinity, 2],
  ],
  backwards: [[Infinity, 0]],
};
/** Rule REBA-4; RULA has the same. */
export const UPPER_ARM: TwoWayBands = {
  forwards: [
    [20, 1],
    [45, 2],
    [90, 3],
    [Infinity, 4],
  ],
  backwards: [
    [20, 1],
    [Infinity, 2],
  ],
};
/** Rule REBA-5: 60° itself is still in the middle range. RULA has the same. */
export const LOWER_ARM: TwoWayBands = {
  forwards: [
    [60 - 1e-9, 2],
    [100, 1],
    [Infinity, 2],
  ],
  backwards: [[Infinity, 2]],
};
/**
 * Rule POSTURE-3: beyond this a trunk counts as twisted or bent sideways. REBA and RULA name no angle; 30° is where
 * Hoogendoorn 2000 counted trunks as rotated and where the check TWIST-1 flags.
 */
export const TURNED_DEG = 30;

const COUPLING = { good: 0, fair: 1, poor: 2, unacceptable: 3 } as const;

/** Rule REBA-1: 1–5; twisted or bent sideways is one point, not two. */
export const rebaTrunk = (readings: PostureReadings): Told<number> =>
  combine(
    [
      scoreOfAngle(readings.trunkFlexion, TRUNK),
      isBeyond(readings.axialTwist, TURNED_DEG),
      isBeyond(readings.lateralBend, TURNED_DEG),
    ],
    (base: number, twisted: boolean, bent: boolean) =>
      Math.min(5, base + (twisted || bent ? 1 : 0)),
  );

/** Rule REBA-2: 1–3. */
export const rebaNeck = (
  { neckFlexion }: PostureReadings,
  task: Answered<TaskFacts>,
): Told<number> =>
  combine([scoreOfAngle(neckFlexion, NECK)], (seen: number) => {
    const base = task.neckExtended.value ? 2 : seen;
    const turned = task.neckTwisted.value || task.neckSideBent.value;
    return Math.min(3, base + (turned ? 1 : 0));
  });

/** Rule REBA-3: 1–4, by the knee that is bent more. */
export function rebaLegs(
  { kneeFlexion }: PostureReadings,
  task: Answered<TaskFacts>,
): Told<number> {
  const stance = task.footing.value === 'both-legs' ? 1 : 2;
  if (task.stance.value === 'sitting') return sure(1);
  const left = scoreOfAngle(kneeFlexion.left, KNEE);
  const right = scoreOfAngle(kneeFlexion.right, KNEE);
  return combine([worseOf(left, right, 2)], (knees: number) => stance + knees);
}

/** Rule REBA-4: 1–6. */
export const rebaUpperArm = (
  { upperArm }: PostureReadings,
  side: Side,
  arm: Answered<ArmFacts>,
): Told<number> =>
  combine([scoreOfAngle(upperArm[side], UPPER_ARM)], (base: number) =>
    Math.min(
      6,
      Math.max(
        1,
        base +
          Number(arm.armAbducted.value) +
          Number(arm.shoulderRaised.value) -
          Number(arm.armSupported.value),
      ),
    ),
  );

/** Rule REBA-6: 1–3. */
export const rebaWrist = (arm: Answered<ArmFacts>): number =>
  (arm.wristBend.value === 'over-15' ? 2 : 1) +
  Number(arm.wristDeviated.value || arm.wristTwist.value === 'end-range');

/** Rule REBA-7: 0–3. */
const loadPoints = (task: Answered<TaskFacts>): number =>
  (task.loadKg.value < 5 ? 0 : task.loadKg.value <= 10 ? 1 : 2) + Number(task.loadShock.value);

/** Part scores of one side, and what they come to. */
export interface RebaPoints {
  neck: number;
  trunk: number;
  legs: number;
  load: number;
  upperArm: number;
  lowerArm: number;
  wrist: number;
  coupling: number;
  activity: number;
}

/** Rule REBA-9: the tables, from part scores. */
export function rebaTotal(points: RebaPoints): { a: number; b: number; c: number; reba: number } {
  const a = REBA_A[points.neck - 1]![points.trunk - 1]![points.legs - 1]! + points.load;
  const b = REBA_B[points.upperArm - 1]![points.lowerArm - 1]![points.wrist - 1]! + points.coupling;
  const c = REBA_C[a - 1]![b - 1]!;
  return { a, b, c, reba: c + points.activity };
}

/** Rule REBA-10: action level 0–4 of a REBA score. */
export const rebaLevel = (score: number): number => REBA_LEVELS.findIndex((top) => score <= top);

/** REBA of one side. */
export interface RebaSide {
  upperArm: Score;
  lowerArm: Score;
  wrist: Score;
  total: Score;
}

export interface Reba {
  neck: Score;
  trunk: Score;
  legs: Score;
  sides: Record<Side, RebaSide>;
  /** The worse of both sides. */
  total: Score;
}

const TOP = 15;

/** REBA of one moment. Angles come from the camera or from a person, the rest from a person. */
export function rebaOf(readings: PostureReadings, { task, arms }: PostureAnswers): Reba {
  const neck = rebaNeck(readings, task);
  const trunk = rebaTrunk(readings);
  const legs = rebaLegs(readings, task);
  const activity =
    Number(task.heldStill.value) + Number(task.repeated.value) + Number(task.rapidChange.value);
  const sideOf = (side: Side) => {
    const upperArm = rebaUpperArm(readings, side, arms[side]);
    const lowerArm = scoreOfAngle(readings.elbowFlexion[side], LOWER_ARM);
    const wrist = rebaWrist(arms[side]);
    const total = combine(
      [neck, trunk, legs, upperArm, lowerArm],
      (n: number, t: number, l: number, u: number, o: number) =>
        rebaTotal({
          ...{ neck: n, trunk: t, legs: l, load: loadPoints(task) },
          ...{ upperArm: u, lowerArm: o, wrist, coupling: COUPLING[task.coupling.value] },
          activity,
        }).reba,
    );
    const shown: RebaSide = {
      upperArm: scoreOf(upperArm),
      lowerArm: scoreOf(lowerArm),
      wrist: scoreOf(sure(wrist)),
      total: scoreOf(total),
    };
    return { total, shown };
  };
  const [left, right] = [sideOf('left'), sideOf('right')];
  return {
    neck: scoreOf(neck),
    trunk: scoreOf(trunk),
    legs: scoreOf(legs),
    sides: { left: left.shown, right: right.shown },
    total: scoreOf(worseOf(left.total, right.total, TOP)),
  };
}
