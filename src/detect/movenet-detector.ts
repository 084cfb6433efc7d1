import type { GraphModel } from '@tensorflow/tfjs-converter';
import type { DetectorId, Pose } from '../core/pose/pose';
import type { Seconds } from '../core/units';
import { middleSquare, nextRegion, smoothRegion, type CropRegion } from './crop-region';
import type { PoseDetector, RgbaFrame } from './detector-port';
import { MOVENET_INPUT, readKeypoints, runMoveNet, type MoveNetId } from './movenet-model';
import { PixelCrop } from './pixel-crop';

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
    const values = await runMoveNet(this.model, this.crop.cut(frame, region), this.crop.size);
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
}
