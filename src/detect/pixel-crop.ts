import type { Pixels } from '../core/units';
import type { CropRegion } from './crop-region';
import type { RgbaFrame } from './detector-port';

/**
 * Cuts a region out of a picture and scales it to a square, as integers 0..255: the input of MoveNet.
 *
 * The numbers are those of `tf.cast(tf.image.cropAndResize(picture, region, 'bilinear', 0), 'int32')`: corners are
 * aligned (sample k of n lies at min + k · (max − min) / (n − 1), in pixel centres), samples outside the picture are 0,
 * fractions are cut off. All steps round to 32-bit floats as the WASM kernel does: a cut-off fraction would turn the
 * smallest difference into a whole grey level. Doing it here saves an upload of the whole picture and three tensors.
 */
export class PixelCrop {
  /** The result of the last `cut`: size × size × 3, row by row, RGB. It is overwritten by the next one. */
  readonly pixels: Int32Array;
  private readonly columns: Samples;
  private readonly rows: Samples;

  constructor(readonly size: Pixels) {
    this.pixels = new Int32Array(size * size * 3);
    this.columns = new Samples(size);
    this.rows = new Samples(size);
  }

  cut(frame: RgbaFrame, region: CropRegion): Int32Array {
    const { columns, rows, pixels, size } = this;
    columns.place(region.xMin, region.xMax, frame.width);
    rows.place(region.yMin, region.yMax, frame.height);
    const { data } = frame;
    const f = Math.fround;
    let out = 0;
    for (let row = 0; row < size; row++) {
      const upper = rows.before[row]! * frame.width * 4;
      const lower = rows.after[row]! * frame.width * 4;
      const down = rows.weight[row]!;
      if (upper < 0) {
        pixels.fill(0, out, out + size * 3);
        out += size * 3;
        continue;
      }
      for (let column = 0; column < size; column++) {
        const before = columns.before[column]!;
        if (before < 0) {
          pixels[out++] = pixels[out++] = pixels[out++] = 0;
          continue;
        }
        const left = before * 4;
        const right = columns.after[column]! * 4;
        const along = columns.weight[column]!;
        for (let channel = 0; channel < 3; channel++) {
          const topLeft = data[upper + left + channel]!;
          const top = f(topLeft + f((data[upper + right + channel]! - topLeft) * along));
          const bottomLeft = data[lower + left + channel]!;
          const bottom = f(bottomLeft + f((data[lower + right + channel]! - bottomLeft) * along));
          pixels[out++] = f(top + f(f(bottom - top) * down));
        }
      }
    }
    return pixels;
  }
}

/** Where the samples of one direction lie: between which two pixels, and how far towards the second. */
class Samples {
  /** Index of the pixel before the sample; −1 = outside the picture. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly weight: Float32Array;

  constructor(private readonly count: number) {
    this.before = new Int32Array(count);
    this.after = new Int32Array(count);
    this.weight = new Float32Array(count);
  }

  place(min: number, max: number, length: Pixels): void {
    const f = Math.fround;
    const last = length - 1;
    const from = f(min);
    const step = f(f(f(f(max) - from) * last) / (this.count - 1));
    for (let k = 0; k < this.count; k++) {
      const at = f(f(from * last) + f(k * step));
      if (!(at >= 0 && at <= last)) {
        this.before[k] = -1;
        continue;
      }
      const before = Math.floor(at);
      this.before[k] = before;
      this.after[k] = Math.ceil(at);
      this.weight[k] = f(at - before);
    }
  }
}
