import type { JobAnswers } from '../records/job-record';
import type { Fed } from '../standards/niosh-from-lift';
import { answerAt, type AnswerPath } from './job-answers';
import type { SheetInput, SheetResult, SheetUnit } from './sheet';

/** Rule JOB-2: an answer takes the place of what the camera measured; what neither gives is asked, with the reason. */
export function inputOf(
  answers: JobAnswers,
  path: AnswerPath,
  unit: SheetUnit,
  fed: Fed | null = null,
): SheetInput {
  const answer = answerAt(answers, path);
  if (answer !== null && typeof answer !== 'object')
    return {
      ...{ path, value: answer, unit, from: 'asked', why: null },
      error: typeof answer === 'number' ? 0 : null,
    };
  if (fed !== null && fed.ask === null)
    return { path, value: fed.value, error: fed.error, unit, from: 'camera', why: null };
  return { path, value: null, error: null, unit, from: null, why: fed?.ask ?? 'not-asked' };
}

/** A number that is there. */
export const numberIn = ({ value }: SheetInput): number | null =>
  typeof value === 'number' ? value : null;

/** Where the inputs that are not there are to be answered. */
export const askedOf = (inputs: readonly SheetInput[]): AnswerPath[] =>
  inputs.filter(({ value }) => value === null).map(({ path }) => path);

/** A result that there is. */
export const toldResult = (
  name: SheetResult['name'],
  value: number | string,
  more: Partial<SheetResult> = {},
): SheetResult => ({
  ...{ name, value, low: null, high: null, unit: null, level: null, why: null, verified: true },
  ...more,
});
