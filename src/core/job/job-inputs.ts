import type { Measure } from '../kinematics/measure';
import type { JobAnswers } from '../records/job-record';
import type { Answer, NumberInput } from '../standards/judged-range';
import type { Fed } from '../standards/niosh-from-lift';
import { answerAt, type AnswerPath, type AnswerValue } from './job-answers';
import type { SheetInput, SheetUnit } from './sheet';

/** Rule JOB-2: what a person entered goes before what the camera measured, and has no error. */
export function numberAt(
  answers: JobAnswers,
  path: AnswerPath,
  unit: SheetUnit,
  measured: Fed | null = null,
): SheetInput {
  const answer = answerAt(answers, path);
  const base = { path, unit, value: null, error: null, from: null } as const;
  if (answer !== null)
    return { ...base, value: answer as number, error: 0, from: 'asked', why: null };
  if (measured === null) return { ...base, why: 'not-asked' };
  const { value, error, ask } = measured;
  return ask === null
    ? { ...base, value, error, from: 'camera', why: null }
    : { ...base, why: ask };
}

/** What only a person knows. @param assumed what is taken until somebody answers; undefined = nothing is */
export function answered(
  answers: JobAnswers,
  path: AnswerPath,
  assumed?: Exclude<AnswerValue, null | readonly unknown[]>,
): SheetInput {
  const value = answerAt(answers, path) as string | boolean | null;
  const base = { path, unit: null, error: null } as const;
  if (value !== null) return { ...base, value, from: 'asked', why: null };
  return assumed === undefined
    ? { ...base, value: null, from: null, why: 'not-asked' }
    : { ...base, value: assumed, from: 'assumed', why: null };
}

/** A measure of a moment as an input. */
export const fedBy = ({ value, error, judged }: Measure): Fed =>
  judged === true && value !== null && error !== null
    ? { value, error, ask: null }
    : { value: null, error: null, ask: judged === true ? 'not-measurable' : judged };

/** An input as the zone methods take it. */
export function numberInput({ value, error, from, why }: SheetInput, scale = 1): NumberInput {
  const isSeen = why !== 'not-seen' && why !== 'not-asked';
  return {
    value: typeof value === 'number' ? scale * value : null,
    error: error === null ? null : scale * error,
    judged: why === null ? true : isSeen ? why : 'not-measurable',
    origin: from ?? 'asked',
  };
}

/** Those that are not there, by where they are answered. */
export const missing = (inputs: readonly SheetInput[]): AnswerPath[] =>
  inputs.filter(({ value }) => value === null).map(({ path }) => path);

/** An answer as the zone methods take it; null = not answered. */
export const said = <T>(value: T | null): Answer<T> => ({ value, origin: 'asked' });

/** Several answers by name. */
export const saidOf = <Name extends string, T>(
  answers: Record<Name, T | null>,
): Record<Name, Answer<T>> =>
  Object.fromEntries(
    Object.entries<T | null>(answers).map(([name, value]) => [name, said(value)]),
  ) as Record<Name, Answer<T>>;
