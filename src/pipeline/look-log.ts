import type { BackLook } from '../core/kinematics/back-outline';
import { CLOSER_DETECTOR } from '../core/kinematics/closer-look';
import type { Keypoint, Pose } from '../core/pose/pose';
import { PoseLog } from '../core/records/pose-log';
import type { Pixels, Seconds } from '../core/units';
import type { Looks } from './second-look';

/**
 * What second looks found in a live check, of all its lifts. Closer ones are kept packed: each is a whole pose, a kilobyte as
 * it is.
 */
export class LookLog {
  readonly #backs: BackLook[] = [];
  readonly #closer = new PoseLog();
  /** The standing that closer looks from a time on go with. */
  readonly #standings: { fromS: Seconds; standing: Keypoint[] }[] = [];

  /**
   * @param looks closer ones in order of time, none before those that are there: each phase of a lift is looked at once
   * @param picture size of the picture that keypoints are given in
   */
  push({ backs, closer }: Looks, picture: { width: Pixels; height: Pixels }): void {
    this.#backs.push(...backs);
    for (const { timeS, keypoints, standing } of closer) {
      if (this.#standings.at(-1)?.standing !== standing)
        this.#standings.push({ fromS: timeS, standing });
      const pose: Pose = { timeS, detector: CLOSER_DETECTOR, ...picture, keypoints };
      this.#closer.push({ timeS, pose });
    }
  }

  /** Both times included. */
  between(fromS: Seconds, untilS: Seconds): Looks {
    return {
      backs: this.#backs.filter(({ timeS }) => timeS >= fromS && timeS <= untilS),
      closer: this.#closer.between(fromS, untilS).map(({ timeS, pose }) => {
        const { standing } = this.#standings.findLast((each) => each.fromS <= timeS)!;
        return { timeS, keypoints: pose!.keypoints, standing };
      }),
    };
  }

  all(): Looks {
    return this.between(-Infinity, Infinity);
  }
}
