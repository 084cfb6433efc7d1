import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLifters } from '../../../../src/core/kinematics/lifter';
import {
  matrixProduct,
  plainProduct,
  TILE_COLUMNS,
  TILE_ROWS,
} from '../../../../src/core/kinematics/matrix-product';

const shipped = parseLifters(
  JSON.parse(
    readFileSync(new URL('../../../../models/lifter.json', import.meta.url), 'utf8'),
  ) as unknown,
);

describe.each([
  ['WebAssembly', matrixProduct],
  ['plain loop', plainProduct],
])('the matrix product as %s', (_, productOf) => {
  it('gives what the sums give, straight and transposed', () => {
    const m = 3 * TILE_ROWS,
      n = 2 * TILE_COLUMNS,
      k = 5;
    const product = productOf(8192);
    const view = (at: number, count: number): Float32Array =>
      new Float32Array(product.buffer, at, count);
    const a = view(0, m * k),
      b = view(1024, k * n),
      c = view(4096, m * n);
    a.forEach((_, i) => (a[i] = Math.sin(i)));
    b.forEach((_, i) => (b[i] = Math.cos(2 * i)));
    const sums = (valueOfA: (row: number, i: number) => number, start: number): number[] =>
      Array.from({ length: m * n }, (_, at) => {
        let sum = start;
        for (let i = 0; i < k; i++) sum += valueOfA(Math.floor(at / n), i) * b[i * n + (at % n)]!;
        return sum;
      });
    const expectSums = (want: number[]): void => {
      want.forEach((sum, at) => expect(c[at]).toBeCloseTo(sum, 5));
    };
    c.fill(1);
    product.add(0, k * 4, 4, 1024, n * 4, 4096, n * 4, m, n, k);
    expectSums(sums((row, i) => a[row * k + i]!, 1));
    c.fill(0);
    // the same numbers read as the transpose of a (k x m)
    product.add(0, 4, m * 4, 1024, n * 4, 4096, n * 4, m, n, k);
    expectSums(sums((row, i) => a[i * m + row]!, 0));
  });
});

describe('both products', () => {
  it('agree to the bit on the layers of a shipped net', () => {
    const { weights, biases } = shipped['movenet-thunder'].standing;
    weights.forEach((layer, depth) => {
      const width = biases[depth]!.length,
        n = Math.floor(width / TILE_COLUMNS) * TILE_COLUMNS,
        k = layer.length / width;
      const bits = [matrixProduct, plainProduct].map((productOf) => {
        const rows = TILE_ROWS * k;
        const product = productOf(4 * (rows + layer.length + TILE_ROWS * n));
        const numbers = new Float32Array(product.buffer);
        for (let i = 0; i < rows; i++) numbers[i] = 4 * Math.sin(i * (depth + 1));
        numbers.set(layer, rows);
        const c = rows + layer.length;
        for (let row = 0; row < TILE_ROWS; row++)
          numbers.set(biases[depth]!.subarray(0, n), c + row * n);
        product.add(0, 4 * k, 4, 4 * rows, 4 * width, 4 * c, 4 * n, TILE_ROWS, n, k);
        return Array.from(new Uint32Array(product.buffer, 4 * c, TILE_ROWS * n));
      });
      expect(new Set(bits[0]).size).toBeGreaterThan(n);
      expect(bits[0]).toEqual(bits[1]);
    });
  });
});
