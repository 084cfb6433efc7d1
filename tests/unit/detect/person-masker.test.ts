import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backShape, lookAtBack, median } from '../../../src/core/kinematics/back-outline';
import { maskAt, middleOf, pointInMask, type PersonMask } from '../../../src/core/pose/person-mask';
import type { Pose } from '../../../src/core/pose/pose';
import type { PersonMasker, PoseDetector } from '../../../src/detect/detector-port';
import { createNodeDetector, createNodeMasker } from '../../../src/detect/node-detector';
import { demoFrames, MODELS } from './video-frames';

let detector: PoseDetector;
let masker: PersonMasker;

beforeAll(async () => {
  const opened = await createNodeDetector('movenet-thunder', MODELS);
  const masked = await createNodeMasker(MODELS);
  if (!opened.ok || !masked.ok) throw new Error('the models are missing');
  [detector, masker] = [opened.value, masked.value];
}, 60_000);

afterAll(() => {
  detector.dispose();
  masker.dispose();
  expect(memory().numTensors).toBe(0);
});

async function masked(clip: string, fromS: number): Promise<{ mask: PersonMask; pose: Pose }[]> {
  const found = [];
  detector.reset();
  for (const frame of demoFrames(clip, { count: 6, fps: 10, fromS })) {
    const pose = await detector.estimate(frame, 0);
    if (pose === null) continue;
    const picture = masker.cut(frame, pose)!;
    const mask = await masker.mask(picture);
    if (mask !== null) found.push({ mask, pose });
  }
  return found;
}

test.each(['good', 'bent'])(
  '%s: the mask holds the body and not the room',
  { timeout: 60_000 },
  async (clip) => {
    const found = await masked(clip, 4.5);
    expect(found.length).toBeGreaterThan(3);
    for (const { mask, pose } of found) {
      for (const side of ['Hip', 'Shoulder'] as const) {
        const { x, y } = pointInMask(mask, middleOf(pose, side)!);
        expect(maskAt(mask, x, y)).toBeGreaterThan(0.9);
      }
      const share = mask.values.reduce((sum, v) => sum + v, 0) / 255 / mask.values.length;
      expect(share).toBeGreaterThan(0.04);
      expect(share).toBeLessThan(0.35);
      for (const corner of [1, 254]) expect(maskAt(mask, corner, 1)).toBeLessThan(0.1);
    }
  },
);

test(
  'tensors stay constant over looks, also over one that finds nobody',
  { timeout: 60_000 },
  async () => {
    const [frame] = demoFrames('bent', { count: 1, fromS: 4.9 });
    detector.reset();
    const pose = (await detector.estimate(frame!, 0))!;
    const picture = masker.cut(frame!, pose)!;
    await masker.mask(picture);
    const before = memory();
    for (let k = 0; k < 4; k++) await masker.mask(picture);
    expect(await masker.mask({ ...picture, rgb: new Uint8Array(picture.rgb.length) })).toBeNull();
    expect(memory().numTensors).toBe(before.numTensors);
    expect(memory().numBytes).toBe(before.numBytes);
  },
);

// Both people are rendered with a straight spine.
test.each([
  ['good', 4.6],
  ['bent', 4.7],
])('%s: the outline of the back is a straight one', { timeout: 60_000 }, async (clip, fromS) => {
  const looks = (await masked(clip, fromS)).map(({ mask, pose }) => lookAtBack(mask, pose, 0));
  const clear = looks.flatMap(({ upperBackDeg }) => upperBackDeg ?? []);
  expect(clear.length).toBeGreaterThan(3);
  expect(backShape(median(clear))).toBe('straight');
});
