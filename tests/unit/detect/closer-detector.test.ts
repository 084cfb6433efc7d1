import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CloserDetector, PoseDetector } from '../../../src/detect/detector-port';
import { createCloserDetector } from '../../../src/detect/closer-detector';
import { createNodeDetector } from '../../../src/detect/node-detector';
import { folderModels } from '../../../src/detect/node-models';
import { demoFrames, MODELS } from './video-frames';

let lightning: PoseDetector;
let thunder: PoseDetector;
let closer: CloserDetector;

beforeAll(async () => {
  const fast = await createNodeDetector('movenet-lightning', MODELS);
  const slow = await createNodeDetector('movenet-thunder', MODELS);
  const opened = await createCloserDetector(folderModels(MODELS));
  if (!fast.ok || !slow.ok || !opened.ok) throw new Error('the models are missing');
  [lightning, thunder, closer] = [fast.value, slow.value, opened.value];
}, 60_000);

afterAll(() => {
  lightning.dispose();
  thunder.dispose();
  closer.dispose();
  expect(memory().numTensors).toBe(0);
});

test.each(['good', 'bent'])(
  '%s: a kept picture, cut by what lightning saw, gives what thunder sees live',
  { timeout: 60_000 },
  async (clip) => {
    let compared = 0;
    for (const [i, frame] of demoFrames(clip, { count: 8, fps: 10, fromS: 4.3 }).entries()) {
      const rough = await lightning.estimate(frame, i / 10);
      const live = await thunder.estimate(frame, i / 10);
      // both need a frame to find the person
      if (i < 2 || rough === null || live === null) continue;
      const found = await closer.find(closer.cut(frame, rough));
      expect(found).toMatchObject({ timeS: i / 10, detector: 'movenet-thunder', width: 640 });
      found!.keypoints.forEach(({ x, y, score }, k) => {
        if (score < 0.5) return;
        const other = live.keypoints[k]!;
        expect(Math.hypot(x - other.x, y - other.y)).toBeLessThan(10);
        compared++;
      });
    }
    expect(compared).toBeGreaterThan(50);
  },
);

test('tensors stay constant over looks, also over one that finds nobody', async () => {
  const [frame] = demoFrames('bent', { count: 1, fromS: 4.9 });
  lightning.reset();
  const picture = closer.cut(frame!, (await lightning.estimate(frame!, 0))!);
  await closer.find(picture);
  const before = memory();
  for (let k = 0; k < 3; k++) await closer.find(picture);
  expect(await closer.find({ ...picture, rgb: new Uint8Array(picture.rgb.length) })).toBeNull();
  expect(memory().numTensors).toBe(before.numTensors);
  expect(memory().numBytes).toBe(before.numBytes);
});
