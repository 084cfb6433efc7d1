import { bodySquare } from '../core/pose/person-mask';
import type { Pose } from '../core/pose/pose';
import type { Pixels } from '../core/units';
import type { BodyPicture, RgbaFrame } from './detector-port';

/** Side of a body picture: what BlazePose's landmark models take. */
const BODY_PICTURE_SIZE: Pixels = 256;

/**
 * Cuts one body out of a picture, upright and small, so that it can be kept for a second look. Colours between pixels
 * are mixed; where there is no picture it is black.
 *
 * @param pose in pixels of this picture
 * @returns null when the pose has no trunk to go by
 */
export function cutBody({ width, height, data }: RgbaFrame, pose: Pose): BodyPicture | null {
  const square = bodySquare(pose);
  if (square === null) return null;
  const size = BODY_PICTURE_SIZE;
  const rgb = new Uint8Array(size * size * 3);
  const step = square.side / size;
  const cos = Math.cos(square.turn) * step;
  const sin = Math.sin(square.turn) * step;
  for (let row = 0, out = 0; row < size; row++) {
    const v = row + 0.5 - size / 2;
    for (let column = 0; column < size; column++, out += 3) {
      const u = column + 0.5 - size / 2;
      const x = square.centre.x + u * cos - v * sin - 0.5;
      const y = square.centre.y + u * sin + v * cos - 0.5;
      if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) continue;
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [along, down] = [x - left, y - top];
      const topLeft = (1 - along) * (1 - down);
      const topRight = along * (1 - down);
      const bottomLeft = (1 - along) * down;
      const bottomRight = along * down;
      const upper = 4 * (top * width + left);
      const lower = upper + 4 * width;
      for (let channel = 0; channel < 3; channel++) {
        rgb[out + channel] =
          0.5 +
          data[upper + channel]! * topLeft +
          data[upper + 4 + channel]! * topRight +
          data[lower + channel]! * bottomLeft +
          data[lower + 4 + channel]! * bottomRight;
      }
    }
  }
  return { pose, square, size, rgb };
}
