import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { ok, type Result } from '../core/errors';
import { CLOSER_DETECTOR } from '../core/kinematics/closer-look';
import type { Pose } from '../core/pose/pose';
import { brokenBackend } from './broken-backend';
import { nextRegion } from './crop-region';
import type { CloserDetector, ClosePicture, RgbaFrame } from './detector-port';
import type { ModelSource } from './model-files';
import { MOVENET_INPUT, readKeypoints, runMoveNet } from './movenet-model';
import { PixelCrop } from './pixel-crop';

const SIZE = MOVENET_INPUT[CLOSER_DETECTOR];

/** MoveNet thunder for single pictures, asked about one body whose pose is roughly known from MoveNet lightning. */
class CloserMoveNet implements CloserDetector {
  private readonly crop = new PixelCrop(SIZE);

  /** Takes the loaded model over: `dispose` frees it. */
  constructor(private readonly model: GraphModel) {}

  cut(frame: RgbaFrame, { keypoints, timeS }: Pose): ClosePicture {
    const { width, height } = frame;
    const region = nextRegion(keypoints, frame);
    return { timeS, width, height, region, rgb: Uint8Array.from(this.crop.cut(frame, region)) };
  }

  async find({ timeS, width, height, region, rgb }: ClosePicture): Promise<Pose | null> {
    const values = await runMoveNet(this.model, Int32Array.from(rgb), SIZE);
    const keypoints = readKeypoints(values, region, { width, height });
    return keypoints && { timeS, detector: CLOSER_DETECTOR, width, height, keypoints };
  }

  dispose(): void {
    this.model.dispose();
  }
}

/**
 * Loads the closer detector onto the back end that is active now.
 * Failures: 'model-missing'; 'memory-full'; 'backend-failed' when the back end does not take the model.
 */
export async function createCloserDetector(models: ModelSource): Promise<Result<CloserDetector>> {
  const loaded = await models.load(CLOSER_DETECTOR);
  if (!loaded.ok) return loaded;
  try {
    return ok(new CloserMoveNet(await loadGraphModel(loaded.value)));
  } catch (error) {
    return { ok: false, error: brokenBackend(error, CLOSER_DETECTOR) };
  }
}
