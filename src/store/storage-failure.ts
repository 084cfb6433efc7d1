import { fail, type Result } from '../core/errors';

/** What the browser's database says, as one of the product's own failures. */
export function storageFailure(thrown: unknown): Result<never> {
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  // Dexie wraps the browser's own error: the name of either counts.
  const names = namesOf(thrown);
  if (names.includes('QuotaExceededError')) return fail('storage-full', detail);
  if (names.includes('BlockedError') || names.includes('VersionError'))
    return fail('storage-blocked', detail);
  if (names.includes('MissingAPIError') || names.includes('SecurityError'))
    return fail('storage-missing', detail);
  return fail('storage-lost', detail);
}

function namesOf(thrown: unknown): string[] {
  const names: string[] = [];
  for (let at: unknown = thrown, depth = 0; at instanceof Object && depth < 4; depth++) {
    const { name, inner } = at as { name?: unknown; inner?: unknown };
    if (typeof name === 'string') names.push(name);
    at = inner;
  }
  return names;
}

/** Failures after which the same may work once the connection was opened anew. */
export const isLostConnection = (thrown: unknown): boolean =>
  namesOf(thrown).some((name) =>
    ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'AbortError'].includes(name),
  ) && !namesOf(thrown).includes('QuotaExceededError');
