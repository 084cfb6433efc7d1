import type { io } from '@tensorflow/tfjs-core';
import { tensor3d } from '@tensorflow/tfjs-core';
import {
  createDetector,
  SupportedModels,
  type PoseDetector as Estimator,
} from '@tensorflow-models/pose-detection';
import type { DetectorId, Pose } from '../core/pose/pose';
import type { Seconds } from '../core/units';
import type { PoseDetector, RgbaFrame } from './detector-port';

export type BlazePoseId = Extract<DetectorId, `blazepose-${string}`>;

const MODEL_TYPE = {
  'blazepose-lite': 'lite',
  'blazepose-full': 'full',
  'blazepose-heavy': 'heavy',
} as const;
const LANDMARKS = 33;

/** BlazePose through pose-detection: 33 keypoints in pixels and in hip-centred metres. Smoothing is off. */
export class BlazePoseDetector implements PoseDetector {
  /** Takes the estimator over: `dispose` frees it. */
  constructor(
    readonly id: BlazePoseId,
    private readonly estimator: Estimator,
  ) {}

  /** finder: the model that finds the person; landmarks: the model that reads the body. Rejects on unusable models. */
  static async create(
    id: BlazePoseId,
    finder: io.IOHandler,
    landmarks: io.IOHandler,
  ): Promise<BlazePoseDetector> {
    const estimator = await createDetector(SupportedModels.BlazePose, {
      runtime: 'tfjs',
      modelType: MODEL_TYPE[id],
      enableSmoothing: false,
      detectorModelUrl: finder,
      landmarkModelUrl: landmarks,
    });
    return new BlazePoseDetector(id, estimator);
  }

  async estimate(frame: RgbaFrame, timeS: Seconds): Promise<Pose | null> {
    const { width, height } = frame;
    const picture = tensor3d(rgbOf(frame), [height, width, 3], 'int32');
    try {
      const [person] = await this.estimator.estimatePoses(
        picture,
        { flipHorizontal: false },
        timeS * 1000,
      );
      const points = person?.keypoints;
      const world = person?.keypoints3D;
      if (points?.length !== LANDMARKS || world?.length !== LANDMARKS) return null;
      const pose: Pose = {
        timeS,
        detector: this.id,
        width,
        height,
        keypoints: points.map(({ x, y, score }) => ({ x, y, score: score ?? 0 })),
        world: world.map(({ x, y, z }) => ({ x, y, z: z ?? NaN })),
      };
      const numbers = [
        ...pose.keypoints.flatMap((p) => [p.x, p.y, p.score]),
        ...(pose.world ?? []).flatMap((p) => [p.x, p.y, p.z]),
      ];
      if (numbers.every(Number.isFinite)) return pose;
      // The model looks next where it saw the body last: after numbers that are none it would look nowhere for ever.
      this.reset();
      return null;
    } finally {
      picture.dispose();
    }
  }

  /** pose-detection keeps its tracking to itself: looking for the person anew is all that can be done. */
  stay(): void {
    this.reset();
  }

  reset(): void {
    this.estimator.reset();
  }

  dispose(): void {
    this.estimator.dispose();
  }
}

function rgbOf({ width, height, data }: RgbaFrame): Int32Array {
  const rgb = new Int32Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4) {
    rgb[to++] = data[from] as number;
    rgb[to++] = data[from + 1] as number;
    rgb[to++] = data[from + 2] as number;
  }
  return rgb;
}
