import type { GraphModel } from '@tensorflow/tfjs-converter';
import { getBackend, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import type { DetectorId, Keypoint, Pose } from '../core/pose/pose';
import type { Pixels, Seconds } from '../core/units';
import { CROP_SCORE, middleSquare, nextRegion, smoothRegion, type CropRegion } from './crop-region';
import type { PoseDetector, RgbaFrame } from './detector-port';
import { PixelCrop } from './pixel-crop';

export type MoveNetId = 'movenet-thunder' | 'movenet-lightning';

/** Side of the square picture that each model takes. */
export const MOVENET_INPUT: Record<MoveNetId, Pixels> = {
  'movenet-thunder': 256,
  'movenet-lightning': 192,
};

const KEYPOINTS = 17;
/** Mean score of the keypoints above CROP_SCORE that a person must have (the default of pose-detection). */
const MIN_POSE_SCORE = 0.25;

/**
 * MoveNet single pose without the tensor work round it: the crop is made in plain JavaScript, so one frame is one small
 * tensor up, one run of the model and 51 numbers down. The poses equal those of pose-detection's `estimatePoses` with
 * smoothing off (tested on real pictures); smoothing is the core's business.
 */
export class MoveNetDetector implements PoseDetector {
  private readonly crop: PixelCrop;
  private region: CropRegion | null = null;
  /** Memory of the region's low-pass filter; null = the next region is taken as it is. */
  private smoothed: CropRegion | null = null;
  /** Where it looked in the picture before: `stay` goes back there. */
  private before: { region: CropRegion; smoothed: CropRegion | null } | null = null;
  private pictureSize = '';

  /** Takes the loaded model over: `dispose` frees it. */
  constructor(
    readonly id: MoveNetId,
    private readonly model: GraphModel,
  ) {
    this.crop = new PixelCrop(MOVENET_INPUT[id]);
  }

  async estimate(frame: RgbaFrame, timeS: Seconds): Promise<Pose | null> {
    const pictureSize = `${frame.width}×${frame.height}`;
    if (pictureSize !== this.pictureSize) this.reset();
    this.pictureSize = pictureSize;

    const region = (this.region ??= middleSquare(frame));
    this.before = { region, smoothed: this.smoothed };
    const values = await this.run(this.crop.cut(frame, region));
    const keypoints = readKeypoints(values, region, frame);
    if (!keypoints) {
      this.reset();
      return null;
    }
    this.region = this.smoothed = smoothRegion(this.smoothed, nextRegion(keypoints, frame));
    return {
      timeS,
      detector: this.id satisfies DetectorId,
      width: frame.width,
      height: frame.height,
      keypoints,
    };
  }

  stay(): void {
    if (this.before === null) return;
    this.region = this.before.region;
    this.smoothed = this.before.smoothed;
  }

  reset(): void {
    this.region = this.smoothed = this.before = null;
  }

  dispose(): void {
    this.model.dispose();
  }

  private async run(pixels: Int32Array): Promise<ArrayLike<number>> {
    const { size } = this.crop;
    const input = tensor4d(pixels, [1, size, size, 3], 'int32');
    let output: Tensor | null = null;
    try {
      output = this.model.execute(input) as Tensor;
      // On a GPU the synchronous way blocks the whole worker until the picture is done.
      return getBackend() === 'wasm' ? output.dataSync() : await output.data();
    } finally {
      input.dispose();
      output?.dispose();
    }
  }
}

/** 17 · (y, x, score) in shares of the crop → keypoints in pixels of the picture; null when that is nobody. */
function readKeypoints(
  values: ArrayLike<number>,
  region: CropRegion,
  frame: RgbaFrame,
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
