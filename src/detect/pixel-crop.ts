import type { Pixels } from '../core/units';
import type { CropRegion } from './crop-region';
import type { RgbaFrame } from './detector-port';
import { rowMixer, type ColumnSamples, type RowMixer } from './row-mixer';

/**
 * Cuts a region out of a picture and scales it to a square, as integers 0..255: the input of MoveNet.
 *
 * The numbers are those of `tf.cast(tf.image.cropAndResize(picture, region, 'bilinear', 0), 'int32')`: corners are
 * aligned (sample k of n lies at min + k · (max − min) / (n − 1), in pixel centres), samples outside the picture are 0,
 * fractions are cut off. All steps round to 32-bit floats as the WASM kernel does: a cut-off fraction would turn the
 * smallest difference into a whole grey level. Doing it here saves an upload of the whole picture and three tensors.
 */
export class PixelCrop {
  private readonly columns: Samples;
  private readonly rows: Samples;
  private mixer: (RowMixer & { bytes: number }) | null = null;

  /** @param mixerOf makes what mixes rows, for squares of a size and pictures of so many bytes */
  constructor(
    readonly size: Pixels,
    private readonly mixerOf: (size: Pixels, bytes: number) => RowMixer = rowMixer,
  ) {
    this.columns = new Samples(size);
    this.rows = new Samples(size);
  }

  /** @returns size × size × 3, row by row, red, green, blue; the next call overwrites it */
  cut({ width, height, data }: RgbaFrame, region: CropRegion): Int32Array {
    const { columns, rows, size } = this;
    columns.place(region.xMin, region.xMax, width);
    rows.place(region.yMin, region.yMax, height);
    const mixer = this.mixerOver(data.length);
    const { samples } = mixer;
    const bytesOfRow = 4 * width;
    const [first, end] = [3 * columns.first, 3 * columns.end];
    samples.fill(0, 0, 3 * size * rows.first);
    if (rows.first < rows.end) {
      const [top, bottom] = [rows.before[rows.first]!, rows.after[rows.end - 1]!];
      mixer.take(data, top * bytesOfRow, (bottom + 1) * bytesOfRow, columns);
    }
    for (let row = rows.first; row < rows.end; row++) {
      const out = 3 * size * row;
      samples.fill(0, out, out + first);
      mixer.mix(
        rows.before[row]! * bytesOfRow,
        rows.after[row]! * bytesOfRow,
        rows.weight[row]!,
        columns.first,
        columns.end,
        out,
      );
      samples.fill(0, out + end, out + 3 * size);
    }
    samples.fill(0, 3 * size * rows.end);
    return samples;
  }

  /** Made anew only for pictures of another size. */
  private mixerOver(bytes: number): RowMixer {
    if (this.mixer?.bytes !== bytes) this.mixer = { bytes, ...this.mixerOf(this.size, bytes) };
    return this.mixer;
  }
}

/** Where the samples of one direction lie: between which two pixels, and how far towards the second. */
class Samples implements ColumnSamples {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly weight: Float32Array;
  /** Those from here to before `end` lie in the picture. */
  first = 0;
  end = 0;

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
    this.first = this.end = this.count;
    for (let k = 0; k < this.count; k++) {
      const at = f(f(from * last) + f(k * step));
      if (!(at >= 0 && at <= last)) continue;
      const before = Math.floor(at);
      this.before[k] = before;
      this.after[k] = Math.ceil(at);
      this.weight[k] = f(at - before);
      this.first = Math.min(this.first, k);
      this.end = k + 1;
    }
  }
}
