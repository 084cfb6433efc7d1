import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { PixelCanvas } from '../../../src/capture/pixel-canvas';
import { openVideoFile, readVideoFrames } from '../../../src/capture/video-file';

let picture: ImageData;

beforeAll(async () => {
  const clip = await (await fetch(new URL('demo/good.mp4', new URL('/', location.href)))).blob();
  const video = await openVideoFile(clip);
  if (!video.ok) throw new Error(video.error.detail);
  for await (const { frame } of readVideoFrames(video.value, { fps: 1, maxSide: 640 })) {
    picture = new ImageData(new Uint8ClampedArray(frame.data), frame.width, frame.height);
    break;
  }
  video.value.close();
});

afterEach(() => vi.unstubAllGlobals());

/** Pixels as a plain canvas gives them. */
function plainly(image: ImageBitmap, width: number, height: number): Uint8ClampedArray {
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
  })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  return context.getImageData(0, 0, width, height).data;
}

const isSame = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.from(a).every((v, i) => v === b[i]);

test.each([
  ['as it is', 640, 480, 640, 480],
  ['at half the size', 1280, 720, 640, 360],
  ['at half the size', 1280, 960, 640, 480],
  ['at four fifths', 800, 600, 640, 480],
  ['at a third', 1920, 1080, 640, 360],
  ['upright', 720, 1280, 360, 640],
])('a picture read %s: the pixels of a plain canvas', async (_how, width, height, w, h) => {
  const image = await createImageBitmap(picture, { resizeWidth: width, resizeHeight: height });
  const canvas = new PixelCanvas(width, height, 640);
  const read = () => canvas.read((to, x, y) => to.drawImage(image, 0, 0, x, y));
  const first = await read();
  expect([first.width, first.height]).toEqual([w, h]);
  const plain = plainly(image, w, h);
  expect(new Set(plain.filter((_, i) => i % 4 !== 3)).size).toBeGreaterThan(50);
  expect(isSame(first.data, plain)).toBe(true);
  // memory is used again, so what is left of the picture before must go
  first.data.fill(7);
  expect(isSame((await read()).data, plain)).toBe(true);
});

test.each([
  ['no VideoFrame', undefined],
  [
    'frames of videos only',
    class {
      constructor() {
        throw new TypeError('not a video');
      }
    },
  ],
  [
    'pixels kept in another way',
    class {
      readonly format = 'I420';
      close(): void {}
    },
  ],
])('a browser with %s: the same pixels', async (_what, stub) => {
  vi.stubGlobal('VideoFrame', stub);
  const image = await createImageBitmap(picture);
  const { width, height } = image;
  const { data } = await new PixelCanvas(width, height, 640).read((to, x, y) =>
    to.drawImage(image, 0, 0, x, y),
  );
  expect(isSame(data, plainly(image, width, height))).toBe(true);
});
