import type { BodySquare, PersonMask } from '../core/pose/person-mask';
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

/** One body, cut out of a picture: small enough to be kept until its lift is judged. */
export interface BodyPicture {
  /** In pixels of the picture it was cut from, as the square is. */
  pose: Pose;
  square: BodySquare;
  /** Pixels along a side. */
  size: Pixels;
  /** Red, green, blue, 0..255, row by row. */
  rgb: Uint8Array;
}

/** Tells the pixels of one person from all others. Stateless: any picture may follow any other. */
export interface PersonMasker {
  /** Cuts the body with this pose (in pixels of the picture) out of a picture; null when the pose has no trunk to go by. */
  cut(frame: RgbaFrame, pose: Pose): BodyPicture | null;
  /** Null when the model sees nobody there. Rejects only when the back end itself breaks. */
  mask(picture: BodyPicture): Promise<PersonMask | null>;
  /** Frees the model. It must not be used afterwards. */
  dispose(): void;
}
