import type { DetectorId, Pose } from '../core/pose/pose';
import type { Pixels, Seconds } from '../core/units';

/** A picture in memory: RGBA, 8 bits a channel, rows from the top, no padding (length = 4 · width · height). */
export interface RgbaFrame {
  width: Pixels;
  height: Pixels;
  data: Uint8ClampedArray | Uint8Array;
}

/** Finds one person in a stream of pictures. Stateful: it looks first where the person was in the picture before. */
export interface PoseDetector {
  readonly id: DetectorId;
  /**
   * The pose in this picture, in pixels of this picture; null when nobody is found or the model gave no usable numbers.
   * Rejects only when the back end itself breaks (for example a lost GPU).
   */
  estimate(frame: RgbaFrame, timeS: Seconds): Promise<Pose | null>;
  /** Takes back where the last `estimate` moved its attention: that pose was somebody else's. */
  stay(): void;
  /** Forgets where the person was; call it between streams. */
  reset(): void;
  /** Frees the model. The detector must not be used afterwards. */
  dispose(): void;
}
