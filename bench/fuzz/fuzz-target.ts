import type fc from 'fast-check';
import { APP_ERROR_KINDS, type AppError } from '../../src/core/errors';
import { en } from '../../src/words/en';
import { de } from '../../src/words/de';

/** One way into the product for what others have written. */
export interface FuzzTarget<T = unknown> {
  name: string;
  inputs: fc.Arbitrary<T>;
  /** Throws when something that must hold does not. */
  check: (input: T) => void | Promise<void>;
  /** An input that takes longer hangs, as far as the person who waits can tell. */
  slowestMs: number;
}

/** So that targets of different inputs stand in one list. */
export const targetOf = <T>(target: FuzzTarget<T>): FuzzTarget => target as unknown as FuzzTarget;

/** A failure is one of the closed list, with words for people in every language and for the curious. */
export function expectKnownFailure({ kind, detail }: AppError): void {
  if (!APP_ERROR_KINDS.includes(kind)) throw new Error(`no such failure: ${kind}`);
  if (typeof detail !== 'string') throw new Error(`${kind}: the detail is no text`);
  for (const words of [en, de]) if (!words.errors[kind].title) throw new Error(`${kind}: no words`);
}

export function expectThat(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** No number in it is NaN or without end. */
export function expectNumbers(value: unknown, path = ''): void {
  if (typeof value === 'number') expectThat(Number.isFinite(value), `${path} is ${value}`);
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) expectNumbers(each, `${path}.${key}`);
}
