import type { LiftRow } from '../../core/records/lift-row';
import { CHECK_IDS, type CheckId } from '../../core/scoring/check';
import { SCORED_CHECKS } from '../../core/scoring/rules';
import type { Words } from '../../words/en';

/** What a line of the history says of its lift, without its values. */
export function verdictText(row: LiftRow, words: Words): string {
  if (row.notALift) return words.history.table.notALift;
  const { headline } = row;
  if (headline === 'good') return words.verdict.headline.good();
  if (headline === 'not-judged') return words.states['not-judged'];
  const [name, id]: [string, CheckId] =
    headline === 'sudden-twist'
      ? [words.verdict.suddenTwist, 'twist']
      : [words.checks[headline].name, headline];
  return `${name}: ${words.states[row.states[id]]}`;
}

/** Person, task, load and note, as far as they were said. */
export function sayings(
  row: LiftRow,
  name: string,
  words: Words,
  whole: (n: number) => string,
): string[] {
  const mass = row.massKg === null ? '' : words.history.table.kg(whole(row.massKg));
  return [name, row.task, mass, row.note].filter((text) => text !== '');
}

/** The checks that a line shows a mark for. */
export const SHOWN_CHECKS = CHECK_IDS.filter((id) => SCORED_CHECKS.some((scored) => scored === id));
