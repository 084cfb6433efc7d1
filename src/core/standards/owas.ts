import type { Measure } from '../kinematics/measure';
import type { Degrees } from '../units';
import { isBeyond } from './angle-bands';
import { OWAS, OWAS_SOURCES_DIFFER } from './owas-tables';
import type { Answered, PostureAnswers, TaskFacts } from './posture-answers';
import type { PostureReadings, Side } from './posture-readings';
import { combine, firstReason, scoreOf, sure, type Score, type Told } from './told';

/** Rule OWAS-1: from here on a back is bent, twisted or bent sideways. Other tools have it; not read in the source. */
const BACK_DEG: Degrees = 20;
/** Rule OWAS-2: an arm at shoulder level. */
const SHOULDER_LEVEL_DEG: Degrees = 90;
/** Rule OWAS-3: a knee angle of 150° and less is bent. */
const STRAIGHT_KNEE_DEG: Degrees = 30;
/** `isBeyond` leaves its limit to the smaller side; these limits belong to the larger one. */
const AT_LEAST = 1e-9;

/** The four digits of an OWAS code. */
export type OwasCode = readonly [back: number, arms: number, legs: number, load: number];

/** Rule OWAS-1. */
const backCode = (readings: PostureReadings): Told<number> =>
  combine(
    [
      isBeyond(readings.trunkFlexion, BACK_DEG),
      isBeyond(readings.axialTwist, BACK_DEG),
      isBeyond(readings.lateralBend, BACK_DEG),
    ],
    (bent: boolean, twisted: boolean, sideways: boolean) =>
      twisted || sideways ? (bent ? 4 : 3) : bent ? 2 : 1,
  );

/** Upper arm against the vertical, for an arm that reaches forwards: what it is against the trunk, less the bend. */
function armElevation({ upperArm, trunkFlexion }: PostureReadings, side: Side): Measure {
  const arm = upperArm[side];
  const judged = firstReason([arm.judged, trunkFlexion.judged]) ?? true;
  return arm.value === null || trunkFlexion.value === null
    ? { value: null, error: null, judged }
    : {
        value: Math.max(0, arm.value - trunkFlexion.value),
        error: Math.hypot(arm.error!, trunkFlexion.error!),
        judged,
      };
}

/** Rule OWAS-2. */
function armsCode(readings: PostureReadings): Told<number> {
  const raised = (side: Side): Told<boolean> =>
    isBeyond(armElevation(readings, side), SHOULDER_LEVEL_DEG - AT_LEAST);
  return combine(
    [raised('left'), raised('right')],
    (left: boolean, right: boolean) => 1 + Number(left) + Number(right),
  );
}

/** Rule OWAS-3. Of one who stands on one leg with only one knee bent, the straight leg is taken to carry. */
function legsCode({ kneeFlexion }: PostureReadings, task: Answered<TaskFacts>): Told<number> {
  const stance = task.stance.value;
  if (stance !== 'standing') return sure({ sitting: 1, kneeling: 6, walking: 7 }[stance]);
  const bent = (side: Side): Told<boolean> =>
    isBeyond(kneeFlexion[side], STRAIGHT_KNEE_DEG - AT_LEAST);
  const oneLeg = task.footing.value === 'one-leg';
  return combine([bent('left'), bent('right')], (left: boolean, right: boolean) => {
    if (left && right) return oneLeg ? 5 : 4;
    if (oneLeg) return 3;
    return left || right ? 5 : 2;
  });
}

/** Rule OWAS-4. */
const loadCode = (kg: number): number => (kg < 10 ? 1 : kg <= 20 ? 2 : 3);

/** Rule OWAS-5: action category 1–4 of a code. */
export const owasCategory = ([back, arms, legs, load]: OwasCode): number =>
  OWAS[back - 1]![arms - 1]![legs - 1]![load - 1]!;

/** What other sources have in this cell; null when all agree. */
export const owasElsewhere = (code: OwasCode): number | null =>
  OWAS_SOURCES_DIFFER.find(({ at }) => at === code.join('-'))?.other ?? null;

/** Digits are `null` where they cannot be judged; their lowest and highest are not an order of burden. */
export interface Owas {
  back: Score;
  arms: Score;
  legs: Score;
  load: number;
  /** Action category. */
  total: Score;
  /** Rule OWAS-6: what other sources have for this code. */
  elsewhere: number | null;
}

/** OWAS of one moment. It knows no sides: arms and legs are counted. */
export function owasOf(readings: PostureReadings, { task }: PostureAnswers): Owas {
  const back = backCode(readings);
  const arms = armsCode(readings);
  const legs = legsCode(readings, task);
  const load = loadCode(task.loadKg.value);
  const total = combine([back, arms, legs], (b: number, a: number, l: number) =>
    owasCategory([b, a, l, load]),
  );
  const elsewhere =
    back.judged === true && arms.judged === true && legs.judged === true
      ? owasElsewhere([back.likely, arms.likely, legs.likely, load])
      : null;
  return {
    back: scoreOf(back),
    arms: scoreOf(arms),
    legs: scoreOf(legs),
    load,
    total: scoreOf(total),
    elsewhere,
  };
}
