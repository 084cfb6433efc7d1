import type { CheckId, CheckState } from '../../src/core/scoring/check';
import type { TrueLiftFacts } from '../truth/clip-truth';

/** What a check has to say about a lift to be right. */
export type Expectation =
  /** The fault is there; `watch` = a milder one, whose sign is watch (flagged is right too). */
  | { kind: 'fault'; sign: 'flagged' | 'watch' }
  /** It is not; of checks that never flag, watch is then a false alarm. */
  | { kind: 'none'; watchIsRight: boolean }
  /** So near to the edge of a label that neither answer proves anything. */
  | { kind: 'near-edge' };

export type Outcome = 'right' | 'wrong' | 'abstained' | 'near-edge';

/** Edges of the truth labels, and how near to them a lift is listed and not counted. */
const EDGES = {
  trunk: 60,
  /** A medium twist starts here, a large one at the second. Below, a twist counts as none: 15° is in the watch band. */
  twist: [22, 38],
  /** The label's edge, and where the sign turns from watch to flagged. */
  reachM: 0.45,
  farReachM: 0.63,
  speed: 220,
  rounding: 30,
  straightKnee: 40,
} as const;
const NEAR = { degrees: 5, metres: 0.05, speedShare: 0.15 } as const;

const near = (value: number, edge: number, within: number): boolean =>
  // the last digit of the sum of two decimals decides nothing
  Math.abs(value - edge) <= within + 1e-9;
const flags = (there: boolean): Expectation =>
  there ? { kind: 'fault', sign: 'flagged' } : { kind: 'none', watchIsRight: true };
const watches = (there: boolean): Expectation =>
  there ? { kind: 'fault', sign: 'watch' } : { kind: 'none', watchIsRight: false };
const EDGE: Expectation = { kind: 'near-edge' };

/** What each check should say of a lift, by the truth over lift and putting-down together. */
export function expectationOf(id: CheckId, lift: TrueLiftFacts): Expectation {
  const bend = lift.peakInclination,
    twist = Math.abs(lift.peakTwist),
    reach = lift.maxHandAnkleDist,
    speed = Math.abs(lift.peakTrunkVelocity);
  switch (id) {
    case 'bent-back':
      return near(bend, EDGES.trunk, NEAR.degrees) ? EDGE : flags(bend > EDGES.trunk);
    case 'twist': {
      const [medium, large] = EDGES.twist;
      if (EDGES.twist.some((edge) => near(twist, edge, NEAR.degrees))) return EDGE;
      return twist > medium && twist < large ? watches(true) : flags(twist > large);
    }
    case 'far-load':
      if (near(reach, EDGES.reachM, NEAR.metres)) return EDGE;
      return reach > EDGES.reachM && reach <= EDGES.farReachM
        ? watches(true)
        : flags(reach > EDGES.farReachM);
    case 'sudden':
      return near(speed, EDGES.speed, NEAR.speedShare * EDGES.speed)
        ? EDGE
        : flags(speed > EDGES.speed);
    case 'rounded-back':
      return near(lift.peakLumbarFlexion, EDGES.rounding, NEAR.degrees)
        ? EDGE
        : watches(lift.peakLumbarFlexion > EDGES.rounding);
    case 'straight-legs': {
      const bent = bend > EDGES.trunk,
        straight = lift.kneeAtPeak < EDGES.straightKnee;
      const nearBent = near(bend, EDGES.trunk, NEAR.degrees),
        nearStraight = near(lift.kneeAtPeak, EDGES.straightKnee, NEAR.degrees);
      // an edge decides only where the other condition does not rule the fault out
      const edge = (nearBent && (straight || nearStraight)) || (nearStraight && (bent || nearBent));
      return edge ? EDGE : watches(bent && straight);
    }
  }
}

/** The true value that decides, for lists: degrees, metres, degrees a second. Straight legs: the knees'. */
export function decidingValue(id: CheckId, lift: TrueLiftFacts): number {
  switch (id) {
    case 'bent-back':
      return lift.peakInclination;
    case 'twist':
      return Math.abs(lift.peakTwist);
    case 'far-load':
      return lift.maxHandAnkleDist;
    case 'sudden':
      return Math.abs(lift.peakTrunkVelocity);
    case 'rounded-back':
      return lift.peakLumbarFlexion;
    case 'straight-legs':
      return lift.kneeAtPeak;
  }
}

/** Whether a state is right. Borderline and not judged are abstentions, whatever the truth. */
export function outcomeOf(expected: Expectation, state: CheckState): Outcome {
  if (expected.kind === 'near-edge') return 'near-edge';
  if (state === 'borderline' || state === 'not-judged') return 'abstained';
  const right =
    expected.kind === 'fault'
      ? state === 'flagged' || (state === 'watch' && expected.sign === 'watch')
      : state === 'ok' || (state === 'watch' && expected.watchIsRight);
  return right ? 'right' : 'wrong';
}

const WORST_FIRST: readonly CheckState[] = ['flagged', 'borderline', 'not-judged', 'watch', 'ok'];

/**
 * What is said of a whole lift: the worse of both phases. Of a lift whose one phase could not be judged, the other
 * does not make it good; where watch is the most that can be said, saying it in one phase is saying it. A lift that was
 * not found at all says nothing.
 */
export const stateOfLift = (phases: readonly CheckState[], watchIsMost = false): CheckState =>
  watchIsMost && phases.includes('watch')
    ? 'watch'
    : (WORST_FIRST.find((state) => phases.includes(state)) ?? 'not-judged');
