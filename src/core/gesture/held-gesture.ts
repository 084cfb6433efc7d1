import { stanceOf } from '../kinematics/stance';
import type { LiftPhase } from '../lifts/lift';
import { GONE_S } from '../pose/continuity';
import { keypoint } from '../pose/framing';
import type { Pose } from '../pose/pose';
import type { Fraction, Pixels, Seconds } from '../units';
import { gestureOf, type GestureId } from './gesture';

/** Rule GESTURE-5: held this long, still. */
export const HOLD_S: Seconds = 1.8;
/** Shown from here on; until then it may be an arm on its way. */
const SHOWN_S: Seconds = 0.3;
/** Wrists and elbows stay within this of where they were when the hold began, in ear-to-ankle heights. */
const STILL: Fraction = 0.06;
/** Slips of the detector may take this much of one hold, all together. */
const SLIPS_S: Seconds = 0.35;
/** Nothing heard for this long: what was held is not known to be held any more. */
const SILENCE_S: Seconds = 0.5;
/** Rule GESTURE-6: no gesture for this long before another counts. */
const RELEASE_S: Seconds = 0.5;

const HELD_POINTS = ['leftWrist', 'rightWrist', 'leftElbow', 'rightElbow'] as const;
interface Place {
  x: Pixels;
  y: Pixels;
}
interface Hold {
  gesture: GestureId;
  /** Where wrists and elbows were when it began. */
  places: Place[];
  sizePx: Pixels;
  /** Time it was seen, and time it was not. */
  heldS: Seconds;
  slipsS: Seconds;
}

export interface HeldGesture {
  /** Named once, when it was held long enough. */
  held: GestureId | null;
  /** What is being held, and how far that has come. */
  showing: { gesture: GestureId; progress: Fraction } | null;
}

const NOTHING: HeldGesture = { held: null, showing: null };

/**
 * Recognises gestures that are held still before the camera, frame by frame and alike at every rate from five frames a
 * second (rules GESTURE-1 to GESTURE-6 in SPEC.md).
 */
export class HeldGestures {
  #lastS: Seconds | null = null;
  #hold: Hold | null = null;
  /** One was named; time without any since, and without a person. */
  #release: { freeS: Seconds; goneS: Seconds } | null = null;

  /** @param state in order of time; pose null = nobody, or not surely the person */
  push({
    timeS,
    pose,
    phase,
  }: {
    timeS: Seconds;
    pose: Pose | null;
    phase: LiftPhase;
  }): HeldGesture {
    const elapsed = this.#lastS === null ? 0 : timeS - this.#lastS;
    this.#lastS = timeS;
    const isBroken = elapsed < 0 || elapsed > SILENCE_S || phase !== 'standing';
    if (isBroken) this.#hold = null;
    const shown =
      pose === null || phase !== 'standing' ? null : gestureOf(pose, this.#hold?.gesture ?? null);
    if (this.#release !== null) {
      this.#letGo(shown, pose, Math.max(0, elapsed));
      return NOTHING;
    }
    const hold = this.#follow(shown, pose, isBroken ? 0 : elapsed);
    this.#hold = hold;
    if (hold === null || hold.heldS < SHOWN_S) return NOTHING;
    const isDone = hold.heldS >= HOLD_S;
    if (isDone) {
      this.#hold = null;
      this.#release = { freeS: 0, goneS: 0 };
    }
    return {
      held: isDone ? hold.gesture : null,
      showing: { gesture: hold.gesture, progress: Math.min(1, hold.heldS / HOLD_S) },
    };
  }

  #follow(shown: GestureId | null, pose: Pose | null, elapsed: Seconds): Hold | null {
    const hold = this.#hold;
    const fresh = shown === null || pose === null ? null : beginning(shown, pose);
    if (hold === null) return fresh;
    if (fresh !== null && fresh.gesture === hold.gesture && staysStill(hold, fresh))
      return { ...hold, heldS: hold.heldS + elapsed };
    // An arm that is still on its way begins anew where it comes to rest.
    if (fresh !== null && hold.heldS < SHOWN_S) return fresh;
    const slipsS = hold.slipsS + elapsed;
    return slipsS > SLIPS_S ? fresh : { ...hold, slipsS };
  }

  #letGo(shown: GestureId | null, pose: Pose | null, elapsed: Seconds): void {
    const { freeS, goneS } = this.#release!;
    const next =
      pose === null
        ? { freeS, goneS: goneS + elapsed }
        : { freeS: shown === null ? freeS + elapsed : 0, goneS: 0 };
    this.#release = next.freeS >= RELEASE_S || next.goneS >= GONE_S ? null : next;
  }
}

function beginning(gesture: GestureId, pose: Pose): Hold {
  return {
    gesture,
    places: HELD_POINTS.map((name) => keypoint(pose, name)!),
    sizePx: stanceOf(pose).posture.sizePx,
    heldS: 0,
    slipsS: 0,
  };
}

const staysStill = (hold: Hold, now: Hold): boolean =>
  now.places.every((place, i) => {
    const before = hold.places[i]!;
    return Math.hypot(place.x - before.x, place.y - before.y) <= STILL * hold.sizePx;
  });
