import type { RgbaFrame, PoseDetector } from './detector-port';

/** Calls before the clock starts: the first ones compile and allocate. */
const WARM_CALLS = 2;
const MIN_CALLS = 3;
const BUDGET_MS = 300;

/** A grey picture of a common camera size: what a frame costs does not depend on what it shows. */
function blankFrame(): RgbaFrame {
  return { width: 640, height: 480, data: new Uint8ClampedArray(640 * 480 * 4).fill(128) };
}

/** Runs the detector until it is at its normal speed. Rejects when the back end breaks. */
export async function warmUp(detector: PoseDetector): Promise<void> {
  const frame = blankFrame();
  for (let call = 0; call < WARM_CALLS; call++) await detector.estimate(frame, 0);
  detector.reset();
}

/**
 * Poses a second of a warm detector, from the median call of about 0.3 s. now: a clock in milliseconds.
 * For BlazePose this times the search for a person, which is the slowest it gets.
 */
export async function measureSpeed(detector: PoseDetector, now: () => number): Promise<number> {
  const frame = blankFrame();
  const took: number[] = [];
  const start = now();
  while (took.length < MIN_CALLS || now() - start < BUDGET_MS) {
    const before = now();
    await detector.estimate(frame, 0);
    took.push(now() - before);
  }
  detector.reset();
  took.sort((a, b) => a - b);
  return 1000 / Math.max(took[Math.floor(took.length / 2)] as number, 0.01);
}
