import type { GraphModel } from '@tensorflow/tfjs-converter';
import '@tensorflow/tfjs-backend-wasm';
import { memory, ready, setBackend, tensor4d } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { BlazePoseDetector } from '../../../src/detect/blazepose-detector';
import { MoveNetDetector } from '../../../src/detect/movenet-detector';

const frame = { width: 64, height: 48, data: new Uint8Array(64 * 48 * 4) };
const point = (x: number) => ({ x, y: 1, z: 1, score: 0.9 });

test('a NaN from MoveNet is no pose, and the next picture is looked at as the first', async () => {
  await setBackend('wasm');
  await ready();
  const answers = [NaN, 0.5].map((x) => Array.from({ length: 51 }, (_, k) => (k === 4 ? x : 0.5)));
  const model = {
    execute: () => tensor4d(answers.shift()!, [1, 1, 17, 3]),
    dispose: () => undefined,
  };
  const detector = new MoveNetDetector('movenet-lightning', model as unknown as GraphModel);
  const tensors = memory().numTensors;
  expect(await detector.estimate(frame, 0)).toBeNull();
  const pose = await detector.estimate(frame, 1);
  // The middle square of 64 × 48 is 48 wide and begins at 8.
  expect(pose?.keypoints[0]).toEqual({
    x: expect.closeTo(32, 6) as number,
    y: expect.closeTo(24, 6) as number,
    score: 0.5,
  });
  expect(memory().numTensors).toBe(tensors);
});

test('weak keypoints are no pose', async () => {
  const model = {
    execute: () => tensor4d(Array<number>(51).fill(0.22), [1, 1, 17, 3]),
    dispose: () => undefined,
  };
  expect(
    await new MoveNetDetector('movenet-thunder', model as unknown as GraphModel).estimate(frame, 0),
  ).toBeNull();
});

test('a NaN from BlazePose is no pose, and it starts to look for the person anew', async () => {
  let resets = 0;
  let x = NaN;
  const estimator = {
    estimatePoses: () =>
      Promise.resolve([
        {
          keypoints: Array.from({ length: 33 }, () => point(1)),
          keypoints3D: Array.from({ length: 33 }, () => point(x)),
        },
      ]),
    reset: () => resets++,
    dispose: () => undefined,
  };
  const detector = new BlazePoseDetector('blazepose-lite', estimator);
  expect(await detector.estimate(frame, 0)).toBeNull();
  expect(resets).toBe(1);
  x = 0.1;
  expect((await detector.estimate(frame, 1))?.world?.[32]).toEqual({ x: 0.1, y: 1, z: 1 });
});
