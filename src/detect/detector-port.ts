import type { BodySquare, PersonMask } from '../core/pose/person-mask';
import type { DetectorId, Pose } from '../core/pose/pose';
import type { Pixels, Seconds } from '../core/units';
import type { CropRegion } from './crop-region';

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

/** The part of a picture with one body in it, as the closer detector takes it: small enough to be kept. */
export interface ClosePicture {
  timeS: Seconds;
  /** Size of the picture it was cut from. */
  width: Pixels;
  height: Pixels;
  region: CropRegion;
  /** Red, green, blue, 0..255, row by row. */
  rgb: Uint8Array;
}

/** Finds the pose of one person in single pictures, more exactly than the live detector. Stateless. */
export interface CloserDetector {
  /** Cuts the body with this pose (in pixels of the picture) out of a picture. */
  cut(frame: RgbaFrame, pose: Pose): ClosePicture;
  /** In pixels of the picture it was cut from; null when nobody is there. Rejects only when the back end itself breaks. */
  find(picture: ClosePicture): Promise<Pose | null>;
  /** Frees the model. It must not be used afterwards. */
  dispose(): void;
}
