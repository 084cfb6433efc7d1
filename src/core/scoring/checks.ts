import { isTooSeldom } from '../kinematics/between-frames';
import type { Moment } from '../kinematics/moment';
import type { Seconds } from '../units';
import { CHECK_IDS, type Check, type CheckId, type CheckPhase, type CheckState } from './check';
import { makeCheck } from './make-check';
import { roundedBack } from './rounded-back';
import { RULES } from './rules';
import { readMeasure, worstMoment, type Read, type Worst } from './worst-moment';

const READ: Record<Exclude<CheckId, 'straight-legs' | 'rounded-back'>, Read> = {
  'bent-back': readMeasure('trunkInclinationDeg'),
  twist: readMeasure('axialTwistDeg'),
  'far-load': readMeasure('handReachM'),
  sudden: readMeasure('trunkVelocityDegS'),
};

/** Rules STATE-1..4. */
export function stateOf(id: CheckId, value: number, error: number): CheckState {
  const { watch, flagged } = RULES[id];
  const size = Math.abs(value);
  if (size - error > flagged) return 'flagged';
  if (size + error >= flagged) return 'borderline';
  const watchFrom = id === 'twist' ? Math.max(watch, error) : watch;
  return size > watchFrom ? 'watch' : 'ok';
}

/** LEGS-1: knees at the furthest bend, of interest only when that bend is flagged. */
function straightLegs(phase: CheckPhase, moments: readonly Moment[], bentBack: Check): Check {
  const id = 'straight-legs';
  if (bentBack.atS === null)
    return makeCheck(id, phase, { judged: bentBack.notJudged!, worst: null }, () => 'not-judged');
  const near = moments.filter((m) => Math.abs(m.timeS - bentBack.atS!) < 0.12);
  const both = near
    .map((m) => [m.measures.kneeFlexionLeftDeg, m.measures.kneeFlexionRightDeg])
    .flat();
  const judged = both.filter((k) => k.judged === true);
  const unjudged = both.find((k) => k.judged !== true);
  if (judged.length * 2 <= both.length) {
    return makeCheck(
      id,
      phase,
      { judged: (unjudged?.judged as 'too-uncertain' | undefined) ?? 'too-short', worst: null },
      () => 'not-judged',
    );
  }
  const mean = (list: number[]): number => list.reduce((a, b) => a + b, 0) / list.length;
  const worst = {
    value: mean(judged.map((k) => k.value!)),
    error: mean(judged.map((k) => k.error!)),
    atS: bentBack.atS,
  };
  return makeCheck(id, phase, { judged: true, worst }, (found) => legsState(bentBack, found));
}

/** Rule LEGS-1. @param bentBack the check of the same phase */
export const legsState = (
  bentBack: Check,
  { value, error }: Pick<Worst, 'value' | 'error'>,
): CheckState =>
  bentBack.state === 'flagged' && value + error < RULES['straight-legs'].watch ? 'watch' : 'ok';

/**
 * All six checks over one phase of a lift.
 *
 * @param moments smoothed, of the whole stream or at least of the phase
 * @returns one check per id, in the order of RULES
 */
export function checkPhase(
  moments: readonly Moment[],
  phase: CheckPhase,
  fromS: Seconds,
  toS: Seconds,
): Check[] {
  const within = moments.filter((m) => m.timeS >= fromS && m.timeS <= toS);
  if (isTooSeldom(within)) {
    const found = { judged: 'rate-too-low', worst: null } as const;
    return CHECK_IDS.map((id) => makeCheck(id, phase, found, () => 'not-judged'));
  }
  const simple = (id: keyof typeof READ): Check => {
    const peak = id === 'sudden' ? 'largest' : 'middle-of-three';
    const found = worstMoment(within, READ[id], RULES[id], peak);
    return makeCheck(id, phase, found, ({ value, error }) => stateOf(id, value, error));
  };
  const bentBack = simple('bent-back');
  return [
    bentBack,
    simple('twist'),
    simple('far-load'),
    simple('sudden'),
    roundedBack(phase, within, bentBack),
    straightLegs(phase, within, bentBack),
  ];
}
