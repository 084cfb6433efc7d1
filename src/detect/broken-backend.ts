import type { AppError } from '../core/errors';

/** What is said where memory ran out. The WASM back end does not say so: it gives up, or writes where no memory is. */
const MEMORY_FULL =
  /out of memory|\bOOM\b|allocation failed|^RuntimeError: (Aborted\(|memory access out of bounds)/i;

/**
 * What a thrown error of tfjs or the browser means.
 *
 * @param what the model or back end that broke
 */
export function brokenBackend(error: unknown, what = ''): AppError {
  const said = String(error);
  const full = error instanceof RangeError || MEMORY_FULL.test(said);
  return {
    kind: full ? 'memory-full' : 'backend-failed',
    detail: what === '' ? said : `${what}: ${said}`,
  };
}
