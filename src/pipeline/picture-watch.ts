import type { Seconds } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';

/** What can be amiss with a picture, whoever stands before the camera. */
export type PictureTrouble = 'dark' | 'covered' | 'frozen';

/**
 * The same picture for so long is no camera's any more: every sensor has noise. Virtual cameras that show a recording may hold a
 * picture for some seconds.
 */
const FROZEN_S: Seconds = 5;
/** Mean brightness, 0..255, that no part of the picture exceeds: a room without light, a lens cap. */
const DARK = 24;
/** A picture whose parts are all but equally bright shows nothing: something lies on the lens. */
const FLAT = 6;
const [COLUMNS, ROWS] = [16, 12];
/** One pixel of so many is looked at, along rows and columns: some thousands, in a fraction of a millisecond. */
const STEP = 7;

/** Watches the pictures themselves: whether they are light enough, and whether they go on. Rules POSE-3, POSE-4 in lifts/SPEC.md. */
export class PictureWatch {
  #sum = 0;
  #sameSinceS: Seconds | null = null;

  /**
   * @param frame any size
   * @param timeS never goes back
   * @returns why nothing can be told from this picture; null = it can
   */
  look({ width, height, data }: RgbaFrame, timeS: Seconds): PictureTrouble | null {
    const light = new Float64Array(COLUMNS * ROWS);
    const count = new Uint32Array(COLUMNS * ROWS);
    let sum = 2166136261; // FNV-1a
    for (let y = 0; y < height; y += STEP) {
      const row = Math.floor((y * ROWS) / height) * COLUMNS;
      for (let x = 0; x < width; x += STEP) {
        const i = 4 * (y * width + x);
        const [r, g, b] = [data[i]!, data[i + 1]!, data[i + 2]!];
        sum = Math.imul(sum ^ (r | (g << 8) | (b << 16)), 16777619);
        const part = row + Math.floor((x * COLUMNS) / width);
        light[part]! += (r + 2 * g + b) / 4;
        count[part]!++;
      }
    }
    if (this.#sameSinceS === null || sum !== this.#sum) this.#sameSinceS = timeS;
    this.#sum = sum;
    const parts = Array.from(light, (total, i) => total / count[i]!).filter(Number.isFinite);
    const [darkest, lightest] = [Math.min(...parts), Math.max(...parts)];
    if (lightest < DARK) return 'dark';
    if (lightest - darkest < FLAT) return 'covered';
    return timeS - this.#sameSinceS >= FROZEN_S ? 'frozen' : null;
  }
}
