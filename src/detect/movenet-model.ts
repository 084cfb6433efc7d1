import type { GraphModel } from '@tensorflow/tfjs-converter';
import { getBackend, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import type { Keypoint } from '../core/pose/pose';
import type { Pixels } from '../core/units';
import { CROP_SCORE, type CropRegion } from './crop-region';

export type MoveNetId = 'movenet-thunder' | 'movenet-lightning';

/** Side of the square picture that each model takes. */
export const MOVENET_INPUT: Record<MoveNetId, Pixels> = {
  'movenet-thunder': 256,
  'movenet-lightning': 192,
};

const KEYPOINTS = 17;
/** Mean score of the keypoints above CROP_SCORE that a person must have (the default of pose-detection). */
const MIN_POSE_SCORE = 0.25;

/** One run of the model on a square picture, as pixel-crop.ts makes it: 51 numbers. Leaves no tensors. */
export async function runMoveNet(
  model: GraphModel,
  pixels: Int32Array,
  size: Pixels,
): Promise<ArrayLike<number>> {
  const input = tensor4d(pixels, [1, size, size, 3], 'int32');
  let output: Tensor | null = null;
  try {
    output = model.execute(input) as Tensor;
    // On a GPU the synchronous way blocks the whole worker until the picture is done.
    return getBackend() === 'wasm' ? output.dataSync() : await output.data();
  } finally {
    input.dispose();
    output?.dispose();
  }
}

/** 17 · (y, x, score) in shares of the crop → keypoints in pixels of the picture; null when that is nobody. */
export function readKeypoints(
  values: ArrayLike<number>,
  region: CropRegion,
  frame: { width: Pixels; height: Pixels },
): Keypoint[] | null {
  const keypoints: Keypoint[] = [];
  let sum = 0;
  let counted = 0;
  for (let k = 0; k < KEYPOINTS; k++) {
    const score = values[3 * k + 2]!;
    const y = (region.yMin + values[3 * k]! * (region.yMax - region.yMin)) * frame.height;
    const x = (region.xMin + values[3 * k + 1]! * (region.xMax - region.xMin)) * frame.width;
    if (!Number.isFinite(score + x + y)) return null;
    keypoints.push({ x, y, score });
    if (score > CROP_SCORE) {
      sum += score;
      counted++;
    }
  }
  return counted > 0 && sum / counted >= MIN_POSE_SCORE ? keypoints : null;
}
