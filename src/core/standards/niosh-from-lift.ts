import type { Measure, MeasureName, NotJudgedReason } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { LiftTimes } from '../lifts/lift';
import type { Seconds } from '../units';

/** An input from the camera with the half-width of its 90 % error, or the reason why it must be asked. */
export type Fed =
  { value: number; error: number; ask: null } | { value: null; error: null; ask: AskReason };

/** Besides the reasons of a measure: this end of the lift was not seen. */
export type AskReason = NotJudgedReason | 'not-seen';

export interface MeasuredEnd {
  horizontalCm: Fed;
  verticalCm: Fed;
  asymmetryDeg: Fed;
}

/** What the camera knows of a lifting task. Mass, grip, control and duration are always asked. */
export interface MeasuredTask {
  origin: MeasuredEnd;
  destination: MeasuredEnd;
  travelCm: Fed;
}

/*
 * From wrists and ankle joints, which are measured, to knuckles and floor, which the equation is about. Our choices, from
 * body proportions (Drillis & Contini 1966, not re-read): they are the same for everybody, and so carry an error.
 */
/** Knuckles lie further out than wrists; by how much depends on the slope of the hands. */
const KNUCKLES_OUT_CM = { value: 8, error: 5 };
/** Knuckles lie below wrists: not at all with level hands, 8–10 cm with hanging ones. */
const KNUCKLES_DOWN_CM = { value: 5, error: 5 };
/** Ankle joints above the floor: 4 % of stature and a sole. */
export const ANKLES_UP_CM = { value: 9, error: 2 };
/**
 * A is seen from the ankles against the middle plane of the feet, the hands' direction from the hips against the pelvis:
 * what the pelvis turns against the feet is missing. Of such angles from one camera the errors have a standard deviation
 * of 14° against markers (360 lifts, IEEE THMS 2025): 23° with the measure's own error, which is about 12°.
 */
const SEEN_FROM_HIPS_DEG = 20;

/** Frames this near to a moment speak for it. */
const NEAR_S: Seconds = 0.2;

const asked = (ask: AskReason): Fed => ({ value: null, error: null, ask });

const known = (value: number, ...errors: number[]): Fed => ({
  value,
  error: Math.hypot(...errors),
  ask: null,
});

/** The middle of the judged frames about a moment, by value; else why most of them are not judged. */
function readingNear(moments: readonly Moment[], name: MeasureName, atS: Seconds | null): Fed {
  if (atS === null) return asked('not-seen');
  const near = moments
    .filter(({ timeS }) => Math.abs(timeS - atS) <= NEAR_S)
    .map(({ measures }) => measures[name]);
  const judged = near.filter(isKnown).sort((a, b) => a.value - b.value);
  if (judged.length === 0 || 2 * judged.length < near.length) {
    const why = near.find((m) => m.judged !== true)?.judged;
    return asked(why === undefined || why === true ? 'too-short' : why);
  }
  const middle = judged[judged.length >> 1]!;
  return known(middle.value, Math.max(...judged.map(({ error }) => error)));
}

const isKnown = (m: Measure): m is Measure & { value: number; error: number } =>
  m.judged === true && m.value !== null && m.error !== null;

function fedBy(fed: Fed, of: (value: number, error: number) => Fed): Fed {
  return fed.ask === null ? of(fed.value, fed.error) : fed;
}

/** Metres that were measured as centimetres with an allowance; never below 0. */
const metresPlus = (fed: Fed, ...allowances: readonly { value: number; error: number }[]): Fed =>
  fedBy(fed, (value, error) =>
    known(
      Math.max(0, 100 * value + allowances.reduce((sum, one) => sum + one.value, 0)),
      100 * error,
      ...allowances.map((one) => one.error),
    ),
  );

/**
 * Rule NIOSH-18: H, V, A and D of one lift, from where the hands were when the load was taken and let go.
 *
 * H = hand reach + 8 cm (± 5) to the knuckles. V = hand height + 9 cm (± 2) from ankle joints to the floor − 5 cm (± 5)
 * down to the knuckles. A = size of the hands' direction (± 10° more). D = difference of the two hand heights: the
 * allowances are in both and go out. Errors are the measures' own and these, as squares.
 *
 * @param moments smoothed, covering the lift
 */
export function measuredTask(times: LiftTimes, moments: readonly Moment[]): MeasuredTask {
  const at = (name: MeasureName, atS: Seconds | null): Fed => readingNear(moments, name, atS);
  const down = { value: -KNUCKLES_DOWN_CM.value, error: KNUCKLES_DOWN_CM.error };
  const end = (atS: Seconds | null): MeasuredEnd => ({
    horizontalCm: metresPlus(at('handReachM', atS), KNUCKLES_OUT_CM),
    verticalCm: metresPlus(at('handHeightM', atS), ANKLES_UP_CM, down),
    asymmetryDeg: fedBy(at('handDirectionDeg', atS), (value, error) =>
      known(Math.abs(value), error, SEEN_FROM_HIPS_DEG),
    ),
  });
  const from = at('handHeightM', times.graspS);
  const to = at('handHeightM', times.releaseS);
  return {
    origin: end(times.graspS),
    destination: end(times.releaseS),
    travelCm: fedBy(from, (low, lowError) =>
      fedBy(to, (high, highError) =>
        known(100 * Math.abs(high - low), 100 * lowError, 100 * highError),
      ),
    ),
  };
}

/** A frequency is not read from less than this, or from fewer lifts. */
const LEAST_S: Seconds = 300;
const LEAST_LIFTS = 3;
/** The manual averages over 15 minutes. */
const WINDOW_S: Seconds = 900;

/**
 * Rule NIOSH-19: lifts a minute. Over up to 15 minutes all of them; of a longer session the 15 minutes with the most.
 * The error is that of a count, 1.645 times its root: how the rest of the day goes, no camera knows.
 *
 * @param graspsS when each lift of the session began, in order
 * @param fromS @param toS between which lifts were looked for
 */
export function measuredFrequency(graspsS: readonly Seconds[], fromS: Seconds, toS: Seconds): Fed {
  const windowS = Math.min(toS - fromS, WINDOW_S);
  if (windowS < LEAST_S) return asked('too-short');
  const inside = graspsS.filter((t) => t >= fromS && t <= toS);
  let most = 0;
  let first = 0;
  inside.forEach((t, i) => {
    while (inside[first]! <= t - windowS) first++;
    most = Math.max(most, i - first + 1);
  });
  if (most < LEAST_LIFTS) return asked('too-short');
  const minutes = windowS / 60;
  return known(most / minutes, (1.645 * Math.sqrt(most)) / minutes);
}
