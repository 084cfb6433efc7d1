import type { ViewName } from '../../src/core/kinematics/camera-view';
import {
  CHECK_IDS,
  type Check,
  type CheckId,
  type CheckState,
  type LiftVerdict,
} from '../../src/core/scoring/check';
import { RULES } from '../../src/core/scoring/rules';
import { wholeOf } from '../truth/clip-truth';
import { decidingValue, expectationOf, outcomeOf, stateOfLift, type Outcome } from './check-truth';
import type { LiftPair } from './lift-table';

/** One check of one lift beside the truth. */
export interface CheckResult {
  check: CheckId;
  /** `recording#number of the lift`. */
  lift: string;
  state: CheckState;
  outcome: Outcome;
  /** What was said and what is true, for the lists. */
  said: string;
  truth: string;
  view: ViewName | null;
}

export interface CheckRow {
  check: CheckId;
  right: string[];
  wrong: string[];
  abstained: string[];
  nearEdge: string[];
}

const TRUTH_WORDS = { fault: 'fault', none: 'none', 'near-edge': 'edge' } as const;
const number = (check: CheckId, value: number): string =>
  Math.abs(value).toFixed(check === 'far-load' ? 2 : 0);

/** The state, with the largest value and its error of the phases that have it. */
function sayOf(phases: readonly Check[], state: CheckState): string {
  const [phase] = phases
    .filter((c) => c.state === state)
    .sort((a, b) => Math.abs(b.value ?? 0) - Math.abs(a.value ?? 0));
  return phase?.value == null || phase.error === null
    ? state
    : `${state} ${number(phase.id, phase.value)}±${number(phase.id, phase.error)}`;
}

/** All checks of one recording's lifts. @param viewAt where the camera stands at a time */
export function checkResults(
  recording: string,
  pairs: readonly LiftPair<LiftVerdict>[],
  viewAt: (timeS: number) => ViewName | null,
): CheckResult[] {
  return pairs.flatMap(({ truth, found }, i) =>
    CHECK_IDS.map((check): CheckResult => {
      const said = found?.checks.filter(({ id }) => id === check) ?? [];
      const watchIsMost = RULES[check].flagged === Infinity;
      const state = stateOfLift(
        said.map((c) => c.state),
        watchIsMost,
      );
      const facts = wholeOf(truth);
      const expected = expectationOf(check, facts);
      return {
        check,
        lift: `${recording}#${i + 1}`,
        state,
        outcome: outcomeOf(expected, state),
        said: found === null ? 'lift not found' : sayOf(said, state),
        truth: `${TRUTH_WORDS[expected.kind]} ${number(check, decidingValue(check, facts))}`,
        view: viewAt(truth.graspT),
      };
    }),
  );
}

/** Which lifts each check was right, wrong and silent about. */
export function checkTable(results: readonly CheckResult[]): CheckRow[] {
  return CHECK_IDS.map((check) => {
    const names = (outcome: Outcome): string[] =>
      results
        .filter((r) => r.check === check && r.outcome === outcome)
        .map((r) => `${r.lift} ${r.said} (${r.truth})`);
    return {
      check,
      right: names('right'),
      wrong: names('wrong'),
      abstained: names('abstained'),
      nearEdge: names('near-edge'),
    };
  });
}

/** Shares of the lifts that count: right of those judged, judged of all. */
export function checkShares(results: readonly CheckResult[]): {
  judged: number;
  all: number;
  rightOfJudged: number;
  judgedShare: number;
} {
  const counted = results.filter(({ outcome }) => outcome !== 'near-edge');
  const judged = counted.filter(({ outcome }) => outcome !== 'abstained');
  const right = judged.filter(({ outcome }) => outcome === 'right');
  return {
    judged: judged.length,
    all: counted.length,
    rightOfJudged: right.length / judged.length,
    judgedShare: judged.length / counted.length,
  };
}
