import type { Pixels, Seconds } from '../core/units';

/** Half a tick of the coarsest clock in use (WebM counts whole milliseconds). */
const TOLERANCE_S: Seconds = 0.0005;

/**
 * Whether a frame is one of those looked at, when a recording is sampled `fps` times a second.
 *
 * The grid is 0, 1/fps, 2/fps ... from the first frame. A frame is looked at when it is the one on show at some grid
 * time; it then keeps its own time stamp, so uneven frame rates need no rounding, and a recording slower than the
 * grid gives each of its frames once (its last only if that begins at a grid time).
 *
 * @param startS when the frame appears, from the first frame
 * @param nextS when the following frame appears; null for the last frame, of which only the beginning is certain
 */
export function isLookedAt(startS: Seconds, nextS: Seconds | null, fps: number): boolean {
  const firstGridTime = Math.ceil((startS - TOLERANCE_S) * fps) / fps;
  return nextS === null
    ? firstGridTime <= startS + TOLERANCE_S
    : firstGridTime < nextS - TOLERANCE_S;
}

/**
 * Size that a picture is scaled to so that its longer side is at most `maxSide`; never enlarged, never below 1 pixel.
 */
export function fittedSize(
  width: Pixels,
  height: Pixels,
  maxSide: Pixels,
): { width: Pixels; height: Pixels } {
  const scale = Math.min(1, maxSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
