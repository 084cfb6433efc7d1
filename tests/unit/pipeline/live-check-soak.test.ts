import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/pose/pose';
import { LiveCheck } from '../../../src/pipeline/live-check';
import { lifters, savedPoses } from '../core/recordings';

/** Until everything is compiled, and no more moments are kept than later. */
const SETTLED = 1000;
const FRAMES = 5000;
/** Frames that are timed. */
const TIMED = 1000;
const SLOWEST = 1.25;
/** Bytes; the packed pose is 70 of them. */
const A_FRAME = 100;
/** A verdict with its checks, looks at its pictures. */
const A_LIFT = 12_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function bytesHeld(): number {
  for (let round = 0; round < 3; round++) collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Somebody lifting the same thing for as long as it takes; each pose as new as a detector's. */
const recording = savedPoses('three-lifts').frames;
const roundS = recording.at(-1)!.timeS + 0.1;
function frameAt(i: number): PoseFrame {
  const { pose, timeS } = recording[i % recording.length]!;
  const jitter = (k: number): number => ((i * 37 + k * 101) % 61) / 60 - 0.5;
  return {
    timeS: timeS + Math.floor(i / recording.length) * roundS,
    pose: pose && {
      ...pose,
      keypoints: pose.keypoints.map(({ x, y, score }, k) => ({
        x: x + jitter(k),
        y: y + jitter(k + 17),
        score: score * (1 + 0.01 * jitter(k)),
      })),
    },
  };
}

/** One live check, as the worker drives it. */
class Check {
  readonly #live = new LiveCheck({
    lifters,
    person: { heightM: 1.8, heightEntered: true },
    detector: 'movenet-lightning',
    sourceName: 'soak',
  });
  lifts = 0;
  #next = 0;

  /** One frame. @returns milliseconds that it took */
  push(): number {
    const frame = frameAt(this.#next++);
    const start = performance.now();
    this.lifts = this.#live.push(frame).lifts.length;
    const backs = this.#live.wantedLooks().backs.map((timeS) => ({ timeS, upperBackDeg: 5 }));
    if (backs.length > 0) this.#live.takeLooks({ backs, closer: [] });
    this.#live.freshLifts();
    return performance.now() - start;
  }
}

const pushed = (check: Check, count: number): Check => {
  for (let i = 0; i < count; i++) check.push();
  return check;
};
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1]!;

describe('a long live check', { timeout: 240_000 }, () => {
  const long = pushed(new Check(), SETTLED);

  it('holds its poses, packed, and what is known of its lifts', () => {
    const before = { bytes: bytesHeld(), lifts: long.lifts };
    pushed(long, FRAMES - SETTLED);
    const lifts = long.lifts - before.lifts;
    const grown = bytesHeld() - before.bytes;
    expect(lifts).toBeGreaterThan(80);
    expect(grown).toBeLessThan((FRAMES - SETTLED) * A_FRAME + lifts * A_LIFT);
  });

  it('takes no longer for a frame than a short one', () => {
    const short = pushed(new Check(), FRAMES % recording.length);
    const times: [long: number, short: number][] = [];
    // In turn, because other programs slow both.
    for (let i = 0; i < TIMED; i++) times.push([long.push(), short.push()]);
    const [ofLong, ofShort] = [median(times.map(([a]) => a)), median(times.map(([, b]) => b))];
    expect(ofLong).toBeLessThan(SLOWEST * ofShort);
  });
});
