import { afterEach, expect, test, vi } from 'vitest';
import { get, I32, load, loadSplat, SimdFunction, store } from '../../../src/core/simd';

/** Copies a number to four places. */
const spread = () =>
  new SimdFunction([I32, I32], [], [...get(1), ...get(0), ...loadSplat(4), ...store(8)]);

afterEach(() => vi.unstubAllGlobals());

test('a function works on memory of its own', () => {
  const code = spread();
  const [one, other] = [code.over(64)!, code.over(64)!];
  const numbers = new Int32Array(one.buffer);
  numbers[1] = 77;
  one.call(0, 8);
  expect(Array.from(numbers.subarray(0, 9))).toEqual([0, 77, 0, 0, 77, 77, 77, 77, 0]);
  expect(new Int32Array(other.buffer).every((value) => value === 0)).toBe(true);
});

test.each([
  [0, 0],
  [1, 65_536],
  [65_536, 65_536],
  [65_537, 131_072],
])('%i bytes are asked for, %i are there', (asked, there) => {
  expect(spread().over(asked)!.buffer.byteLength).toBe(there);
});

test('null where there is no WebAssembly', () => {
  vi.stubGlobal('WebAssembly', undefined);
  expect(spread().over(64)).toBeNull();
});

test('null where WebAssembly has no such instructions', () => {
  vi.stubGlobal('WebAssembly', { ...WebAssembly, validate: () => false });
  expect(spread().over(64)).toBeNull();
});

test('code that fits no rules is not taken', () => {
  // an address is missing
  expect(new SimdFunction([I32], [], [...load(0)]).over(64)).toBeNull();
});
