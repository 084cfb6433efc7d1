import type { BackLook } from '../core/kinematics/back-outline';
import { canLookCloser, type CloserLook } from '../core/kinematics/closer-look';
import { settledPose, type Keypoint, type Pose } from '../core/pose/pose';
import type { Degrees, Pixels, Seconds } from '../core/units';
import type {
  BodyPicture,
  CloserDetector,
  ClosePicture,
  PersonMasker,
  RgbaFrame,
} from '../detect/detector-port';
import type { LiveCheck } from './live-check';
import type { LiveState } from './live-state';
import { LookQueue, WITHIN_S } from './look-queue';
import { poseInPicture } from './pose-in-picture';
import { isWorthCloser, isWorthKeeping, lookAgain, type Looks } from './second-look';
import { StandingPictures } from './standing-pictures';

/**
 * Pictures are kept from this share of the furthest bend so far, for looks at the back (ROUND-3 asks for seven tenths and
 * more) and for closer looks (CLOSER-1: the furthest), with room for what smoothing changes. Cutting one takes a twentieth
 * of the time that a quick detector takes for its frame, and on the way up nobody asks for them.
 */
const KEPT_FROM = { backs: 0.55, closer: 0.75 };
/** Who bends by so much more than just before is in another bend. */
const BENDS_AGAIN: Degrees = 10;

/** What looks again, and what one look takes here. */
export interface Looking<Looker> {
  looker: Looker;
  takesS: Seconds;
}

/** A closer look waits for a picture of the person standing, which it is measured against. */
interface Stood {
  fromS: Seconds;
  picture: ClosePicture | null;
  /** null = not looked at yet. */
  keypoints: Keypoint[] | null;
}

/**
 * The second looks of one live check: which pictures are kept, and what is looked at next. Closer looks, which may change
 * a state, go before those at the back; what both found is told at once.
 */
export class LiveLooks {
  readonly #backs: LookQueue<BodyPicture, BackLook> | null;
  readonly #closer: LookQueue<ClosePicture, CloserLook | null> | null;
  readonly #standing = new StandingPictures<ClosePicture>();
  #stood: Stood | null = null;
  #size: { width: Pixels; height: Pixels } = { width: 0, height: 0 };
  /** The furthest of the bend in progress, and the least bent since. */
  #bend: { furthestDeg: Degrees; leastDeg: Degrees } = { furthestDeg: 0, leastDeg: 0 };
  #found: { backs: BackLook[]; closer: CloserLook[] } = { backs: [], closer: [] };

  /** null where this machine cannot make such looks. */
  constructor(
    private readonly masker: Looking<PersonMasker> | null,
    private readonly detector: Looking<CloserDetector> | null,
  ) {
    this.#backs =
      masker &&
      new LookQueue((picture, timeS) => lookAgain(masker.looker, picture, timeS), masker.takesS);
    this.#closer =
      detector &&
      new LookQueue(
        (picture) => this.#lookCloser(detector.looker, picture),
        detector.takesS,
        // the look at the standing picture takes as long again
        WITHIN_S - detector.takesS,
      );
  }

  /** After a frame was answered: keeps it for second looks if it may deserve some, and asks for those that do. */
  prepare(state: Omit<LiveState, 'lifts'>, frame: RgbaFrame, live: LiveCheck, nowS: Seconds): void {
    const { pose, motion, timeS } = state;
    if (pose !== null && motion !== null) {
      const trunkDeg = motion.measures.trunkInclinationDeg.value ?? 0;
      const share = this.#shareOfBend(trunkDeg);
      const own = poseInPicture(pose, frame.width, frame.height);
      if (this.masker !== null && share >= KEPT_FROM.backs && isWorthKeeping(motion, pose)) {
        const picture = this.masker.looker.cut(frame, own);
        if (picture !== null) this.#backs!.keep(timeS, trunkDeg, picture);
      }
      if (this.detector !== null && canLookCloser(pose.detector)) {
        const { looker } = this.detector;
        this.#size = { width: pose.width, height: pose.height };
        this.#keepStanding(live, timeS, () => looker.cut(frame, own));
        if (this.#stood?.picture && share >= KEPT_FROM.closer && isWorthCloser(motion))
          this.#closer!.keep(timeS, trunkDeg, looker.cut(frame, own));
      }
    }
    const wanted = live.wantedLooks();
    this.#backs?.want(wanted.backs, nowS);
    this.#closer?.want(wanted.closer, nowS);
    if (state.phase !== 'standing') return;
    this.#backs?.settle();
    this.#closer?.settle();
  }

  /** How far bent, as a share of the furthest of this bend so far: 1 on the way down, less on the way up. */
  #shareOfBend(trunkDeg: Degrees): number {
    const { furthestDeg, leastDeg } = this.#bend;
    this.#bend =
      trunkDeg >= furthestDeg || trunkDeg > leastDeg + BENDS_AGAIN
        ? { furthestDeg: trunkDeg, leastDeg: trunkDeg }
        : { furthestDeg, leastDeg: Math.min(leastDeg, trunkDeg) };
    return trunkDeg / this.#bend.furthestDeg;
  }

  #keepStanding({ standing }: LiveCheck, timeS: Seconds, cut: () => ClosePicture): void {
    if (standing?.fromS === this.#stood?.fromS && standing !== null) return;
    // Whom a look at the old standing was meant for is not there any more.
    if (this.#stood !== null) this.#closer!.release();
    this.#stood = null;
    if (standing === null) this.#standing.keep(timeS, cut);
    else
      this.#stood = {
        fromS: standing.fromS,
        picture: this.#standing.take(standing),
        keypoints: null,
      };
  }

  /** Whether something is still to be looked at. */
  get isBusy(): boolean {
    return this.#closer?.isBusy === true || this.#backs?.isBusy === true;
  }

  /**
   * One step: one look, and the one at the standing picture before the first.
   * @returns what was found, once all that was asked for has been looked at; else whether there is more to do
   */
  async step(nowS: () => Seconds): Promise<{ found: Looks | null; more: boolean }> {
    if (this.#closer?.isBusy) {
      const { found } = await this.#closer.step(nowS);
      this.#found.closer.push(...found.filter((look) => look !== null));
    } else if (this.#backs?.isBusy) {
      const { found } = await this.#backs.step(nowS);
      this.#found.backs.push(...found);
    }
    if (this.isBusy) return { found: null, more: true };
    const found = this.#found;
    this.#found = { backs: [], closer: [] };
    return { found: found.backs.length + found.closer.length > 0 ? found : null, more: false };
  }

  async #lookCloser(detector: CloserDetector, picture: ClosePicture): Promise<CloserLook | null> {
    const stood = this.#stood;
    if (!stood?.picture) return null;
    stood.keypoints ??= this.#settled(await detector.find(stood.picture));
    const keypoints = this.#settled(await detector.find(picture));
    return stood.keypoints && keypoints
      ? { timeS: picture.timeS, keypoints, standing: stood.keypoints }
      : null;
  }

  /** In pixels of the picture as it came, in the precision that is kept. */
  #settled(pose: Pose | null): Keypoint[] | null {
    const { width, height } = this.#size;
    return (pose && settledPose(poseInPicture(pose, width, height)))?.keypoints ?? null;
  }
}
