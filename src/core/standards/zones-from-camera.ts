import type { Measure, MeasureName } from '../kinematics/measure';
import { unknown, type Person } from '../kinematics/moment';
import type { Skeleton } from '../kinematics/skeleton';
import type { AcgihLift } from './acgih';
import { furtherArm } from './arm-from-vertical';
import { bodyHeights } from './body-heights';
import type { NumberInput } from './judged-range';
import type { MacMoment } from './mac';

/** Rule BODY-2: knuckles lie out and down from the wrists; by how much depends on the slope of the hands. Our choice. */
const KNUCKLES_OUT_M = { value: 0.08, error: 0.05 };
const KNUCKLES_DOWN_M = { value: 0.05, error: 0.05 };
/** Rule ACGIH-7: hands are seen against the pelvis, from the hips; what the pelvis turns against the feet is missing. */
const SEEN_FROM_HIPS_DEG = 10;

const seen = (measure: Measure): NumberInput => ({ ...measure, origin: 'camera' });

function moved({ value, error, judged }: Measure, by: number, more: number): NumberInput {
  return seen({
    value: value === null ? null : value + by,
    error: error === null ? null : error + more,
    judged,
  });
}

/**
 * What MAC needs of one moment of a lift, as the camera measured it.
 * @param measures the middle of the frames about the moment
 * @param skeleton of the frame in the middle of them; null = none is known, and the arms are not judged
 */
export function macMoment(
  measures: Record<MeasureName, Measure>,
  skeleton: Skeleton | null,
  person: Person,
): MacMoment {
  const { knee, elbow, shoulder } = bodyHeights(person);
  const why = measures.upperArmLeftDeg.judged;
  const noArm = unknown(why === true ? 'not-measurable' : why);
  return {
    upperArmFromVertical: seen(skeleton === null ? noArm : furtherArm(skeleton)),
    trunkInclination: seen(measures.trunkInclinationDeg),
    handHeightM: moved(measures.handHeightM, -KNUCKLES_DOWN_M.value, KNUCKLES_DOWN_M.error),
    kneeHeightM: knee,
    elbowHeightM: elbow,
    shoulderHeightM: shoulder,
    axialTwist: seen(measures.axialTwistDeg),
    lateralBend: seen(measures.lateralBendDeg),
  };
}

/** What ACGIH needs of the moment at which a load is taken, as the camera measured it. */
export function acgihOrigin(
  measures: Record<MeasureName, Measure>,
  person: Person,
): Omit<AcgihLift, 'liftsPerHour' | 'hoursPerDay' | 'massKg' | 'conditions'> {
  const { midShin, knuckle, shoulder } = bodyHeights(person);
  return {
    horizontalM: moved(measures.handReachM, KNUCKLES_OUT_M.value, KNUCKLES_OUT_M.error),
    handHeightM: moved(measures.handHeightM, -KNUCKLES_DOWN_M.value, KNUCKLES_DOWN_M.error),
    midShinHeightM: midShin,
    knuckleHeightM: knuckle,
    shoulderHeightM: shoulder,
    asymmetryDeg: moved(measures.handDirectionDeg, 0, SEEN_FROM_HIPS_DEG),
  };
}
