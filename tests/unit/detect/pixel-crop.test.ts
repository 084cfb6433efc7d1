import '@tensorflow/tfjs-backend-wasm';
import {
  cast,
  image,
  ready,
  setBackend,
  tensor2d,
  tensor4d,
  tidy,
  zeros,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CropRegion } from '../../../src/detect/crop-region';
import type { RgbaFrame } from '../../../src/detect/detector-port';
import { PixelCrop } from '../../../src/detect/pixel-crop';
import { plainRowMixer, rowMixer } from '../../../src/detect/row-mixer';
import { demoFrames } from './video-frames';

function byTfjs(frame: RgbaFrame, region: CropRegion, size: number): Int32Array {
  const rgb = frame.data.filter((_, k) => k % 4 !== 3);
  return tidy(() => {
    const picture = tensor4d(Int32Array.from(rgb), [1, frame.height, frame.width, 3], 'int32');
    const box = tensor2d([[region.yMin, region.xMin, region.yMax, region.xMax]]);
    const cropped = image.cropAndResize(
      picture,
      box,
      zeros([1], 'int32'),
      [size, size],
      'bilinear',
      0,
    );
    return cast(cropped, 'int32').dataSync() as Int32Array;
  });
}

/** Many numbers: a table of all that differ would take seconds to draw up. */
function expectSame(found: Int32Array, wanted: Int32Array): void {
  expect(found.length).toBe(wanted.length);
  expect(found.findIndex((value, i) => value !== wanted[i])).toBe(-1);
}

beforeAll(async () => {
  await setBackend('wasm');
  await ready();
});

describe.each([
  ['WebAssembly', rowMixer],
  ['a plain loop', plainRowMixer],
])('PixelCrop by %s gives the integers of cropAndResize and cast, every one', (_by, mixerOf) => {
  const [frame] = demoFrames('good', { count: 1, fromS: 2 });
  const regions: [string, CropRegion][] = [
    ['a part', { yMin: 0.1037, xMin: 0.2211, yMax: 0.9173, xMax: 0.83137 }],
    ['larger than its square', { yMin: 0.4, xMin: 0.45, yMax: 0.5, xMax: 0.53 }],
    ['beyond all edges', { yMin: -0.1671, xMin: -0.2, yMax: 1.1672, xMax: 1.1 }],
    ['whole picture exactly', { yMin: 0, xMin: 0, yMax: 1, xMax: 1 }],
    ['outside', { yMin: 1.2, xMin: 1.2, yMax: 1.9, xMax: 1.9 }],
  ];
  test.each(regions)('%s', (_, region) => {
    for (const size of [192, 256]) {
      expectSame(new PixelCrop(size, mixerOf).cut(frame!, region), byTfjs(frame!, region, size));
    }
  });

  test('one after another, nothing of the last one stays', () => {
    const crop = new PixelCrop(192, mixerOf);
    for (const [, region] of regions)
      expectSame(crop.cut(frame!, region), byTfjs(frame!, region, 192));
  });
});
