import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { createNodeDetector } from '../../../src/detect/node-detector';
import { demoFrames, MODELS } from './video-frames';

test.each([
  ['blazepose-lite', 12],
  ['blazepose-full', 6],
  ['blazepose-heavy', 4],
] as const)(
  '%s gives 33 keypoints in pixels and metres, and keeps its tensors',
  { timeout: 60_000 },
  async (id, count) => {
    const opened = await createNodeDetector(id, MODELS);
    if (!opened.ok) throw new Error(opened.error.detail);
    const detector = opened.value;
    let tensors = -1;
    for (const [k, frame] of demoFrames('good', { count, fps: 12, fromS: 0.2 }).entries()) {
      const pose = await detector.estimate(frame, k / 12);
      expect(pose?.keypoints).toHaveLength(33);
      expect(pose?.world).toHaveLength(33);
      expect(pose).toMatchObject({ detector: id, width: 640, height: 480, timeS: k / 12 });
      // Nose above hips above ankles, in pixels and in metres about the hips.
      const [nose, hip, ankle] = [pose!.keypoints[0]!, pose!.keypoints[23]!, pose!.keypoints[27]!];
      expect(nose.y).toBeLessThan(hip.y);
      expect(hip.y).toBeLessThan(ankle.y);
      expect(pose!.world![27]!.y - pose!.world![0]!.y).toBeGreaterThan(0.8);
      if (k === 1) tensors = memory().numTensors;
      if (k > 1) expect(memory().numTensors).toBe(tensors);
    }
    detector.dispose();
    expect(memory().numTensors).toBe(0);
  },
);

test('an empty room is nobody', { timeout: 30_000 }, async () => {
  const opened = await createNodeDetector('blazepose-lite', MODELS);
  if (!opened.ok) throw new Error(opened.error.detail);
  const room = { width: 320, height: 240, data: new Uint8Array(320 * 240 * 4).fill(120) };
  expect(await opened.value.estimate(room, 0)).toBeNull();
  opened.value.dispose();
});
