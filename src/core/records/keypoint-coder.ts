import type { Keypoint } from '../pose/pose';
import { NumberModel, type RangeDecoder, type RangeEncoder } from './range-coder';

const PER_PIXEL = 100;
const PER_SCORE = 1000;
/** Beyond all pictures; what is further is put on this edge. */
const FARTHEST = 1e5 * PER_PIXEL;
const SUREST = 100 * PER_SCORE;

/** Of x, y and score, as in settled poses: what was settled comes back exactly, and every angle with it. */
const STEPS = [PER_PIXEL, PER_PIXEL, PER_SCORE] as const;
const LIMITS = [FARTHEST, FARTHEST, SUREST] as const;

const stepsOf = ({ x, y, score }: Keypoint): number[] =>
  [x, y, score].map((value, i) => Math.round(value * STEPS[i]!));

/** Whether keypoints come back as they were: those of settled poses do, unless they lie beyond all pictures. */
export const comesBack = (keypoints: readonly Keypoint[]): boolean =>
  keypoints.every((keypoint) =>
    stepsOf(keypoint).every((whole, i) => {
      const value = [keypoint.x, keypoint.y, keypoint.score][i];
      // A zero comes back without its sign.
      return Math.abs(whole) <= LIMITS[i]! && Object.is(whole / STEPS[i]! + 0, value);
    }),
  );

/** Writes the keypoints of one pose after the other, or reads them: each number as its difference to the last. */
export class KeypointCoder {
  readonly #models = [new NumberModel(), new NumberModel(), new NumberModel()] as const;
  readonly #last: number[];

  /** @param size how many keypoints a pose has */
  constructor(size: number) {
    this.#last = Array.from({ length: 3 * size }, () => 0);
  }

  write(encoder: RangeEncoder, keypoints: readonly Keypoint[]): void {
    keypoints.forEach((keypoint, k) => {
      stepsOf(keypoint).forEach((step, i) => {
        const limit = LIMITS[i]!;
        const whole = Math.min(limit, Math.max(-limit, step));
        encoder.write(this.#models[i]!, whole - this.#last[3 * k + i]!);
        this.#last[3 * k + i] = whole;
      });
    });
  }

  /** @returns null for what no coder writes */
  read(decoder: RangeDecoder): Keypoint[] | null {
    const last = this.#last;
    for (let k = 0; k < last.length; k++) {
      const value = last[k]! + (decoder.read(this.#models[k % 3]!) ?? NaN);
      if (!(Math.abs(value) <= LIMITS[k % 3]!)) return null;
      last[k] = value;
    }
    return Array.from({ length: last.length / 3 }, (_, k) => ({
      x: last[3 * k]! / PER_PIXEL,
      y: last[3 * k + 1]! / PER_PIXEL,
      score: last[3 * k + 2]! / PER_SCORE,
    }));
  }
}
