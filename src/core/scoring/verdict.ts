import type { Moment } from '../kinematics/moment';
import type { LiftTimes } from '../lifts/lift';
import type { Seconds } from '../units';
import type { Check, CheckId, CheckState, Headline, LiftVerdict } from './check';
import { checkPhase, stateOf } from './checks';
import { scoreOf } from './score';

const SEVERITY: Partial<Record<CheckState, number>> = { flagged: 2, borderline: 1 };
const severity = (check: Check): number => SEVERITY[check.state] ?? 0;
const FIRST: readonly CheckId[] = ['twist', 'far-load', 'bent-back', 'sudden'];
const SAME_MOMENT_S = 0.5;

/**
 * Rules HEAD-1..3.
 *
 * @param moments smoothed, covering the lift: whether there was a twist while it was sudden
 */
export function headlineOf(checks: readonly Check[], moments: readonly Moment[]): Headline {
  const worse = (id: CheckId): Check | undefined =>
    checks
      .filter((c) => c.id === id && severity(c) > 0)
      .sort((a, b) => severity(b) - severity(a))[0];
  const suddenTwist = checks.find(
    (c) => c.id === 'sudden' && severity(c) > 0 && isTwistedNear(c.atS!, moments),
  );
  if (suddenTwist !== undefined) return { kind: 'sudden-twist', check: suddenTwist };
  for (const id of FIRST) {
    const check = worse(id);
    if (check !== undefined) return { kind: id, check };
  }
  const missing = checks.find(
    (c) =>
      c.phase === 'lift' && (c.id === 'bent-back' || c.id === 'twist') && c.state === 'not-judged',
  );
  return missing === undefined ? { kind: 'good' } : { kind: 'not-judged', check: missing };
}

function isTwistedNear(atS: Seconds, moments: readonly Moment[]): boolean {
  return moments.some(({ timeS, measures: { axialTwistDeg: twist } }) => {
    if (Math.abs(timeS - atS) > SAME_MOMENT_S || twist.judged !== true) return false;
    return stateOf('twist', twist.value!, twist.error!) !== 'ok';
  });
}

/** Whether a later verdict on the same lift has something worse to say first. */
export function isWorse(verdict: LiftVerdict, before: LiftVerdict): boolean {
  const weight = ({ headline }: LiftVerdict): number =>
    headline.kind === 'good' ? 0 : headline.kind === 'not-judged' ? 0 : severity(headline.check);
  return (
    verdict.headline.kind !== before.headline.kind &&
    weight(verdict) > 0 &&
    weight(verdict) >= weight(before)
  );
}

/** Everything that is said about one lift. @param moments smoothed, covering the lift */
export function verdictOf(times: LiftTimes, moments: readonly Moment[]): LiftVerdict {
  const checks = checkPhase(moments, 'lift', times.startS, times.endS);
  if (times.lowerStartS !== null && times.lowerEndS !== null) {
    checks.push(...checkPhase(moments, 'lower', times.lowerStartS, times.lowerEndS));
  }
  return {
    ...times,
    ...scoreOf(checks),
    checks,
    lookedAgain: false,
    headline: headlineOf(checks, moments),
  };
}
