import { ok, type Result } from '../core/errors';
import { PersonContinuity } from '../core/pose/continuity';
import type { Pose, PoseFrame } from '../core/pose/pose';
import type { Pixels, Seconds } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';
import { poseInPicture } from './pose-in-picture';

/** A detector as the follower uses it. */
export interface Eye {
  estimate(frame: RgbaFrame, timeS: Seconds): Promise<Result<Pose | null>>;
  /** Takes back where the last estimate moved its attention. */
  stay(): void;
}

interface Box {
  left: Pixels;
  right: Pixels;
  top: Pixels;
  bottom: Pixels;
}

/** Keypoints end at wrists, ankles and ears: a body is about this much larger, share of its longer side. */
const BODY_MARGIN = 0.12;

/**
 * From pictures to frames for the core: in pixels of the picture as it came, and only of the person it
 * started with (rules POSE-1, POSE-2). When the detector slips to somebody else, that body is painted
 * over and the same picture is looked at once more.
 */
export class PersonFollower {
  #continuity = new PersonContinuity();
  /** Where the person was last, in the scaled picture. */
  #own: Box | null = null;

  /**
   * @param frame the scaled picture; parts of it may be painted over
   * @param size of the picture as it came, px
   */
  async follow(
    eye: Eye,
    frame: RgbaFrame,
    timeS: Seconds,
    size: { width: Pixels; height: Pixels },
  ): Promise<Result<PoseFrame>> {
    let other = false;
    for (const look of ['first', 'again'] as const) {
      const found = await eye.estimate(frame, timeS);
      if (!found.ok) return found;
      if (found.value === null) return ok({ timeS, pose: null, other });
      const pose = { ...poseInPicture(found.value, size.width, size.height), timeS };
      const continuity = this.#continuity.check(pose);
      if (continuity === 'same') {
        this.#own = boxOf(found.value);
        return ok({ timeS, pose });
      }
      eye.stay();
      other = continuity === 'other';
      if (look === 'first' && other && this.#own !== null)
        paintOver(frame, boxOf(found.value), this.#own);
    }
    return ok({ timeS, pose: null, other });
  }
}

function boxOf(pose: Pose): Box {
  const xs = pose.keypoints.map((k) => k.x);
  const ys = pose.keypoints.map((k) => k.y);
  const [left, right, top, bottom] = [
    Math.min(...xs),
    Math.max(...xs),
    Math.min(...ys),
    Math.max(...ys),
  ];
  const margin = BODY_MARGIN * Math.max(right - left, bottom - top);
  return { left: left - margin, right: right + margin, top: top - margin, bottom: bottom + margin };
}

/** Greys out a body, but not where the person was last. */
function paintOver(frame: RgbaFrame, body: Box, keep: Box): void {
  const from = { x: Math.max(0, Math.floor(body.left)), y: Math.max(0, Math.floor(body.top)) };
  const to = {
    x: Math.min(frame.width, Math.ceil(body.right)),
    y: Math.min(frame.height, Math.ceil(body.bottom)),
  };
  for (let y = from.y; y < to.y; y++) {
    for (let x = from.x; x < to.x; x++) {
      if (x >= keep.left && x <= keep.right && y >= keep.top && y <= keep.bottom) continue;
      frame.data.fill(128, 4 * (y * frame.width + x), 4 * (y * frame.width + x) + 3);
    }
  }
}
