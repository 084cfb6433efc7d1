import type { Check, CheckId, CheckPhase, CheckState } from './check';
import { reasonFor } from './reasons';
import { RULES } from './rules';
import type { Worst, WorstMoment } from './worst-moment';

/** As files keep it: thousandths of a unit, tenths of a millisecond. */
const round = (x: number, digits: number): number => Math.round(x * 10 ** digits) / 10 ** digits;

/** A check as it is said and kept, from its worst moment. @param state asked only when there is one */
export function makeCheck(
  id: CheckId,
  phase: CheckPhase,
  found: WorstMoment,
  state: (worst: Worst) => CheckState,
): Check {
  const { unit, rule, source, support } = RULES[id];
  const { worst } = found;
  const facts =
    worst === null
      ? {
          id,
          unit,
          value: null,
          error: null,
          state: 'not-judged' as const,
          notJudged: found.judged,
        }
      : {
          id,
          unit,
          value: round(worst.value, 3),
          error: round(worst.error, 3),
          state: state(worst),
          notJudged: null,
        };
  const atS = worst === null ? null : round(worst.atS, 4);
  const { value, error, notJudged } = facts;
  const reason = reasonFor(facts);
  // Each by its name: what is made by spreading has a shape of its own in memory, half as large as all it says.
  return {
    id,
    unit,
    value,
    error,
    state: facts.state,
    notJudged,
    phase,
    atS,
    rule,
    source,
    support,
    reason,
  };
}
