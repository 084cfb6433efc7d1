import type { Pixels } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';
import { fittedSize } from './frame-choice';
import { pixelMemory, type PixelMemory } from './pixel-memory';

/** Scales pictures on one canvas, before their pixels are read: reading a large picture costs more than detecting in it. */
export class PixelCanvas {
  private readonly canvas: OffscreenCanvas;
  private readonly context: OffscreenCanvasRenderingContext2D;
  /** Null where the browser cannot copy into memory that is there already. */
  private memory: PixelMemory | null;

  /** @param width, height of the upright picture; what is read has `maxSide` as its longest side at most */
  constructor(width: Pixels, height: Pixels, maxSide: Pixels) {
    const size = fittedSize(width, height, maxSide);
    this.canvas = new OffscreenCanvas(size.width, size.height);
    // Read back for every frame: without this the browser may keep the pixels on the GPU and copy each time.
    const context = this.canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('no 2-D canvas');
    // At exactly half the size, that of the commonest cameras, both give the mean of four pixels; low in a third of the time.
    const isHalf = width === 2 * size.width && height === 2 * size.height;
    context.imageSmoothingQuality = isHalf ? 'low' : 'high';
    this.context = context;
    this.memory = typeof VideoFrame === 'undefined' ? null : pixelMemory(size.width * size.height);
  }

  /**
   * Lets `draw` fill the canvas, then copies its pixels out.
   * @returns pixels that the next call overwrites
   */
  async read(
    draw: (context: OffscreenCanvasRenderingContext2D, width: Pixels, height: Pixels) => void,
  ): Promise<RgbaFrame> {
    const { width, height } = this.canvas;
    draw(this.context, width, height);
    if (this.memory !== null && !(await copyPixels(this.canvas, this.memory))) this.memory = null;
    return {
      width,
      height,
      data: this.memory?.pixels ?? this.context.getImageData(0, 0, width, height).data,
    };
  }
}

/**
 * A canvas's pixels into memory that is there already: getImageData takes new memory for every frame, which costs more
 * than the copy.
 * @returns false when the browser cannot, or keeps them in another way than four bytes each
 */
async function copyPixels(canvas: OffscreenCanvas, memory: PixelMemory): Promise<boolean> {
  let frame;
  try {
    frame = new VideoFrame(canvas, { timestamp: 0 });
    const { format } = frame;
    const isRgb = format === 'RGBA' || format === 'RGBX';
    if (!isRgb && format !== 'BGRA' && format !== 'BGRX') return false;
    if (frame.allocationSize() !== memory.pixels.length) return false;
    await frame.copyTo(memory.pixels);
    // Asking for RGBA would have the browser draw the canvas a second time.
    if (!isRgb) memory.swapRedAndBlue();
    return true;
  } catch {
    // A browser may have frames, but none of canvases.
    return false;
  } finally {
    frame?.close();
  }
}
