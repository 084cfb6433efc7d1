import { memory, tensor3d } from '@tensorflow/tfjs-core';
import {
  createDetector,
  movenet,
  SupportedModels,
  type PoseDetector as Estimator,
} from '@tensorflow-models/pose-detection';
import { expect, test } from 'vitest';
import type { Pose } from '../../../src/core/pose/pose';
import type { PoseDetector, RgbaFrame } from '../../../src/detect/detector-port';
import { createNodeDetector } from '../../../src/detect/node-detector';
import { folderModels } from '../../../src/detect/node-models';
import { demoFrames, MODELS } from './video-frames';

// Our own way round `estimatePoses` is allowed only because its poses are the same. Real pixels; sequences that bring
// every path: first frame, tracking, nobody there (reset), the person again, another picture size, portrait.
const TYPES = {
  'movenet-lightning': movenet.modelType.SINGLEPOSE_LIGHTNING,
  'movenet-thunder': movenet.modelType.SINGLEPOSE_THUNDER,
} as const;
const TOLERANCE_PX = 0.01;

const empty = (width: number, height: number): RgbaFrame => ({
  width,
  height,
  data: new Uint8Array(width * height * 4).fill(90),
});

async function open(id: keyof typeof TYPES): Promise<{ ours: PoseDetector; theirs: Estimator }> {
  const ours = await createNodeDetector(id, MODELS);
  const handler = await folderModels(MODELS).load(id);
  if (!ours.ok || !handler.ok) throw new Error('models are missing');
  const theirs = await createDetector(SupportedModels.MoveNet, {
    modelType: TYPES[id],
    enableSmoothing: false,
    modelUrl: handler.value,
  });
  return { ours: ours.value, theirs };
}

async function reference(theirs: Estimator, { width, height, data }: RgbaFrame, timeS: number) {
  const rgb = Int32Array.from(
    { length: width * height * 3 },
    (_, k) => data[Math.floor(k / 3) * 4 + (k % 3)]!,
  );
  const picture = tensor3d(rgb, [height, width, 3], 'int32');
  const [pose] = await theirs.estimatePoses(picture, {}, timeS * 1000);
  picture.dispose();
  return pose;
}

function farthest(
  pose: Pose,
  keypoints: { x: number; y: number; score?: number }[],
): { px: number; score: number } {
  let px = 0;
  let score = 0;
  pose.keypoints.forEach((point, k) => {
    const other = keypoints[k]!;
    px = Math.max(px, Math.hypot(point.x - other.x, point.y - other.y));
    score = Math.max(score, Math.abs(point.score - (other.score ?? NaN)));
  });
  return { px, score };
}

test.each(['movenet-lightning', 'movenet-thunder'] as const)(
  '%s gives the poses of estimatePoses on real pictures, and keeps its tensors',
  { timeout: 120_000 },
  async (id) => {
    const { ours, theirs } = await open(id);
    const person = demoFrames('bent', { count: 24, fps: 8 });
    const again = demoFrames('twist', { count: 8, fps: 8, fromS: 1 });
    const portrait = demoFrames('good', { count: 4, fps: 8, fromS: 2, width: 270, height: 480 });
    const sequence = [...person, empty(640, 480), empty(640, 480), ...again];

    let tensors = -1;
    let people = 0;
    let nobody = 0;
    const compare = async (frames: RgbaFrame[]) => {
      for (const [k, frame] of frames.entries()) {
        const expected = await reference(theirs, frame, k / 8);
        const before = memory().numTensors;
        const pose = await ours.estimate(frame, k / 8);
        expect(memory().numTensors).toBe(before);
        if (!expected) {
          expect(pose).toBeNull();
          nobody++;
          continue;
        }
        expect(pose).not.toBeNull();
        const gap = farthest(pose!, expected.keypoints);
        expect(gap.px).toBeLessThan(TOLERANCE_PX);
        expect(gap.score).toBeLessThan(1e-4);
        people++;
        if (tensors < 0) tensors = memory().numTensors;
      }
    };
    await compare(sequence);
    theirs.reset();
    ours.reset();
    await compare(portrait);

    expect(people).toBeGreaterThan(30);
    expect(nobody).toBeGreaterThan(0);
    expect(memory().numTensors).toBe(tensors);
    ours.dispose();
    theirs.dispose();
    expect(memory().numTensors).toBe(0);
  },
);
