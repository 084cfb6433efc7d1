import { describe, expect, test } from 'vitest';
import { pixelMemory, plainPixelMemory } from '../../../src/capture/pixel-memory';

describe.each([
  ['WebAssembly', pixelMemory],
  ['a plain loop', plainPixelMemory],
])('red and blue change places by %s', (_by, memoryOf) => {
  // four pixels are swapped at a time: numbers that four does not divide too
  test.each([1, 3, 4, 5, 640 * 359 + 2])('in %i pixels', (count) => {
    const memory = memoryOf(count);
    const { pixels } = memory;
    expect(pixels.length).toBe(4 * count);
    pixels.forEach((_, i) => (pixels[i] = (i * 89) % 251));
    const before = Array.from(pixels);
    memory.swapRedAndBlue();
    const wanted = before.map((_, i) => before[i % 4 === 3 ? i : i - (i % 4) + (2 - (i % 4))]);
    expect(pixels.findIndex((value, i) => value !== wanted[i])).toBe(-1);
  });
});
