import type { Pixels } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';
import { fittedSize } from './frame-choice';

/** Scales pictures on one canvas, before their pixels are read: reading a large picture costs more than detecting in it. */
export class PixelCanvas {
  private readonly context: OffscreenCanvasRenderingContext2D;
  private readonly width: Pixels;
  private readonly height: Pixels;

  /** @param width, height of the upright picture; what is read has `maxSide` as its longest side at most */
  constructor(width: Pixels, height: Pixels, maxSide: Pixels) {
    const size = fittedSize(width, height, maxSide);
    this.width = size.width;
    this.height = size.height;
    const canvas = new OffscreenCanvas(size.width, size.height);
    // Read back for every frame: without this the browser may keep the pixels on the GPU and copy each time.
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no 2-D canvas');
    context.imageSmoothingQuality = 'high';
    this.context = context;
  }

  /** Lets `draw` fill the canvas, then copies its pixels out. */
  read(
    draw: (context: OffscreenCanvasRenderingContext2D, width: Pixels, height: Pixels) => void,
  ): RgbaFrame {
    draw(this.context, this.width, this.height);
    const { width, height, data } = this.context.getImageData(0, 0, this.width, this.height);
    return { width, height, data };
  }
}
