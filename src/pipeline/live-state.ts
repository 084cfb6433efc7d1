import type { Motion } from '../core/kinematics/measure';
import type { ViewName } from '../core/kinematics/camera-view';
import type { LiftPhase } from '../core/lifts/lift';
import type { Pose } from '../core/pose/pose';
import type { LiftVerdict } from '../core/scoring/check';
import type { Fraction, Seconds } from '../core/units';
import type { PictureTrouble } from './picture-watch';

/** What can be judged from where the camera stands now. */
export interface Judgeable {
  trunk: boolean;
  twist: boolean;
  knees: boolean;
  reach: boolean;
}

/** The readiness list of the check screen. Each line ticks itself off. */
export interface Readiness {
  /** Head, hands and feet inside the picture; else which edge cuts the body. */
  wholeBody: boolean;
  cutAt: 'top' | 'bottom' | 'left' | 'right' | null;
  /** The detector sees the body clearly (light, contrast). */
  clear: boolean;
  /** Upright standing was seen: 0..1, 1 = done. */
  baseline: Fraction;
  view: ViewName | null;
  judgeable: Judgeable;
}

/**
 * Everything the check screen shows, after one frame.
 * person: 'none' nobody found; 'tracked'; 'other' = somebody is seen, but not surely the person it started with.
 */
export interface LiveState {
  timeS: Seconds;
  person: 'none' | 'tracked' | 'other';
  pose: Pose | null;
  /** Why nobody is looked for in this picture. */
  trouble?: PictureTrouble;
  motion: Motion | null;
  readiness: Readiness;
  phase: LiftPhase;
  /** The same list as before as long as nothing in it has changed. */
  lifts: readonly LiftVerdict[];
  /** Index of the lift whose verdict is new or changed with this frame; else null. */
  spoken: number | null;
}
