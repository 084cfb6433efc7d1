import type { Measure } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { Seconds } from '../units';
import type { Check, LiftVerdict } from './check';
import { legsState, stateOf } from './checks';
import { makeCheck } from './make-check';
import { RULES } from './rules';
import { scoreOf } from './score';
import { headlineOf } from './verdict';
import type { Worst } from './worst-moment';

/** Times of a check are kept in tenths of a millisecond. */
const SAME_S: Seconds = 1e-4;

const isAt = (check: Check, timeS: Seconds): boolean =>
  check.atS !== null && Math.abs(check.atS - timeS) < SAME_S;

/** With wider gaps beside a picture, what is not known lies between the pictures (RATE-2), and no look at one tells it. */
const NEIGHBOUR_WITHIN_S: Seconds = 0.15;

/**
 * Rule CLOSER-1: the furthest bend of each phase, where it is judged and worth watching at least.
 * @param timesS of all frames of the lift, in order
 */
export const wantedCloser = ({ checks }: LiftVerdict, timesS: readonly Seconds[]): Seconds[] =>
  checks
    .filter(({ id, value }) => id === 'bent-back' && (value ?? 0) > RULES['bent-back'].watch)
    .flatMap((bent) => {
      const at = timesS.findIndex((timeS) => isAt(bent, timeS));
      const here = timesS[at];
      if (here === undefined) return [];
      const apartS = [here - (timesS[at - 1] ?? here), (timesS[at + 1] ?? here) - here];
      return Math.max(...apartS) <= NEIGHBOUR_WITHIN_S ? [here] : [];
    });

/** Whether a look at this moment can change the verdict: only those at its furthest bends do. */
export const isFurthestBend = ({ checks }: LiftVerdict, timeS: Seconds): boolean =>
  checks.some((check) => check.id === 'bent-back' && isAt(check, timeS));

/** A value beside another of the same thing; null when it is not judged, or too far from it to be the same. */
function agreeing({ value, error, judged }: Measure, before: Check): Omit<Worst, 'atS'> | null {
  if (judged !== true || value === null || error === null) return null;
  const joint = Math.hypot(error, before.error!);
  return Math.abs(value - before.value!) <= joint ? { value, error } : null;
}

/**
 * Rule CLOSER-2: the verdict with what closer looks at the furthest bends say of trunk and knees.
 *
 * @param looks measured, one moment a look
 * @returns the same verdict when they change nothing
 */
export function lookedCloser(lift: LiftVerdict, looks: readonly Moment[]): LiftVerdict {
  const checks = lift.checks.map((check) => {
    const bent = lift.checks.find((c) => c.id === 'bent-back' && c.phase === check.phase)!;
    const look = looks.find(({ timeS }) => isAt(bent, timeS));
    if (look === undefined) return check;
    const bentAgain = closerBend(bent, look);
    if (bentAgain === bent) return check;
    if (check === bent) return bentAgain;
    return check.id === 'straight-legs' ? closerLegs(check, bentAgain, look) : check;
  });
  if (checks.every((check, i) => check === lift.checks[i])) return lift;
  // A sudden twist goes before a bent back, and no look changes it.
  const headline = lift.headline.kind === 'sudden-twist' ? lift.headline : headlineOf(checks, []);
  return { ...lift, ...scoreOf(checks), checks, lookedAgain: true, headline };
}

/** The same check when the look changes nothing, or was made already. */
function closerBend(bent: Check, look: Moment): Check {
  const seen = agreeing(look.measures.trunkInclinationDeg, bent);
  if (seen === null) return bent;
  const found = again(bent, seen, ({ value, error }) => stateOf(bent.id, value, error));
  return found.value === bent.value && found.error === bent.error ? bent : found;
}

function closerLegs(legs: Check, bentBack: Check, look: Moment): Check {
  if (legs.value === null) return legs;
  const first = { value: legs.value, error: legs.error! };
  const knees = agreeing(kneesOf(look), legs) ?? first;
  return again(legs, knees, (worst) => legsState(bentBack, worst));
}

const again = (
  { id, phase, atS }: Check,
  seen: Omit<Worst, 'atS'>,
  state: Parameters<typeof makeCheck>[3],
): Check => makeCheck(id, phase, { judged: true, worst: { ...seen, atS: atS! } }, state);

/** Mean of both knees, where both are judged. */
function kneesOf({
  measures: { kneeFlexionLeftDeg: left, kneeFlexionRightDeg: right },
}: Moment): Measure {
  if (left.judged !== true) return left;
  if (right.judged !== true) return right;
  return {
    value: (left.value! + right.value!) / 2,
    error: (left.error! + right.error!) / 2,
    judged: true,
  };
}
