import { get, I32, load, reorder, repeat, SimdFunction, store } from '../core/simd';

/** Memory for the pixels of one picture, four bytes each. */
export interface PixelMemory {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Blue, green, red becomes red, green, blue, in place. */
  swapRedAndBlue(): void;
}

// parameters
const [AT, END] = [0, 1] as const;

/** Four pixels at a time. */
const swap = new SimdFunction(
  [I32, I32],
  [],
  repeat(AT, 16, END, [
    ...get(AT),
    ...[...get(AT), ...load(0)],
    ...[...get(AT), ...load(0)],
    ...reorder([0, 4, 8, 12].flatMap((at) => [at + 2, at + 1, at, at + 3])),
    ...store(0),
  ]),
);

/** @param count of pixels */
export function pixelMemory(count: number): PixelMemory {
  // room for the four pixels that the last of them lies in
  const fast = swap.over(4 * count + 12);
  if (fast === null) return plainPixelMemory(count);
  return {
    pixels: new Uint8ClampedArray(fast.buffer, 0, 4 * count),
    swapRedAndBlue: () => fast.call(0, 4 * count),
  };
}

/** The same without WebAssembly. */
export function plainPixelMemory(count: number): PixelMemory {
  const pixels = new Uint8ClampedArray(4 * count);
  const whole = new Uint32Array(pixels.buffer);
  return {
    pixels,
    swapRedAndBlue() {
      for (let i = 0; i < whole.length; i++) {
        const v = whole[i]!;
        whole[i] = (v & 0xff00ff00) | ((v & 0xff) << 16) | ((v >>> 16) & 0xff);
      }
    },
  };
}
