import { isBeyond, scoreOfAngle, type TwoWayBands } from './angle-bands';
import type { Answered, ArmFacts, PostureAnswers, TaskFacts } from './posture-answers';
import type { PostureReadings, Side } from './posture-readings';
import { LOWER_ARM, UPPER_ARM, TURNED_DEG } from './reba';
import { RULA_A, RULA_B, RULA_C, RULA_LEVELS } from './rula-tables';
import { combine, scoreOf, sure, worseOf, type Score, type Told } from './told';

/** Rule RULA-5. "Upright" has no width in the source: 5°, as for REBA. */
const TRUNK: TwoWayBands = {
  forwards: [
    [5, 1],
    [20, 2],
    [60, 3],
    [Infinity, 4],
  ],
  // The source has no backward bend: scored by its size, as a forward one.
  backwards: [
    [5, 1],
    [20, 2],
    [60, 3],
    [Infinity, 4],
  ],
};
/** Rule RULA-4. Up to 5° backwards is no extension: else noise would score 4. */
const NECK: TwoWayBands = {
  forwards: [
    [10, 1],
    [20, 2],
    [Infinity, 3],
  ],
  backwards: [
    [5, 1],
    [Infinity, 4],
  ],
};
const EXTENDED_NECK = 4;
const WRIST = { none: 1, 'up-to-15': 2, 'over-15': 3 } as const;

const within = (low: number, score: number, high: number): number =>
  Math.min(high, Math.max(low, score));

/** Rule RULA-1: 1–6. */
const upperArm = (readings: PostureReadings, side: Side, arm: Answered<ArmFacts>): Told<number> =>
  combine([scoreOfAngle(readings.upperArm[side], UPPER_ARM)], (base: number) =>
    within(
      1,
      base +
        Number(arm.shoulderRaised.value) +
        Number(arm.armAbducted.value) -
        Number(arm.armSupported.value),
      6,
    ),
  );

/** Rule RULA-2: 1–3. */
const lowerArm = (readings: PostureReadings, side: Side, arm: Answered<ArmFacts>): Told<number> =>
  combine(
    [scoreOfAngle(readings.elbowFlexion[side], LOWER_ARM)],
    (base: number) => base + Number(arm.forearmAcrossOrOut.value),
  );

/** Rule RULA-4: 1–6; twisted and bent sideways are a point each. */
const neckScore = ({ neckFlexion }: PostureReadings, task: Answered<TaskFacts>): Told<number> =>
  combine(
    [scoreOfAngle(neckFlexion, NECK)],
    (seen: number) =>
      (task.neckExtended.value ? EXTENDED_NECK : seen) +
      Number(task.neckTwisted.value) +
      Number(task.neckSideBent.value),
  );

/** Rule RULA-5: 1–6; twisted and bent sideways are a point each, unlike REBA. */
const trunkScore = (readings: PostureReadings, task: Answered<TaskFacts>): Told<number> =>
  combine(
    [
      task.trunkSupported.value ? sure(1) : scoreOfAngle(readings.trunkFlexion, TRUNK),
      isBeyond(readings.axialTwist, TURNED_DEG),
      isBeyond(readings.lateralBend, TURNED_DEG),
    ],
    (base: number, twisted: boolean, bent: boolean) => base + Number(twisted) + Number(bent),
  );

/** Rule RULA-8: 0–3. */
function forcePoints(task: Answered<TaskFacts>): number {
  const kg = task.loadKg.value;
  const often = task.heldStill.value || task.repeated.value;
  if (task.loadShock.value || (often && kg > 10)) return 3;
  if (kg < 2) return 0;
  return often || kg >= 10 ? 2 : 1;
}

/** Part scores of one side. Muscle use and force are the same for arm and trunk here: it is one load. */
export interface RulaPoints {
  upperArm: number;
  lowerArm: number;
  wrist: number;
  wristTwist: number;
  neck: number;
  trunk: number;
  legs: number;
  muscle: number;
  force: number;
}

/** Rule RULA-9: the tables, from part scores. */
export function rulaTotal(points: RulaPoints): {
  a: number;
  b: number;
  c: number;
  d: number;
  rula: number;
} {
  const wrist = 2 * (points.wrist - 1) + points.wristTwist - 1;
  const a = RULA_A[points.upperArm - 1]![points.lowerArm - 1]![wrist]!;
  const b = RULA_B[points.neck - 1]![2 * (points.trunk - 1) + points.legs - 1]!;
  const c = a + points.muscle + points.force;
  const d = b + points.muscle + points.force;
  return { a, b, c, d, rula: RULA_C[Math.min(8, c) - 1]![Math.min(7, d) - 1]! };
}

/** Rule RULA-10: action level 1–4 of a RULA score. */
export const rulaLevel = (score: number): number =>
  RULA_LEVELS.findIndex((top) => score <= top) + 1;

/** RULA of one side. */
export interface RulaSide {
  upperArm: Score;
  lowerArm: Score;
  wrist: Score;
  wristTwist: Score;
  total: Score;
}

export interface Rula {
  neck: Score;
  trunk: Score;
  legs: Score;
  sides: Record<Side, RulaSide>;
  /** The worse of both sides. */
  total: Score;
}

const TOP = 7;

/** RULA of one moment. Angles come from the camera or from a person, the rest from a person. */
export function rulaOf(readings: PostureReadings, { task, arms }: PostureAnswers): Rula {
  const neck = neckScore(readings, task);
  const trunk = trunkScore(readings, task);
  const legs = task.footing.value === 'both-legs' ? 1 : 2;
  const muscle = Number(task.heldStill.value || task.repeated.value);
  const sideOf = (side: Side) => {
    const arm = arms[side];
    const upper = upperArm(readings, side, arm);
    const lower = lowerArm(readings, side, arm);
    const wrist = WRIST[arm.wristBend.value] + Number(arm.wristDeviated.value);
    const wristTwist = arm.wristTwist.value === 'mid-range' ? 1 : 2;
    const total = combine(
      [neck, trunk, upper, lower],
      (n: number, t: number, u: number, l: number) =>
        rulaTotal({
          ...{ upperArm: u, lowerArm: l, wrist, wristTwist },
          ...{ neck: n, trunk: t, legs, muscle, force: forcePoints(task) },
        }).rula,
    );
    const shown: RulaSide = {
      upperArm: scoreOf(upper),
      lowerArm: scoreOf(lower),
      wrist: scoreOf(sure(wrist)),
      wristTwist: scoreOf(sure(wristTwist)),
      total: scoreOf(total),
    };
    return { total, shown };
  };
  const [left, right] = [sideOf('left'), sideOf('right')];
  return {
    neck: scoreOf(neck),
    trunk: scoreOf(trunk),
    legs: scoreOf(sure(legs)),
    sides: { left: left.shown, right: right.shown },
    total: scoreOf(worseOf(left.total, right.total, TOP)),
  };
}
