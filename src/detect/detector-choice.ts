import type { DetectorId } from '../core/pose/pose';
import type { BackendId, MeasuredChoice } from '../pipeline/protocol';

export type Use = 'live' | 'recording';

/** What the person asked for; 'auto' leaves it to the measurement. */
export interface Wish {
  use: Use;
  detector: DetectorId | 'auto';
  backend: BackendId | 'auto';
}

/** Poses a second that a live check aims at: a lift of a second then has its peak in at least one of them. */
export const LIVE_TARGET = 10;
/**
 * How much faster than the target the accurate model must run here to be taken live: the camera, the page and the
 * drawing want their share, and a laptop on battery slows down after minutes.
 */
export const LIVE_MARGIN = 1.3;

/** Detectors worth measuring for a wish. A recording waits for accuracy, so there is nothing to compare. */
export function candidateDetectors(wish: Wish): DetectorId[] {
  if (wish.detector !== 'auto') return [wish.detector];
  return wish.use === 'live' ? ['movenet-lightning', 'movenet-thunder'] : ['movenet-thunder'];
}

/** More threads than this bring nothing at MoveNet's size. */
const MAX_THREADS = 4;

/**
 * Numbers of WASM threads worth measuring. Live, one core is left to the camera and the page: threads that wait for each
 * other on a busy core are slower than one alone. A recording may have every core; on few cores that is measured too.
 * isolated: the page is cross-origin isolated, without which there are no threads.
 */
export function candidateThreads(use: Use, cores: number, isolated: boolean): number[] {
  if (!isolated || cores < 2) return [1];
  if (use === 'live') return [Math.min(MAX_THREADS, cores - 1)];
  return cores < MAX_THREADS ? [cores, 1] : [MAX_THREADS];
}

/** True when what was measured cannot be bettered: the accurate model already runs live with margin. */
export function isEnough(measured: readonly MeasuredChoice[], wish: Wish): boolean {
  return (
    wish.use === 'live' &&
    measured.some((one) => one.detector === 'movenet-thunder' && carriesLive(one))
  );
}

/**
 * From what was measured to what is used. Null only when nothing was measured.
 * Recording: the most accurate detector, on its fastest back end. Live: MoveNet thunder on its fastest back end if that
 * keeps the target with margin, else whatever is fastest. What the person chose is kept to whatever its speed.
 */
export function choose(measured: readonly MeasuredChoice[], wish: Wish): MeasuredChoice | null {
  const fitting = fastestFirst(measured).filter(
    (one) =>
      (wish.detector === 'auto' || one.detector === wish.detector) &&
      (wish.backend === 'auto' || one.backend === wish.backend),
  );
  const thunder = fitting.find((one) => one.detector === 'movenet-thunder');
  if (thunder && (wish.use === 'recording' || carriesLive(thunder))) return thunder;
  return fitting[0] ?? null;
}

export function fastestFirst(measured: readonly MeasuredChoice[]): MeasuredChoice[] {
  return measured.toSorted((a, b) => b.posesPerSecond - a.posesPerSecond);
}

const carriesLive = (one: MeasuredChoice) => one.posesPerSecond >= LIVE_TARGET * LIVE_MARGIN;
