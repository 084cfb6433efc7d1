import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { openVideoFile, readVideoFrames, type VideoPicture } from '../../../src/capture/video-file';
import type { Pose } from '../../../src/core/pose/pose';
import { startBackend } from '../../../src/detect/backend';
import { createDetector } from '../../../src/detect/create-detector';
import { warmUp } from '../../../src/detect/detector-speed';
import { hasHardwareWebGl, hasHardwareWebGpu } from '../../../src/detect/gpu-kind';
import { siteModels } from '../../../src/detect/model-files';

const assetBase = new URL('/', location.href).href;
const pictures: VideoPicture[] = [];

beforeAll(async () => {
  const clip = await (await fetch(new URL('demo/good.mp4', assetBase))).blob();
  const video = await openVideoFile(clip);
  if (!video.ok) throw new Error(video.error.detail);
  for await (const picture of readVideoFrames(video.value, { fps: 1, maxSide: 640 }))
    pictures.push({
      ...picture,
      frame: { ...picture.frame, data: picture.frame.data.slice() },
    });
  video.value.close();
});

// Which number of threads is taken is measured, so it may differ from run to run; what is found may not.
test('WASM starts with as many threads as asked for, again and again, and finds the same poses', async () => {
  expect(crossOriginIsolated).toBe(true);
  const found: (Pose | null)[][] = [];
  for (const threads of [1, 2, 4, 1]) {
    const cores = navigator.hardwareConcurrency;
    const started = await startBackend('wasm', threads, assetBase);
    if (!started.ok) throw new Error(started.error.detail);
    expect(started.value).toMatchObject({ id: 'wasm', threads });
    expect(navigator.hardwareConcurrency).toBe(cores);
    const detector = await createDetector('movenet-lightning', siteModels(assetBase));
    if (!detector.ok) throw new Error(detector.error.detail);
    await warmUp(detector.value);
    const poses: (Pose | null)[] = [];
    for (const { frame, timeS } of pictures)
      poses.push(await detector.value.estimate(frame, timeS));
    found.push(poses);
    detector.value.dispose();
    expect(memory().numTensors).toBe(0);
    started.value.close();
  }
  expect(found[0]?.filter((pose) => pose !== null).length).toBeGreaterThan(5);
  for (const poses of found) expect(poses).toEqual(found[0]);
});

test('a software GPU is not taken for one', async () => {
  // Chromium runs here without a GPU.
  expect(hasHardwareWebGl()).toBe(false);
  expect(await hasHardwareWebGpu()).toBe(false);
});

test('a lost WebGL context is noticed', async () => {
  const started = await startBackend('webgl', 1, assetBase);
  if (!started.ok) throw new Error(started.error.detail);
  expect(started.value.isLost()).toBe(false);
  const { backend } = await import('@tensorflow/tfjs-core');
  const { gpgpu } = backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
  gpgpu.gl.getExtension('WEBGL_lose_context')?.loseContext();
  expect(started.value.isLost()).toBe(true);
  started.value.close();
});
